#include "app/customers.hpp"

#include <algorithm>

#include "app/command_line/values.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/trace.hpp"
#include "app/refused.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

constexpr std::uint64_t most_number = models::none - 1;

/// How many customers come from a source in this replication. Everybody meets the same market, so any department tells.
std::uint64_t count_of(const models::Scenario& scenario, const Traced& traced, std::uint32_t source) {
  const models::DepartmentPlan& plan = *traced.plan;
  const std::uint32_t number = plan.sources[source].segment;
  const models::SegmentPlan& sources = plan.segments[number];
  const models::Segment& segment = scenario.segments.items[number].second;
  if (source == sources.cold_source) return static_cast<std::uint64_t>(segment.prospects);
  if (source == sources.client_source) return static_cast<std::uint64_t>(segment.clients);
  if (source == sources.dormant_source) return static_cast<std::uint64_t>(segment.dormant);
  return static_cast<std::uint64_t>(
      std::count_if(traced.happenings.begin(), traced.happenings.end(), [&](const models::Happening& happening) {
        return happening.what == models::Happening::What::asks && happening.source == source;
      }));
}

std::vector<std::string> sources_of(const models::DepartmentPlan& plan) {
  std::vector<std::string> names;
  for (std::uint32_t source = 0; source < plan.sources.size(); ++source) names.push_back(source_text(plan, source));
  return names;
}

/// The source that the words name; the star of those that are no channels may be there or not.
std::uint32_t source_named(const std::string& name, const TraceOptions& options, const models::DepartmentPlan& plan) {
  const std::vector<std::string> names = sources_of(plan);
  for (std::uint32_t source = 0; source < names.size(); ++source)
    if (name == names[source] || name == plan.sources[source].name) return source;
  std::string text = say(options.language, words::unknown_source, name, scenarios::joined(names));
  if (const std::string meant = scenarios::nearest(name, names); !meant.empty())
    text += say(options.language, words::did_you_mean, meant);
  throw Refused({text});
}

}  // namespace

Chosen choose_customer(const TraceOptions& options, const models::Scenario& scenario, const Traced& traced) {
  const models::DepartmentPlan& plan = *traced.plan;
  const std::size_t slash = options.lead.rfind('/');
  const bool alone = slash == std::string::npos;
  const auto number = whole_number(std::string_view(options.lead).substr(alone ? 0 : slash + 1), 0, most_number);
  if (!number || plan.sources.empty())
    throw Refused({say(options.language, words::bad_lead, plan.sources.empty() ? std::string{} : source_text(plan, 0),
                       options.lead)});
  const std::uint32_t source = alone ? 0 : source_named(options.lead.substr(0, slash), options, plan);
  const std::uint64_t count = count_of(scenario, traced, source);
  if (count == 0)
    throw Refused({say(options.language, words::nobody_there, source_text(plan, source), *number, options.replication,
                       options.seed)});
  if (*number >= count)
    throw Refused({say(options.language, words::no_such_lead, source_text(plan, source), *number, options.replication,
                       options.seed, count - 1)});
  Chosen chosen{{source, static_cast<std::uint32_t>(*number)}, {}};
  for (std::uint32_t other = 1; alone && other < plan.sources.size(); ++other)
    if (*number < count_of(scenario, traced, other))
      chosen.namesakes.push_back(customer_text(plan, {other, chosen.customer.number}));
  return chosen;
}

}  // namespace app
