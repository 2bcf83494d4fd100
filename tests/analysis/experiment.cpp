#include "analysis/experiment.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

#include "sim/draws.hpp"
#include "sim/problem.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;

namespace {

/// Two systems at each point (a, b): the mean a + noise and the ratio (b + noise)/2, with the same noise everywhere.
class Plane : public Factory {
 public:
  std::size_t systems() const override { return 2; }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override {
    ++made;
    const double center = values[system];
    const std::uint32_t bad = fails_at;
    return std::make_unique<samples::FunctionSystem>(
        samples::catalogue_of(system == 0 ? sim::Estimator::mean : sim::Estimator::ratio),
        [center, bad](std::uint32_t replication) {
          if (replication >= bad) throw std::runtime_error("replication " + std::to_string(replication));
          return sim::Observation{{center + sim::Draws(1, replication).normal(7, 0), 2}, {}, {}};
        });
  }
  mutable std::atomic<int> made{0};
  std::uint32_t fails_at = ~0U;
};

}  // namespace

TEST_CASE("an experiment keeps one measure of each replication, at every point the same worlds") {
  const Plane plane;
  Experiment experiment(plane, {"value"});
  const std::size_t here = experiment.add({0, 10});
  const std::size_t there = experiment.add({5, 20});
  experiment.extend(std::vector<std::size_t>{here, there}, 4);
  CHECK(experiment.spent() == 16);
  CHECK(experiment.of(here, 0).size() == 4);
  CHECK_FALSE(experiment.of(here, 0).ratio);
  CHECK(experiment.of(here, 1).ratio);
  for (std::size_t r = 0; r < 4; ++r) {
    CHECK(experiment.of(there, 0).above[r] == doctest::Approx(experiment.of(here, 0).above[r] + 5));
    CHECK(experiment.of(here, 1).value(r) == doctest::Approx((10 + experiment.of(here, 0).above[r]) / 2));
  }
  CHECK(experiment.values(there) == std::vector<double>{5, 20});
}

TEST_CASE("replications are added, never run twice, and may begin later") {
  const Plane plane;
  Experiment experiment(plane, {"value"});
  const std::size_t point = experiment.add({0, 0});
  experiment.extend(std::vector<Experiment::Wanted>{{point, 0, 3}});
  experiment.extend(std::vector<Experiment::Wanted>{{point, 0, 5}, {point, 1, 2}});
  experiment.extend(std::vector<Experiment::Wanted>{{point, 0, 4}});
  CHECK(experiment.spent() == 7);
  const std::size_t later = experiment.add({0, 0}, 3);
  experiment.extend(std::vector<Experiment::Wanted>{{later, 0, 2}});
  CHECK(experiment.of(later, 0).above[0] == experiment.of(point, 0).above[3]);
  CHECK(experiment.of(later, 0).above[1] == experiment.of(point, 0).above[4]);
}

TEST_CASE("points that are the same to a system share its replications") {
  // System 0 is at a, system 1 at b.
  struct Own : Plane {
    bool concerns(std::size_t system, std::size_t factor) const override { return system == factor; }
  };
  const Own own;
  const Plane plane;
  Experiment sharing(own, {"value"});
  Experiment apart(plane, {"value"});
  std::vector<std::size_t> points;
  for (const auto& [a, b] : {std::pair{0.0, 10.0}, {0.0, 20.0}, {5.0, 20.0}}) {
    points.push_back(sharing.add({a, b}));
    apart.add({a, b});
  }
  sharing.extend(std::vector<Experiment::Wanted>{{points[0], 0, 2}, {points[1], 0, 3}, {points[2], 1, 1}});
  CHECK(sharing.spent() == 4);
  sharing.extend(points, 4);
  apart.extend(points, 4);
  CHECK(sharing.spent() == 16);  // two values of each
  CHECK(apart.spent() == 24);
  for (const std::size_t point : points)
    for (std::size_t s = 0; s < 2; ++s) CHECK(sharing.of(point, s).above == apart.of(point, s).above);
  // Replications that begin elsewhere are others.
  const std::size_t later = sharing.add({0, 10}, 1);
  sharing.extend(std::vector<Experiment::Wanted>{{later, 0, 1}});
  CHECK(sharing.spent() == 17);
  CHECK(sharing.of(later, 0).above[0] == sharing.of(points[0], 0).above[1]);
}

TEST_CASE("an experiment is the same on any number of threads") {
  const Plane plane;
  std::vector<std::vector<double>> results;
  for (const unsigned threads : {1U, 2U, 7U}) {
    Experiment experiment(plane, {"value"}, {.threads = threads});
    std::vector<std::size_t> points;
    for (int i = 0; i < 5; ++i) points.push_back(experiment.add({1.0 * i, 2.0 * i}));
    experiment.extend(points, 37);
    std::vector<double>& all = results.emplace_back();
    for (const std::size_t point : points)
      for (std::size_t s = 0; s < 2; ++s)
        all.insert(all.end(), experiment.of(point, s).above.begin(), experiment.of(point, s).above.end());
  }
  CHECK(results[0].size() == 370);
  CHECK(results[0] == results[1]);
  CHECK(results[0] == results[2]);
}

TEST_CASE("several measures are kept at once, and one that is missing is an input error") {
  sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::mean);
  catalogue.measures.push_back(catalogue.measures[0]);
  catalogue.measures[1].name = "other";
  catalogue.measures[1].numerator = 1;
  const samples::FunctionSystem system(catalogue, [](std::uint32_t r) {
    return sim::Observation{{1.0 * r, -1.0 * r}, {}, {}};
  });
  const GivenSystems given({&system});
  Experiment experiment(given, {"value", "other"});
  const std::size_t point = experiment.add({});
  experiment.extend(std::vector<std::size_t>{point}, 3);
  CHECK(experiment.of(point, 0, 0).above == std::vector<double>{0, 1, 2});
  CHECK(experiment.of(point, 0, 1).above == std::vector<double>{0, -1, -2});
  Experiment wrong(given, {"profit"});
  wrong.add({});
  try {
    wrong.extend(std::vector<std::size_t>{0}, 1);
    FAIL("an unknown measure was found");
  } catch (const sim::InputError& error) {
    CHECK(error.problems()[0].code == "unknown_measure");
    CHECK(error.problems()[0].arguments == std::vector<std::string>{"profit", "0"});
  }
}

TEST_CASE("the first failure in order is the one that is told, and nothing is kept of that attempt") {
  Plane plane;
  plane.fails_at = 3;
  Experiment experiment(plane, {"value"}, {.threads = 3});
  const std::size_t point = experiment.add({0, 0});
  CHECK_THROWS_WITH(experiment.extend(std::vector<std::size_t>{point}, 20), "replication 3");
  CHECK(experiment.spent() == 0);
  CHECK(experiment.of(point, 0).size() == 0);
}

TEST_CASE("a stopped experiment throws, and progress never tells fewer wanted than done") {
  const Plane plane;
  std::stop_source source;
  Experiment experiment(plane, {"value"}, {.threads = 1, .stop = source.get_token()});
  const std::size_t point = experiment.add({0, 0});
  experiment.extend(std::vector<std::size_t>{point}, 2);
  source.request_stop();
  CHECK_THROWS_AS(experiment.extend(std::vector<std::size_t>{point}, 4), Stopped);
  CHECK(experiment.spent() == 4);
  experiment.extend(std::vector<std::size_t>{point}, 2);  // nothing to do
}
