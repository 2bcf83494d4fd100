#include <algorithm>
#include <cmath>
#include <limits>

#include "models/scenario/stage_rules.hpp"
#include "scenarios/format/limits.hpp"
#include "scenarios/format/parts.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/reader.hpp"
#include "scenarios/format/week.hpp"

/// What could be simulated, but not within the life of its reader: too many events, or too much memory.
namespace scenarios {
namespace {

using models::Department;
using models::Scenario;
using models::Segment;
using models::Stage;

/// Events per thing that happens to a customer: it falls due, somebody takes it up, he is done.
constexpr double events_each = 2;

double mean_of(const std::optional<models::DurationLaw>& law) { return law ? law->law.mean() : 0; }

/// How often something that takes `every` [µs] happens in `time`; something that takes no time happens without end.
double times(double time, double every) { return every > 0 ? time / every : std::numeric_limits<double>::infinity(); }

/// Expected attempts until somebody is reached or given up.
double attempts(double reach, std::int64_t most) {
  return reach > 0 ? (1 - std::pow(1 - reach, static_cast<double>(most))) / reach : static_cast<double>(most);
}

/// Talks that a company of the cold list has at most, on average, until a refusal takes it off the list for good: after
/// each talk it stays if it is interested, or refuses and does not give up.
double talks_of_company(const models::ColdCall& call) {
  const std::vector<double>& interest = call.interest.values;
  const std::vector<double>& give_up = call.give_up.values;
  const auto stays = [&](std::size_t talk) {
    const double interested = call.fade > 1 ? 1 : interest[std::min(talk, interest.size() - 1)];
    return 1 - (1 - interested) * give_up[std::min(talk, give_up.size() - 1)];
  };
  const std::size_t last = std::max(interest.size(), give_up.size()) - 1;  // whose chances repeat
  double sum = 0;
  double share = 1;  // of companies that are still there
  for (std::size_t talk = 0; talk < last; ++talk) {
    sum += share;
    share *= stays(talk);
  }
  return share > 0 ? sum + times(share, 1 - stays(last)) : sum;
}

/// What is expected to happen in a replication of one department, and what of it happens most.
class Expected {
 public:
  Expected(const Scenario& scenario, std::size_t department)
      : scenario_(scenario),
        name_(scenario.departments.items[department].first),
        department_(scenario.departments.items[department].second) {
    const auto length = [](const models::Span& span) {
      return static_cast<double>(span.months * sim::mean_month + span.length);
    };
    time_ = length(scenario.warm_up) + length(scenario.horizon);
    for (std::size_t g = 0; g < scenario.segments.size(); ++g) segment(g);
    for (const auto& [name, role] : department_.roles.items) careers(name, role);
  }

  double events() const { return events_each * sum_; }
  const Keys& most() const { return most_; }

 private:
  void add(double count, Keys keys) {
    if (std::isnan(count) || count <= 0) return;
    sum_ += count;
    if (count <= greatest_) return;
    greatest_ = count;
    most_ = std::move(keys);
  }

  void segment(std::size_t g) {
    const auto& [name, segment] = scenario_.segments.items[g];
    const double each = visits(g);
    double asking = 0;
    for (const auto& [channel_name, channel] : segment.inbound.items) {
      const std::vector<double>& season = channel.season.weights;
      double mean = 1;
      if (!season.empty()) {
        mean = 0;
        for (const double weight : season) mean += weight / 12;
      }
      const double asked = channel.rate.per_microsecond() * mean * time_;
      asking += asked;
      add(asked * each, {"segments", name, "inbound", channel_name, "rate"});
    }
    const double warm = calls(g, name, segment);
    add(warm * (each - 1), {"cold_call"});
    clients(g, name, segment, asking, warm);
  }

  /// Visits of stages that a lead makes at most: passing each of them, with what comes again.
  double visits(std::size_t g) const {
    double sum = 1;
    for (const std::vector<Stage>& stage : department_.work.pipeline) {
      const Stage& at = stage[g];
      const double again = at.later ? 1 / (1 - at.later->chance) : 1;
      sum += again * attempts(at.reach, at.attempts) / (1 - (1 - at.show) * at.rebook);
    }
    return sum;
  }

  /// Working time of all who have a duty [µs]; what takes `work` each can be done so many times in it.
  double capacity(const char* activity, const std::string& segment, double work) const {
    double open = 0;
    for (const auto& [name, role] : department_.roles.items) {
      if (!does(role, activity, segment)) continue;
      const auto week = static_cast<double>(
          open_per_week(role.hours.value_or(scenario_.calendar.hours), role.days.value_or(scenario_.calendar.days)));
      open += static_cast<double>(role.staff.most()) * week / static_cast<double>(sim::week) * time_;
    }
    return open > 0 ? times(open, work) : 0;
  }

  /// Dials to companies of the cold list; gives the warm leads that come of them.
  double calls(std::size_t g, const std::string& name, const Segment& segment) {
    if (segment.prospects == 0 || department_.work.cold_call.empty()) return 0;
    const models::ColdCall& call = department_.work.cold_call[g];
    const double work = call.reach * mean_of(call.talk) + (1 - call.reach) * mean_of(call.dial);
    const double round = static_cast<double>(call.attempts);
    const double spacing = call.retry ? static_cast<double>(call.retry->length) : 0;
    // A round begins anew after its rest at the earliest, and after all its dials.
    const double rounds = call.rest ? 1 + times(time_, static_cast<double>(call.rest->length) +
                                                           (attempts(call.reach, call.attempts) - 1) * spacing)
                                    : 1;
    const double listed = static_cast<double>(segment.prospects);
    const double dials = std::min({listed * rounds * round, times(listed * talks_of_company(call), call.reach),
                                   capacity("cold_call", name, work)});
    add(dials, {"segments", name, "prospects"});
    double best = 0;
    for (const double share : call.interest.values) best = std::max(best, share);
    return std::min(dials * call.reach * best, static_cast<double>(segment.prospects) * rounds);
  }

  void clients(std::size_t g, const std::string& name, const Segment& segment, double asking, double warm) {
    if (!segment.repeat) return;
    const Keys keys{"segments", name};
    double passing = segment.fit;
    for (const std::vector<Stage>& stage : department_.work.pipeline) passing *= models::chance_to_pass(stage[g]);
    const double known = static_cast<double>(segment.clients + segment.dormant);
    // A company of the list that is a client stands on the list no more.
    const double won =
        segment.repeat->share * (asking * passing + std::min(warm * passing, static_cast<double>(segment.prospects)));
    // Those who are won are clients for half of the time.
    const double client_time = (known + won / 2) * time_;
    add(known, with(keys, segment.clients > segment.dormant ? "clients" : "dormant"));
    add(times(client_time, mean_of(segment.repeat->every)), with(with(keys, "repeat"), "every"));
    if (!department_.work.contact.empty() && department_.work.contact[g].every) {
      const models::ContactService& contact = department_.work.contact[g];
      add(std::min(times(client_time, static_cast<double>(contact.every->length)),
                   capacity("contact", name, mean_of(contact.work))),
          {"service", "contact", "every"});
    }
    if (department_.rotation && department_.rotation->after)
      add(times(client_time, static_cast<double>(department_.rotation->after->length)),
          {"departments", name_, "rotation", "after"});
    if (!department_.work.wake.empty()) {
      const models::Wake& wake = department_.work.wake[g];
      const double rounds = wake.rest ? 1 + times(time_, static_cast<double>(wake.rest->length)) : 1;
      add(std::min((known + won) * rounds, capacity("wake", name, mean_of(wake.work))), {"service", "wake"});
    }
  }

  /// People who come and go.
  void careers(const std::string& name, const models::Role& role) {
    if (!role.tenure) return;
    const double cycle = role.tenure->law.mean() + mean_of(role.hire);
    add(static_cast<double>(role.staff.most()) * times(time_, cycle), {"departments", name_, "roles", name, "tenure"});
  }

  const Scenario& scenario_;
  const std::string& name_;  ///< of the department
  const Department& department_;
  double time_ = 0;  ///< [µs]
  double sum_ = 0;
  double greatest_ = 0;
  Keys most_;
};

/// Places where something can wait for somebody: a line for each seat, activity and segment.
double lines_of(const Scenario& scenario, const Department& department) {
  double seats = 1;
  for (const auto& [name, role] : department.roles.items) seats += static_cast<double>(role.staff.most());
  return seats * static_cast<double>(department.work.stages.size() + services.size()) *
         static_cast<double>(scenario.segments.size());
}

std::string printed_count(double count) { return std::isfinite(count) ? print_rounded(count) : "∞"; }

}  // namespace

double expected_events(const Scenario& scenario, std::size_t department) {
  return Expected{scenario, department}.events();
}

void check_limits(const Scenario& scenario, const Node& root, Collector& problems) {
  for (std::size_t d = 0; d < scenario.departments.size(); ++d) {
    const auto& [name, department] = scenario.departments.items[d];
    const Keys keys{"departments", name};
    if (const double lines = lines_of(scenario, department); lines > most_lines)
      problems.add("too_many_lines", place_of(root, keys), path_of(keys),
                   {name, printed_count(lines), print_number(most_lines)});
    const Expected expected{scenario, d};
    if (expected.events() > most_events)
      problems.add("too_many_events", place_of(root, expected.most()), path_of(expected.most()),
                   {name, printed_count(expected.events()), print_number(most_events)});
  }
}

}  // namespace scenarios
