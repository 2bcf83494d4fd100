#include "analysis/queues/erlang.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace analysis {
namespace {

constexpr double negligible = 1e-16;  ///< of the largest chance

bool endless(double time) { return !(time < INFINITY); }

}  // namespace

double erlang_b(std::uint32_t servers, double load) {
  double blocked = 1;
  for (std::uint32_t k = 1; k <= servers; ++k) blocked = load * blocked / (k + load * blocked);
  return blocked;
}

double erlang_c(std::uint32_t servers, double load) {
  if (!(load < servers)) return 1;
  const double blocked = erlang_b(servers, load);
  return blocked / (1 - load / servers * (1 - blocked));
}

ErlangA::ErlangA(std::uint32_t servers, const Pool& pool) : servers_(servers), pool_(pool) {
  const double load = pool.load();
  if (pool.rate <= 0) return;
  if (endless(pool.patience)) {
    waits_ = erlang_c(servers, load);
    queue_ = load < servers ? waits_ * load / (servers - load) : INFINITY;
    return;
  }
  // Chances relative to that of all servers busy and nobody waiting. Downwards their sum is 1/B − 1 + 1 of Erlang's
  // loss formula, upwards λ/(cμ + jθ) each.
  const double drain = servers / pool.work;
  const double leave = 1 / pool.patience;
  double sum = 1 / erlang_b(servers, load);
  double chance = 1;
  double largest = 1;
  for (std::uint32_t j = 0; chance > negligible * largest; ++j) {
    waiting_.push_back(chance);
    if (j > 0) sum += chance;
    chance *= pool.rate / (drain + (j + 1) * leave);
    largest = std::max(largest, chance);
  }
  for (std::size_t j = 0; j < waiting_.size(); ++j) {
    waiting_[j] /= sum;
    waits_ += waiting_[j];
    queue_ += static_cast<double>(j) * waiting_[j];
  }
  abandoned_ = queue_ * leave / pool.rate;
}

double ErlangA::mean_wait() const { return pool_.rate > 0 ? queue_ / pool_.rate : 0; }

double ErlangA::utilisation() const {
  if (servers_ == 0) return 1;
  return std::min(1.0, pool_.load() * (1 - abandoned_) / servers_);
}

double ErlangA::answered_within(double time) const {
  if (pool_.rate <= 0) return 1;
  if (endless(pool_.patience)) return 1 - waits_longer(time);
  if (servers_ == 0) return 0;
  const double a = servers_ / pool_.work * pool_.patience;
  const double x = std::exp(-time / pool_.patience);
  double answered = 1 - waits_;
  for (std::size_t j = 0; j < waiting_.size(); ++j) {
    const double b = static_cast<double>(j) + 1;
    answered += waiting_[j] * a / (a + b) * boost::math::ibetac(a + 1, b, x);
  }
  return answered;
}

double ErlangA::waits_longer(double time) const {
  if (pool_.rate <= 0) return 0;
  if (endless(pool_.patience)) {
    const double drain = (servers_ - pool_.load()) / pool_.work;
    return drain > 0 ? waits_ * std::exp(-drain * time) : 1;
  }
  const double x = std::exp(-time / pool_.patience);
  if (servers_ == 0) return x;
  const double a = servers_ / pool_.work * pool_.patience;
  double longer = 0;
  for (std::size_t j = 0; j < waiting_.size(); ++j)
    longer += waiting_[j] * boost::math::ibeta(a, static_cast<double>(j) + 1, x);
  return longer * x;
}

}  // namespace analysis
