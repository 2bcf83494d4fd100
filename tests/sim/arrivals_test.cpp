#include "sim/arrivals.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/negative_binomial.hpp>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "tests/sim/goodness_of_fit.hpp"

using sim::ArrivalRule;
using sim::Arrivals;
using sim::Calendar;
using sim::day;
using sim::Days;
using sim::Draws;
using sim::hour;
using sim::Time;
using sim::word;

namespace {

constexpr std::uint64_t seed = 20260105;

std::chrono::sys_days date(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)};
}

Calendar::Week week_of(const std::vector<sim::Interval>& parts, std::size_t first = 0, std::size_t last = 6) {
  Calendar::Week week;
  for (std::size_t d = first; d <= last; ++d) week[d] = parts;
  return week;
}

/// Round the clock at an even rate unless a test says otherwise.
ArrivalRule rule(double per_day) {
  ArrivalRule result;
  result.rate = per_day / static_cast<double>(day);
  result.week = ArrivalRule::pieces(week_of({{0, day}}), {}, {});
  result.interarrival = word("interarrival/test/door");
  result.year_factor = word("year/test/door");
  result.month_factor = word("month/test/door");
  result.day_factor = word("day/test/door");
  return result;
}

/// Everything at once: seasons, gaps, profiles, holidays, all three factors.
ArrivalRule rich_rule(const Days& days) {
  ArrivalRule result = rule(30);
  result.season = {0.3, 0.3, 0.7, 1.2, 1.8, 2.0, 2.0, 1.6, 1.1, 0.5, 0.3, 0};
  std::vector<double> hourly(24, 1.0);
  hourly[10] = 3;
  hourly[12] = 0;
  result.week = ArrivalRule::pieces(week_of({{9 * hour + 30 * sim::minute, 13 * hour}, {14 * hour, 18 * hour}}, 0, 5),
                                    {1, 1.5, 1, 1, 2, 0.25, 7}, hourly);
  result.closed.assign(days.days.size(), 0);
  for (std::size_t d = 0; d < result.closed.size(); d += 11) result.closed[d] = 1;
  result.year = 0.2;
  result.month = 0.1;
  result.dispersion = 2.5;
  return result;
}

std::vector<Time> all_arrivals(const ArrivalRule& arrival_rule, const Days& days, const Draws& draws, Time from) {
  Arrivals arrivals(arrival_rule, days);
  arrivals.reset(draws, from);
  std::vector<Time> times;
  for (Time t = arrivals.next(); t != sim::never; t = arrivals.next()) {
    times.push_back(t);
    CHECK(arrivals.count() == times.size());
  }
  return times;
}

double gamma_factor(const Draws& draws, sim::Word what, std::int32_t index, double cv) {
  if (cv == 0) return 1;
  sim::Stream stream = draws.at(what, static_cast<std::uint32_t>(index));
  return stream.gamma(1 / (cv * cv)) * cv * cv;
}

/// Expected arrivals on a day when all factors are 1.
double expected_on(const ArrivalRule& arrival_rule, const Days& days, std::size_t d) {
  if (!arrival_rule.closed.empty() && arrival_rule.closed[d] != 0) return 0;
  double total = 0;
  for (const ArrivalRule::Piece& piece : arrival_rule.week[days.days[d].weekday])
    total += piece.weight * static_cast<double>(piece.end - piece.begin);
  return total * arrival_rule.rate * arrival_rule.season[days.days[d].month];
}

/// The cumulative rate between `from` and `to` with the replication's factors, straight from the definition.
double cumulative(const ArrivalRule& arrival_rule, const Days& days, const Draws& draws, Time from, Time to) {
  double total = 0;
  for (std::size_t d = 0; d < days.days.size(); ++d) {
    const double expected = expected_on(arrival_rule, days, d);
    if (expected == 0) continue;
    const Days::Day& today = days.days[d];
    double rate = arrival_rule.rate * arrival_rule.season[today.month] *
                  gamma_factor(draws, arrival_rule.year_factor, today.year, arrival_rule.year) *
                  gamma_factor(draws, arrival_rule.month_factor, today.period, arrival_rule.month);
    if (arrival_rule.dispersion > 1)
      rate *= gamma_factor(draws, arrival_rule.day_factor, days.first + static_cast<std::int32_t>(d),
                           std::sqrt((arrival_rule.dispersion - 1) / expected));
    const Time midnight = days.begin() + static_cast<Time>(d) * day;
    for (const ArrivalRule::Piece& piece : arrival_rule.week[today.weekday]) {
      const Time begin = std::max(from, midnight + piece.begin);
      const Time end = std::min(to, midnight + piece.end);
      if (begin < end) total += rate * piece.weight * static_cast<double>(end - begin);
    }
  }
  return total;
}

/// Counts in [0, days.end()) of many replications.
std::vector<double> counts(const ArrivalRule& arrival_rule, const Days& days, std::uint32_t replications) {
  std::vector<double> result;
  Arrivals arrivals(arrival_rule, days);
  for (std::uint32_t r = 0; r < replications; ++r) {
    arrivals.reset(Draws(seed, r), 0);
    double count = 0;
    while (arrivals.next() != sim::never) ++count;
    result.push_back(count);
  }
  return result;
}

}  // namespace

// ---- inversion ----

TEST_CASE("the cumulative rate at the arrival times is a Poisson process of unit rate, drawn by number") {
  const Days days(date(2026, 1, 5), -40, 500 * day);
  for (const bool rich : {false, true}) {
    const ArrivalRule arrival_rule = rich ? rich_rule(days) : rule(30);
    for (const Time from : {-40 * day, -40 * day + 7 * hour, -35 * day + 11 * hour + 1, Time{0}}) {
      const Draws draws(seed, rich ? 3 : 4);
      const std::vector<Time> times = all_arrivals(arrival_rule, days, draws, from);
      REQUIRE(times.size() > 1'000);
      REQUIRE(std::is_sorted(times.begin(), times.end()));
      REQUIRE(times.front() >= from);
      double epoch = 0;
      for (std::uint32_t k = 0; k < times.size(); ++k) {
        epoch += draws.exponential(arrival_rule.interarrival, k);
        if (k % 50 != 0 && k > 20) continue;
        // A time is rounded down by less than 1 µs, in which less than 1e-6 arrivals are expected; sums of a few
        // hundred doubles of size 1e4 have errors below 1e-9.
        const double here = cumulative(arrival_rule, days, draws, from, times[k]);
        CHECK(here <= epoch + 1e-6);
        CHECK(here >= epoch - 1e-6);
      }
      // The epoch after the last arrival lies beyond the end of days.
      epoch += draws.exponential(arrival_rule.interarrival, static_cast<std::uint32_t>(times.size()));
      CHECK(epoch > cumulative(arrival_rule, days, draws, from, days.end()));
    }
  }
}

TEST_CASE("lead k stays lead k when the season changes: only its time moves, from the changed month on") {
  // Twice as many in March: until the end of February nothing changes. From April on the same cumulative rate is
  // reached earlier, by the one that March had more.
  const Days days(date(2026, 1, 1), 0, 364 * day);
  const Draws draws(seed, 1);
  const ArrivalRule even = rule(10);
  ArrivalRule seasonal = rule(10);
  seasonal.season[2] = 2;
  const std::vector<Time> before = all_arrivals(even, days, draws, 0);
  const std::vector<Time> after = all_arrivals(seasonal, days, draws, 0);
  REQUIRE(after.size() > before.size());
  const Time march = 59 * day;
  const Time april = 90 * day;
  std::size_t in_march = 0;
  std::size_t later = 0;
  for (std::size_t k = 0; k < before.size(); ++k) {
    if (before[k] < march) {
      CHECK(after[k] == before[k]);
    } else if (after[k] < april) {
      // Twice the rate: half the time since the 1st of March.
      CHECK(std::abs(static_cast<double>(after[k] - march) - static_cast<double>(before[k] - march) / 2) < 2);
      ++in_march;
    } else {
      CHECK(std::abs(static_cast<double>(before[k] - after[k] - 31 * day)) < 2);
      ++later;
    }
  }
  CHECK(in_march > 400);
  CHECK(later > 2'000);
}

TEST_CASE("a higher rate brings every lead earlier") {
  const Days days(date(2026, 1, 5), 0, 100 * day);
  const Draws draws(seed, 2);
  ArrivalRule slow = rich_rule(days);
  slow.dispersion = 1;  // its factor depends on the rate
  ArrivalRule fast = slow;
  fast.rate *= 1.5;
  const std::vector<Time> a = all_arrivals(slow, days, draws, 0);
  const std::vector<Time> b = all_arrivals(fast, days, draws, 0);
  REQUIRE(b.size() > a.size());
  for (std::size_t k = 0; k < a.size(); ++k) CHECK(b[k] <= a[k]);
}

TEST_CASE("a reset makes the arrivals of another replication as if they were new") {
  const Days days(date(2026, 1, 5), -30, 300 * day);
  const ArrivalRule arrival_rule = rich_rule(days);
  Arrivals used(arrival_rule, days);
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    const Draws draws(seed, replication);
    const Time from = replication % 3 == 0 ? -30 * day : replication % 3 == 1 ? Time{0} : 5 * day + 10 * hour;
    used.reset(draws, from);
    const std::vector<Time> fresh = all_arrivals(arrival_rule, days, draws, from);
    for (std::size_t k = 0; k < fresh.size() / (1 + replication % 2); ++k) REQUIRE(used.next() == fresh[k]);
  }
}

TEST_CASE("beyond the last day nobody asks, however often one inquires") {
  const Days days(date(2026, 1, 5), 0, 3 * day - 1);
  const ArrivalRule arrival_rule = rule(5);
  Arrivals arrivals(arrival_rule, days);
  arrivals.reset(Draws(seed, 0), 0);
  Time last = 0;
  for (Time t = arrivals.next(); t != sim::never; t = arrivals.next()) last = t;
  CHECK(last < days.end());
  for (int i = 0; i < 5; ++i) CHECK(arrivals.next() == sim::never);
}

TEST_CASE("nobody asks while the channel is closed, on holidays, in months of season zero or at a rate of zero") {
  const Days days(date(2026, 1, 1), -100, 700 * day);
  ArrivalRule arrival_rule = rich_rule(days);  // December has season 0, Sunday is closed, 12:00 has weight 0
  const std::vector<Time> times = all_arrivals(arrival_rule, days, Draws(seed, 5), -100 * day);
  REQUIRE(times.size() > 5'000);
  for (const Time t : times) {
    const auto d = static_cast<std::size_t>((t - days.begin()) / day);
    const Time inside = (t - days.begin()) % day;
    CHECK(days.days[d].month != 11);
    CHECK(days.days[d].weekday != 6);
    CHECK(arrival_rule.closed[d] == 0);
    CHECK(inside >= 9 * hour + 30 * sim::minute);
    CHECK(inside <= 18 * hour);
    CHECK(inside / hour != 12);
    CHECK(inside / hour != 13);
  }
  arrival_rule.rate = 0;
  CHECK(all_arrivals(arrival_rule, days, Draws(seed, 5), 0).empty());
}

// ---- profiles ----

TEST_CASE("weights average 1 over a week of calendar time, as worked by hand") {
  // Open Monday 9 to 11 and Tuesday 9 to 10; weekday weights 1 and 2, hours 9 and 10 have weights 1 and 3.
  // Weighted hours: Monday 1·1 + 1·3 = 4, Tuesday 2·1 = 2, together 6 against 168 hours of a week: factor 28.
  Calendar::Week open;
  open[0] = {{9 * hour, 11 * hour}};
  open[1] = {{9 * hour, 10 * hour}};
  std::vector<double> hourly(24, 0.0);
  hourly[9] = 1;
  hourly[10] = 3;
  const auto pieces = ArrivalRule::pieces(open, {1, 2, 5, 5, 5, 5, 5}, hourly);
  REQUIRE(pieces[0].size() == 2);
  REQUIRE(pieces[1].size() == 1);
  CHECK(pieces[0][0].begin == 9 * hour);
  CHECK(pieces[0][0].end == 10 * hour);
  CHECK(pieces[0][0].weight == 28);
  CHECK(pieces[0][1].weight == 84);
  CHECK(pieces[1][0].weight == 56);
  for (std::size_t d = 2; d < 7; ++d) CHECK(pieces[d].empty());
}

TEST_CASE("weights average 1 for every mixture of hours, gaps and profiles; all zero yields no pieces") {
  std::vector<double> hourly(24);
  for (std::size_t h = 0; h < 24; ++h) hourly[h] = static_cast<double>(h * h % 7);
  const std::vector<double> weekday{1, 0, 2, 0.5, 3, 0, 10};
  for (const Calendar::Week& open :
       {week_of({{0, day}}), week_of({{9 * hour + 17, 13 * hour}, {14 * hour, 18 * hour - 5}}, 0, 4),
        week_of({{23 * hour, day}})})
    for (const bool by_hour : {false, true})
      for (const bool by_day : {false, true}) {
        double total = 0;
        for (const auto& pieces : ArrivalRule::pieces(open, by_day ? weekday : std::vector<double>{},
                                                      by_hour ? hourly : std::vector<double>{}))
          for (const ArrivalRule::Piece& piece : pieces)
            total += piece.weight * static_cast<double>(piece.end - piece.begin);
        CHECK(total == doctest::Approx(static_cast<double>(sim::week)).epsilon(1e-12));
      }
  for (const auto& pieces : ArrivalRule::pieces(week_of({{0, day}}), std::vector<double>(7, 0.0), {}))
    CHECK(pieces.empty());
  for (const auto& pieces : ArrivalRule::pieces({}, {}, {})) CHECK(pieces.empty());
}

// ---- means and variances; every check has the false-alarm probability that goodness_of_fit.hpp states ----

TEST_CASE("without factors counts are Poisson: mean and variance are the cumulative rate") {
  const Days days(date(2026, 1, 5), 0, 14 * day - 1);
  ArrivalRule arrival_rule = rule(3);
  arrival_rule.week = ArrivalRule::pieces(week_of({{9 * hour, 18 * hour}}, 0, 4), {}, {});
  // Two whole weeks, so 42, although nobody asks at night or on weekends.
  fit::check_moments("two weeks", counts(arrival_rule, days, 40'000), 42, 42);
}

TEST_CASE("the expected number of arrivals is the cumulative rate with all factors 1, from any moment to any other") {
  const Days days(date(2026, 1, 5), -20, 400 * day - 1);
  ArrivalRule arrival_rule = rich_rule(days);
  ArrivalRule even = arrival_rule;
  even.year = even.month = 0;
  even.dispersion = 1;
  for (const auto& [from, to] : {std::pair{-20 * day, 400 * day}, std::pair{Time{0}, 365 * day},
                                 std::pair{11 * hour, 11 * hour + 90 * sim::minute}, std::pair{5 * day, 5 * day}})
    CHECK(sim::expected_arrivals(arrival_rule, days, from, to) ==
          doctest::Approx(cumulative(even, days, Draws(seed, 0), from, to)).epsilon(1e-12));
  // With all factors the mean of many counts comes near it: 1,000 histories, five standard errors.
  const Days year(date(2026, 1, 5), 0, 365 * day - 1);
  arrival_rule = rich_rule(year);
  const std::vector<double> seen = counts(arrival_rule, year, 1000);
  double sum = 0;
  double squares = 0;
  for (const double count : seen) {
    sum += count;
    squares += count * count;
  }
  const double mean = sum / 1000;
  const double error = std::sqrt((squares / 1000 - mean * mean) / 1000);
  CHECK(std::fabs(mean - sim::expected_arrivals(arrival_rule, year, 0, 365 * day)) < 5 * error);
}

TEST_CASE("season is the factor of a month's mean and is not normalised") {
  // July 2026 has 31 days.
  const Days days(date(2026, 7, 1), 0, 31 * day - 1);
  ArrivalRule arrival_rule = rule(2);
  arrival_rule.season.fill(0);
  arrival_rule.season[6] = 1.75;
  fit::check_moments("July", counts(arrival_rule, days, 40'000), 2 * 1.75 * 31, 2 * 1.75 * 31);
}

TEST_CASE("with dispersion D daily counts have the variance D × mean, and are negative binomial") {
  // A Poisson count of mean m times a gamma factor of shape m/(D − 1) is negative binomial with r = m/(D − 1) and
  // success probability 1/D.
  const Days days(date(2026, 1, 5), 0, day - 1);
  ArrivalRule arrival_rule = rule(6);
  arrival_rule.dispersion = 3;
  const std::vector<double> sample = counts(arrival_rule, days, 100'000);
  fit::check_moments("a day", sample, 6, 18);
  const boost::math::negative_binomial law(6.0 / 2, 1.0 / 3);
  // Each count is spread evenly over the probability of its own value, so that equal cells can be used.
  std::vector<std::int64_t> cells(50);
  std::uint32_t number = 0;
  for (const double count : sample) {
    const double low = count == 0 ? 0 : cdf(law, count - 1);
    const double u = Draws(seed, 0).uniform(word("test/spread"), number++);
    ++cells[fit::cell(low + u * (cdf(law, count) - low), cells.size())];
  }
  fit::check_equal_cells("a day", cells);
}

TEST_CASE("the year's factor makes a year's count vary by m + m² cv²") {
  const Days days(date(2026, 1, 1), 0, 365 * day - 1);
  ArrivalRule arrival_rule = rule(0.5);
  arrival_rule.year = 0.3;
  const double mean = 182.5;
  fit::check_moments("a year", counts(arrival_rule, days, 20'000), mean, mean + mean * mean * 0.09);
}

TEST_CASE("the month's factor is one for each calendar month") {
  // January and February 2026: 31 and 28 days at 3 a day; the months' factors are independent.
  const Days days(date(2026, 1, 1), 0, 59 * day - 1);
  ArrivalRule arrival_rule = rule(3);
  arrival_rule.month = 0.4;
  const double january = 93;
  const double february = 84;
  fit::check_moments("two months", counts(arrival_rule, days, 40'000), january + february,
                     january + february + 0.16 * (january * january + february * february));
}

TEST_CASE("all factors together have the variance that follows from independence") {
  // N_d given all factors is Poisson of μ_d F_year G_month H_day, so
  // Var ΣN = Σμ + Σ_d Σ_e μ_d μ_e (E[F F] E[G G] E[H H] − 1), where E of a product is 1 + cv² for the same factor and
  // 1 for two different ones; cv² of a day's factor is (D − 1)/μ_d.
  const Days days(date(2025, 11, 10), 0, 420 * day - 1);  // two years of the run, many months
  ArrivalRule arrival_rule = rich_rule(days);
  arrival_rule.rate = 1.0 / static_cast<double>(day);
  double mean = 0;
  double variance = 0;
  std::vector<double> expected;
  for (std::size_t d = 0; d < days.days.size(); ++d) expected.push_back(expected_on(arrival_rule, days, d));
  for (std::size_t d = 0; d < expected.size(); ++d) {
    mean += expected[d];
    for (std::size_t e = 0; e < expected.size(); ++e) {
      const double year = days.days[d].year == days.days[e].year ? 1 + 0.2 * 0.2 : 1;
      const double month = days.days[d].period == days.days[e].period ? 1 + 0.1 * 0.1 : 1;
      const double same_day = d == e && expected[d] > 0 ? 1 + 1.5 / expected[d] : 1;
      variance += expected[d] * expected[e] * (year * month * same_day - 1);
    }
  }
  variance += mean;
  fit::check_moments("everything", counts(arrival_rule, days, 20'000), mean, variance);
}

TEST_CASE(
    "factors of the warm-up are other ones than those of the reported time, and the same wherever the run begins") {
  // Days before the start belong to year −1; arrivals of a run that begins at 0 meet the same factors.
  const Days days(date(2026, 1, 5), -200, 200 * day);
  ArrivalRule arrival_rule = rule(20);
  arrival_rule.year = 0.5;
  arrival_rule.month = 0.5;
  const Draws draws(seed, 8);
  for (const Time from : {-200 * day, Time{0}}) {
    const std::vector<Time> times = all_arrivals(arrival_rule, days, draws, from);
    double epoch = 0;
    for (std::uint32_t k = 0; k < times.size(); ++k) epoch += draws.exponential(arrival_rule.interarrival, k);
    CHECK(std::abs(cumulative(arrival_rule, days, draws, from, times.back()) - epoch) < 1e-6);
  }
  CHECK(gamma_factor(draws, arrival_rule.year_factor, -1, 0.5) !=
        gamma_factor(draws, arrival_rule.year_factor, 0, 0.5));
}
