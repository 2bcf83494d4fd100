#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/output/losses.hpp"

/// The form of the answer for other programs, declared once: `describe(value, out)` calls `out` for every key, with its
/// value and one line of meaning. What writes JSON and what writes the JSON Schema are both such an `out`:
///
/// - `out(key, value, meaning)`: a number (an unknown one is null), a flag, a text, a described value, a list of any of
///   them, or an optional one, whose key is left out where there is none;
/// - `out.word(key, value, allowed, meaning)`: a text that is one of some words;
/// - `out.maybe(key, text, meaning)`, `out.some(key, list, meaning)`: a text or list whose key is left out where it is
///   empty;
/// - `out.keyed(key, list, name, meaning)`: an object with an entry for each element, under the name that `name` tells;
///   `out.keyed_some`: the key is left out where there is none;
/// - `out.values(key, list, meaning)`: an object with an entry for each pair of a name and a plain value;
/// - `out.or_null(key, number, meaning)`: an optional number, null where there is none;
/// - `out.nullable(key, pointer, meaning)`: a described value or null;
/// - `out.group(key, describe, meaning)`: an object of keys that belong together;
/// - `out.notes(key, list, meaning)`, `out.problems(…)`: with their message in the reader's language.
namespace app {

/// The ledger of losses of one kind.
struct LossLedger {
  std::string who;
  const analysis::result::MeasureResult* heads = nullptr;   ///< of all causes; null where there is no total
  const analysis::result::MeasureResult* margin = nullptr;  ///< the same
  bool total = false;
  std::vector<Loss> causes{};
};

/// The ledgers of a system, those that have anything in them.
std::vector<LossLedger> ledgers_of(const analysis::result::SystemResult& system);

template <class Out>
void describe(const analysis::Interval& interval, Out& out) {
  out("low", interval.low, "Lower end; null where there is none.");
  out("high", interval.high, "Upper end; null where there is none.");
}

template <class Out>
void describe(const analysis::Figure& figure, Out& out) {
  out("value", figure.value, "The estimate.");
  out("low", figure.interval.low, "Lower end of its interval.");
  out("high", figure.interval.high, "Upper end of its interval.");
}

template <class Out>
void describe(const analysis::result::MeasureResult& measure, Out& out) {
  const analysis::Estimate& estimate = measure.estimate;
  out("mean", estimate.mean, "Estimate over all replications.");
  out("low", estimate.low, "Lower end of its interval.");
  out("high", estimate.high, "Upper end of its interval.");
  out("sd", estimate.sd, "Standard deviation of single replications.");
  out("p05", estimate.p05, "5 % quantile of single replications.");
  out("p50", estimate.p50, "Their median.");
  out("p95", estimate.p95, "Their 95 % quantile.");
  out("unit", measure.unit, "Unit of all of these.");
  out("empty", estimate.empty, "Replications without a value of their own.");
}

template <class Out>
void describe(const analysis::result::MonthMeasure& measure, Out& out) {
  out("mean", measure.mean, "Estimate of this month.");
  out("low", measure.low, "Lower end of its interval.");
  out("high", measure.high, "Upper end of its interval.");
  out("p05", measure.p05, "5 % quantile of single replications.");
  out("p95", measure.p95, "Their 95 % quantile.");
}

template <class Out>
void describe(const analysis::result::Month& month, Out& out) {
  out("month", month.label, "Year and month.");
  out.keyed(
      "measures", month.measures, [](const auto& m) { return m.name; }, "Monthly measures by name.");
}

/// Mean and interval of a measure, without the rest.
struct MeanOnly {
  const analysis::result::MeasureResult* measure = nullptr;
};
template <class Out>
void describe(const MeanOnly& only, Out& out) {
  static const analysis::Estimate none;
  const analysis::Estimate& estimate = only.measure == nullptr ? none : only.measure->estimate;
  out("mean", estimate.mean, "Estimate over all replications.");
  out("low", estimate.low, "Lower end of its interval.");
  out("high", estimate.high, "Upper end of its interval.");
}

template <class Out>
void describe(const Loss& loss, Out& out) {
  const MeanOnly heads{loss.heads};
  const MeanOnly margin{loss.margin};
  out.nullable("heads", loss.heads == nullptr ? nullptr : &heads, "How many were lost.");
  out.nullable("margin", loss.margin == nullptr ? nullptr : &margin, "The margin that was expected of them.");
}

template <class Out>
void describe(const LossLedger& ledger, Out& out) {
  const Loss all{"", ledger.heads, ledger.margin};
  out.nullable("total", ledger.total ? &all : nullptr, "All causes together.");
  out.keyed(
      "causes", ledger.causes, [](const Loss& loss) { return loss.cause; }, "By cause.");
}

template <class Out>
void describe(const analysis::result::SystemCounts& one, Out& out) {
  out("counts", one.counts, "Replications in each bin; the last one holds its upper end, too.");
}

template <class Out>
void describe(const analysis::result::DistributionResult& one, Out& out) {
  out("unit", one.unit, "Unit of the values.");
  out("from", one.from, "Lower end of the first bin; null where no replication has a value.");
  out("width", one.width, "Of each bin; 0 where all values are the same.");
  out.keyed(
      "departments", one.systems, [](const auto& s) { return s.system; }, "By department.");
}

template <class Out>
void describe(const analysis::result::SystemResult& system, Out& out) {
  out.maybe("title", system.title, "What people call it.");
  out("seed", system.seed, "Seed of its draws, where it is not the document's.");
  out.keyed(
      "measures", system.measures, [](const auto& m) { return m.name; }, "All measures by name.");
  out("months", system.months, "Months in time order.");
  const std::vector<LossLedger> ledgers = ledgers_of(system);
  out.keyed_some(
      "losses", ledgers, [](const LossLedger& l) { return l.who; }, "Ledgers of losses by who was lost.");
  out.notes("notes", system.notes, "What is to be said of the numbers.");
}

template <class Out>
void describe(const analysis::Difference& difference, Out& out) {
  out("mean", difference.mean, "Estimate of the difference to the baseline.");
  out("low", difference.low, "Lower end of its interval; all intervals of differences hold together.");
  out("high", difference.high, "Upper end of its interval.");
  out("correlation", difference.correlation, "Of the two through the replications.");
  out("sd", difference.sd, "Standard deviation of the paired differences.");
  out("variance_ratio", difference.variance_ratio, "So many times the replications would be needed without pairing.");
  out("resolved", difference.resolved, "The interval excludes zero.");
  out("p_value", difference.p_value, "Two-sided, of no difference.");
  out("p_adjusted", difference.adjusted, "The same for all comparisons together (Holm).");
  out("empty", difference.empty, "Replications left out.");
}
template <class Out>
void describe(const analysis::Controlled& controlled, Out& out) {
  out("pays", controlled.pays, "The correction makes the interval narrower; otherwise it is not made.");
  out("mean", controlled.estimate.value, "Estimate of the difference.");
  out("low", controlled.estimate.interval.low, "Lower end of its interval.");
  out("high", controlled.estimate.interval.high, "Upper end of its interval.");
  out("variance_ratio", controlled.variance_ratio, "So many times the replications would do without the correction.");
}

template <class Out>
void describe(const analysis::result::DifferenceResult& result, Out& out) {
  describe(result.difference, out);
  out("controlled", result.controlled, "The same, corrected by what is known of the controls.");
}

template <class Out>
void describe(const analysis::result::BestResult& result, Out& out) {
  out("share_of_replications", result.best.share, "Share of the replications in which it was the best.");
  out("low", result.best.low, "Lower end of its interval.");
  out("high", result.best.high, "Upper end of its interval.");
}

template <class Out>
void describe(const analysis::WithBest& with, Out& out) {
  out("advantage", with.advantage, "How much better its mean is than the best other; negative: worse.");
  out("low", with.low, "At most 0; 0: known not to be worse than any other.");
  out("high", with.high, "At least 0; 0: known not to be the best.");
  out("possible", with.possible, "It may be the best.");
}

template <class Out>
void describe(const analysis::ChanceOfBest& chance, Out& out) {
  out("share", chance.share, "Share of bootstrap samples in which it has the best mean.");
  out("regret", chance.regret, "Expected loss of choosing it.");
}

template <class Out>
void describe(const analysis::Chance& chance, Out& out) {
  out("share", chance.share, "Share of the replications.");
  out("low", chance.interval.low, "Lower end of its interval.");
  out("high", chance.interval.high, "Upper end of its interval.");
}

template <class Out>
void describe(const analysis::Risk& risk, Out& out) {
  const analysis::Figure at_risk{risk.at_risk, risk.at_risk_interval};
  const analysis::Figure expected{risk.expected, risk.expected_interval};
  out("worst", at_risk, "Value at risk: one replication of twenty is at least as bad.");
  out("mean_of_worst", expected, "Mean of the worst twentieth of the replications (CVaR).");
  out("few", risk.few, "Less than twenty replications are that bad: both figures are rough.");
  out("loss", risk.loss, "Chance of a value below zero.");
  out("miss", risk.miss, "Chance not to reach the target.");
}

template <class Out>
void describe(const analysis::result::StandingResult& standing, Out& out) {
  out("against_best", standing.against_best, "Against the best of the others; intervals hold together.");
  out("if_spherical", standing.if_spherical, "The same, if all differences vary alike (Nelson and Matejcik).");
  out("best_mean", standing.chance, "Chance of having the best mean.");
  out("risk", standing.risk, "How bad a single replication may be.");
}

template <class Out>
void describe(const analysis::result::DominanceResult& dominance, Out& out) {
  out("better", dominance.better, "Department that dominates in the sample.");
  out("worse", dominance.worse, "Department that is dominated.");
  out("order", dominance.order, "1: for whoever prefers more; 2: for whoever also dislikes risk.");
  out("p_value", dominance.p_value, "Of the dominance: not small.");
  out("reverse_p_value", dominance.reverse_p_value, "Of the opposite: small.");
}

template <class Out>
void describe(const analysis::result::Standings& standings, Out& out) {
  out("best", standings.best, "Department with the best mean.");
  out("resolved", standings.resolved, "No other may be the best.");
  out.keyed(
      "departments", standings.systems, [](const auto& s) { return s.system; }, "By department.");
  out("dominance", standings.dominance, "Pairs of which it can be said.");
}

template <class Out>
void describe(const analysis::result::MeasureComparison& comparison, Out& out) {
  out("measure", comparison.measure, "Measure by which departments are compared.");
  out("unit", comparison.unit, "Its unit.");
  out("baseline", comparison.baseline, "Department that the others are compared with.");
  out("target", comparison.target, "That a replication is to reach, where one was given.");
  out("paired", comparison.paired, "The same customers for every department.");
  out("larger_is_better", comparison.larger_is_better, "Which end is the good one.");
  out("quantile", comparison.quantile,
      "Differences are of the replications' own quantiles; the departments' means are of all their values together.");
  out.keyed(
      "differences", comparison.differences, [](const auto& d) { return d.system; }, "To the baseline.");
  out.keyed(
      "best", comparison.best, [](const auto& b) { return b.system; }, "Who won single replications.");
  out.some("controls", comparison.controls, "Measures with a known expectation, by which differences are corrected.");
  out("standings", comparison.standings, "Who is the best, how surely, and how bad it may be.");
}

template <class Out>
void describe(const analysis::Step& step, Out& out) {
  out("measure", step.measure, "The line of the statement.");
  out("sign", step.sign, "1: adds to the total; -1: takes from it.");
  out("mean", step.mean, "What it adds to the difference.");
  out("low", step.low, "Lower end of its interval.");
  out("high", step.high, "Upper end of its interval.");
}

/// The whole difference: a step without a name.
struct WholeStep {
  const analysis::Step* step = nullptr;
};
template <class Out>
void describe(const WholeStep& whole, Out& out) {
  static const analysis::Step none;
  const analysis::Step& step = whole.step == nullptr ? none : *whole.step;
  out("mean", step.mean, "Estimate of the difference.");
  out("low", step.low, "Lower end of its interval.");
  out("high", step.high, "Upper end of its interval.");
}

template <class Out>
void describe(const analysis::result::WaterfallResult& waterfall, Out& out) {
  out("measure", waterfall.measure, "The total.");
  out("unit", waterfall.unit, "Unit of everything.");
  out("from", waterfall.from, "Department where the way begins.");
  out("to", waterfall.to, "Department where it ends.");
  out("before", waterfall.waterfall.start, "The total of the first.");
  out("after", waterfall.waterfall.end, "The total of the second.");
  out("difference", WholeStep{&waterfall.waterfall.whole}, "Their difference.");
  out("steps", waterfall.waterfall.steps, "What it is the sum of.");
}

template <class Out>
void describe(const analysis::result::Precision& precision, Out& out) {
  out("measure", precision.measure, "Measure that was to be precise.");
  out("wanted", precision.wanted, "Half-width as a share of the mean.");
  out("reached", precision.reached, "The same, as it is.");
  out("resolved", precision.resolved, "It is precise enough.");
}

template <class Out>
void describe(const analysis::result::AssumptionResult& assumption, Out& out) {
  out("path", assumption.path,
      "By which it is set; * for names that all have it alike, of a default for those that do not say otherwise.");
  out("value", assumption.value, "As written; false for what is not there.");
  out.maybe("unit", assumption.unit, "Of a bare number.");
  out.maybe("low", assumption.low, "Between which it is believed to lie.");
  out.maybe("high", assumption.high, "The other end.");
  out.maybe("source", assumption.source, "Where it is from.");
  out.maybe("basis", assumption.basis, "measured, guess or default, where that is known.");
  out("said", assumption.said, "The scenario says it; else it is what is taken where nothing is said.");
}

template <class Out>
void describe(const analysis::result::TitleResult& title, Out& out) {
  out.word("kind", title.kind, {"stage", "role", "department"}, "Of what.");
  out("name", title.name, "As measures and plans have it.");
  out("title", title.title, "What people call it.");
}

template <class Out>
void describe(const analysis::result::Interruption& interruption, Out& out) {
  out("done", interruption.done, "Replications that the document rests on.");
  out("wanted", interruption.wanted, "Replications that were asked for.");
}

}  // namespace app

#include "app/output/document_answers.hpp"
#include "app/output/document_plan.hpp"
#include "app/output/document_study.hpp"

namespace app {

template <class Out>
void describe(const analysis::result::Result& answer, Out& out) {
  out("format", answer.format, "Version of this form.");
  out("salesim", answer.version, "Version of the program.");
  out.group(
      "scenario",
      [&](auto& inside) {
        inside("title", answer.scenario_title, "What people call it.");
        inside("hash", answer.scenario_hash, "Tells scenarios apart: all that decides the outcome, but the seed.");
        inside.maybe("currency", answer.currency, "Of all money.");
        inside.maybe("first_day", answer.first_day, "Of the period that is reported.");
        inside.maybe("last_day", answer.last_day, "The last of that period.");
      },
      "What was simulated.");
  out.maybe("command", answer.command, "That repeats the answer.");
  out("seed", answer.seed, "Seed of all draws.");
  out("replications", answer.replications, "Replications that the document rests on; 0 where points have their own.");
  out("confidence", answer.confidence, "Of the intervals.");
  out("precision", answer.precision, "Where a precision was asked for.");
  out("interrupted", answer.interrupted, "Where the run was stopped.");
  out.keyed(
      "departments", answer.systems, [](const auto& s) { return s.name; }, "By name.");
  out.keyed_some(
      "distributions", answer.distributions, [](const auto& d) { return d.measure; },
      "How single replications differ, by measure, in bins that all departments share.");
  out("comparison", answer.comparison, "Where there are two departments or more, or a target.");
  out.some("further_comparisons", answer.further, "By other measures.");
  out.some("waterfalls", answer.waterfalls, "Where differences come from.");
  out("selection", answer.selection, "The best of many candidates.");
  out("sensitivity", answer.sensitivity, "What the answer hangs on.");
  out("map", answer.map, "Who wins where.");
  out("breakeven", answer.breakeven, "Where the best changes.");
  out("explanation", answer.explanation, "What makes the difference.");
  out("uncertainty", answer.uncertainty, "What is believed and not known.");
  out("plan", answer.plan, "How many people, in which role, in which month.");
  out("study", answer.study, "Departments over the points of a study.");
  out.some("titles", answer.titles, "What the scenario calls its stages, roles and departments.");
  out.some("assumptions", answer.assumptions,
           "Figures that the scenario rests on: what it says, then what it takes by default.");
  out.notes("not_modelled", answer.not_modelled, "What the answer leaves out of account.");
  out.problems("warnings", answer.warnings, "What the input's check had to say.");
}

}  // namespace app
