#pragma once

#include <vector>

#include "models/scenario/market.hpp"
#include "models/scenario/scenario.hpp"

namespace app::staffing {

/// The company's open time.
struct Opening {
  explicit Opening(const models::CalendarRule& calendar);
  /// A length of some clock in open hours.
  double hours(double length, models::Clock clock) const;

  double week = 0;  ///< open [h]
  double day = 0;   ///< an open day [h]
  double calendar_per_open_day = 1;
};

/// Mean share of its chance to pass that is left to a lead of this segment when the company opens, if it is halved in
/// every `half_life` [µs] of calendar time down to `floor`: leads ask in hours in which nobody is there.
double warm_when_open(const models::Scenario& scenario, const models::Segment& segment, sim::Time half_life,
                      double floor);

/// Shares of a week's leads of this segment that wait for each opening of the company, because they asked while it was
/// closed; in the order of the week, those of a gap together.
std::vector<double> wait_for_opening(const models::Scenario& scenario, const models::Segment& segment);

}  // namespace app::staffing
