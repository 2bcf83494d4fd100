#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/calendar.hpp"
#include "sim/draws.hpp"
#include "sim/time.hpp"

namespace sim {

/// When customers of one channel ask: a Poisson process whose rate is
///   rate × season(month) × profile(weekday, hour) × year factor × month factor × day factor,
/// the three factors gamma distributed with mean 1 and drawn once per year, month or day.
struct ArrivalRule {
  /// A part of a day with constant relative intensity; intensities average 1 over a whole week of calendar time.
  struct Piece {
    Time begin = 0;  ///< [µs after midnight]
    Time end = 0;    ///< [µs after midnight]
    double weight = 1;
  };
  double rate = 0;  ///< average in a month of season 1 [1/µs]
  std::array<double, 12> season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  std::array<std::vector<Piece>, 7> week;
  std::vector<std::uint8_t> closed;  ///< by day of `Days`: nobody asks on this day; empty: no such day
  double year = 0;                   ///< coefficient of variation of the year factor
  double month = 0;                  ///< coefficient of variation of the month factor
  double dispersion = 1;             ///< variance-to-mean ratio of a day's count, given the other factors' means
  Word interarrival = 0;             ///< purpose of the epochs
  Word year_factor = 0;
  Word month_factor = 0;
  Word day_factor = 0;

  /// Pieces of a week from open parts by weekday and optional relative weights by weekday and hour of the day
  /// (empty: even), normalised over the open week. All zero yields no pieces.
  static std::array<std::vector<Piece>, 7> pieces(const Calendar::Week& open, const std::vector<double>& weekday,
                                                  const std::vector<double>& hour);
};

/// How many arrivals there are on average from `from` to `to`, both within the range of days: the integral of the rate, since
/// the factors' means are 1.
double expected_arrivals(const ArrivalRule& rule, const Days& days, Time from, Time to);

/// The arrival times of one replication, one after the other, by inversion of the cumulative rate at unit-rate Poisson
/// epochs (Çinlar 1975; Law 8.6.2): arrival k stays arrival k when the rate changes.
class Arrivals {
 public:
  Arrivals(const ArrivalRule& rule, const Days& days) : rule_(&rule), days_(&days) {}

  /// Begins anew at `from` with another replication's draws.
  void reset(const Draws& draws, Time from);
  /// The next arrival's time, or `never` from the first on that would lie beyond the range of days.
  Time next() {
    double need = next_epoch();
    for (;;) {
      const double available = piece_end_ - exact_;
      const double step = need / intensity_;
      if (step <= available) {
        exact_ += step;
        return start_ + static_cast<Time>(exact_);
      }
      need -= available * intensity_;
      if (!next_piece()) return never;
    }
  }
  /// How many arrivals have been handed out.
  std::uint32_t count() const { return number_; }

 private:
  /// Unit-rate epochs are drawn a row at a time.
  double next_epoch() {
    const std::uint32_t place = number_ % Draws::row;
    if (place == 0)
      draws_.for_row(rule_->interarrival, number_,
                     [&](std::uint32_t i, Stream& stream) { epochs_[i] = stream.exponential(); });
    ++number_;
    return epochs_[place];
  }
  bool next_piece();
  void enter_day(std::size_t day);
  double factor(Word what, std::int32_t index, double cv) const;

  const ArrivalRule* rule_;
  const Days* days_;
  Draws draws_{0, 0};
  std::uint32_t number_ = 0;
  std::array<double, Draws::row> epochs_{};
  std::size_t day_ = 0;    ///< index in `days_`
  std::size_t piece_ = 0;  ///< within the day
  double day_rate_ = 0;    ///< rate × season × factors of this day [1/µs]
  double intensity_ = 0;   ///< rate of the current piece [1/µs]
  Time start_ = 0;         ///< midnight of the current day [µs]
  double exact_ = 0;       ///< position of the last epoch within the day [µs]
  double piece_end_ = 0;   ///< [µs after midnight]
  std::int32_t year_of_factor_ = 0;
  std::int32_t month_of_factor_ = 0;
  double year_value_ = 1;
  double month_value_ = 1;
};

}  // namespace sim
