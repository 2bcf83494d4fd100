#include "analysis/queues/transient.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <numeric>

namespace analysis {
namespace {

constexpr double longest_step = 400;  ///< expected jumps of one step: e^−400 is still a number

/// The number present as a chain.
class Chain {
 public:
  Chain(const Pool& pool, std::span<const Stretch> stretches, double answer_within)
      : pool_(pool), answer_within_(answer_within) {
    // More than all servers can take, and more than ever would be present if everybody left at the slower of both rates.
    double most = 0;
    for (const Stretch& stretch : stretches) {
      const double present = stretch.rate * std::max(pool.work, pool.patience);
      most = std::max({most, present, static_cast<double>(stretch.servers)});
    }
    chances_.assign(static_cast<std::size_t>(most + 12 * std::sqrt(most) + 30), 0.0);
    chances_[0] = 1;
  }

  Flow pass(const Stretch& stretch) {
    servers_ = stretch.servers;
    rate_ = stretch.rate;
    const std::size_t states = chances_.size();
    departures_.resize(states);
    for (std::size_t n = 0; n < states; ++n) {
      const double served = static_cast<double>(std::min<std::size_t>(n, servers_));
      departures_[n] = served / pool_.work + (static_cast<double>(n) - served) / pool_.patience;
    }
    departures_[0] = 0;
    fastest_ = rate_ + departures_.back();
    time_.assign(states, 0.0);
    if (fastest_ > 0) {
      const auto steps = static_cast<std::uint64_t>(std::ceil(stretch.length * fastest_ / longest_step));
      for (std::uint64_t i = 0; i < steps; ++i) step(stretch.length / static_cast<double>(steps));
    }
    return told(stretch);
  }

 private:
  /// Moves on by a time of at most `longest_step` expected jumps, and adds up the expected time in each state.
  void step(double length) {
    const double jumps = fastest_ * length;
    std::vector<double> now = chances_;
    std::vector<double> later(now.size(), 0.0);
    double weight = std::exp(-jumps);  // of k jumps
    double rest = 1;                   // chance of more than k of them
    for (double k = 0;; ++k) {
      rest -= weight;
      for (std::size_t n = 0; n < now.size(); ++n) {
        later[n] += weight * now[n];
        time_[n] += std::max(rest, 0.0) / fastest_ * now[n];
      }
      if (k > jumps && weight < 1e-16) break;
      jump(now);
      weight *= jumps / (k + 1);
    }
    const double sum = std::accumulate(later.begin(), later.end(), 0.0);
    for (std::size_t n = 0; n < now.size(); ++n) chances_[n] = later[n] / sum;
  }

  /// One jump of the uniform chain; at the last state nobody comes in.
  void jump(std::vector<double>& chances) const {
    const std::size_t last = chances.size() - 1;
    double before = 0;  // the chance of the state below, before the jump
    for (std::size_t n = 0; n <= last; ++n) {
      const double own = chances[n];
      const double comes = n < last ? rate_ : 0;
      double stays = own * (1 - (comes + departures_[n]) / fastest_);
      if (n > 0) stays += before * rate_ / fastest_;
      if (n < last) stays += chances[n + 1] * departures_[n + 1] / fastest_;
      before = own;
      chances[n] = stays;
    }
  }

  Flow told(const Stretch& stretch) const {
    Flow flow;
    flow.asked = stretch.rate * stretch.length;
    const double a = servers_ / pool_.work * pool_.patience;
    const double x = std::exp(-answer_within_ / pool_.patience);
    double never = stretch.length;  // time that the chain does not see: no rates at all
    for (std::size_t n = 0; n < time_.size(); ++n) {
      const double in_service = static_cast<double>(std::min<std::size_t>(n, servers_));
      const double waiting = static_cast<double>(n) - in_service;
      never -= time_[n];
      flow.busy += time_[n] * in_service;
      flow.queue += time_[n] * waiting;
      flow.present += static_cast<double>(n) * chances_[n];
      if (n < servers_) {
        flow.answered += time_[n] * stretch.rate;
        continue;
      }
      flow.waited += time_[n] * stretch.rate;
      if (servers_ == 0) continue;
      const double b = waiting + 1;
      flow.answered += time_[n] * stretch.rate * a / (a + b) * boost::math::ibetac(a + 1, b, x);
    }
    if (fastest_ <= 0 && servers_ > 0) flow.answered += std::max(never, 0.0) * stretch.rate;
    flow.abandoned = flow.queue / pool_.patience;
    return flow;
  }

  const Pool& pool_;
  double answer_within_;
  std::uint32_t servers_ = 0;
  double rate_ = 0;
  double fastest_ = 0;
  std::vector<double> chances_;     ///< by number present
  std::vector<double> departures_;  ///< rate of departures by number present
  std::vector<double> time_;        ///< expected time in each state
};

}  // namespace

std::vector<Flow> flow_of(const Pool& pool, std::span<const Stretch> stretches, double answer_within) {
  std::vector<Flow> flows;
  if (stretches.empty()) return flows;
  Chain chain(pool, stretches, answer_within);
  for (const Stretch& stretch : stretches) flows.push_back(chain.pass(stretch));
  return flows;
}

std::vector<Flow> approximate_flow_of(const Pool& pool, std::span<const Stretch> stretches) {
  const boost::math::normal normal;
  const double serve = 1 / pool.work;
  const double leave = 1 / pool.patience;
  struct State {
    double mean = 0, variance = 0, waited = 0, busy = 0, queue = 0;
    State operator+(const State& o) const {
      return {mean + o.mean, variance + o.variance, waited + o.waited, busy + o.busy, queue + o.queue};
    }
    State operator*(double f) const { return {mean * f, variance * f, waited * f, busy * f, queue * f}; }
  };
  State state;
  std::vector<Flow> flows;
  for (const Stretch& stretch : stretches) {
    const auto slope = [&](const State& s) {
      const double deviation = std::sqrt(std::max(s.variance, 1e-12));
      const double gap = (stretch.servers - s.mean) / deviation;
      const double above = boost::math::cdf(boost::math::complement(normal, gap));
      const double queue = deviation * (boost::math::pdf(normal, gap) - gap * above);
      const double busy = s.mean - queue;
      return State{stretch.rate - serve * busy - leave * queue,
                   stretch.rate + serve * busy + leave * queue - 2 * serve * s.variance * (1 - above) -
                       2 * leave * s.variance * above,
                   stretch.rate * above, busy, queue};
    };
    state.waited = state.busy = state.queue = 0;
    const auto steps = static_cast<int>(std::ceil(20 * stretch.length * std::max(serve, leave)));
    const double h = steps > 0 ? stretch.length / steps : 0;
    for (int i = 0; i < steps; ++i) {
      const State k1 = slope(state);
      const State k2 = slope(state + k1 * (h / 2));
      const State k3 = slope(state + k2 * (h / 2));
      const State k4 = slope(state + k3 * h);
      state = state + (k1 + k2 * 2 + k3 * 2 + k4) * (h / 6);
    }
    Flow flow;
    flow.asked = stretch.rate * stretch.length;
    flow.waited = state.waited;
    flow.abandoned = leave * state.queue;
    flow.busy = state.busy;
    flow.queue = state.queue;
    flow.present = state.mean;
    flows.push_back(flow);
  }
  return flows;
}

}  // namespace analysis
