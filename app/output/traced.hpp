#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/messages/language.hpp"
#include "models/plan.hpp"
#include "models/recorder.hpp"

namespace app {

/// One replication of a department, with all that happened in it.
struct Traced {
  std::string name;
  std::string title;  ///< for people; may be empty
  std::unique_ptr<models::DepartmentPlan> plan;
  std::vector<models::Happening> happenings;  ///< in order
};

/// Who a customer is, in every department: where he comes from and his number there, from 0.
struct Customer {
  std::uint32_t source = 0;
  std::uint32_t number = 0;
  auto operator<=>(const Customer&) const = default;
};

/// What of a replication is shown: [from, to) [µs].
struct Window {
  sim::Time from = std::numeric_limits<sim::Time>::min();
  sim::Time to = std::numeric_limits<sim::Time>::max();
  bool holds(sim::Time time) const { return from <= time && time < to; }
};

using Life = std::vector<const models::Happening*>;  ///< of one customer or person, in order

/// The lives of all customers to whom anything has happened.
std::map<Customer, Life> lives_of(const Traced& traced);
/// The life of one; empty if nothing has happened to him.
Life life_of(const Traced& traced, Customer customer);

/// `segment/channel`; of the cold list, clients and sleepers of the start `segment/prospects` and so on, with a star
/// before the word where a channel has that name.
std::string source_text(const models::DepartmentPlan& plan, std::uint32_t source);
/// `segment/channel/number`
std::string customer_text(const models::DepartmentPlan& plan, Customer customer);

/// `hunter 2`, by seat from 1; who holds it after him is `hunter 2b`, then `hunter 2c`. Empty for nobody.
std::string person_text(const models::DepartmentPlan& plan, const models::Happening& happening);
/// The other one: whom a lead comes from where he changes hands, as whom somebody goes on where he is promoted.
std::string other_person_text(const Traced& traced, const models::Happening& happening);

/// `2026-02-03 10:02`, and with seconds as ISO 8601 wants it: `2026-02-03T10:02:11`.
std::string moment_text(const models::DepartmentPlan& plan, sim::Time time);
std::string iso_text(const models::DepartmentPlan& plan, sim::Time time);
/// `2026-02-03`
std::string day_text(const models::DepartmentPlan& plan, sim::Time time);

/// A span of time in one unit: `12 min`, `3.5 h`, `2.1 d`.
std::string span_text(sim::Time span, Language language);
/// Money in the scenario's currency, without hundredths.
std::string money_text(const models::DepartmentPlan& plan, sim::Money money, Language language);

}  // namespace app
