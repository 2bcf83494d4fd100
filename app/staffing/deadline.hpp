#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace app::staffing {

/// Asks to stop when another token does, or when the time has come.
class Deadline {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  Deadline(std::stop_token other, std::optional<Moment> when);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  std::stop_token token() const { return stop_.get_token(); }

 private:
  std::stop_source stop_;
  struct Pass {
    std::stop_source& to;
    void operator()() const { to.request_stop(); }
  };
  std::stop_callback<Pass> passed_on_;
  std::mutex access_;
  std::condition_variable wake_;
  bool over_ = false;
  std::thread clock_;
};

}  // namespace app::staffing
