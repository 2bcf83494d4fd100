#include "analysis/sample.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/moments.hpp"

namespace analysis {

Sample Sample::first(std::size_t count) const {
  Sample result = *this;
  result.above.resize(count);
  if (ratio) result.below.resize(count);
  return result;
}

Sample sample_of(const Series& series) {
  Sample result;
  result.ratio = series.measure().estimator == sim::Estimator::ratio;
  for (std::size_t i = 0; i < series.size(); ++i) {
    result.above.push_back(result.ratio ? series.numerator(i) : series.value(i));
    if (result.ratio) result.below.push_back(series.denominator(i));
  }
  return result;
}

Linearised linearise(const Sample& sample) {
  const std::size_t n = sample.size();
  Linearised result;
  result.values.resize(n, absent);
  if (n == 0) return result;
  if (sample.ratio) {
    Moments above;
    Moments below;
    for (std::size_t i = 0; i < n; ++i) {
      above.add(sample.above[i]);
      below.add(sample.below[i]);
    }
    if (below.mean() == 0) return result;
    const double ratio = above.mean() / below.mean();
    result.center = ratio;
    const auto some = static_cast<std::size_t>(
        std::count_if(sample.below.begin(), sample.below.end(), [](double d) { return d != 0; }));
    for (std::size_t i = 0; i < n; ++i) {
      if (some < 2 && sample.below[i] == 0) continue;  // of a single ratio no error can be told
      const double y = sample.above[i];
      const double residual = y - ratio * sample.below[i];
      result.values[i] = std::fabs(residual) <= 1e-13 * std::fabs(y) ? ratio : ratio + residual / below.mean();
    }
    return result;
  }
  Moments present;
  for (std::size_t i = 0; i < n; ++i) {
    result.values[i] = sample.above[i];
    if (known(result.values[i])) present.add(result.values[i]);
  }
  if (present.count() > 0) result.center = present.mean();
  return result;
}

Panel panel_of(std::span<const Sample> samples) {
  Panel result;
  result.values.resize(samples.size());
  result.centers.resize(samples.size(), absent);
  std::size_t count = samples.empty() ? 0 : samples.front().size();
  for (const Sample& sample : samples) count = std::min(count, sample.size());
  std::vector<Linearised> all;
  for (const Sample& sample : samples)
    all.push_back(sample.size() == count ? linearise(sample) : linearise(sample.first(count)));
  // Of whom there is one value only, though there are several replications, nothing can be told.
  for (Linearised& one : all)
    if (count >= 2 && std::count_if(one.values.begin(), one.values.end(), known) < 2) one.center = absent;
  const bool nobody = std::none_of(all.begin(), all.end(), [](const Linearised& l) { return known(l.center); });
  for (std::size_t i = 0; i < count; ++i) {
    const bool complete = std::all_of(all.begin(), all.end(),
                                      [&](const Linearised& l) { return !known(l.center) || known(l.values[i]); });
    if (!complete || nobody) {
      ++result.dropped;
      continue;
    }
    ++result.rows;
    for (std::size_t s = 0; s < all.size(); ++s)
      if (known(all[s].center)) result.values[s].push_back(all[s].values[i]);
  }
  if (result.rows == 0) return result;
  for (std::size_t s = 0; s < all.size(); ++s) {
    if (!known(all[s].center)) continue;
    if (result.dropped == 0) {
      result.centers[s] = all[s].center;
      continue;
    }
    Moments kept;
    for (const double value : result.values[s]) kept.add(value);
    result.centers[s] = kept.mean();
  }
  return result;
}

Panel panel_of(std::span<const Series> series) {
  std::vector<Sample> samples;
  for (const Series& one : series) samples.push_back(sample_of(one));
  return panel_of(samples);
}

}  // namespace analysis
