#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "analysis/result/result.hpp"

/// The parts of the answer that procedures give; see document.hpp.
namespace app {

template <class Out>
void describe(const analysis::result::FactorResult& factor, Out& out) {
  out("path", factor.path, "By which it is set.");
  out("unit", factor.unit, "Of the numbers, as written behind them.");
  out("low", factor.low, "One end of the range.");
  out("high", factor.high, "The other end.");
  out("base", factor.base, "As it is in the scenario; null where that does not say it.");
}

template <class Out>
void describe(const analysis::result::SettingResult& setting, Out& out) {
  out("path", setting.path, "What is set.");
  out("value", setting.value, "As written.");
}

template <class Out>
void describe(const analysis::result::CandidateResult& candidate, Out& out) {
  out("department", candidate.system, "Its department.");
  out("settings", candidate.settings, "What makes it another one than its department.");
  out("mean", candidate.mean, "Estimate at its last look.");
  out("replications", candidate.replications, "That it cost.");
  out("remaining", candidate.remaining, "It was not dropped.");
  out.maybe("dropped_by", candidate.dropped_by, "The candidate that it lost to.");
  out("dropped_after", candidate.dropped_after, "Replications of the stage in which it was dropped; 0 if it remained.");
  out("behind", candidate.behind, "How much worse its mean was than that one's.");
  out("screened", candidate.screened, "Dropped in the screening.");
}

template <class Out>
void describe(const analysis::result::SelectionResult& selection, Out& out) {
  out("measure", selection.measure, "Measure by which the best is selected.");
  out("unit", selection.unit, "Its unit.");
  out("larger_is_better", selection.larger_is_better, "Which end is the good one.");
  out("indifference", selection.indifference, "Difference too small to matter.");
  out("confidence", selection.confidence, "Chance of a correct selection.");
  out("decided", selection.decided, "The guarantee holds.");
  out("best", selection.best, "The candidate selected, or leading where nothing is decided.");
  out("spent", selection.spent, "Replications of all together.");
  out.keyed(
      "candidates", selection.candidates, [](const auto& c) { return c.name; }, "By name.");
}

template <class Out>
void describe(const analysis::TornadoEnd& end, Out& out) {
  out("at", end.value, "Value of the factor.");
  out("answer", end.answer, "Estimate there.");
  out("change", end.change, "Difference to the base.");
  out("low", end.interval.low, "Lower end of the change's interval; all of them hold together.");
  out("high", end.interval.high, "Upper end of it.");
  out("resolved", end.resolved, "The interval excludes zero.");
  out("turns", end.turns, "The answer has surely another sign than at the base.");
}

template <class Out>
void describe(const analysis::TornadoBar& bar, Out& out) {
  out("factor", bar.factor, "Its number in the list of factors.");
  out("low", bar.low, "At the low end of its range.");
  out("high", bar.high, "At the high end.");
  out("swing", bar.swing, "The larger of the two changes.");
}

template <class Out>
void describe(const analysis::Tornado& tornado, Out& out) {
  const analysis::Figure base{tornado.base, tornado.base_interval};
  out("base", base, "The answer with nothing varied.");
  out("bars", tornado.bars, "Factors, the one with the largest swing first.");
}

template <class Out>
void describe(const analysis::MorrisEffect& effect, Out& out) {
  out("factor", effect.factor, "Its number in the list of factors.");
  out("mean", effect.mean, "Mean elementary effect over the factor's whole range.");
  out("absolute", effect.absolute, "Mean of its size: how much the factor matters.");
  out("spread", effect.spread, "Standard deviation: how far the effect depends on others, or is curved.");
  out("noise", effect.noise, "Standard error that simulation alone leaves in one effect.");
}

template <class Out>
void describe(const analysis::SobolIndex& index, Out& out) {
  out("factor", index.factor, "Its number in the list of factors.");
  out("first", index.first, "Share of the variance that would go if it alone were known.");
  out("total", index.total, "Share that would be left if all others were known.");
}

template <class Out>
void describe(const analysis::SobolIndices& sobol, Out& out) {
  out("mean", sobol.mean, "Of the answer over the ranges.");
  out("deviation", sobol.deviation, "Of the answer's expectation over the ranges.");
  out("factors", sobol.factors, "Shares by factor.");
}

template <class Out>
void describe(const analysis::RegressionEffect& effect, Out& out) {
  out("factor", effect.factor, "Its number in the list of factors.");
  out("effect", effect.effect, "Change of the answer over the whole range.");
  out("standardised", effect.standardised, "In deviations of the answer per deviation of the factor.");
  out("rank", effect.rank, "The same of ranks.");
}

template <class Out>
void describe(const analysis::Regression& regression, Out& out) {
  out("r_squared", regression.r_squared, "Share of the variance that the straight line explains.");
  out("rank_r_squared", regression.rank_r_squared, "The same of ranks.");
  out("factors", regression.factors, "Coefficients by factor.");
}

template <class Out>
void describe(const analysis::result::SensitivityResult& sensitivity, Out& out) {
  out("measure", sensitivity.measure, "Measure that is asked about.");
  out("unit", sensitivity.unit, "Its unit.");
  out("department", sensitivity.system, "Whose measure it is.");
  out.maybe("against", sensitivity.against, "Department that it is the difference to.");
  out.word("method", sensitivity.method, {"tornado", "morris", "sobol", "regression"}, "How factors were varied.");
  out("points", sensitivity.points, "Trajectories (morris) or rows (sobol, regression).");
  out("replications", sensitivity.replications, "At each point.");
  out("spent", sensitivity.spent, "Replications in all.");
  out("factors", sensitivity.factors, "By number.");
  out("tornado", sensitivity.tornado, "One at a time.");
  out.some("morris", sensitivity.morris, "Elementary effects.");
  out("sobol", sensitivity.sobol, "Shares of the variance.");
  out("regression", sensitivity.regression, "Coefficients.");
}

template <class Out>
void describe(const analysis::MapCell& cell, Out& out) {
  const bool known =
      std::any_of(cell.means.begin(), cell.means.end(), [](double mean) { return analysis::known(mean); });
  const std::optional<std::size_t> best = known ? std::optional{cell.best} : std::nullopt;
  out.or_null("best", best, "Number of the department with the best mean; null where no mean is known.");
  out("resolved", cell.resolved, "No other may be the best.");
  out("simulated", cell.simulated, "Otherwise told from the cells around it.");
  out("replications", cell.replications, "Of each department here.");
  out("means", cell.means, "By department; interpolated where not simulated.");
}

template <class Out>
void describe(const analysis::result::MapResult& map, Out& out) {
  out("measure", map.measure, "Measure by which departments are compared.");
  out("unit", map.unit, "Its unit.");
  out("larger_is_better", map.larger_is_better, "Which end is the good one.");
  out("confidence", map.confidence, "Of each resolved cell by itself.");
  out("departments", map.systems, "By number.");
  out("x", map.x, "Factor across.");
  out("y", map.y, "Factor up.");
  out("x_values", map.map.x, "Values across.");
  out("y_values", map.map.y, "Values up.");
  out("simulated", map.map.simulated, "Cells that were simulated.");
  out("spent", map.map.spent, "Replications.");
  out("exhausted", map.map.exhausted, "The budget ended before every cell had its verdict.");
  out("cells", map.map.cells, "Row by row, from the lowest value of y and of x.");
}

template <class Out>
void describe(const analysis::Crossing& crossing, Out& out) {
  out("value", crossing.value, "Where the best changes.");
  out("low", crossing.interval.low, "Lower end of its interval; null beyond the range.");
  out("high", crossing.interval.high, "Upper end of it; null beyond the range.");
  out("below", crossing.below, "Number of the department that is the best below.");
  out("above", crossing.above, "Number of the one that is the best above.");
}

template <class Out>
void describe(const analysis::BreakevenPoint& point, Out& out) {
  out("value", point.value, "Of the factor.");
  out("best", point.best, "Number of the department with the best mean.");
  out("means", point.means, "By department.");
}

template <class Out>
void describe(const analysis::result::BreakevenResult& breakeven, Out& out) {
  out("measure", breakeven.measure, "Measure by which departments are compared.");
  out("unit", breakeven.unit, "Its unit.");
  out("departments", breakeven.systems, "By number.");
  out("factor", breakeven.factor, "What is varied.");
  out("replications", breakeven.replications, "Of each department at each value.");
  out("spent", breakeven.spent, "Replications in all.");
  out("crossings", breakeven.breakeven.crossings, "By value; none: the same department is the best everywhere.");
  out("points", breakeven.breakeven.points, "All that were run, by value.");
}

/// A part of an explanation with the mechanism it belongs to.
struct ExplainedPart {
  std::string mechanism;
  analysis::Figure figure;
};
template <class Out>
void describe(const ExplainedPart& part, Out& out) {
  describe(part.figure, out);
}

template <class Out>
void describe(const analysis::result::ExplanationResult& explanation, Out& out) {
  out("measure", explanation.measure, "Measure whose difference is explained.");
  out("unit", explanation.unit, "Its unit.");
  out("department", explanation.system, "Whose measure it is.");
  out("against", explanation.against, "Department that it is the difference to.");
  out("exact", explanation.explanation.exact, "Over all coalitions; otherwise over random orders.");
  out("units", explanation.explanation.units, "Independent ones that the intervals rest on.");
  out("spent", explanation.spent, "Replications.");
  out("whole", explanation.explanation.whole, "The difference as it is.");
  out("rest", explanation.explanation.rest, "With every mechanism off: who does what and how many.");
  std::vector<ExplainedPart> parts;
  for (std::size_t i = 0; i < explanation.explanation.parts.size(); ++i)
    parts.push_back({explanation.mechanisms[i], explanation.explanation.parts[i]});
  out.keyed(
      "parts", parts, [](const ExplainedPart& part) { return part.mechanism; },
      "By mechanism; with `rest` they add up to `whole`.");
}

template <class Out>
void describe(const analysis::Uncertainty& uncertainty, Out& out) {
  out("mean", uncertainty.mean, "Over beliefs and replications.");
  out("simulation", uncertainty.simulation, "For want of replications.");
  out("assumptions", uncertainty.assumptions, "For want of knowledge.");
  out("total", uncertainty.total, "Both together.");
  out("deviation_of_assumptions", uncertainty.deviation_of_assumptions, "Of the expectation over the beliefs.");
  out("deviation_of_runs", uncertainty.deviation_of_runs, "Of a single replication about its expectation.");
}

template <class Out>
void describe(const analysis::result::UncertainResult& answer, Out& out) {
  out("department", answer.system, "Whose measure it is.");
  out.maybe("against", answer.against, "Department that it is the difference to.");
  describe(answer.uncertainty, out);
}

template <class Out>
void describe(const analysis::ValueOfKnowing& worth, Out& out) {
  out("factor", worth.factor, "Its number in the list of factors.");
  out("value", worth.value, "Expected gain of choosing after having learned it.");
  out("floor", worth.floor, "What a factor without influence would seem to be worth in 95 % of cases.");
  out("resolved", worth.resolved, "The value is above that.");
}

template <class Out>
void describe(const analysis::result::UncertaintyResult& uncertainty, Out& out) {
  out("measure", uncertainty.measure, "Measure that is asked about.");
  out("unit", uncertainty.unit, "Its unit.");
  out("draws", uncertainty.draws, "From the beliefs.");
  out("replications", uncertainty.replications, "At each draw.");
  out("factors", uncertainty.factors, "By number.");
  out("answers", uncertainty.answers, "Departments, then their differences to the baseline.");
  out.maybe("best", uncertainty.best, "Department with the best mean over the beliefs.");
  std::vector<double> shares;
  std::vector<analysis::Interval> intervals;
  for (const analysis::Figure& share : uncertainty.share_best) {
    shares.push_back(share.value);
    intervals.push_back(share.interval);
  }
  out("share_best", shares, "By department: share of the draws in which it is the best.");
  out("share_best_intervals", intervals, "Their intervals, of draws and replications together.");
  out("everything", uncertainty.everything.value, "Expected gain of knowing all factors.");
  out("everything_interval", uncertainty.everything.interval, "Its interval, of draws and replications together.");
  out("moved", uncertainty.moved, "The assumptions are seen to move some difference between departments.");
  out("worth", uncertainty.worth, "By factor.");
}

}  // namespace app
