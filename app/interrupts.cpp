#include "app/interrupts.hpp"

#include <array>

namespace app {

Interrupts::Interrupts() {
  sigemptyset(&waited_);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    if (action.sa_handler != SIG_IGN) sigaddset(&waited_, signal);
  }
  // What ends the watcher's wait; no process sends it without meaning this one.
  sigaddset(&waited_, SIGUSR1);
  pthread_sigmask(SIG_BLOCK, &waited_, &before_);
  watcher_ = std::thread([this] { wait(); });
}

Interrupts::~Interrupts() {
  closing_ = true;
  pthread_kill(watcher_.native_handle(), SIGUSR1);
  watcher_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupts::wait() {
  for (;;) {
    int signal = 0;
    if (sigwait(&waited_, &signal) != 0) return;
    if (closing_) return;
    if (signal == SIGUSR1) continue;
    stop_.request_stop();
    // Whatever comes now has its usual effect.
    sigset_t rest = waited_;
    sigdelset(&rest, SIGUSR1);
    pthread_sigmask(SIG_UNBLOCK, &rest, nullptr);
    sigset_t end{};
    sigemptyset(&end);
    sigaddset(&end, SIGUSR1);
    sigwait(&end, &signal);
    return;
  }
}

}  // namespace app
