#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/absent.hpp"
#include "sim/replications.hpp"
#include "sim/system.hpp"

namespace analysis {

/// Stands for the whole run where a period's number could stand.
inline constexpr std::size_t whole_run = static_cast<std::size_t>(-1);

/// One measure of one system through the replications, read where the observations lie, without copying them.
class Series {
 public:
  /// `period` is a period's number or `whole_run`; a period needs a measure that is recorded by period. What is passed
  /// by reference must outlive the series.
  Series(const sim::Catalogue& catalogue, const sim::Measure& measure, std::span<const sim::Observation> rows,
         std::size_t period = whole_run);

  std::size_t size() const { return rows_.size(); }
  const sim::Measure& measure() const { return *measure_; }

  double numerator(std::size_t replication) const { return number(replication, measure_->numerator); }
  /// Of a ratio only.
  double denominator(std::size_t replication) const { return number(replication, measure_->denominator); }
  /// Of a quantile only.
  const sim::Histogram::Compact& histogram(std::size_t replication) const {
    return rows_[replication].histograms[measure_->numerator];
  }
  /// The measure within one replication, in its unit: numerator, numerator / denominator, or the quantile of this
  /// replication's histogram. `absent` where the denominator is 0 or the histogram is empty.
  double value(std::size_t replication) const;

 private:
  double number(std::size_t replication, std::size_t slot) const {
    const sim::Observation& row = rows_[replication];
    return period_ == whole_run ? row.totals[slot] : row.by_period[offset_ + slot];
  }

  const sim::Measure* measure_;
  std::span<const sim::Observation> rows_;
  std::size_t period_;
  std::size_t offset_;
};

/// A measure's values by replication in a form whose mean is the estimate and whose spread is the estimate's error.
///
/// mean:     v_i = y_i, center ȳ.
/// ratio:    center R = ȳ/x̄ and v_i = R + (y_i − R x_i)/x̄, the delta method (Law, 9.4.1; Cochran, 6.5). |y_i − R x_i|
///           below 1e-13 |y_i| is rounding and counts as 0, so that proportional numbers have no spread.
/// quantile: v_i = the replication's own quantile, `absent` where it is empty; center the mean of the others, which is
///           another thing than the pooled quantile.
/// The center is `absent`, and so is every value, where there is no estimate: no replications, or a denominator that is
/// 0 on average.
struct Linearised {
  double center = absent;
  std::vector<double> values;  ///< by replication
};
Linearised linearise(const Series& series);

/// The series of the measure called `name` in every system, over the first `count` replications. Systems may keep it in
/// different slots. Throws sim::InputError with the problem `unknown_measure` (arguments: name, number of the system
/// from 0) for each system that does not have it.
std::vector<Series> series_of(const sim::Replications& replications, std::string_view name, std::uint32_t count);

}  // namespace analysis
