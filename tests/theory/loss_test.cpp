#include <doctest/doctest.h>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {

/// M/G/c/c with 4 Erlang and an order of 100 on average from everybody who is answered. Whoever finds nobody free gives
/// up in the same moment. The time that the empty beginning is remembered is a few works of 2 min; warm-up a day.
Chapter loss(int servers, double work) {
  constexpr double rate = 2;               // per minute
  constexpr double period = 30 * 24 * 60;  // min
  Chapter chapter{"M/G/5/5 (Erlang B)", "scenarios/textbook/mmcc.toml", 4, 40, {}};
  for (const auto& [department, people] : {std::pair{"exponential_work", servers},
                                           {"lognormal_work", servers},
                                           {"constant_work", servers},
                                           {"one_more", servers + 1}}) {
    const double lost = erlang_b(people, rate * work);
    chapter.promises.push_back({department, "leads_lost.abandoned", rate * period * lost});
    chapter.promises.push_back({department, "win_rate", 1 - lost});
    chapter.promises.push_back({department, "utilisation.server", rate * work * (1 - lost) / people});
    chapter.promises.push_back({department, "revenue", rate * period * (1 - lost) * 100});
  }
  return chapter;
}

}  // namespace theory

TEST_CASE("M/G/5/5: the share lost is Erlang's, whatever the law of work") {
  theory::check(theory::loss());
  for (const char* department : {"exponential_work", "lognormal_work", "constant_work", "one_more"})
    CHECK(theory::observe(theory::loss(), {department, "wait.serve.mean", 0}).observed == 0);
}
