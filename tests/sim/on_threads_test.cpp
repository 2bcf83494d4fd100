#include "sim/on_threads.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <stdexcept>

TEST_CASE("what is repeated on threads ends when nothing is left, and number 0 is the caller's own thread") {
  std::atomic<int> left{1000};
  std::mutex access;
  std::set<unsigned> numbers;
  bool own = true;
  sim::on_threads(3, {}, [&, caller = std::this_thread::get_id()](unsigned thread, std::stop_source&) {
    const std::scoped_lock lock(access);
    numbers.insert(thread);
    own = own && (thread == 0) == (std::this_thread::get_id() == caller);
    return --left > 0;
  });
  CHECK(left <= 0);
  CHECK(left > -3);  // each thread hears once that nothing is left
  CHECK(own);
  CHECK(*numbers.rbegin() < 3);
}

TEST_CASE("the first exception on threads ends them all and is rethrown") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::atomic<int> steps{0};
    const auto step = [&](unsigned, std::stop_source&) -> bool {
      if (++steps == 10) throw std::runtime_error("ten");
      return true;  // who is not ended by the exception never ends
    };
    CHECK_THROWS_WITH_AS(sim::on_threads(threads, {}, step), "ten", std::runtime_error);
    CHECK(steps >= 10);
  }
}

TEST_CASE("threads end when they are stopped from outside or by one of them") {
  std::stop_source stop;
  std::atomic<int> steps{0};
  sim::on_threads(2, stop.get_token(), [&](unsigned, std::stop_source&) {
    if (++steps == 5) stop.request_stop();
    return true;
  });
  CHECK(steps >= 5);
  steps = 0;
  sim::on_threads(2, {}, [&](unsigned, std::stop_source& halt) {
    if (++steps == 5) halt.request_stop();
    return true;
  });
  CHECK(steps >= 5);
  steps = 0;
  sim::on_threads(2, stop.get_token(), [&](unsigned, std::stop_source&) { return ++steps > 0; });
  CHECK(steps == 0);  // stopped before it began
}
