#include "app/staffing/study.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/messages/staff.hpp"
#include "app/staffing/agenda.hpp"
#include "app/staffing/events.hpp"
#include "app/staffing/quick.hpp"
#include "models/catalogue.hpp"

namespace app::staffing {
namespace {

using analysis::Figure;
using analysis::result::DepartmentPlanResult;

constexpr std::uint32_t few = 20;                     ///< replications that tell how large the objective is
constexpr std::uint32_t first_fresh = 1'000'000'000;  ///< replications that no search has seen
constexpr std::uint64_t part_of_search = 10;          ///< a search for another demand may cost this part of the first

bool is_inbound_rate(const std::string& path) {
  return path.starts_with("segments.") && path.find(".inbound.") != std::string::npos && path.ends_with(".rate");
}

Figure figure_of(const analysis::Moments& values, double confidence) {
  const analysis::MeanInterval interval = analysis::mean_interval(values, confidence);
  return {values.mean(), {interval.low, interval.high}};
}

/// Replications of a paired difference, which few tell well.
std::uint32_t paired(const Settings& settings) { return std::max(few, settings.final / 2); }

std::vector<double> factors(const analysis::staffing::Plan& plan) { return {plan.begin(), plan.end()}; }

const Phrase& words_of(analysis::staffing::Phase phase) {
  using analysis::staffing::Phase;
  switch (phase) {
    case Phase::enumeration:
      return words::doing_enumeration;
    case Phase::search:
      return words::doing_search;
    case Phase::requirements:
      return words::doing_requirements;
    case Phase::neighbours:
      return words::doing_neighbours;
    case Phase::estimation:
      break;
  }
  return words::doing_estimation;
}

void begin(const Settings& settings, const Phrase& what) {
  if (settings.doing) settings.doing(what);
}

}  // namespace

Figure paired_difference(const analysis::Experiment& experiment, std::size_t a, std::size_t b, double confidence) {
  const analysis::Sample& first = experiment.of(a, 0);
  const analysis::Sample& second = experiment.of(b, 0);
  analysis::Moments differences;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i)
    differences.add(first.value(i) - second.value(i));
  return figure_of(differences, confidence);
}

Figure mean_figure(const analysis::Experiment& experiment, std::size_t point, double confidence) {
  const analysis::Sample& sample = experiment.of(point, 0);
  analysis::Moments values;
  for (std::size_t i = 0; i < sample.size(); ++i) values.add(sample.value(i));
  return figure_of(values, confidence);
}

Study::Study(const scenarios::Variants& variants, std::size_t department, std::string name,
             std::optional<double> budget, std::uint64_t seed)
    : variants_(variants),
      name_(std::move(name)),
      seed_(seed),
      plan_(*variants.loaded().plan),
      budget_(budget),
      lattice_(lattice_of(variants.loaded().scenario, plan_, department, budget)),
      scenario_(prepared(variants.loaded().scenario, lattice_)),
      factory_(scenario_, lattice_, plan_.require.items, seed, name_),
      quick_(scenario_, lattice_, plan_.require.items) {}

std::vector<std::string> Study::measures() const {
  std::vector<std::string> names{plan_.objective.measure};
  for (std::size_t i = 0; i < plan_.require.items.size(); ++i) names.push_back(event_name(i));
  return names;
}

Years Study::quick_years() const {
  const auto plan = analysis::staffing::repaired(lattice_.problem, lattice_.plan(quick_.plan()));
  return plan ? lattice_.years(*plan) : quick_.plan();
}

std::vector<analysis::staffing::Plan> Study::starts() const {
  std::vector<analysis::staffing::Plan> starts;
  for (const Years& years : {quick_years(), lattice_.present()})
    if (auto plan = analysis::staffing::repaired(lattice_.problem, lattice_.plan(years)))
      if (std::find(starts.begin(), starts.end(), *plan) == starts.end()) starts.push_back(std::move(*plan));
  return starts;
}

std::uint64_t Study::expected(const Settings& settings) {
  constexpr std::uint64_t pairs = 2 + 4 + 2 * 2;  // start, delays, demands
  constexpr std::uint64_t ends = 2;
  return settings.replications + settings.final + pairs * paired(settings) +
         ends * settings.replications / part_of_search;
}

Years Study::years(const Answer& answer) const {
  Years years;
  for (const analysis::result::PlannedRole& role : answer.roles) years.push_back(role.months);
  return years;
}

void Study::tell_roles(const Years& years, Answer& answer) const {
  const auto& roles = scenario_.departments.items[lattice_.department].second.roles.items;
  answer.roles.clear();
  for (std::size_t r = 0; r < lattice_.roles.size(); ++r) {
    const PlannedRole& planned = lattice_.roles[r];
    analysis::result::PlannedRole role;
    role.role = roles[planned.role].first;
    role.title = roles[planned.role].second.title;
    role.rented = planned.rented;
    role.months = years[r];
    for (int m = 0; m < months_of_year; ++m) {
      const auto period = scenarios::period_of_month(planned.decision.months, m);
      role.decided.push_back(period ? static_cast<int>(*period) : -1);
    }
    answer.roles.push_back(std::move(role));
  }
  answer.actions = actions_of(scenario_, lattice_, years);
  answer.quick = quick_.predictions(years);
}

DepartmentPlanResult Study::quick() const {
  Answer answer;
  answer.department = name_;
  tell_roles(quick_years(), answer);
  return answer;
}

double Study::size(const Settings& settings) const {
  analysis::Experiment experiment(factory_, measures(), {settings.threads, settings.stop, settings.progress});
  const std::vector<analysis::staffing::Plan> plans = starts();
  if (plans.empty()) return 0;
  const std::size_t point = experiment.add(factors(plans.front()), first_fresh);
  experiment.extend(std::vector{point}, few);
  return std::fabs(mean_figure(experiment, point, settings.confidence).value);
}

void Study::tell(const analysis::staffing::Outcome& outcome, Answer& answer) const {
  answer.objective = outcome.objective;
  answer.replications = outcome.replications;
  answer.fresh = outcome.fresh;
  const sim::Catalogue catalogue = models::catalogue(models::DepartmentPlan(scenario_, lattice_.department));
  for (std::size_t i = 0; i < outcome.requirements.size(); ++i) {
    const scenarios::Requirement& asked = plan_.require.items[i];
    const analysis::staffing::RequirementFound& found = outcome.requirements[i];
    analysis::result::PlannedRequirement requirement;
    requirement.measure = asked.measure;
    requirement.unit = catalogue.measures[catalogue.find(asked.measure)].unit;
    requirement.at_least = asked.at_least.has_value();
    requirement.level = (asked.at_least ? asked.at_least : asked.at_most)->value;
    requirement.of_months = asked.of == scenarios::Scope::of_months;
    if (requirement.of_months) requirement.in = asked.in;
    requirement.chance = asked.wanted_chance();
    requirement.met = found.met;
    requirement.of_runs = found.replications;
    requirement.bound = found.bound;
    requirement.confidence = found.confidence_of_bound;
    requirement.certified = found.certified;
    requirement.binding = outcome.binding == i;
    answer.requirements.push_back(std::move(requirement));
  }
  answer.keeps = outcome.meets;
  answer.requirements_certified = outcome.requirements_certified;
  answer.neighbours_within = outcome.neighbours_within;
  answer.neighbours_certified = outcome.neighbours_certified;
  answer.enumerated = outcome.enumerated;
  answer.stopped = outcome.stopped;
  answer.exhausted = outcome.exhausted;
  answer.alpha_requirements = outcome.alpha_requirements;
  answer.alpha_neighbours = outcome.alpha_neighbours;
  answer.neighbours = outcome.neighbours;
  answer.excluded = outcome.excluded.size();
  answer.visited = outcome.plans_visited;
  answer.spent = outcome.spent;
  for (const analysis::staffing::Price& found : outcome.prices) {
    const PlannedRole& planned = lattice_.roles[found.change.line];
    analysis::result::PlannedPrice price;
    price.role = answer.roles[found.change.line].role;
    const std::vector<scenarios::Period>& periods = planned.decision.months.items;
    for (std::size_t i = 0; i < found.change.count; ++i) {
      const scenarios::Period& period = periods[(found.change.from + i) % periods.size()];
      for (int m = 0; m < period.months; ++m) price.months.push_back((period.first + m) % months_of_year);
    }
    price.change = found.change.direction * static_cast<int>(planned.decision.step);
    price.gain = found.gain;
    price.replications = found.replications;
    price.keeps = found.meets;
    answer.prices.push_back(std::move(price));
  }
  for (const analysis::staffing::Alike& found : outcome.plateau)
    answer.plateau.push_back({lattice_.years(found.plan), found.difference});
}

void Study::tell_start(const analysis::staffing::Plan& plan, const Settings& settings, Answer& answer) const {
  const std::vector<analysis::staffing::Plan> begun = starts();
  if (begun.empty()) return;
  begin(settings, words::doing_start);
  analysis::Experiment experiment(factory_, measures(), {settings.threads, settings.stop, settings.progress});
  const std::vector<std::size_t> points{experiment.add(factors(begun.front()), first_fresh),
                                        experiment.add(factors(plan), first_fresh)};
  experiment.extend(points, paired(settings));
  answer.start = lattice_.years(begun.front());
  answer.start_difference = paired_difference(experiment, points[0], points[1], settings.confidence);
  answer.spent += experiment.spent();
}

void Study::tell_delays(const Years& years, const Settings& settings, Answer& answer) const {
  const std::optional<models::Date> first = first_decision(scenario_, lattice_, years);
  if (!first) return;
  begin(settings, words::doing_delays);
  answer.decide_by = day_text(*first);
  const LateFactory factory(factory_, years, *first);
  analysis::Experiment experiment(factory, measures(), {settings.threads, settings.stop, settings.progress});
  constexpr int week = 7;
  const double sign = lattice_.problem.larger_is_better ? 1 : -1;
  std::vector<std::size_t> points{experiment.add({0}, first_fresh)};
  constexpr std::array<int, 3> weeks{2, 4, 8};
  for (const int late : weeks) points.push_back(experiment.add({static_cast<double>(late * week)}, first_fresh));
  experiment.extend(points, paired(settings));
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    analysis::result::PlannedDelay delay;
    delay.weeks = weeks[i];
    for (std::size_t r = 0; r < lattice_.roles.size(); ++r)
      delay.late += delayed(steps_of(scenario_, lattice_.roles[r], years[r]), lattice_.roles[r], scenario_,
                            {*first, weeks[i] * week})
                        .late;
    delay.loss = sign > 0 ? paired_difference(experiment, points[0], points[i + 1], settings.confidence)
                          : paired_difference(experiment, points[i + 1], points[0], settings.confidence);
    answer.delays.push_back(std::move(delay));
  }
  answer.spent += experiment.spent();
}

bool Study::keeps_all(const analysis::Experiment& experiment, std::size_t point) const {
  for (std::size_t i = 0; i < plan_.require.items.size(); ++i) {
    const analysis::Sample& kept = experiment.of(point, 0, i + 1);
    double met = 0;
    for (std::size_t r = 0; r < kept.size(); ++r) met += kept.value(r);
    if (met < plan_.require.items[i].wanted_chance() * static_cast<double>(kept.size())) return false;
  }
  return true;
}

void Study::tell_demand(const std::string& end, const analysis::staffing::Plan& plan, const Settings& settings,
                        Answer& answer) const {
  analysis::result::PlannedDemand demand;
  demand.demand = end;
  std::vector<std::string> sets;
  for (const scenarios::WrittenBelief& belief : variants_.beliefs()) {
    if (!is_inbound_rate(belief.path)) continue;
    demand.paths.push_back(belief.path);
    sets.push_back(belief.path + "=" + (end == "low" ? belief.low : belief.high));
  }
  if (sets.empty()) return;
  begin(settings, words::doing_demands);
  const models::Scenario scenario = prepared(variants_.with(sets), lattice_);
  const StaffFactory factory(scenario, lattice_, plan_.require.items, seed_, name_);
  analysis::Experiment experiment(factory, measures(), {settings.threads, settings.stop, settings.progress});
  analysis::staffing::Options options;
  options.indifference = settings.indifference;
  options.confidence = settings.confidence;
  options.replications = settings.replications / part_of_search;
  options.certificate = few;
  options.final = few;
  options.surroundings = false;
  options.seed = settings.seed;
  const Years wanted = Quick(scenario, lattice_, plan_.require.items).plan();
  if (auto start = analysis::staffing::repaired(lattice_.problem, lattice_.plan(wanted)))
    options.starts.push_back(*start);
  if (std::find(options.starts.begin(), options.starts.end(), plan) == options.starts.end())
    options.starts.push_back(plan);
  const analysis::staffing::Outcome outcome = find_plan(experiment, lattice_.problem, options);
  if (outcome.stopped || outcome.plan.empty()) throw analysis::Stopped{};
  const std::vector<std::size_t> points{experiment.add(factors(plan), first_fresh),
                                        experiment.add(factors(outcome.plan), first_fresh)};
  experiment.extend(points, paired(settings));
  demand.held = mean_figure(experiment, points[0], settings.confidence);
  demand.replanned = mean_figure(experiment, points[1], settings.confidence);
  demand.regret = lattice_.problem.larger_is_better
                      ? paired_difference(experiment, points[1], points[0], settings.confidence)
                      : paired_difference(experiment, points[0], points[1], settings.confidence);
  demand.held_keeps = keeps_all(experiment, points[0]);
  demand.replanned_keeps = keeps_all(experiment, points[1]);
  demand.months = lattice_.years(outcome.plan);
  answer.demands.push_back(std::move(demand));
  answer.spent += experiment.spent();
}

DepartmentPlanResult Study::searched(const Settings& settings) const {
  Answer answer;
  answer.department = name_;
  analysis::staffing::Options options;
  options.indifference = settings.indifference;
  options.confidence = settings.confidence;
  options.starts = starts();
  options.replications = settings.replications;
  options.final = settings.final;
  options.seed = settings.seed;
  options.report = [&settings](analysis::staffing::Phase phase, const analysis::staffing::Plan&) {
    begin(settings, words_of(phase));
  };
  analysis::staffing::Outcome outcome;
  {
    const Deadline deadline(settings.stop, settings.search_until);
    analysis::Experiment experiment(factory_, measures(), {settings.threads, deadline.token(), settings.progress});
    outcome = find_plan(experiment, lattice_.problem, options);
  }
  if (outcome.plan.empty() || !analysis::known(outcome.objective.value)) throw analysis::Stopped{};
  const Years found = lattice_.years(outcome.plan);
  tell_roles(found, answer);
  tell(outcome, answer);
  const Deadline deadline(settings.stop, settings.until);
  Settings rest = settings;
  rest.stop = deadline.token();
  try {
    tell_start(outcome.plan, rest, answer);
    tell_delays(found, rest, answer);
    for (const std::string end : {"low", "high"}) tell_demand(end, outcome.plan, rest, answer);
  } catch (const analysis::Stopped&) {
    // What there was no time for is missing in the answer.
  }
  return answer;
}

}  // namespace app::staffing
