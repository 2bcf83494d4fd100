#include "sim/open_clock.hpp"

namespace sim {

void OpenClock::enter(Time t) {
  from_ = t;
  reading_ = calendar_->open_before(t);
  open_ = calendar_->is_open(t);
  to_ = open_ ? calendar_->close_after(t) : calendar_->next_open(t);
}

}  // namespace sim
