#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/catalogue.hpp"
#include "models/department.hpp"
#include "models/department_system.hpp"
#include "models/scenario/scenario.hpp"

/// Small companies for tests: everything neutral unless a test sets it.
namespace company {

using models::Clock;
using models::Duration;
using models::DurationLaw;
using models::Scenario;
using sim::day;
using sim::Distribution;
using sim::hour;
using sim::minute;

inline DurationLaw constant(sim::Time time, Clock clock = Clock::calendar) {
  return {Distribution::constant(static_cast<double>(time)), clock};
}
inline DurationLaw exponential(sim::Time mean, Clock clock = Clock::calendar) {
  return {Distribution::exponential(static_cast<double>(mean)), clock};
}
inline models::Date date(int year, unsigned month, unsigned day_of_month) {
  return models::Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)};
}
inline models::Role role(std::int64_t staff, std::vector<std::string> activities) {
  models::Role result;
  result.staff.counts = {staff};
  for (std::string& activity : activities) result.does.push_back({std::move(activity), {}, false, {}});
  return result;
}
inline models::Hours hours(std::vector<std::pair<int, int>> parts) {
  models::Hours result;
  result.parts.clear();
  for (const auto& [begin, end] : parts) result.parts.push_back({begin * hour, end * hour});
  return result;
}
inline models::Days working_days() { return {{true, true, true, true, true, false, false}}; }

/// One segment `customers` with one channel `door`, stages of one minute's work, one department with one role.
inline Scenario shop(std::vector<std::string> stages, models::Rate rate, sim::Time horizon, std::int64_t staff = 1) {
  Scenario s;
  s.title = "Test";
  s.start = date(2026, 1, 5);  // a Monday
  s.horizon.length = horizon;
  models::Segment segment;
  segment.order = models::AmountLaw{Distribution::constant(10000)};
  models::Channel channel;
  channel.rate = rate;
  segment.inbound.items.push_back({"door", channel});
  s.segments.items.push_back({"customers", segment});
  s.work.stages = stages;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    models::Stage stage;
    stage.work = constant(minute);
    s.work.pipeline.push_back({stage});
  }
  models::Department department;
  department.work = s.work;
  department.roles.items.push_back({"people", role(staff, stages)});
  s.departments.items.push_back({"house", department});
  return s;
}
/// The same, open Monday to Friday from 9 to 18. About `leads` customers ask in the night to Monday 5 January 2026,
/// before 9:00, and nobody later, so that all of them wait when the week begins.
inline Scenario office(std::vector<std::string> stages, double leads, std::int64_t staff = 1) {
  Scenario s = shop(std::move(stages), {leads, sim::week}, sim::week, staff);
  s.calendar.hours = hours({{9, 18}});
  s.calendar.days = working_days();
  models::Channel& door = s.segments.items[0].second.inbound.items[0].second;
  door.hours = hours({{0, 9}});
  door.days = models::Days{{true, false, false, false, false, false, false}};
  return s;
}
/// The first channel of the first segment.
inline models::Channel& door(Scenario& s) { return s.segments.items[0].second.inbound.items[0].second; }
inline models::Segment& customers(Scenario& s) { return s.segments.items[0].second; }
/// The stage of the first department, to be changed by a test.
inline models::Stage& stage(Scenario& s, std::size_t number = 0, std::size_t segment = 0) {
  return s.departments.items[0].second.work.pipeline[number][segment];
}
inline models::Role& people(Scenario& s, std::size_t number = 0) {
  return s.departments.items[0].second.roles.items[number].second;
}
inline void add_role(Scenario& s, const std::string& name, models::Role role) {
  s.departments.items[0].second.roles.items.push_back({name, std::move(role)});
}

/// One replication with its trace.
struct Run {
  explicit Run(const Scenario& s, std::uint64_t seed = 1, std::uint32_t replication = 0, std::size_t department = 0)
      : plan(s, department), catalogue(models::catalogue(plan)), divisors(models::divisors(plan)), at_work(plan) {
    at_work.run(seed, replication);
  }
  /// A measure's value in this replication, over the whole period.
  double operator[](const std::string& name) const {
    const sim::Measure& measure = catalogue.measures.at(catalogue.find(name));
    const double numerator = total(measure.numerator);
    return measure.estimator == sim::Estimator::ratio ? numerator / total(measure.denominator) : numerator;
  }
  double total(std::size_t slot) const {
    std::int64_t sum = 0;
    for (std::size_t row = 1; row <= plan.month_names.size(); ++row)
      sum += at_work.ledger()[row * catalogue.slots + slot];
    return static_cast<double>(sum) / divisors[slot];
  }
  /// The same in one month of the period, counted from 0.
  double month(const std::string& name, std::size_t number) const {
    const sim::Measure& measure = catalogue.measures.at(catalogue.find(name));
    const auto of = [&](std::size_t slot) {
      return static_cast<double>(at_work.ledger()[(number + 1) * catalogue.slots + slot]) / divisors[slot];
    };
    return measure.estimator == sim::Estimator::ratio ? of(measure.numerator) / of(measure.denominator)
                                                      : of(measure.numerator);
  }
  const std::vector<models::Happening>& trace() const { return at_work.recorder.happenings; }
  /// Times at which this happened to a lead [µs].
  std::vector<sim::Time> times(models::Happening::What what, std::uint32_t number, std::uint32_t source = 0) const {
    std::vector<sim::Time> result;
    for (const models::Happening& happening : trace())
      if (happening.what == what && happening.number == number && happening.source == source)
        result.push_back(happening.time);
    return result;
  }
  /// What happened of this kind to a lead at a stage, in order.
  std::vector<models::Happening> at(models::Happening::What what, std::uint32_t number, std::uint32_t stage = 0,
                                    std::uint32_t source = 0) const {
    std::vector<models::Happening> result;
    for (const models::Happening& happening : trace())
      if (happening.what == what && happening.number == number && happening.stage == stage &&
          happening.source == source)
        result.push_back(happening);
    return result;
  }
  /// How many leads asked through a channel, warm-up included.
  std::uint32_t leads(std::uint32_t source = 0) const {
    std::uint32_t count = 0;
    for (const models::Happening& happening : trace())
      if (happening.what == models::Happening::What::asks && happening.source == source) ++count;
    return count;
  }
  /// Cause of a lead's loss; none if it was not lost.
  std::optional<models::LeadLoss> cause(std::uint32_t number, std::uint32_t source = 0) const {
    for (const models::Happening& happening : trace())
      if (happening.what == models::Happening::What::lost && happening.number == number && happening.source == source)
        return static_cast<models::LeadLoss>(happening.detail);
    return std::nullopt;
  }
  sim::Time asked(std::uint32_t number, std::uint32_t source = 0) const {
    return times(models::Happening::What::asks, number, source).at(0);
  }

  models::DepartmentPlan plan;
  sim::Catalogue catalogue;
  std::vector<double> divisors;
  models::DepartmentAtWork<models::TraceRecorder> at_work;
};

}  // namespace company
