#include <doctest/doctest.h>

#include <numbers>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {

/// M/M/1 with λ = 24/h and work of 2 min. Relaxation time work/(1 − √ρ)² = 3 h: after two days the empty beginning has
/// left e^{−16}. A wait counts for the period in which it begins and is followed to its end, so nothing is cut off.
Chapter one_server(double work) {
  const Delay queue{1, 24.0 / 60, work};
  const double per_minute = std::numbers::ln2 / 10;  // of a half-life of 10 min
  return {"M/M/1",
          "scenarios/textbook/mm1.toml",
          1,
          120,
          {{"one_server", "wait.serve.mean", queue.mean_wait()},
           {"one_server", "wait.serve.p90", queue.wait_quantile(0.9)},
           {"one_server", "answered_within.serve", queue.answered_within(5)},
           {"one_server", "queue.serve", queue.queue()},
           {"one_server", "utilisation.server", queue.utilisation()},
           {"one_server", "cycle_time", queue.mean_stay() / (24 * 60)},
           {"decaying", "win_rate", queue.decayed(per_minute, 0)},
           {"floored", "win_rate", queue.decayed(per_minute, 0.4)}}};
}

}  // namespace theory

TEST_CASE("M/M/1: waits, queue, stay and decaying chances are those of theory") { theory::check(theory::one_server()); }
