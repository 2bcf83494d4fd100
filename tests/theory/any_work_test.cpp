#include <doctest/doctest.h>

#include <cmath>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {
namespace {

/// Where M/D/1 has answered a share p.
double constant_work_quantile(double rate, double work, double p) {
  double low = 0;
  double high = 10 * work;
  while (high - low > 1e-9) {
    const double middle = (low + high) / 2;
    (constant_work_within(rate, work, middle) < p ? low : high) = middle;
  }
  return low;
}

}  // namespace

/// M/G/1 with λ = 21/h and work of 2 min on average, of coefficient of variation `cv`, 0 and 1/√3. The busy period of
/// the lognormal law has a long tail, but that a single work exceeds a day of the five of warm-up has a chance of
/// 2·10⁻¹¹.
Chapter any_work(double cv) {
  constexpr double rate = 21.0 / 60;
  constexpr double work = 2;
  Chapter chapter{"M/G/1 (Pollaczek, Khinchine)", "scenarios/textbook/mg1.toml", 6, 150, {}};
  for (const auto& [department, spread] :
       {std::pair{"lognormal_work", cv}, {"constant_work", 0.0}, {"erlang_work", 1 / std::sqrt(3.0)}}) {
    const double wait = pollaczek_khinchine(rate, work, spread);
    chapter.promises.push_back({department, "wait.serve.mean", wait});
    chapter.promises.push_back({department, "queue.serve", rate * wait});
    chapter.promises.push_back({department, "utilisation.server", rate * work});
    chapter.promises.push_back({department, "cycle_time", (wait + work) / (24 * 60)});
  }
  chapter.promises.push_back({"constant_work", "answered_within.serve", constant_work_within(rate, work, 5)});
  chapter.promises.push_back({"constant_work", "wait.serve.p90", constant_work_quantile(rate, work, 0.9)});
  return chapter;
}

}  // namespace theory

TEST_CASE("M/G/1: mean waits under three laws of work are Pollaczek's and Khinchine's") {
  theory::check(theory::any_work());
}
