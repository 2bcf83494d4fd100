#include "sim/replications.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>

#include "sim/on_threads.hpp"

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
  std::mutex reporting;
  auto last_report = std::chrono::steady_clock::now();

  const auto step = [&](unsigned thread, std::stop_source& halt) {
    const std::uint64_t number = next.fetch_add(1, std::memory_order_relaxed);
    if (number >= wanted) return false;
    const auto replication = static_cast<std::uint32_t>(number);
    std::vector<std::unique_ptr<Worker>>& workers = workers_[thread];
    try {
      while (workers.size() < systems_.size()) workers.push_back(systems_[workers.size()]->worker());
      for (std::size_t s = 0; s < systems_.size(); ++s)
        observations_[s][replication] = workers[s]->observe(replication);
      finished[replication - first].store(true, std::memory_order_release);
    } catch (...) {
      failures[replication - first] = std::current_exception();
      halt.request_stop();
      return false;
    }
    done.fetch_add(1, std::memory_order_relaxed);
    if (!progress) return true;
    const std::unique_lock lock(reporting, std::try_to_lock);
    if (!lock.owns_lock()) return true;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_report < std::chrono::milliseconds(200)) return true;
    last_report = now;
    progress(done.load(std::memory_order_relaxed), wanted);
    return true;
  };
  on_threads(std::min<unsigned>(threads_, static_cast<unsigned>(std::min<std::size_t>(fresh, 1024))), stop, step);

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
