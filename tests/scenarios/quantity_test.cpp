#include "scenarios/format/quantity.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "tests/scenarios/office.hpp"

namespace {

using models::Clock;
using models::Duration;
using models::Rate;
using models::Span;
using office::Lines;
using office::wrong;
using scenarios::Misread;

sim::Time length(const char* text) {
  const auto reading = scenarios::parse_duration(text);
  REQUIRE_MESSAGE(reading.value, text);
  return reading.value->length;
}

Misread::Why why(const scenarios::Reading<Duration>& reading) {
  REQUIRE(!reading.value);
  return reading.wrong.why;
}

const std::string patience = "pipeline.qualify.patience=";

}  // namespace

TEST_CASE("every unit of time has its length in microseconds") {
  CHECK(length("1 s") == 1'000'000);
  CHECK(length("1 min") == 60'000'000);
  CHECK(length("1 h") == 3'600'000'000);
  CHECK(length("1 d") == 86'400'000'000);
  CHECK(length("1 w") == 7 * 86'400'000'000);
  CHECK(length("1 mo") == 2'629'800'000'000);      // 30.4375 d
  CHECK(length("1 y") == 12 * 2'629'800'000'000);  // 365.25 d
  CHECK(scenarios::parse_duration("1 wh").value == Duration{3'600'000'000, Clock::open_hours});
  CHECK(scenarios::parse_duration("1 wd").value == Duration{86'400'000'000, Clock::open_days});
}

TEST_CASE("a duration may have decimals, a sign, any blanks, and is rounded to the microsecond") {
  CHECK(length("1.5 h") == 5'400'000'000);
  CHECK(length("90s") == 90'000'000);
  CHECK(length("  90   s ") == 90'000'000);
  CHECK(length("+2 d") == 2 * sim::day);
  CHECK(length("-2 d") == -2 * sim::day);
  CHECK(length("-0 s") == 0);
  CHECK(length("0.0000004 s") == 0);
  CHECK(length("0.0000006 s") == 1);
  CHECK(length("1000 y") == scenarios::longest_duration);
}

TEST_CASE("what is no duration is told from an unknown unit and from a length beyond a thousand years") {
  for (const char* text :
       {"", " ", "h", "5", "5 h 30 min", "1e3 s", "0x10 s", "1,5 h", ".5 h", "5. h", "- 5 h", "--5 h", "5 6 h"})
    CHECK_MESSAGE(why(scenarios::parse_duration(text)) == Misread::Why::form, text);
  for (const char* text : {"5 hours", "5 Min", "5 мин", "5 m", "5 wm"})
    CHECK_MESSAGE(why(scenarios::parse_duration(text)) == Misread::Why::unit, text);
  for (const char* text : {"1000.1 y", "99999999999999999999999999 s", "-1001 y"})
    CHECK_MESSAGE(why(scenarios::parse_duration(text)) == Misread::Why::too_large, text);
}

TEST_CASE("rates take any unit of calendar time and no open one") {
  CHECK(scenarios::parse_rate("900 / mo").value == Rate{900, sim::mean_month});
  CHECK(scenarios::parse_rate("0.5/s").value == Rate{0.5, sim::second});
  CHECK(scenarios::parse_rate("18 / h").value->per_microsecond() == 18.0 / 3.6e9);
  CHECK(scenarios::parse_rate("2 / wh").wrong.why == Misread::Why::unit);
  CHECK(scenarios::parse_rate("2 / fortnight").wrong.unit == "fortnight");
  for (const char* text : {"900", "900 mo", "/ mo", "900 /", "900 / / mo", "900 / 2 mo"}) {
    CHECK_MESSAGE(!scenarios::parse_rate(text).value, text);
    CHECK_MESSAGE(scenarios::parse_rate(text).wrong.why == Misread::Why::form, text);
  }
}

TEST_CASE("whole months and years are calendar months, anything else is a plain length") {
  CHECK(scenarios::parse_span("12 mo").value == Span{12, 0});
  CHECK(scenarios::parse_span("2 y").value == Span{24, 0});
  CHECK(scenarios::parse_span("0.5 y").value == Span{6, 0});
  CHECK(scenarios::parse_span("1.5 mo").value == Span{0, 3'944'700'000'000});
  CHECK(scenarios::parse_span("365.25 d").value == Span{0, sim::mean_year});
  CHECK(scenarios::parse_span("90 d").value == Span{0, 90 * sim::day});
  CHECK(scenarios::parse_span("5 wd").wrong.why == Misread::Why::unit);
}

TEST_CASE("a share in per cent is exactly the number that is meant") {
  CHECK(scenarios::parse_share("18 %").value == 0.18);
  CHECK(scenarios::parse_share("7%").value == 0.07);
  CHECK(scenarios::parse_share("0.1 %").value == 0.001);
  CHECK(scenarios::parse_share("29 %").value == 0.29);  // 29.0 / 100 and 29 * 0.01 differ in the last bit
  CHECK(!std::signbit(*scenarios::parse_share("-0 %").value));
  for (const char* text : {"18", "%", "18 % %", "18 %%", "1e2 %", "18,5 %"})
    CHECK_MESSAGE(!scenarios::parse_share(text).value, text);
}

TEST_CASE("money has at most two decimals") {
  CHECK(scenarios::to_amount(0.29)->hundredths == 29);
  CHECK(scenarios::to_amount(-5)->hundredths == -500);
  CHECK(scenarios::to_amount(1e13)->hundredths == 1'000'000'000'000'000);
  CHECK(!scenarios::to_amount(0.001));
  CHECK(!scenarios::to_amount(1.1e13));
  CHECK(!scenarios::to_amount(std::nan("")));
}

TEST_CASE("dates know leap years") {
  using std::chrono::sys_days;
  CHECK(scenarios::parse_date("2028-02-29") == sys_days{std::chrono::year{2028} / 2 / 29});
  CHECK(scenarios::parse_date("2000-02-29"));
  for (const char* text : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "26-04-30",
                           "2026-4-30", "2026-04-30T", "2026/04/30", ""})
    CHECK_MESSAGE(!scenarios::parse_date(text), text);
  CHECK(wrong({"start=2028-02-29"}).empty());
  CHECK(wrong({"start=2026-02-29"}) == Lines{"wrong_type start (text; date)"});  // no TOML, so it stays a text
}

TEST_CASE("hours of a day reach 24:00 and no further") {
  CHECK(scenarios::parse_part("09:00-24:00") == models::OpenPart{9 * sim::hour, sim::day});
  CHECK(scenarios::parse_part("09:30 - 10:05") == models::OpenPart{570 * sim::minute, 605 * sim::minute});
  for (const char* text : {"9:00-10:00", "09:00", "09:00-25:00", "09:00-24:01", "09:60-10:00", "09.00-10.00", "-"})
    CHECK_MESSAGE(!scenarios::parse_part(text), text);
}

TEST_CASE("what is printed reads back to the same value") {
  std::mt19937_64 engine{20260105};
  const auto whole = [&](std::int64_t below) {
    return static_cast<sim::Time>(engine() % static_cast<std::uint64_t>(below));
  };
  for (int i = 0; i < 20'000; ++i) {
    const sim::Time time = whole(std::int64_t{1} << (1 + i % 54));
    for (const Clock clock : {Clock::calendar, Clock::open_hours, Clock::open_days}) {
      const Duration duration{time, clock};
      const auto again = scenarios::parse_duration(scenarios::print_duration(duration));
      REQUIRE_MESSAGE(again.value == duration, scenarios::print_duration(duration));
    }
    const Span span = i % 2 == 0 ? Span{whole(2400), 0} : Span{0, time % (200 * sim::mean_year)};
    REQUIRE(scenarios::parse_span(scenarios::print_span(span)).value == span);
    const double number = std::ldexp(static_cast<double>(time), -(i % 90));
    REQUIRE(std::stod(scenarios::print_number(number)) == number);
    REQUIRE_MESSAGE(
        scenarios::parse_share(scenarios::print_share(number / 1e3)).value.value_or(number / 1e3) == number / 1e3,
        scenarios::print_share(number / 1e3));
    const Rate rate{number, sim::hour};
    REQUIRE(scenarios::parse_rate(scenarios::print_rate(rate)).value == rate);
    const double hundredths = static_cast<double>(time % 1'000'000'000'000);
    REQUIRE(scenarios::to_amount(std::stod(scenarios::print_amount(hundredths)))->hundredths ==
            time % 1'000'000'000'000);
  }
}

TEST_CASE("canonical text uses the largest unit in which a value is whole") {
  CHECK(scenarios::print_duration({90 * sim::second}) == "90 s");
  CHECK(scenarios::print_duration({120 * sim::second}) == "2 min");
  CHECK(scenarios::print_duration({14 * sim::day}) == "2 w");
  CHECK(scenarios::print_duration({3 * sim::mean_month}) == "3 mo");
  CHECK(scenarios::print_duration({0}) == "0 s");
  CHECK(scenarios::print_duration({1}) == "0.000001 s");
  CHECK(scenarios::print_duration({0, Clock::open_hours}) == "0 wh");
  CHECK(scenarios::print_duration({90 * sim::minute, Clock::open_hours}) == "1.5 wh");
  CHECK(scenarios::print_span({24, 0}) == "2 y");
  CHECK(scenarios::print_span({0, sim::mean_month}) == "43830 min");  // not a calendar month
  CHECK(scenarios::print_share(0) == "0 %");
  CHECK(scenarios::print_share(0.29) == "29 %");
  CHECK(scenarios::print_share(1) == "100 %");
  CHECK(scenarios::print_share(-0.005) == "-0.5 %");
  CHECK(scenarios::print_number(2) == "2");
  CHECK(scenarios::print_number(-0.0) == "0");
  CHECK(scenarios::print_amount(-5) == "-0.05");
  CHECK(scenarios::print_rate({1e-7, sim::day}) == "0.0000001 / d");
}

TEST_CASE("values keep their bounds and say which they crossed") {
  CHECK(wrong({"segments.retail.fit=101%"}) == Lines{"too_high segments.retail.fit (101 %; 100 %)"});
  CHECK(wrong({"segments.retail.fit=-0.5"}) == Lines{"too_low segments.retail.fit (-50 %; 0 %)"});
  CHECK(wrong({"segments.retail.inbound.web.rate=-1 / d"}) ==
        Lines{"too_low segments.retail.inbound.web.rate (-1 / d; 0)"});
  CHECK(wrong({"segments.retail.inbound.web.rate=2000000 / s"}) ==
        Lines{"too_high segments.retail.inbound.web.rate (2000000 / s; 1000000 / s)"});
  CHECK(wrong({"segments.retail.inbound.web.cost=-0.5"}) ==
        Lines{"too_low segments.retail.inbound.web.cost (-0.5; 0)"});
  CHECK(wrong({"segments.retail.order=20000000000000"}) ==
        Lines{"too_high segments.retail.order (20000000000000; 10000000000000)"});
  CHECK(wrong({"segments.retail.order=0.125"}) == Lines{"too_many_decimals segments.retail.order (0.125)"});
  CHECK(wrong({"pipeline.meet.half_life=0 s"}) == Lines{"not_above pipeline.meet.half_life (0 s; 0 s)"});
  CHECK(wrong({"pipeline.meet.travel=-5 min"}) == Lines{"too_low pipeline.meet.travel (-5 min; 0 s)"});
  CHECK(wrong({"pipeline.meet.travel=1001 y"}) == Lines{"too_high pipeline.meet.travel (1001 y; 1000 y)"});
  CHECK(wrong({"horizon=0 d"}) == Lines{"not_above horizon (0 s; 0 s)"});
  CHECK(wrong({"horizon=201 y"}) == Lines{"too_high horizon (201 y; 200 y)"});
  CHECK(wrong({"start=1899-12-31"}) == Lines{"date_out_of_range start (1899-12-31; 1900; 2200)"});
  CHECK(wrong({"departments.one_tier.roles.seller.staff=-1"}) ==
        Lines{"too_low departments.one_tier.roles.seller.staff (-1; 0)"});
  CHECK(wrong({"departments.one_tier.roles.seller.staff=1.5"}) ==
        Lines{"not_whole departments.one_tier.roles.seller.staff (1.5)"});
  CHECK(wrong({"departments.one_tier.roles.seller.staff=1e300"}) ==
        Lines{"too_high departments.one_tier.roles.seller.staff (1e+300; 1e+15)"});
  CHECK(wrong({"departments.one_tier.roles.seller.speed=0"}) ==
        Lines{"not_above departments.one_tier.roles.seller.speed (0; 0)"});
  CHECK(wrong({"departments.one_tier.roles.seller.absence.holiday=12 h"}) ==
        Lines{"not_whole_days departments.one_tier.roles.seller.absence.holiday (12 h)"});
  CHECK(wrong({"departments.one_tier.roles.seller.absence.sick=301 d"}) ==
        Lines{"too_high departments.one_tier.roles.seller.absence.sick (43 w; 300 d)"});
  CHECK(wrong({"format=2"}) == Lines{"too_high format (2; 1)"});
  CHECK(wrong({"segments.retail.fit=inf"}) == Lines{"not_finite segments.retail.fit"});
  CHECK(wrong({"departments.one_tier.roles.seller.staff=nan"}) ==
        Lines{"not_finite departments.one_tier.roles.seller.staff"});
}

TEST_CASE("a value of another type says what is expected") {
  CHECK(wrong({"segments.retail.fit=a lot"}) == Lines{"bad_value segments.retail.fit (a lot; share)"});
  CHECK(wrong({"segments.retail.fit=true"}) == Lines{"wrong_type segments.retail.fit (truth; share)"});
  CHECK(wrong({"segments.retail.order=\"100 RUB\""}) == Lines{"wrong_type segments.retail.order (text; money_law)"});
  CHECK(wrong({"segments.retail.inbound.web.rate=900"}) ==
        Lines{"wrong_type segments.retail.inbound.web.rate (number; rate)"});
  CHECK(wrong({"segments.retail.inbound.web.rate=many"}) ==
        Lines{"bad_value segments.retail.inbound.web.rate (many; rate)"});
  CHECK(wrong({"segments.retail.inbound.web.dispersion=20 %"}) ==
        Lines{"percent_not_allowed segments.retail.inbound.web.dispersion (20 %)"});
  CHECK(wrong({patience + "5"}) == Lines{"wrong_type pipeline.qualify.patience (number; open_duration_law)"});
  CHECK(wrong({patience + "long"}) == Lines{"bad_value pipeline.qualify.patience (long; open_duration)"});
  CHECK(wrong({patience + "5 minutes"}) ==
        Lines{"unknown_unit pipeline.qualify.patience (minutes; min; s, min, h, d, w, mo, y, wh, wd)"});
  CHECK(wrong({"pipeline.meet.travel=4 wh"}) == Lines{"open_time_not_allowed pipeline.meet.travel (4 wh)"});
  CHECK(wrong({"pipeline.meet.travel=4"}) == Lines{"wrong_type pipeline.meet.travel (number; duration_law)"});
  CHECK(wrong({"horizon=5 wd"}) == Lines{"open_time_not_allowed horizon (5 wd)"});
  CHECK(wrong({"horizon=12"}) == Lines{"wrong_type horizon (number; span)"});
  CHECK(wrong({"start=12:30:00"}) == Lines{"wrong_type start (time; date)"});
  CHECK(wrong({"title=5"}) == Lines{"wrong_type title (number; text)"});
  CHECK(wrong({"pipeline.meet.interruptible=1"}) == Lines{"wrong_type pipeline.meet.interruptible (number; truth)"});
  CHECK(wrong({"departments.one_tier.roles.seller.staff=four"}) ==
        Lines{"wrong_type departments.one_tier.roles.seller.staff (text; staff)"});
  CHECK(wrong({"pipeline.meet.attempts=few"}) == Lines{"wrong_type pipeline.meet.attempts (text; whole)"});
  CHECK(wrong({"departments.one_tier.roles.seller.pay=5"}) ==
        Lines{"wrong_type departments.one_tier.roles.seller.pay (number; table)"});
}
