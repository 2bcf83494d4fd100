// An interval of 95 % must hold the truth for 95 of 100 seeds. Each experiment makes short runs of a textbook file with
// 1,000 seeds and counts. The count must lie in the exact binomial band that the true coverage leaves with a chance of
// 1 in 1,000 for new seeds. The true coverage is the nominal one, unless the target says otherwise: then it is what
// 50,000 seeds found (SALESIM_SEEDS=50000 in the environment prints the counts), because few and skewed replications
// make it less.

#include "tests/theory/coverage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

#include "tests/theory/chapters.hpp"
#include "tests/theory/queues.hpp"

namespace theory {
namespace {

/// What a chapter promises, as a measure that does not depend on the length of the run.
double promised(const Chapter& chapter, const std::string& department, const std::string& measure) {
  for (const Promise& promise : chapter.promises)
    if (promise.department == department && promise.measure == measure) return promise.expected;
  throw std::out_of_range("no promise of " + measure);
}

}  // namespace

std::vector<Experiment> experiments() {
  const double lost = erlang_b(5, 4);
  const double lost_with_one_more = erlang_b(6, 4);
  const auto impatient = [&](const char* measure) { return promised(impatience(), "ten_servers", measure); };
  const double won = promised(funnel(), "everybody", "win_rate");
  const double relay_won = promised(funnel(), "relay", "win_rate");
  return {
      // 24 an hour for a quarter of a day, times a gamma factor of the year of mean 1 and coefficient of variation .3.
      {"scenarios/textbook/mm1.toml",
       {"segments.customers.inbound.door.year=0.3", "horizon=6 h", "warm_up=0 d", "run_out=0 d"},
       20,
       {{"one_server", "", "leads", 24.0 * 6}}},
      // Two hours after half an hour of warm-up, fifteen works; 240 calls, and orders of coefficient of variation 2.
      {"scenarios/textbook/mmcc.toml",
       {"horizon=2 h", "warm_up=30 min", "run_out=1 h"},
       30,
       {{"exponential_work", "", "win_rate", 1 - lost},
        {"exponential_work", "", "revenue", 240 * (1 - lost) * 100, 0.946},
        {"one_more", "exponential_work", "win_rate", lost - lost_with_one_more},
        {"one_more", "exponential_work", "revenue", 240 * (lost - lost_with_one_more) * 100, 0.936}}},
      // Half an hour of Erlang A after half an hour of warm-up.
      {"scenarios/textbook/mmcm.toml",
       {"horizon=30 min", "warm_up=30 min", "run_out=1 h"},
       30,
       {{"ten_servers", "", "wait.serve.mean", impatient("wait.serve.mean")},
        {"ten_servers", "", "wait.serve.p90", impatient("wait.serve.p90"), 0.946},
        {"ten_servers", "", "answered_within.serve", impatient("answered_within.serve")},
        {"ten_servers", "", "utilisation.server", impatient("utilisation.server")}}},
      // A day's leads followed to their end: a cohort, so no warm-up is needed where nobody waits.
      {"scenarios/textbook/funnel.toml",
       {"horizon=1 d", "warm_up=0 d"},
       20,
       {{"everybody", "", "win_rate", won}, {"relay", "everybody", "win_rate", relay_won - won}}},
      // Half a day of M/M/1 after a day of warm-up, eight relaxation times: waits that depend on each other for hours.
      {"scenarios/textbook/mm1.toml",
       {"horizon=12 h", "warm_up=1 d", "run_out=1 d"},
       30,
       {{"one_server", "", "wait.serve.mean", promised(one_server(), "one_server", "wait.serve.mean"), 0.927}}},
  };
}

}  // namespace theory

TEST_CASE("intervals of short runs hold the truth as often as they say") {
  for (const theory::Experiment& experiment : theory::experiments()) {
    const std::vector<theory::Coverage>& coverage = theory::measure(experiment);
    for (std::size_t t = 0; t < coverage.size(); ++t) {
      const theory::Target& target = experiment.targets[t];
      const theory::Band band = theory::band(target.coverage);
      const std::string report =
          fmt::format("{} of {}{}: {} of {} intervals hold {:.6g}, expected {} to {}; {} are marked as skewed\n{}",
                      target.measure, target.department, target.minus.empty() ? "" : " minus " + target.minus,
                      coverage[t].covered, theory::coverage_seeds(), target.truth, band.least, band.most,
                      coverage[t].skewed, theory::command(experiment, 1));
      if (std::getenv("SALESIM_SEEDS") != nullptr) MESSAGE(report);
      CHECK_MESSAGE(coverage[t].covered >= band.least, report);
      CHECK_MESSAGE(coverage[t].covered <= band.most, report);
    }
  }
}
