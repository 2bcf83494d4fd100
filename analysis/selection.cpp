#include "analysis/selection.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/moments.hpp"
#include "analysis/quantiles.hpp"
#include "sim/elementary.hpp"

namespace analysis {
namespace {

/// Variance of the paired differences of two systems' linearised values; `absent` with less than two of them.
double difference_variance(const Linearised& one, const Linearised& other) {
  Moments gap;
  for (std::size_t r = 0; r < one.values.size(); ++r)
    if (known(one.values[r]) && known(other.values[r])) gap.add(one.values[r] - other.values[r]);
  return gap.count() < 2 ? absent : gap.variance();
}

/// The candidates' way through one stage.
class Stage {
 public:
  Stage(Experiment& experiment, const std::vector<Candidate>& candidates, const SelectionOptions& options,
        std::vector<std::size_t> running, std::uint32_t offset, Selection& result)
      : experiment_(experiment), options_(options), running_(std::move(running)), result_(result) {
    points_.resize(candidates.size());
    systems_.resize(candidates.size());
    for (const std::size_t i : running_) {
      points_[i] = experiment.add(candidates[i].values, offset);
      systems_[i] = candidates[i].system;
    }
  }

  const std::vector<std::size_t>& running() const { return running_; }

  /// Runs everybody still in the running to `count` replications of this stage.
  void run_to(std::uint32_t count) {
    std::vector<Experiment::Wanted> wanted;
    for (const std::size_t i : running_) wanted.push_back({points_[i], systems_[i], count});
    const std::uint64_t before = experiment_.spent();
    experiment_.extend(wanted);
    for (const std::size_t i : running_) result_.replications[i] += count - count_;
    result_.spent += experiment_.spent() - before;
    count_ = count;
    linearised_.resize(points_.size());
    for (const std::size_t i : running_) {
      linearised_[i] = linearise(experiment_.of(points_[i], systems_[i]));
      result_.means[i] = linearised_[i].center;
    }
  }

  /// Drops everybody who is further behind somebody than `tolerated(i, l)`.
  template <class Tolerated>
  void drop(const Tolerated& tolerated, bool screening) {
    const double sign = options_.larger_is_better ? 1 : -1;
    const std::vector<std::size_t> before = running_;
    std::vector<std::size_t> left;
    std::vector<Dropped> dropped;
    for (const std::size_t i : before) {
      Dropped fate{i, i, count_, absent, screening};
      double worst = 0;
      const bool lost = !known(result_.means[i]);
      for (const std::size_t l : before) {
        if (l == i || !known(result_.means[l]) || lost) continue;
        const double behind = sign * (result_.means[l] - result_.means[i]);
        if (behind - tolerated(i, l) <= worst) continue;
        worst = behind - tolerated(i, l);
        fate.by = l;
        fate.behind = behind;
      }
      if (worst > 0 || lost)
        dropped.push_back(fate);
      else
        left.push_back(i);
    }
    if (left.empty()) return;  // nobody has an estimate
    result_.dropped.insert(result_.dropped.end(), dropped.begin(), dropped.end());
    running_ = left;
  }

  const Linearised& linearised(std::size_t candidate) const { return linearised_[candidate]; }
  std::uint32_t count() const { return count_; }

 private:
  Experiment& experiment_;
  const SelectionOptions& options_;
  std::vector<std::size_t> running_;
  Selection& result_;
  std::vector<std::size_t> points_;
  std::vector<std::size_t> systems_;
  std::vector<Linearised> linearised_;
  std::uint32_t count_ = 0;
};

/// Variances of all pairs of the candidates that run, [i * candidates + l].
std::vector<double> variances_of(const Stage& stage, std::size_t candidates) {
  std::vector<double> variances(candidates * candidates, 0.0);
  for (const std::size_t i : stage.running())
    for (const std::size_t l : stage.running())
      if (l > i)
        variances[i * candidates + l] = variances[l * candidates + i] =
            difference_variance(stage.linearised(i), stage.linearised(l));
  return variances;
}

void screen(Stage& stage, std::size_t candidates, double alpha, const SelectionOptions& options) {
  stage.run_to(options.first);
  const std::vector<double> variances = variances_of(stage, candidates);
  const double n = options.first;
  const double t = student_quantile(1 - alpha / static_cast<double>(candidates - 1), n - 1);
  stage.drop([&](std::size_t i, std::size_t l) { return t * std::sqrt(variances[i * candidates + l] / n); }, true);
}

/// Procedure KN; whether the guarantee was reached.
bool run_kn(Stage& stage, std::size_t candidates, double alpha, const SelectionOptions& options) {
  stage.run_to(options.first);
  const std::size_t k = stage.running().size();
  const double degrees = options.first - 1;
  const double delta = options.indifference;
  const double eta = (sim::pow(2 * alpha / static_cast<double>(k - 1), -2 / degrees) - 1) / 2;
  const double h2 = 2 * eta * degrees;
  stage.drop([](std::size_t, std::size_t) { return std::numeric_limits<double>::infinity(); }, false);
  const std::vector<double> variances = variances_of(stage, candidates);
  // Too few values to tell how far candidates differ: no look could be trusted.
  if (std::any_of(variances.begin(), variances.end(), [](double variance) { return !known(variance); })) return false;
  const double longest = *std::max_element(variances.begin(), variances.end()) * (h2 / (delta * delta));
  for (;;) {
    const double r = stage.count();
    stage.drop(
        [&](std::size_t i, std::size_t l) {
          return std::max(0.0, delta / (2 * r) * (h2 * variances[i * candidates + l] / (delta * delta) - r));
        },
        false);
    if (stage.running().size() == 1 || r > longest) return true;
    if (stage.count() >= options.cap) return false;
    // Beyond `longest` there is nothing to wait for.
    const double next = std::min({r + options.round, std::floor(longest) + 1, static_cast<double>(options.cap)});
    stage.run_to(static_cast<std::uint32_t>(next));
  }
}

}  // namespace

Selection select_best(Experiment& experiment, const std::vector<Candidate>& candidates,
                      const SelectionOptions& options) {
  assert(!candidates.empty() && options.indifference > 0 && options.first >= 2);
  const std::size_t k = candidates.size();
  Selection result;
  result.means.assign(k, absent);
  result.replications.assign(k, 0);
  std::vector<std::size_t> running(k);
  std::iota(running.begin(), running.end(), std::size_t{0});
  double alpha = 1 - options.confidence;
  std::uint32_t offset = 0;
  if (k > options.screen_above && k > 1) {
    alpha /= 2;
    Stage stage(experiment, candidates, options, running, 0, result);
    screen(stage, k, alpha, options);
    running = stage.running();
    result.screened = result.dropped.size();
    offset = options.first;
  }
  if (running.size() > 1) {
    Stage stage(experiment, candidates, options, running, offset, result);
    result.decided = run_kn(stage, k, alpha, options);
    running = stage.running();
  } else {
    result.decided = true;
  }
  result.remaining = running;
  const double sign = options.larger_is_better ? 1 : -1;
  result.best = running.front();
  for (const std::size_t i : running)
    if (sign * result.means[i] > sign * result.means[result.best]) result.best = i;
  return result;
}

}  // namespace analysis
