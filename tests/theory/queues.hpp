#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

/// Closed forms of queueing theory, all times in minutes and rates per minute. `load` is λ × mean work, in Erlang.
/// Sources: Kleinrock, Queueing Systems I (1975); Cooper, Introduction to Queueing Theory (1981); Garnett, Mandelbaum &
/// Reiman (2002), Designing a call center with impatient customers.
namespace theory {

/// Share of customers that M/G/c/c turns away: Erlang's loss formula by B_k = a B_{k-1} / (k + a B_{k-1}), B_0 = 1.
/// It depends on the law of work through its mean only.
inline double erlang_b(int servers, double load) {
  double blocked = 1;
  for (int k = 1; k <= servers; ++k) blocked = load * blocked / (k + load * blocked);
  return blocked;
}

/// Chance to wait in M/M/c: C = B / (1 − ρ (1 − B)), ρ = a/c < 1.
inline double erlang_c(int servers, double load) {
  const double blocked = erlang_b(servers, load);
  return blocked / (1 - load / servers * (1 - blocked));
}

/// M/M/c, first come first served: W > t with chance C e^{−(cμ − λ)t}.
struct Delay {
  int servers = 1;
  double rate = 0;  ///< λ
  double work = 1;  ///< 1/μ

  double utilisation() const { return rate * work / servers; }
  double waits() const { return erlang_c(servers, rate * work); }
  double drain() const { return servers / work - rate; }  ///< cμ − λ
  double mean_wait() const { return waits() / drain(); }
  double queue() const { return rate * mean_wait(); }
  double mean_stay() const { return mean_wait() + work; }
  double answered_within(double t) const { return 1 - waits() * std::exp(-drain() * t); }
  /// Where P(W > t) has fallen to 1 − p; meant for p above the share that does not wait.
  double wait_quantile(double p) const { return std::log(waits() / (1 - p)) / drain(); }
  /// E[max(floor, e^{−sW})]: what a chance that decays at rate s with the wait keeps, never less than `floor`. The wait
  /// at which the floor is met is f = ln(1/floor)/s; beyond 0, W has density C δ e^{−δw}, δ = cμ − λ.
  double decayed(double s, double floor) const {
    const double falls = floor > 0 ? std::exp(-(drain() + s) * (std::log(1 / floor) / s)) : 0;
    const double stays = floor > 0 ? floor * std::exp(-drain() * (std::log(1 / floor) / s)) : 0;
    return 1 - waits() + waits() * (drain() / (drain() + s) * (1 - falls) + stays);
  }
};

/// M/M/c+M, the Erlang A model: whoever waits gives up at rate θ; a share `at_once` of those who would have to wait
/// hangs up at once. The number present is a birth-death chain with birth rates λ, λ(1 − at_once) from c on, and death
/// rates min(n, c)μ + (n − c)⁺θ.
///
/// Who finds j others waiting before him goes through j + 1 departures, at rates cμ + jθ, …, cμ, unless he gives up at
/// rate θ before. So the chance g_j(t) to be answered by t obeys g_j' = (cμ + jθ)(g_{j−1} − g_j) − θ g_j, g_{−1} = 1,
/// and the chance h_j(t) to wait longer than t, however it ends, the same with h_{−1} = 0 and h_j(0) = 1.
class Impatient {
 public:
  Impatient(int servers, double rate, double work, double patience, double at_once = 0)
      : servers_(servers), rate_(rate), mu_(1 / work), theta_(1 / patience), stays_(1 - at_once) {
    double sum = 1;
    chances_.push_back(1);
    for (int n = 1; n <= servers_ || chances_.back() > 1e-18 * sum; ++n) {
      const double deaths = n <= servers_ ? n * mu_ : servers_ * mu_ + (n - servers_) * theta_;
      chances_.push_back(chances_.back() * rate_ * (n <= servers_ ? 1 : stays_) / deaths);
      sum += chances_.back();
    }
    for (double& chance : chances_) chance /= sum;
  }

  /// Chance that n are present.
  double chance(std::size_t n) const { return n < chances_.size() ? chances_[n] : 0; }
  /// Chance that all servers are busy.
  double waits() const {
    double sum = 0;
    for (auto n = static_cast<std::size_t>(servers_); n < chances_.size(); ++n) sum += chances_[n];
    return sum;
  }
  double queue() const {
    double sum = 0;
    for (auto n = static_cast<std::size_t>(servers_); n < chances_.size(); ++n)
      sum += static_cast<double>(n - static_cast<std::size_t>(servers_)) * chances_[n];
    return sum;
  }
  double mean_wait() const { return queue() / rate_; }  ///< answered or not
  double abandoned() const { return theta_ * queue() / rate_ + (1 - stays_) * waits(); }
  double utilisation() const { return rate_ * (1 - abandoned()) / (servers_ * mu_); }
  double answered_within(double t) const { return 1 - waits() + stays_ * averaged(after(t, true)); }
  double waits_longer(double t) const { return stays_ * averaged(after(t, false)); }
  double wait_quantile(double p) const {
    double low = 0;
    double high = 1;
    while (waits_longer(high) > 1 - p) high *= 2;
    while (high - low > 1e-9 * high) (waits_longer((low + high) / 2) > 1 - p ? low : high) = (low + high) / 2;
    return low;
  }

 private:
  /// g(t) or h(t) by places in the queue, by Runge-Kutta's method of fourth order with steps of 1/20 of the fastest
  /// rate: the error is below 1e-7.
  std::vector<double> after(double t, bool answered) const {
    const std::size_t places = chances_.size() - static_cast<std::size_t>(servers_);
    const auto slope = [&](const std::vector<double>& y) {
      std::vector<double> result(places);
      for (std::size_t j = 0; j < places; ++j) {
        const double ahead = j > 0 ? y[j - 1] : answered ? 1 : 0;
        result[j] = (servers_ * mu_ + static_cast<double>(j) * theta_) * (ahead - y[j]) - theta_ * y[j];
      }
      return result;
    };
    const double fastest = servers_ * mu_ + static_cast<double>(places) * theta_;
    const auto steps = static_cast<int>(20 * fastest * t) + 1;
    const double step = t / steps;
    std::vector<double> y(places, answered ? 0.0 : 1.0);
    const auto moved = [&](const std::vector<double>& k, double by) {
      std::vector<double> result = y;
      for (std::size_t j = 0; j < places; ++j) result[j] += by * k[j];
      return result;
    };
    for (int i = 0; i < steps; ++i) {
      const std::vector<double> k1 = slope(y);
      const std::vector<double> k2 = slope(moved(k1, step / 2));
      const std::vector<double> k3 = slope(moved(k2, step / 2));
      const std::vector<double> k4 = slope(moved(k3, step));
      for (std::size_t j = 0; j < places; ++j) y[j] += step / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
    }
    return y;
  }
  double averaged(const std::vector<double>& by_place) const {
    double sum = 0;
    for (std::size_t j = 0; j < by_place.size(); ++j)
      sum += chances_[static_cast<std::size_t>(servers_) + j] * by_place[j];
    return sum;
  }

  int servers_;
  double rate_;
  double mu_;
  double theta_;
  double stays_;
  std::vector<double> chances_;  ///< by number present
};

/// Mean wait in M/G/1 by Pollaczek and Khinchine: λ E[S²] / (2 (1 − ρ)), E[S²] = mean² (1 + cv²).
inline double pollaczek_khinchine(double rate, double work, double cv) {
  return rate * work * work * (1 + cv * cv) / (2 * (1 - rate * work));
}

/// P(W <= t) in M/D/1, by Erlang: (1 − ρ) Σ_{k <= t/D} (λ(kD − t))^k / k! · e^{−λ(kD − t)}. The terms alternate: meant
/// for t below some ten D.
inline double constant_work_within(double rate, double work, double t) {
  double sum = 0;
  for (int k = 0; k * work <= t; ++k) {
    double term = std::exp(-rate * (k * work - t));
    for (int i = 1; i <= k; ++i) term *= rate * (k * work - t) / i;
    sum += term;
  }
  return (1 - rate * work) * sum;
}

/// Mean waits by class, first class first, where nobody is interrupted (Cobham 1954): R / ((1 − σ_{k−1})(1 − σ_k)) with
/// σ_k = ρ_1 + … + ρ_k, and R the mean time until a server is free if all are busy now and nobody waits.
inline std::vector<double> cobham(double residual, const std::vector<double>& utilisations) {
  std::vector<double> waits;
  double sigma = 0;
  for (const double share : utilisations) {
    const double next = sigma + share;
    waits.push_back(residual / ((1 - sigma) * (1 - next)));
    sigma = next;
  }
  return waits;
}
/// R of one server: Σ λ E[S²] / 2 over classes that share a law.
inline double residual_work(double rate, double work, double cv) { return rate * work * work * (1 + cv * cv) / 2; }

}  // namespace theory
