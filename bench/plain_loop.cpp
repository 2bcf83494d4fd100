#include "bench/plain_loop.hpp"

#include <functional>
#include <queue>
#include <random>
#include <vector>

namespace bench {
namespace {

struct Event {
  double time;
  bool arrival;
  bool operator>(const Event& other) const { return time > other.time; }
};

}  // namespace

PlainSums plain_loop(std::uint64_t seed, std::int64_t customers, std::int32_t servers, double mean_between,
                     double mean_work) {
  std::mt19937_64 random(seed);
  std::exponential_distribution<double> between(1 / mean_between);
  std::exponential_distribution<double> work(1 / mean_work);
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
  std::queue<double> waiting;  // when each asked
  std::int32_t idle = servers;
  std::int64_t asked = 0;
  PlainSums sums;

  const auto serve = [&](double now, double since) {
    const double duration = work(random);
    sums.wait += now - since;
    sums.busy += duration;
    ++sums.served;
    events.push({now + duration, false});
  };
  events.push({between(random), true});
  while (!events.empty()) {
    const auto [now, arrival] = events.top();
    events.pop();
    if (arrival) {
      if (++asked < customers) events.push({now + between(random), true});
      if (idle > 0) {
        --idle;
        serve(now, now);
      } else {
        waiting.push(now);
      }
    } else if (waiting.empty()) {
      ++idle;
    } else {
      serve(now, waiting.front());
      waiting.pop();
    }
  }
  return sums;
}

}  // namespace bench
