#pragma once

#include <signal.h>

#include <atomic>
#include <stop_token>
#include <thread>

namespace app {

/// While it lives, SIGINT and SIGTERM ask the run to stop instead of ending the program; the second one ends it.
///
/// A thread of its own waits for the signals, so nothing happens inside a signal handler. Threads that are started
/// later do not see the signals either; so make it before them. A signal that whoever started the program has set to be
/// ignored stays ignored.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  std::stop_token token() const { return stop_.get_token(); }
  bool requested() const { return stop_.stop_requested(); }

 private:
  void wait();

  std::stop_source stop_;
  std::atomic<bool> closing_{false};
  sigset_t waited_{};
  sigset_t before_{};
  std::thread watcher_;
};

}  // namespace app
