#include "analysis/precision.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <initializer_list>

#include "analysis/comparison.hpp"
#include "analysis/estimate.hpp"
#include "sim/problem.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;

namespace {

/// mean + deviation × (common + own normal), the common one shared by all systems of a replication.
samples::FunctionSystem system_of(double mean, double deviation, std::uint64_t own) {
  return {samples::catalogue_of(sim::Estimator::mean), [=](std::uint32_t replication) {
            samples::Generator common(7'000'000 + replication);
            samples::Generator alone(own * 1'000'000 + replication);
            return sim::Observation{{mean + deviation * (common.normal() + alone.normal()), 0}, {}, {}};
          }};
}

}  // namespace

TEST_CASE("the first look that is precise enough decides, whatever the threads, the batch and what was run before") {
  const samples::FunctionSystem one = system_of(100, 10, 1);
  const samples::FunctionSystem two = system_of(104, 10, 2);
  const samples::FunctionSystem three = system_of(100, 15, 3);
  PrecisionRule rule{.measure = "value", .precision = 0.02};

  // By hand, from a long run: the first of 30, 40, 50 … where both simultaneous half-widths are at most 2 % of the
  // mean.
  sim::Replications all({&one, &two, &three}, 2);
  all.run_to(2000);
  std::uint32_t expected = 0;
  for (std::uint32_t n = 30; n <= 2000 && expected == 0; n += 10) {
    const std::vector<Series> series = series_of(all, "value", n);
    const Comparison compared = compare(series, {});
    const double scale = 0.02 * estimate(series[0], 0.95).mean;
    bool narrow = true;
    for (std::size_t s = 1; s < 3; ++s) {
      const Difference& d = compared.differences[s];
      narrow = narrow && d.high - d.mean <= scale && d.mean - d.low <= scale;
    }
    if (narrow) expected = n;
  }
  REQUIRE(expected > 100);
  REQUIRE(expected < 1000);

  for (const unsigned threads : {1U, 3U})
    for (const std::uint32_t ahead : {1U, 10U, 37U, 700U}) {
      rule.ahead = ahead;
      sim::Replications replications({&one, &two, &three}, threads);
      const PrecisionReached reached = run_until_precise(replications, rule);
      CHECK(reached.resolved);
      CHECK_FALSE(reached.stopped);
      CHECK(reached.replications == expected);
      CHECK(reached.reached <= 0.02);
      if (ahead <= 10) CHECK(replications.count() == expected);
    }
  const PrecisionReached again = run_until_precise(all, rule);
  CHECK(again.replications == expected);
  CHECK(all.count() == 2000);
}

TEST_CASE("one system, or a wish, asks for the precision of means") {
  const samples::FunctionSystem one = system_of(100, 10, 1);
  const samples::FunctionSystem two = system_of(100, 10, 2);
  PrecisionRule rule{.measure = "value", .precision = 0.03};
  sim::Replications single({&one}, 1);
  const PrecisionReached reached = run_until_precise(single, rule);
  CHECK(reached.resolved);
  const Estimate mean = estimate(series_of(single, "value", reached.replications)[0], 0.95);
  CHECK(reached.reached == doctest::Approx((mean.high - mean.mean) / mean.mean).epsilon(1e-12));
  // The common part makes means less sure than their difference.
  rule.target = PrecisionRule::Target::means;
  sim::Replications both({&one, &two}, 1);
  both.run_to(60);
  const double of_means = relative_half_width(series_of(both, "value", 60), rule);
  rule.target = PrecisionRule::Target::differences;
  CHECK(of_means != relative_half_width(series_of(both, "value", 60), rule));
  rule.target = PrecisionRule::Target::means;
  CHECK(run_until_precise(both, rule).replications >= reached.replications);
}

TEST_CASE("the longer arm of an interval that is not symmetric must be short enough") {
  const samples::FunctionSystem skewed(samples::catalogue_of(sim::Estimator::mean), [](std::uint32_t replication) {
    return sim::Observation{{samples::Generator(replication).exponential(), 0}, {}, {}};
  });
  sim::Replications replications({&skewed}, 1);
  replications.run_to(50);
  const std::vector<Series> series = series_of(replications, "value", 50);
  const Estimate mean = estimate(series[0], 0.95);
  REQUIRE(mean.skewed);
  REQUIRE_FALSE(mean.uncorrected);
  REQUIRE(mean.high - mean.mean > 1.05 * (mean.mean - mean.low));
  CHECK(relative_half_width(series, {.measure = "value"}) == (mean.high - mean.mean) / mean.mean);
}

TEST_CASE("what is not precise at the cap is reported as unresolved") {
  const samples::FunctionSystem one = system_of(100, 100, 1);
  PrecisionRule rule{.measure = "value", .precision = 0.001, .cap = 75};
  sim::Replications replications({&one}, 2);
  const PrecisionReached reached = run_until_precise(replications, rule);
  CHECK_FALSE(reached.resolved);
  CHECK_FALSE(reached.stopped);
  CHECK(reached.replications == 75);
  CHECK(replications.count() == 75);
  CHECK(reached.reached > 0.001);
  // Fewer than the first look wants are never enough, however precise.
  const samples::FunctionSystem constant = system_of(100, 0, 1);
  sim::Replications few({&constant}, 1);
  rule.cap = 20;
  const PrecisionReached early = run_until_precise(few, rule);
  CHECK_FALSE(early.resolved);
  CHECK(early.replications == 20);
  CHECK(early.reached == 0);
}

TEST_CASE("a mean of zero is never precise unless there is no spread at all") {
  const samples::FunctionSystem nothing = system_of(0, 0, 1);
  const samples::FunctionSystem something = system_of(0, 1, 1);
  sim::Replications replications({&nothing, &something}, 1);
  const PrecisionReached reached = run_until_precise(replications, {.measure = "value", .precision = 0.5, .cap = 60});
  CHECK_FALSE(reached.resolved);
  CHECK(std::isinf(reached.reached));
  sim::Replications zeros({&nothing}, 1);
  const PrecisionReached exact = run_until_precise(zeros, {.measure = "value", .precision = 0});
  CHECK(exact.resolved);
  CHECK(exact.replications == 30);
}

TEST_CASE("a measure without an estimate is unresolved and has no width") {
  const samples::FunctionSystem empty(samples::catalogue_of(sim::Estimator::ratio), [](std::uint32_t) {
    return sim::Observation{{0, 0}, {}, {}};
  });
  sim::Replications replications({&empty, &empty}, 1);
  const PrecisionReached reached = run_until_precise(replications, {.measure = "value", .cap = 50});
  CHECK_FALSE(reached.resolved);
  CHECK_FALSE(known(reached.reached));
  CHECK(reached.replications == 50);
}

TEST_CASE("an interrupted run says so and tells what it has") {
  std::stop_source source;
  const samples::FunctionSystem halting(samples::catalogue_of(sim::Estimator::mean), [&](std::uint32_t r) {
    if (r == 44) source.request_stop();
    return sim::Observation{{static_cast<double>(r), 0}, {}, {}};
  });
  sim::Replications replications({&halting}, 1);
  const PrecisionReached reached =
      run_until_precise(replications, {.measure = "value", .precision = 1e-6}, source.get_token());
  CHECK(reached.stopped);
  CHECK_FALSE(reached.resolved);
  CHECK(reached.replications == 45);
  CHECK(known(reached.reached));
}

TEST_CASE("an unknown measure is found before anything is run") {
  const samples::FunctionSystem one = system_of(1, 1, 1);
  sim::Replications replications({&one}, 1);
  CHECK_THROWS_AS(run_until_precise(replications, {.measure = "profits"}), sim::InputError);
  CHECK(replications.count() == 0);
}

TEST_CASE("progress tells how many replications are expected, never fewer than are done") {
  const samples::FunctionSystem one(samples::catalogue_of(sim::Estimator::mean), [](std::uint32_t r) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(4);
    while (std::chrono::steady_clock::now() < until) {
    }
    return sim::Observation{{r % 2 == 0 ? 9.0 : 11.0, 0}, {}, {}};
  });
  sim::Replications replications({&one}, 1);
  std::uint32_t calls = 0;
  run_until_precise(replications, {.measure = "value", .precision = 0.02, .cap = 500, .ahead = 60}, {},
                    [&](std::uint32_t done, std::uint32_t expected) {
                      ++calls;
                      CHECK(done <= expected);
                      CHECK(expected <= 500);
                    });
  CHECK(calls > 0);
}
