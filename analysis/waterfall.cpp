#include "analysis/waterfall.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>

#include "analysis/interval.hpp"
#include "analysis/moments.hpp"

namespace analysis {
namespace {

/// Sums of as many replications as there may be.
__extension__ using Wide = __int128;

const sim::Breakdown& breakdown_of(const sim::Catalogue& catalogue, std::string_view total) {
  const auto it = std::find_if(catalogue.breakdowns.begin(), catalogue.breakdowns.end(),
                               [&](const sim::Breakdown& breakdown) { return breakdown.total == total; });
  assert(it != catalogue.breakdowns.end());
  return *it;
}

/// Values of a measure by replication, in parts; 0 where the system does not have it.
std::vector<std::int64_t> parts_of(const Observed& system, std::string_view measure, double grain) {
  std::vector<std::int64_t> parts(system.rows.size(), 0);
  const std::size_t index = system.catalogue.find(measure);
  if (index == system.catalogue.measures.size()) return parts;
  const std::size_t slot = system.catalogue.measures[index].numerator;
  for (std::size_t r = 0; r < parts.size(); ++r) parts[r] = std::llround(system.rows[r].totals[slot] * grain);
  return parts;
}

Wide sum_of(const std::vector<std::int64_t>& parts) {
  Wide sum = 0;
  for (const std::int64_t part : parts) sum += part;
  return sum;
}

Wide floor_of(Wide sum, Wide count) { return sum / count - (sum % count < 0 ? 1 : 0); }
/// To the nearest, halves up.
Wide nearest(Wide sum, Wide count) { return floor_of(2 * sum + count, 2 * count); }

double in_units(Wide parts, double grain) { return static_cast<double>(parts) / grain; }

/// Terms of both, each once: what only the second has stands before what follows it there.
std::vector<sim::Breakdown::Term> terms_of(const sim::Breakdown& one, const sim::Breakdown& other) {
  std::vector<sim::Breakdown::Term> terms = one.terms;
  auto next = terms.end();
  for (auto term = other.terms.rbegin(); term != other.terms.rend(); ++term) {
    const auto known =
        std::find_if(terms.begin(), terms.end(), [&](const auto& has) { return has.measure == term->measure; });
    next = known != terms.end() ? known : terms.insert(next, *term);
  }
  return terms;
}

/// A difference with its interval; its mean is the unrounded one.
Step step_of(const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to, int sign, double grain,
             double confidence, bool paired) {
  Moments gap;
  Moments one;
  Moments other;
  for (std::size_t r = 0; r < from.size(); ++r) {
    one.add(static_cast<double>(sign * to[r]) / grain);
    other.add(static_cast<double>(sign * from[r]) / grain);
    gap.add(static_cast<double>(sign * (to[r] - from[r])) / grain);
  }
  const MeanInterval interval =
      paired ? mean_interval(gap, confidence) : welch_interval(gap.mean(), one, other, confidence);
  Step step;
  step.sign = sign;
  step.mean = gap.mean();
  step.low = interval.low;
  step.high = interval.high;
  step.skewness = gap.skewness();
  step.skewed = interval.skewed;
  step.uncorrected = interval.uncorrected;
  return step;
}

}  // namespace

Waterfall waterfall(const Observed& from, const Observed& to, std::string_view total,
                    const WaterfallConfidence& confidence, bool paired) {
  const sim::Breakdown& one = breakdown_of(from.catalogue, total);
  const sim::Breakdown& other = breakdown_of(to.catalogue, total);
  assert(one.grain == other.grain);
  assert(from.rows.size() == to.rows.size() && !from.rows.empty());
  const auto count = static_cast<Wide>(from.rows.size());
  Waterfall result;
  result.grain = one.grain;
  const std::vector<std::int64_t> start = parts_of(from, total, one.grain);
  const std::vector<std::int64_t> end = parts_of(to, total, one.grain);
  const Wide first = nearest(sum_of(start), count);
  const Wide last = nearest(sum_of(end), count);
  result.start = in_units(first, one.grain);
  result.end = in_units(last, one.grain);
  result.whole = step_of(start, end, 1, one.grain, confidence.whole, paired);
  result.whole.measure = total;
  result.whole.mean = in_units(last - first, one.grain);

  std::vector<std::int64_t> missing(start.size());  // by replication: of the difference, less the steps
  for (std::size_t r = 0; r < missing.size(); ++r) missing[r] = end[r] - start[r];
  std::vector<Wide> means;
  std::vector<Wide> remainders;
  Wide left = last - first;
  for (const sim::Breakdown::Term& term : terms_of(one, other)) {
    const std::vector<std::int64_t> before = parts_of(from, term.measure, one.grain);
    const std::vector<std::int64_t> after = parts_of(to, term.measure, one.grain);
    Step& step = result.steps.emplace_back(step_of(before, after, term.sign, one.grain, confidence.step, paired));
    step.measure = term.measure;
    for (std::size_t r = 0; r < missing.size(); ++r) missing[r] -= term.sign * (after[r] - before[r]);
    const Wide sum = term.sign * (sum_of(after) - sum_of(before));
    means.push_back(floor_of(sum, count));
    remainders.push_back(sum - means.back() * count);
    left -= means.back();
  }
  for (std::size_t r = 0; r < missing.size(); ++r)
    if (missing[r] != 0)
      throw std::logic_error(std::string(total) + " is not the sum of its terms in replication " + std::to_string(r));
  std::vector<std::size_t> order(means.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++means[order[i]];
  for (std::size_t i = 0; i < means.size(); ++i) result.steps[i].mean = in_units(means[i], one.grain);
  return result;
}

}  // namespace analysis
