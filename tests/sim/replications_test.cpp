#include "sim/replications.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "sim/draws.hpp"

using sim::Observation;
using sim::Replications;

namespace {

/// Yields a row that depends on its name, the replication and nothing else. Counts what is asked of it; can fail,
/// dawdle and ask for a stop.
class Fake : public sim::System {
 public:
  explicit Fake(std::string name) : word_(sim::word(name)) { catalogue_.slots = 2; }

  const sim::Catalogue& catalogue() const override { return catalogue_; }
  std::unique_ptr<sim::Worker> worker() const override {
    if (refuses.exchange(false)) throw std::runtime_error("no worker");
    ++workers;
    return std::make_unique<FakeWorker>(*this);
  }
  Observation row(std::uint32_t replication) const {
    Observation result;
    result.totals = {sim::Draws(1, replication).uniform(word_, 0), static_cast<double>(replication)};
    result.by_period = {sim::Draws(1, replication).normal(word_, 1)};
    sim::Histogram histogram;
    histogram.add(static_cast<sim::Time>(replication) * sim::second);
    result.histograms = {histogram.compact()};
    return result;
  }

  mutable std::atomic<int> workers{0};
  mutable std::atomic<int> observed{0};
  mutable std::atomic<bool> refuses{false};
  std::vector<std::uint32_t> failing;  ///< replications that throw
  std::uint32_t stops_at = ~0U;        ///< the replication in which a stop is requested
  std::stop_source* stop = nullptr;
  std::chrono::microseconds takes{0};

 private:
  class FakeWorker : public sim::Worker {
   public:
    explicit FakeWorker(const Fake& system) : system_(system) {}
    Observation observe(std::uint32_t replication) override {
      ++system_.observed;
      // Even replications take longer, so that threads finish out of order.
      if (system_.takes.count() > 0) std::this_thread::sleep_for(system_.takes * (1 + replication % 2 * 3));
      for (const std::uint32_t bad : system_.failing)
        if (replication == bad) throw std::runtime_error("replication " + std::to_string(replication));
      if (replication == system_.stops_at) system_.stop->request_stop();
      return system_.row(replication);
    }

   private:
    const Fake& system_;
  };

  sim::Word word_;
  sim::Catalogue catalogue_;
};

void check_row(const Observation& row, const Observation& expected) {
  CHECK(row.totals == expected.totals);
  CHECK(row.by_period == expected.by_period);
  REQUIRE(row.histograms.size() == expected.histograms.size());
  CHECK(row.histograms[0].first == expected.histograms[0].first);
  CHECK(row.histograms[0].counts == expected.histograms[0].counts);
}

void check_rows(const Replications& replications, const std::vector<const Fake*>& systems, std::uint32_t count) {
  REQUIRE(replications.count() == count);
  for (std::size_t s = 0; s < systems.size(); ++s) {
    REQUIRE(replications.of(s).size() == count);
    for (std::uint32_t r = 0; r < count; ++r) check_row(replications.of(s)[r], systems[s]->row(r));
  }
}

}  // namespace

TEST_CASE("any number of threads gives the same rows in the same places") {
  for (const unsigned threads : {0U, 1U, 2U, 7U, 64U}) {
    Fake a("a");
    Fake b("b");
    a.takes = std::chrono::microseconds(50);
    Replications replications({&a, &b}, threads);
    CHECK(replications.count() == 0);
    CHECK(replications.run_to(40));
    check_rows(replications, {&a, &b}, 40);
    CHECK(a.observed == 40);
    CHECK(b.observed == 40);
    CHECK(a.workers <= static_cast<int>(std::max(threads, 1U)));
  }
}

TEST_CASE("threads go on where they stopped: the first rows stay and are not made again") {
  Fake a("a");
  Replications replications({&a}, 3);
  CHECK(replications.run_to(10));
  const int workers = a.workers;
  CHECK(replications.run_to(25));
  check_rows(replications, {&a}, 25);
  CHECK(a.observed == 25);
  CHECK(a.workers <= std::max(workers, 3));
  CHECK(replications.run_to(25));
  CHECK(replications.run_to(5));  // already there
  check_rows(replications, {&a}, 25);
  CHECK(a.observed == 25);
}

TEST_CASE("nothing to do needs no thread and no worker") {
  Fake a("a");
  Replications replications({&a}, 2);
  CHECK(replications.run_to(0));
  CHECK(a.workers == 0);
  Replications none({}, 2);
  CHECK(none.run_to(5));
  CHECK(none.count() == 5);
}

TEST_CASE("a stop request keeps the finished prefix on any number of threads, and a later run completes it") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::stop_source stop;
    Fake a("a");
    Fake b("b");
    a.takes = std::chrono::microseconds(100);
    b.stops_at = 30;
    b.stop = &stop;
    Replications replications({&a, &b}, threads);
    CHECK_FALSE(replications.run_to(1'000, stop.get_token()));
    const std::uint32_t kept = replications.count();
    // Replication 30 was finished by its thread; at most the other threads' own ones were still taken up after it, and
    // all below it had been taken up before, so they are finished too.
    CHECK(kept >= 31);
    CHECK(kept <= 31 + 2 * threads);
    check_rows(replications, {&a, &b}, kept);
    CHECK_FALSE(replications.run_to(1'000, stop.get_token()));  // still stopped: nothing new
    CHECK(replications.count() == kept);
    CHECK(replications.run_to(60));
    check_rows(replications, {&a, &b}, 60);
  }
}

TEST_CASE("threads that were stopped before they began keep nothing") {
  std::stop_source stop;
  stop.request_stop();
  Fake a("a");
  Replications replications({&a}, 2);
  CHECK_FALSE(replications.run_to(10, stop.get_token()));
  CHECK(replications.count() == 0);
  CHECK(a.observed == 0);
}

TEST_CASE("a stop requested in the last replication comes too late: all threads are done") {
  std::stop_source stop;
  Fake a("a");
  a.stops_at = 9;
  a.stop = &stop;
  Replications replications({&a}, 1);
  CHECK(replications.run_to(10, stop.get_token()));
  check_rows(replications, {&a}, 10);
}

TEST_CASE("the exception of the lowest replication is rethrown by any number of threads, and what was there stays") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    for (int attempt = 0; attempt < 20; ++attempt) {
      Fake a("a");
      a.takes = std::chrono::microseconds(20);
      Replications replications({&a}, threads);
      CHECK(replications.run_to(5));
      a.failing = {41, 17, 18, 19};
      CHECK_THROWS_WITH_AS(replications.run_to(100), "replication 17", std::runtime_error);
      check_rows(replications, {&a}, 5);
      a.failing.clear();
      CHECK(replications.run_to(20));
      check_rows(replications, {&a}, 20);
    }
  }
}

TEST_CASE("a system that cannot make its worker once is asked again by the next run of the threads") {
  for (const unsigned threads : {1U, 3U}) {
    Fake a("a");
    Fake b("b");
    b.refuses = true;
    Replications replications({&a, &b}, threads);
    CHECK_THROWS_WITH_AS(replications.run_to(10), "no worker", std::runtime_error);
    CHECK(replications.count() == 0);
    CHECK(replications.run_to(10));
    check_rows(replications, {&a, &b}, 10);
  }
}

TEST_CASE("progress comes from one thread at a time, grows and is not more frequent than a few times a second") {
  for (const unsigned threads : {1U, 4U}) {
    Fake a("a");
    a.takes = std::chrono::microseconds(2'000);
    Replications replications({&a}, threads);
    std::atomic<int> inside{0};
    std::vector<std::uint32_t> reports;
    bool together = false;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(replications.run_to(400, {}, [&](std::uint32_t done, std::uint32_t wanted) {
      together = together || inside.fetch_add(1) != 0;
      CHECK(wanted == 400);
      reports.push_back(done);
      inside.fetch_sub(1);
    }));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    CHECK_FALSE(together);
    CHECK(static_cast<double>(reports.size()) <= seconds / 0.2);
    CHECK(reports.size() > 0);
    for (std::size_t i = 1; i < reports.size(); ++i) CHECK(reports[i] > reports[i - 1]);
    for (const std::uint32_t done : reports) CHECK(done <= 400);
  }
}
