#pragma once

#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace sim {

/// Repeats `step(thread, halt)` on threads 0 … `threads` - 1, of which 0 is the caller's own, and returns when all have
/// ended. A thread ends when its step returns false: nothing is left. All of them end after the steps that they are in
/// when `halt`, a std::stop_source, is requested to stop: by `stop`, by a step, or because a step has thrown. The
/// exception that came first is rethrown; whoever wants another one keeps exceptions himself.
template <class Step>
void on_threads(unsigned threads, const std::stop_token& stop, const Step& step) {
  std::stop_source halt;
  const std::stop_callback relay(stop, [&] { halt.request_stop(); });
  std::mutex access;
  std::exception_ptr error;
  const auto work = [&](unsigned thread) {
    try {
      while (!halt.stop_requested() && step(thread, halt)) {
      }
    } catch (...) {
      const std::scoped_lock lock(access);
      if (!error) error = std::current_exception();
      halt.request_stop();
    }
  };
  {
    std::vector<std::jthread> helpers;
    helpers.reserve(threads);
    for (unsigned thread = 1; thread < threads; ++thread) helpers.emplace_back(work, thread);
    work(0);
  }
  if (error) std::rethrow_exception(error);
}

}  // namespace sim
