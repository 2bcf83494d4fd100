#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/series.hpp"

namespace analysis {

/// One measure of one system through the replications, copied out of the observations, which can then be thrown away.
struct Sample {
  bool ratio = false;         ///< the measure is estimated as a ratio of means
  std::vector<double> above;  ///< by replication: the value, a ratio's numerator, or the replication's own quantile
                              ///< (`absent` where its histogram is empty)
  std::vector<double> below;  ///< by replication: a ratio's denominator; empty otherwise

  std::size_t size() const { return above.size(); }
  /// The measure within one replication; `absent` where the denominator is 0 or the histogram was empty.
  double value(std::size_t replication) const {
    if (!ratio) return above[replication];
    return below[replication] == 0 ? absent : above[replication] / below[replication];
  }
  /// Without the replications beyond `count`, which is at most `size()`.
  Sample first(std::size_t count) const;
};

/// All replications of a series.
Sample sample_of(const Series& series);

/// As `linearise` of the series that the sample was taken from.
Linearised linearise(const Sample& sample);

/// Linearised values of several systems in the replications in which every one of them has a value: what procedures
/// work on that compare more than two systems, or a system with itself at other factors. Whoever has no value, or of
/// several replications a single one, takes no part and hides nothing of the others.
struct Panel {
  std::vector<double> centers;              ///< by system: its estimate; the mean of its values up to rounding
  std::vector<std::vector<double>> values;  ///< [system][row], as `Linearised`; empty of whoever takes no part
  std::size_t rows = 0;                     ///< replications that are there
  std::size_t dropped = 0;                  ///< replications left out, because some system has none there

  std::size_t systems() const { return values.size(); }
};

/// Over the replications that all of them have.
Panel panel_of(std::span<const Sample> samples);
Panel panel_of(std::span<const Series> series);

}  // namespace analysis
