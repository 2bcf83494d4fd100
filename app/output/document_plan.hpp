#pragma once

#include <string>
#include <vector>

#include "analysis/result/plan.hpp"

/// The part of the document that answers `staff`; how `out` is called is told in document.hpp.
namespace app {

template <class Out>
void describe(const analysis::result::PlannedRole& role, Out& out) {
  out.maybe("title", role.title, "What people call it.");
  out("rented", role.rented, "There on the date, gone on the date.");
  out("months", role.months, "People by month of the year, January first.");
  out("decided", role.decided, "By month: number of the period that it belongs to; -1 where it was not decided.");
}

template <class Out>
void describe(const analysis::result::PlannedAction& action, Out& out) {
  out("date", action.date, "When it must be done at the latest.");
  out.word("kind", action.kind, {"sign", "look", "release"}, "Rent, begin to look for people to hire, or send away.");
  out("role", action.role, "Its name.");
  out("people", action.people, "How many.");
  out("from", action.from, "First day on which they are wanted; of `release` the first without them.");
  out.maybe("until", action.until, "Last day on which they are wanted, where that lies in the period.");
  out("already", action.already, "The date lies before the period begins.");
}

template <class Out>
void describe(const analysis::result::PlannedRequirement& requirement, Out& out) {
  out("measure", requirement.measure, "Its name.");
  out("unit", requirement.unit, "Of the level.");
  out("at_least", requirement.at_least, "The measure must not be below the level; otherwise not above it.");
  out("level", requirement.level, "That it must reach.");
  out("of_months", requirement.of_months, "In a share of the months of a run; otherwise in the run as a whole.");
  out("in", requirement.in, "That share of months; null where runs count as a whole.");
  out("chance", requirement.chance, "Wanted chance of a run in which it is so.");
  out("met", requirement.met, "Runs in which it was so.");
  out("of_runs", requirement.of_runs, "Runs that were looked at.");
  out("bound", requirement.bound, "The chance is at least this; null where it was not tested.");
  out("confidence", requirement.confidence, "Of the bound.");
  out("certified", requirement.certified, "The bound is not below the wanted chance.");
  out("binding", requirement.binding, "No plan keeps all requirements; this one is furthest from being kept.");
}

template <class Out>
void describe(const analysis::result::PlannedPrice& price, Out& out) {
  out("role", price.role, "Its name.");
  out("months", price.months, "Months of the year that change; 0 January.");
  out("change", price.change, "People more, or fewer if negative.");
  out("gain", price.gain, "Of the objective; positive: it would be better.");
  out("replications", price.replications, "That the gain rests on.");
  out("keeps", price.keeps, "The requirements hold with it, in these replications.");
}

template <class Out>
void describe(const analysis::result::PlannedDelay& delay, Out& out) {
  out("weeks", delay.weeks, "How much later.");
  out("late", delay.late, "Places that are filled later than planned, or never.");
  out("loss", delay.loss, "Of the objective; positive: it costs.");
}

template <class Out>
void describe(const analysis::result::PlannedAlike& alike, Out& out) {
  out("months", alike.months, "People by role, then month of the year.");
  out("difference", alike.difference, "Of the objective, less that of the plan found.");
}

template <class Out>
void describe(const analysis::result::PlannedDemand& demand, Out& out) {
  out("paths", demand.paths, "Rates that are set to this end of what is believed.");
  out("held", demand.held, "The objective with the plan as it is.");
  out("replanned", demand.replanned, "With the plan that would be made for this demand.");
  out("regret", demand.regret, "What the second is better by.");
  out("held_keeps", demand.held_keeps, "The plan as it is meets the requirements as often as wanted, in these replications.");
  out("replanned_keeps", demand.replanned_keeps, "So does the second.");
  out("months", demand.months, "Of the second: people by role, then month of the year.");
}

template <class Out>
void describe(const analysis::result::Service& service, Out& out) {
  out("answered", service.answered, "Share answered in time; null where nothing is asked or the formula does not tell.");
  out("abandoned", service.abandoned, "Share that gives up.");
  out("utilisation", service.utilisation, "Share of its time that the role works.");
}

template <class Out>
void describe(const analysis::result::QuickMonth& month, Out& out) {
  out("month", month.month, "Year and month.");
  out("role", month.role, "Its name.");
  out("load", month.load, "People who would be busy all the time.");
  out("wanted", month.wanted, "People at full speed that load and safety margin call for.");
  out("capacity", month.capacity, "People at full speed that the plan gives.");
  out("people", month.people, "Headcount of the plan.");
  out("advertised", month.advertised, "Places to be advertised in this month.");
  out("answered", month.answered, "Share answered in time, by Erlang A; null where nothing is asked.");
  out("abandoned", month.abandoned, "Share that gives up.");
  out("utilisation", month.utilisation, "Share of its time that the role works.");
  out("course", month.course, "The same hour by hour through the weeks, by uniformisation.");
  out("closure", month.closure, "The same by the Gaussian closure, which tells no times.");
}

template <class Out>
void describe(const analysis::result::DepartmentPlanResult& plan, Out& out) {
  out.keyed(
      "roles", plan.roles, [](const auto& role) { return role.role; }, "Planned roles by name.");
  out("actions", plan.actions, "What must be done, by date, in the first twelve months.");
  out("quick", plan.quick, "The plan as formulas see it: an approximation.");
  out.some("start", plan.start, "The plan by formulas: people by role, then month.");
  out("start_difference", plan.start_difference, "The objective of the plan by formulas, less that of the plan found.");
  out("objective", plan.objective, "Of the plan, on fresh replications; null where nothing was simulated.");
  out("replications", plan.replications, "That it rests on.");
  out("fresh", plan.fresh, "They are such as the search has not seen; otherwise the plan looks better than it is.");
  out("requirements", plan.requirements, "In the order of the file.");
  out("keeps", plan.keeps, "All requirements are kept, so far as is known.");
  out("requirements_certified", plan.requirements_certified, "All bounds reach the wanted chances.");
  out("neighbours_within", plan.neighbours_within,
      "No other change by one step is better by more; null where nothing is known of it.");
  out("neighbours_certified", plan.neighbours_certified, "That is no more than the indifference.");
  out("excluded", plan.excluded,
      "Better plans that did not pass the test of the requirements; the statement is not of them.");
  out("enumerated", plan.enumerated, "Nor any other admissible plan that kept the requirements in a first look.");
  out("stopped", plan.stopped, "The search was stopped; this was the best plan so far.");
  out("exhausted", plan.exhausted, "The replications allowed were spent before everything was certified.");
  out("alpha_requirements", plan.alpha_requirements, "Chance of error of the first statement.");
  out("alpha_neighbours", plan.alpha_neighbours, "Chance of error of the second.");
  out("neighbours", plan.neighbours, "Plans compared in the last test.");
  out("visited", plan.visited, "Plans that were simulated.");
  out("spent", plan.spent, "Replications.");
  out("prices", plan.prices, "What one step more or fewer is worth.");
  out.maybe("decide_by", plan.decide_by, "When the first decision on more people falls due.");
  out.some("delays", plan.delays, "What it costs to decide so much later than that.");
  out.some("plateau", plan.plateau, "Plans that were not shown to be worse by more than the indifference.");
  out.keyed_some(
      "demands", plan.demands, [](const auto& demand) { return demand.demand; }, "The plan under low and high demand.");
}

template <class Out>
void describe(const analysis::result::PlanResult& plan, Out& out) {
  out("objective", plan.objective, "Measure that is to be as good as possible.");
  out("unit", plan.unit, "Its unit.");
  out("larger_is_better", plan.larger_is_better, "Which end is the good one.");
  out("quick", plan.quick, "Formulas only, nothing was simulated.");
  out("budget", plan.budget, "Largest fixed cost of the planned people in a month, where there is one.");
  out("indifference", plan.indifference, "Difference that is too small to matter.");
  out("confidence", plan.confidence, "Of the statement on each department.");
  out.keyed(
      "departments", plan.departments, [](const auto& one) { return one.department; }, "Plans by department.");
}

}  // namespace app
