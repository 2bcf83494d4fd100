#include "sim/replications.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>

namespace sim {

Replications::Replications(std::vector<const System*> systems, unsigned threads)
    : systems_(std::move(systems)), observations_(systems_.size()), threads_(std::max(1U, threads)) {
  workers_.resize(threads_);
}

bool Replications::run_to(std::uint32_t wanted, std::stop_token stop, const Progress& progress) {
  if (wanted <= count_) return true;
  const std::uint32_t first = count_;
  const std::size_t fresh = wanted - first;
  for (Observations& rows : observations_) rows.resize(wanted);

  std::vector<std::atomic<bool>> finished(fresh);
  std::vector<std::exception_ptr> failures(fresh);
  std::atomic<std::uint64_t> next{first};
  std::atomic<std::uint32_t> done{first};
  std::atomic<bool> failed{false};
  std::mutex reporting;
  auto last_report = std::chrono::steady_clock::now();

  const auto work = [&](std::vector<std::unique_ptr<Worker>>& workers) {
    while (!stop.stop_requested() && !failed.load(std::memory_order_relaxed)) {
      const std::uint64_t number = next.fetch_add(1, std::memory_order_relaxed);
      if (number >= wanted) return;
      const auto replication = static_cast<std::uint32_t>(number);
      try {
        while (workers.size() < systems_.size()) workers.push_back(systems_[workers.size()]->worker());
        for (std::size_t s = 0; s < systems_.size(); ++s)
          observations_[s][replication] = workers[s]->observe(replication);
        finished[replication - first].store(true, std::memory_order_release);
      } catch (...) {
        failures[replication - first] = std::current_exception();
        failed.store(true, std::memory_order_relaxed);
        return;
      }
      done.fetch_add(1, std::memory_order_relaxed);
      if (!progress) continue;
      const std::unique_lock lock(reporting, std::try_to_lock);
      if (!lock.owns_lock()) continue;
      const auto now = std::chrono::steady_clock::now();
      if (now - last_report < std::chrono::milliseconds(200)) continue;
      last_report = now;
      progress(done.load(std::memory_order_relaxed), wanted);
    }
  };

  const unsigned helpers = std::min<unsigned>(threads_, static_cast<unsigned>(std::min<std::size_t>(fresh, 1024))) - 1;
  {
    std::vector<std::jthread> threads;
    threads.reserve(helpers);
    for (unsigned t = 0; t < helpers; ++t) threads.emplace_back([&, t] { work(workers_[t + 1]); });
    work(workers_[0]);
  }

  for (const std::exception_ptr& failure : failures)
    if (failure) {
      for (Observations& rows : observations_) rows.resize(first);
      std::rethrow_exception(failure);
    }
  std::size_t prefix = 0;
  while (prefix < fresh && finished[prefix].load(std::memory_order_acquire)) ++prefix;
  count_ = first + static_cast<std::uint32_t>(prefix);
  for (Observations& rows : observations_) rows.resize(count_);
  return count_ == wanted;
}

}  // namespace sim
