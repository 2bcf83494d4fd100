#include "app/staffing/deadline.hpp"

namespace app::staffing {

Deadline::Deadline(std::stop_token other, std::optional<Moment> when) : passed_on_(std::move(other), Pass{stop_}) {
  if (!when) return;
  clock_ = std::thread([this, when] {
    std::unique_lock lock(access_);
    if (!wake_.wait_until(lock, *when, [this] { return over_; })) stop_.request_stop();
  });
}

Deadline::~Deadline() {
  {
    const std::scoped_lock lock(access_);
    over_ = true;
  }
  wake_.notify_all();
  if (clock_.joinable()) clock_.join();
}

}  // namespace app::staffing
