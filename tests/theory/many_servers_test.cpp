#include <doctest/doctest.h>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {

/// M/M/5 with 4.2 Erlang. Relaxation time work/(c (1 − √ρ)²) = 1 h, warm-up a day.
Chapter many_servers(int servers, double work) {
  const Delay queue{servers, 126.0 / 60, work};
  return {"M/M/5 (Erlang C)",
          "scenarios/textbook/mmc.toml",
          2,
          50,
          {{"five_servers", "wait.serve.mean", queue.mean_wait()},
           {"five_servers", "wait.serve.p90", queue.wait_quantile(0.9)},
           {"five_servers", "answered_within.serve", queue.answered_within(1)},
           {"five_servers", "queue.serve", queue.queue()},
           {"five_servers", "utilisation.server", queue.utilisation()},
           {"five_servers", "cycle_time", queue.mean_stay() / (24 * 60)}}};
}

/// M/M/20 with 18 Erlang. Relaxation time 76 min, warm-up ten days.
Chapter twenty_servers(int servers) {
  const Delay queue{servers, 270.0 / 60, 4};
  return {"M/M/20 (Erlang C)",
          "scenarios/textbook/mm20.toml",
          3,
          65,
          {{"twenty_servers", "wait.serve.mean", queue.mean_wait()},
           {"twenty_servers", "wait.serve.p90", queue.wait_quantile(0.9)},
           {"twenty_servers", "queue.serve", queue.queue()},
           {"twenty_servers", "utilisation.server", queue.utilisation()},
           {"twenty_servers", "cycle_time", queue.mean_stay() / (24 * 60)}}};
}

}  // namespace theory

TEST_CASE("M/M/5: waits, their tail and the queue are Erlang's") { theory::check(theory::many_servers()); }

TEST_CASE("M/M/20: waits, their tail and the queue are Erlang's") { theory::check(theory::twenty_servers()); }
