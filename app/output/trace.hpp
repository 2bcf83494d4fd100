#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/messages/language.hpp"
#include "app/output/output.hpp"
#include "app/output/traced.hpp"

namespace app {

/// What is to be shown of a replication, and what people are told with it.
struct TraceView {
  Language language = Language::en;
  std::string scenario;  ///< title
  std::uint32_t replication = 0;
  std::uint64_t seed = 0;
  std::optional<Customer> customer;    ///< one alone
  std::vector<std::string> namesakes;  ///< what else his number could have meant
  Window window;
  std::string command;  ///< that repeats it

  bool shows(const models::Happening& happening) const {
    return window.holds(happening.time) &&
           (!customer || (happening.source == customer->source && happening.number == customer->number));
  }
};

/// Everything that happens, department after department, a line for each; with a customer his story, two departments
/// side by side with what happens at the same minute in one line, and what the difference was.
void write_trace_text(const std::vector<Traced>& departments, const TraceView& view, Output& output);

/// A line for each happening. Moments as ISO 8601, what is absent is an empty field. Names and words are the contract.
void write_trace_csv(const std::vector<Traced>& departments, const TraceView& view, Output& output);

/// Chrome's trace-event format (JSON object format): a process for each department; in it a row for each seat with what
/// the person works on, trains for and is away for, and a row of instants for what else happens to customers.
/// Timestamps are µs since the beginning of the run. Work that is put down at night is a piece for each part.
void write_trace_chrome(const std::vector<Traced>& departments, const TraceView& view, Output& output);

/// Customers who bought in the first of two departments within the window and did not in the second, where they were
/// lost: as leads, or as sleepers who slipped away.
struct BoughtAndLost {
  Customer customer;
  sim::Time bought = 0;
  sim::Money first = 0;                     ///< order
  sim::Money all = 0;                       ///< of his orders there
  const models::Happening* lost = nullptr;  ///< in the second
};
std::vector<BoughtAndLost> bought_and_lost(const Traced& won_by, const Traced& lost_by, const Window& window);

std::string bought_and_lost_text(const std::vector<Traced>& departments, const TraceView& view);
std::string bought_and_lost_csv(const std::vector<Traced>& departments, const TraceView& view);
std::string bought_and_lost_json(const std::vector<Traced>& departments, const TraceView& view);

}  // namespace app
