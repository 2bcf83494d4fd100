#include "analysis/dominance.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/resampling.hpp"

namespace analysis {
namespace {

/// A value, whose it is, and of which replication.
struct Mark {
  double value;
  double side;  ///< +1 of the first, −1 of the second
  std::size_t replication;
};

/// D₁ − D₂ at each distinct value (first order: of the step there; second: of the integral up to there), times n.
class Gap {
 public:
  Gap(const std::vector<double>& first, const std::vector<double>& second, DominanceOrder order) : order_(order) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      marks_.push_back({first[i], 1, i});
      marks_.push_back({second[i], -1, i});
    }
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.value < b.value; });
  }

  /// With each replication counted so many times.
  template <class Count>
  void fill(std::vector<double>& gaps, const Count& count) const {
    gaps.clear();
    double step = 0;
    double area = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (i > 0 && marks_[i].value != marks_[i - 1].value) {
        if (order_ == DominanceOrder::first) gaps.push_back(step);
        area += step * (marks_[i].value - marks_[i - 1].value);
        if (order_ == DominanceOrder::second) gaps.push_back(area);
      }
      step += marks_[i].side * count(marks_[i].replication);
    }
  }

 private:
  std::vector<Mark> marks_;
  DominanceOrder order_;
};

}  // namespace

Dominance dominance(const Sample& first, const Sample& second, const DominanceOptions& options) {
  const double sign = options.larger_is_better ? 1 : -1;
  std::vector<double> one;
  std::vector<double> other;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    const double v = first.value(i);
    const double w = second.value(i);
    if (!known(v) || !known(w)) continue;
    one.push_back(sign * v);
    other.push_back(sign * w);
  }
  Dominance result;
  result.rows = one.size();
  if (one.empty()) return result;
  const Gap gap(one, other, options.order);
  std::vector<double> seen;
  gap.fill(seen, [](std::size_t) { return 1.0; });
  double above = 0;
  double below = 0;
  for (const double value : seen) {
    above = std::max(above, value);
    below = std::max(below, -value);
  }
  // Sums of areas leave rounding errors where they should cancel.
  double scale = 0;
  for (const double value : seen) scale = std::max(scale, std::fabs(value));
  const double rounding = options.order == DominanceOrder::second ? 1e-12 * scale : 0;
  result.holds = above <= rounding && below > rounding;
  result.reverse_holds = below <= rounding && above > rounding;
  const Resampling resampling(one.size(), options.seed, "dominance");
  std::vector<std::uint32_t> counts;
  std::vector<double> drawn;
  std::size_t as_large = 0;
  std::size_t reverse_as_large = 0;
  for (std::uint32_t b = 0; b < options.resamples; ++b) {
    resampling.count(b, counts);
    gap.fill(drawn, [&](std::size_t replication) { return static_cast<double>(counts[replication]); });
    double up = 0;
    double down = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      up = std::max(up, drawn[i] - seen[i]);
      down = std::max(down, seen[i] - drawn[i]);
    }
    as_large += up >= above ? 1U : 0U;
    reverse_as_large += down >= below ? 1U : 0U;
  }
  const double all = options.resamples;
  result.p_value = static_cast<double>(as_large) / all;
  result.reverse_p_value = static_cast<double>(reverse_as_large) / all;
  return result;
}

}  // namespace analysis
