#include <doctest/doctest.h>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {

/// Two classes at `important` and `ordinary` per hour. Relaxation time as in M/M/1, 3 h; warm-up two days.
///
/// After the horizon nobody asks any more, so the ordinary customers who still wait then, one in 5,000, are overtaken
/// by fewer important ones than in theory: their waits are shorter by at most the share ρ₁ = .3. That is 1/50 of a
/// standard error.
Chapter priorities(double important, double ordinary) {
  const double first = important / 60;
  const double second = ordinary / 60;
  Chapter chapter{"two priorities (Cobham)", "scenarios/textbook/priorities.toml", 7, 150, {}};
  const auto promise = [&](const char* department, const std::vector<double>& waits) {
    chapter.promises.push_back({department, "wait.greet.mean", waits[0]});
    chapter.promises.push_back({department, "wait.serve.mean", waits[1]});
    chapter.promises.push_back({department, "queue.greet", first * waits[0]});
    chapter.promises.push_back({department, "queue.serve", second * waits[1]});
  };
  const double both = first + second;
  promise("one_server", cobham(residual_work(both, 2, 1), {first * 2, second * 2}));
  // All servers busy with chance C, then one is free after work/c on average.
  promise("two_servers", cobham(erlang_c(2, both * 4) * 4 / 2, {first * 4 / 2, second * 4 / 2}));
  // Constant work of 1 min, and Erlang's law of two phases, cv² = 1/2, with mean 2.4 min.
  promise("two_laws",
          cobham(residual_work(first, 1, 0) + residual_work(second, 2.4, std::sqrt(0.5)), {first * 1, second * 2.4}));
  return chapter;
}

}  // namespace theory

TEST_CASE("two priorities: mean waits by class are Cobham's for one server, two servers and two laws of work") {
  theory::check(theory::priorities());
}
