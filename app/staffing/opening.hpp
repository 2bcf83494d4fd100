#pragma once

#include <optional>
#include <vector>

#include "models/scenario/market.hpp"
#include "models/scenario/scenario.hpp"

namespace app::staffing {

/// The company's open time.
struct Opening {
  explicit Opening(const models::CalendarRule& calendar);
  /// A length of some clock in open hours.
  double hours(double length, models::Clock clock) const;
  /// The same of a length that begins and ends while the company is open.
  double hours_while_open(double length, models::Clock clock) const;

  double week = 0;  ///< open [h]
  double day = 0;   ///< an open day [h]
  double calendar_per_open_day = 1;
};

/// Mean share of its chance to pass that is left to a lead of this segment when the company opens, if it is halved in
/// every `half_life` [µs] of calendar time down to `floor`: leads ask in hours in which nobody is there.
double warm_when_open(const models::Scenario& scenario, const models::Segment& segment, sim::Time half_life,
                      double floor);

/// What time does to those who ask while the company is closed.
struct WhileClosed {
  std::optional<sim::Time> in_time;  ///< an answer after this is late, by the calendar [µs]
  double patience = 0;               ///< mean, by the calendar [µs]; 0: nobody gives up before the opening
};

/// When leads of a segment ask, as shares of a week's.
struct AskingWeek {
  std::vector<double> at_opening;  ///< that wait for each opening of the company, in the order of the week
  std::vector<double> late;        ///< of these, those whose answer is late already
  std::vector<double> gone;        ///< that have given up before each opening
  std::vector<double> while_open;  ///< by `hours_of_grain` of open time since Monday
};
inline constexpr double hours_of_grain = 0.25;
AskingWeek asking_week(const models::Scenario& scenario, const models::Segment& segment, const WhileClosed& closed);

}  // namespace app::staffing
