#include <doctest/doctest.h>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {

/// M/M/10+M with 11 Erlang: more than ten can do, if nobody gave up. Waits include those that end by giving up. What is
/// there forgets its beginning within some works of 2 min and patiences of 3 min; warm-up a day.
Chapter impatience(int servers, double patience) {
  const double rate = 330.0 / 60;
  const double period = 30 * 24 * 60;
  Chapter chapter{"M/M/10+M (Erlang A)", "scenarios/textbook/mmcm.toml", 5, 30, {}};
  for (const auto& [department, at_once] : {std::pair{"ten_servers", 0.0}, {"some_at_once", 0.1}}) {
    const Impatient queue(servers, rate, 2, patience, at_once);
    chapter.promises.push_back({department, "leads_lost.abandoned", rate * period * queue.abandoned()});
    chapter.promises.push_back({department, "win_rate", 1 - queue.abandoned()});
    chapter.promises.push_back({department, "wait.serve.mean", queue.mean_wait()});
    chapter.promises.push_back({department, "wait.serve.p90", queue.wait_quantile(0.9)});
    chapter.promises.push_back({department, "answered_within.serve", queue.answered_within(20.0 / 60)});
    chapter.promises.push_back({department, "queue.serve", queue.queue()});
    chapter.promises.push_back({department, "utilisation.server", queue.utilisation()});
  }
  return chapter;
}

}  // namespace theory

TEST_CASE("M/M/10+M: who gives up, who waits how long and who is answered in time are Erlang A's") {
  theory::check(theory::impatience());
}
