#include <doctest/doctest.h>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {

/// Three desks, 1 customer a minute at the first, and so many fewer at the next as do not pass. The slowest relaxation
/// time is the third desk's, 3 h; warm-up two days.
Chapter tandem(double first_pass) {
  const Delay first{3, 1, 2};
  const Delay second{1, first_pass, 1};
  const Delay third{2, first_pass * 0.5, 4};
  Chapter chapter{"tandem (product form)", "scenarios/textbook/tandem.toml", 8, 90, {}};
  const auto promise = [&](const Delay& desk, const std::string& stage, const std::string& role) {
    chapter.promises.push_back({"tandem", "wait." + stage + ".mean", desk.mean_wait()});
    chapter.promises.push_back({"tandem", "wait." + stage + ".p90", desk.wait_quantile(0.9)});
    chapter.promises.push_back({"tandem", "queue." + stage, desk.queue()});
    chapter.promises.push_back({"tandem", "utilisation." + role, desk.utilisation()});
  };
  promise(first, "first", "desk_one");
  promise(second, "second", "desk_two");
  promise(third, "third", "desk_three");
  chapter.promises.push_back({"tandem", "win_rate", first_pass * 0.5});
  chapter.promises.push_back(
      {"tandem", "cycle_time", (first.mean_stay() + second.mean_stay() + third.mean_stay()) / (24 * 60)});
  return chapter;
}

}  // namespace theory

TEST_CASE("a tandem: each desk is an M/M/c of its own, and stays add up") { theory::check(theory::tandem()); }
