#include "sim/arrivals.hpp"

#include <algorithm>

namespace sim {
namespace {

constexpr std::int32_t no_period = INT32_MIN;

/// Addresses are unsigned: periods before the start get the upper half.
std::uint32_t address(std::int32_t period) { return static_cast<std::uint32_t>(period); }

}  // namespace

std::array<std::vector<ArrivalRule::Piece>, 7> ArrivalRule::pieces(const Calendar::Week& open,
                                                                   const std::vector<double>& weekday,
                                                                   const std::vector<double>& hours) {
  std::array<std::vector<Piece>, 7> result;
  double total = 0;  // weight × time
  for (std::size_t d = 0; d < 7; ++d) {
    for (const Interval& part : open[d]) {
      Time begin = part.begin;
      while (begin < part.end) {
        const Time end = hours.empty() ? part.end : std::min(part.end, (begin / hour + 1) * hour);
        const double weight = (weekday.empty() ? 1.0 : weekday[d]) *
                              (hours.empty() ? 1.0 : hours[static_cast<std::size_t>(begin / hour)]);
        if (weight > 0) {
          result[d].push_back({begin, end, weight});
          total += weight * static_cast<double>(end - begin);
        }
        begin = end;
      }
    }
  }
  for (std::vector<Piece>& pieces : result)
    for (Piece& piece : pieces) piece.weight *= static_cast<double>(sim::week) / total;
  return result;
}

double expected_arrivals(const ArrivalRule& rule, const Days& days, Time from, Time to) {
  double expected = 0;
  for (std::size_t d = 0; d < days.days.size(); ++d) {
    const Days::Day& today = days.days[d];
    const Time midnight = days.begin() + static_cast<Time>(d) * day;
    if (midnight >= to || midnight + day <= from || (!rule.closed.empty() && rule.closed[d] != 0)) continue;
    for (const ArrivalRule::Piece& piece : rule.week[today.weekday]) {
      const Time length = std::min(to, midnight + piece.end) - std::max(from, midnight + piece.begin);
      if (length > 0) expected += rule.rate * rule.season[today.month] * piece.weight * static_cast<double>(length);
    }
  }
  return expected;
}

double Arrivals::factor(Word what, std::int32_t index, double cv) const {
  if (cv <= 0) return 1;
  const double shape = 1 / (cv * cv);
  Stream stream = draws_.at(what, address(index));
  return stream.gamma(shape) / shape;
}

void Arrivals::reset(const Draws& draws, Time from) {
  draws_ = draws;
  number_ = 0;
  year_of_factor_ = no_period;
  month_of_factor_ = no_period;
  enter_day(static_cast<std::size_t>((from - days_->begin()) / day));
  // Where the run begins inside the day, what lies before is passed over.
  exact_ = static_cast<double>(from - start_);
  const std::vector<ArrivalRule::Piece>* pieces = &rule_->week[days_->days[day_].weekday];
  piece_end_ = exact_;
  intensity_ = 1;
  piece_ = 0;
  if (day_rate_ <= 0) pieces = nullptr;
  while (pieces != nullptr && piece_ < pieces->size() && static_cast<double>((*pieces)[piece_].end) <= exact_) ++piece_;
}

void Arrivals::enter_day(std::size_t index) {
  day_ = index;
  piece_ = 0;
  start_ = days_->begin() + static_cast<Time>(index) * day;
  const Days::Day& today = days_->days[index];
  day_rate_ = 0;
  const std::vector<ArrivalRule::Piece>& pieces = rule_->week[today.weekday];
  if (pieces.empty() || (!rule_->closed.empty() && rule_->closed[index] != 0)) return;
  double rate = rule_->rate * rule_->season[today.month];
  if (rate <= 0) return;
  if (rule_->dispersion > 1) {
    // A gamma day factor of shape m/(D - 1) makes a Poisson count of mean m one of variance-to-mean ratio D.
    double expected = 0;
    for (const ArrivalRule::Piece& piece : pieces)
      expected += piece.weight * static_cast<double>(piece.end - piece.begin);
    const double shape = rate * expected / (rule_->dispersion - 1);
    Stream stream = draws_.at(rule_->day_factor, address(static_cast<std::int32_t>(index) + days_->first));
    rate *= stream.gamma(shape) / shape;
  }
  if (rule_->year > 0 && today.year != year_of_factor_) {
    year_of_factor_ = today.year;
    year_value_ = factor(rule_->year_factor, today.year, rule_->year);
  }
  if (rule_->month > 0 && today.period != month_of_factor_) {
    month_of_factor_ = today.period;
    month_value_ = factor(rule_->month_factor, today.period, rule_->month);
  }
  if (rule_->year > 0) rate *= year_value_;
  if (rule_->month > 0) rate *= month_value_;
  day_rate_ = rate;
}

bool Arrivals::next_piece() {
  for (;;) {
    const std::vector<ArrivalRule::Piece>& pieces = rule_->week[days_->days[day_].weekday];
    if (day_rate_ > 0 && piece_ < pieces.size()) {
      const ArrivalRule::Piece& piece = pieces[piece_++];
      exact_ = std::max(exact_, static_cast<double>(piece.begin));
      piece_end_ = static_cast<double>(piece.end);
      intensity_ = day_rate_ * piece.weight;
      return true;
    }
    if (day_ + 1 >= days_->days.size()) {
      piece_end_ = exact_;  // nothing is left of the last day either
      return false;
    }
    enter_day(day_ + 1);
    exact_ = 0;
    piece_end_ = 0;
  }
}

}  // namespace sim
