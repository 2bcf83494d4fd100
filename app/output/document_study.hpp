#pragma once

#include "analysis/result/study.hpp"

/// The form of a study's summary in the document; see document.hpp.
namespace app {

template <class Out>
void describe(const analysis::result::StudyFactor& factor, Out& out) {
  out("path", factor.path, "By which it is set.");
  out.maybe("unit", factor.unit, "Of its ends.");
  out("low", factor.low, "Smallest value, where all are numbers.");
  out("high", factor.high, "Largest value.");
  out.some("values", factor.values, "Values, where not all are numbers; the first ones of many.");
}

template <class Out>
void describe(const analysis::result::StudySpread& spread, Out& out) {
  out("counts", spread.counts, "Points in each bin; the last one holds its upper end, too.");
  out("mean", spread.mean, "Mean of the points.");
  out("p05", spread.p05, "5 % quantile of the points.");
  out("p50", spread.p50, "Their median.");
  out("p95", spread.p95, "Their 95 % quantile.");
}

template <class Out>
void describe(const analysis::result::StudySpreads& spreads, Out& out) {
  out("unit", spreads.unit, "Unit of the values.");
  out("from", spreads.from, "Lower end of the first bin; null where no point has a value.");
  out("width", spreads.width, "Of each bin; 0 where all values are the same.");
  out.keyed(
      "departments", spreads.departments, [](const auto& one) { return one.department; }, "By department.");
}

template <class Out>
void describe(const analysis::result::StudyBin& bin, Out& out) {
  out("label", bin.label, "Of values that are no numbers; empty: all without a bin of their own.");
  out("from", bin.from, "Smallest value of numbers.");
  out("to", bin.to, "Largest value; the next bin begins beyond it.");
  out("points", bin.points, "Points with a result.");
  out("best", bin.best, "By department: points in which it has the best mean.");
  out("means", bin.means, "By department: mean of these points.");
}

template <class Out>
void describe(const analysis::result::StudyWinners& winners, Out& out) {
  out("factor", winners.factor, "Number of the factor.");
  out("bins", winners.bins, "Its values in order.");
}

template <class Out>
void describe(const analysis::result::StudyPoint& point, Out& out) {
  out("point", point.point, "Its number in the design.");
  out("values", point.values, "By factor.");
  out.or_null("best", point.best, "Number of the department with the best mean.");
  out("means", point.means, "By department.");
  out("replications", point.replications, "Of a department at this point.");
}

template <class Out>
void describe(const analysis::result::StudyResult& study, Out& out) {
  out("measure", study.measure, "Measure by which departments are compared.");
  out("unit", study.unit, "Its unit.");
  out("larger_is_better", study.larger_is_better, "Which end is the good one.");
  out("points", study.points, "Points of the design.");
  out("done", study.done, "Points with a result.");
  out("replications", study.replications, "Of a department, over all points.");
  out("departments", study.departments, "Names.");
  out.values("titles", study.titles, "By department: what people call it.");
  out("factors", study.factors, "What varies.");
  out("spread", study.spread, "How the means of the departments are spread over the points.");
  out.values("best", study.best, "By department: share of the points in which it has the best mean.");
  out("winners", study.winners, "By factor: who has the best mean where.");
  out("table", study.table, "Points, evenly taken from all with a result.");
  out("table_of", study.table_of, "How many there are.");
}

}  // namespace app
