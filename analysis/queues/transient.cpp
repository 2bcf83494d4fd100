#include "analysis/queues/transient.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <map>
#include <numeric>

namespace analysis {
namespace {

constexpr double longest_step = 400;      ///< expected jumps of one step: e^−400 is still a number
constexpr double practically_no = 1e-18;  ///< chance of a state that is left out

/// More than so many arrivals practically never come where `mean` are expected: nine standard deviations of a Poisson
/// number, and some for small means.
double most_of(double mean) { return mean + 9 * std::sqrt(mean) + 20; }

/// The number present as a chain, of whose states those are kept that can practically be reached.
class Chain {
 public:
  Chain(const Pool& pool, double answer_within) : pool_(pool), answer_within_(answer_within), chances_{1} {}

  Flow pass(const Stretch& stretch) {
    servers_ = stretch.servers;
    rate_ = stretch.rate;
    work_ = pool_.work / stretch.speed;
    time_.assign(chances_.size(), 0.0);
    for (double left = stretch.length; left > 0;) {
      double length = left;
      for (open_up(length); fastest_ * length > longest_step; open_up(length)) length /= 2;
      if (fastest_ > 0) step(length);
      left -= length;
      while (chances_.size() > 1 && chances_.back() < practically_no) chances_.pop_back();
    }
    return told(stretch);
  }

 private:
  /// Makes room for whoever may come in so much time, and for the rates with that many states.
  void open_up(double length) {
    const auto states = chances_.size() + static_cast<std::size_t>(rate_ > 0 ? most_of(rate_ * length) : 0);
    departures_.resize(states);
    for (std::size_t n = 0; n < states; ++n) {
      const double served = static_cast<double>(std::min<std::size_t>(n, servers_));
      departures_[n] = served / work_ + (static_cast<double>(n) - served) / pool_.patience;
    }
    fastest_ = rate_ + departures_.back();
  }

  /// Moves on by a time of at most `longest_step` expected jumps, and adds up the expected time in each state.
  void step(double length) {
    const double jumps = fastest_ * length;
    const std::size_t states = departures_.size();
    now_ = chances_;
    now_.resize(states, 0.0);
    next_.assign(states, 0.0);
    later_.assign(states, 0.0);
    time_.resize(std::max(time_.size(), states), 0.0);
    double weight = std::exp(-jumps);  // of k jumps
    double rest = 1;                   // chance of more than k of them
    for (double k = 0;; ++k) {
      rest -= weight;
      const double spent = std::max(rest, 0.0) / fastest_;
      for (std::size_t n = 0; n < states; ++n) {
        later_[n] += weight * now_[n];
        time_[n] += spent * now_[n];
      }
      if (k > jumps && weight < 1e-16) break;
      jump();
      weight *= jumps / (k + 1);
    }
    const double sum = std::accumulate(later_.begin(), later_.end(), 0.0);
    chances_.resize(states);
    for (std::size_t n = 0; n < states; ++n) chances_[n] = later_[n] / sum;
  }

  /// One jump of the uniform chain; at the last state nobody comes in.
  void jump() {
    const std::size_t last = now_.size() - 1;
    const double come = rate_ / fastest_;
    const double jump = 1 / fastest_;
    next_[0] = now_[0] * (1 - come) + (last > 0 ? now_[1] * departures_[1] * jump : 0);
    for (std::size_t n = 1; n < last; ++n)
      next_[n] =
          now_[n] * (1 - come - departures_[n] * jump) + now_[n - 1] * come + now_[n + 1] * departures_[n + 1] * jump;
    if (last > 0) next_[last] = now_[last] * (1 - departures_[last] * jump) + now_[last - 1] * come;
    std::swap(now_, next_);
  }

  /// Chance to be answered in time of whoever finds all servers busy and so many others waiting.
  double in_time(std::size_t waiting) {
    std::vector<double>& known = in_time_[{servers_, work_}];
    while (known.size() <= waiting) {
      const double a = servers_ / work_ * pool_.patience;
      const double x = std::exp(-answer_within_ / pool_.patience);
      const double b = static_cast<double>(known.size()) + 1;
      known.push_back(a / (a + b) * boost::math::ibetac(a + 1, b, x));
    }
    return known[waiting];
  }

  Flow told(const Stretch& stretch) {
    Flow flow;
    flow.asked = stretch.rate * stretch.length;
    for (std::size_t n = 0; n < time_.size(); ++n) {
      const std::size_t in_service = std::min<std::size_t>(n, servers_);
      const std::size_t waiting = n - in_service;
      flow.busy += time_[n] * static_cast<double>(in_service);
      flow.queue += time_[n] * static_cast<double>(waiting);
      if (n < chances_.size()) flow.present += static_cast<double>(n) * chances_[n];
      if (n < servers_) {
        flow.answered += time_[n] * stretch.rate;
        continue;
      }
      flow.waited += time_[n] * stretch.rate;
      if (servers_ > 0 && stretch.rate > 0) flow.answered += time_[n] * stretch.rate * in_time(waiting);
    }
    flow.abandoned = flow.queue / pool_.patience;
    return flow;
  }

  const Pool& pool_;
  double answer_within_;
  std::uint32_t servers_ = 0;
  double rate_ = 0;
  double work_ = 1;  ///< mean, at the servers' speed
  double fastest_ = 0;
  std::vector<double> chances_;     ///< by number present
  std::vector<double> departures_;  ///< rate of departures by number present
  std::vector<double> time_;        ///< expected time in each state
  std::vector<double> now_, next_;  ///< chances after k jumps and one more
  std::vector<double> later_;       ///< chances at the end of a step
  std::map<std::pair<std::uint32_t, double>, std::vector<double>>
      in_time_;  ///< by servers and work, then number waiting
};

}  // namespace

std::vector<Flow> flow_of(const Pool& pool, std::span<const Stretch> stretches, double answer_within) {
  std::vector<Flow> flows;
  if (stretches.empty()) return flows;
  Chain chain(pool, answer_within);
  for (const Stretch& stretch : stretches) flows.push_back(chain.pass(stretch));
  return flows;
}

std::vector<Flow> approximate_flow_of(const Pool& pool, std::span<const Stretch> stretches) {
  const boost::math::normal normal;
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
    const double serve = stretch.speed / pool.work;
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
