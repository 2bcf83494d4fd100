#include <doctest/doctest.h>

#include "tests/scenarios/office.hpp"

/// Calendars, staff and duties.
namespace {

using models::Staff;
using office::Lines;
using office::with;
using office::wrong;
using sim::hour;

const std::string seller = "departments.one_tier.roles.seller.";

Staff staff(const std::string& value) {
  return office::role(with({seller + "staff=" + value}), "one_tier", "seller").staff;
}
models::Date date(int year, int month, int day) { return models::Date{std::chrono::year{year} / month / day}; }
std::vector<models::OpenPart> hours(const std::string& value) {
  return with({"calendar.hours=" + value}).calendar.hours.parts;
}
std::array<bool, 7> days(const std::string& value) { return with({"calendar.days=" + value}).calendar.days.open; }

}  // namespace

TEST_CASE("hours are the whole day, one part, or parts in any order with gaps") {
  using Parts = std::vector<models::OpenPart>;
  CHECK(hours("always") == Parts{{0, 24 * hour}});
  CHECK(hours("09:00-18:30") == Parts{{9 * hour, 18 * hour + hour / 2}});
  CHECK(hours("18:00-24:00") == Parts{{18 * hour, 24 * hour}});
  CHECK(hours("[\"14:00-18:00\", \"09:00-13:00\"]") == Parts{{9 * hour, 13 * hour}, {14 * hour, 18 * hour}});
  CHECK(hours("[\"09:00-13:00\", \"13:00-18:00\"]") == Parts{{9 * hour, 18 * hour}});
  CHECK(hours("[\"00:00-06:00\", \"22:00-24:00\"]") == Parts{{0, 6 * hour}, {22 * hour, 24 * hour}});
}

TEST_CASE("hours that are none say how to write them") {
  CHECK(wrong({"calendar.hours=22:00-06:00"}) ==
        Lines{"hours_past_midnight calendar.hours (22:00-06:00; \"22:00-24:00\", \"00:00-06:00\")"});
  CHECK(wrong({"calendar.hours=22:00-00:00"}) ==
        Lines{"hours_past_midnight calendar.hours (22:00-00:00; \"22:00-24:00\")"});
  CHECK(wrong({"calendar.hours=24:00-06:00"}) ==
        Lines{"hours_past_midnight calendar.hours (24:00-06:00; \"00:00-06:00\")"});
  CHECK(wrong({"calendar.hours=09:00-09:00"}) == Lines{"hours_empty calendar.hours (09:00-09:00)"});
  CHECK(wrong({"calendar.hours=[\"09:00-13:00\", \"12:00-18:00\"]"}) ==
        Lines{"hours_overlap calendar.hours (09:00-13:00; 12:00-18:00)"});
  CHECK(wrong({"calendar.hours=nine to five"}) == Lines{"bad_value calendar.hours (nine to five; hours)"});
  CHECK(wrong({"calendar.hours=[]"}) == Lines{"empty_list calendar.hours"});
  CHECK(wrong({"calendar.hours=9"}) == Lines{"wrong_type calendar.hours (number; hours)"});
  CHECK(wrong({"calendar.hours=[9]"}) == Lines{"wrong_type calendar.hours (number; hours)"});
}

TEST_CASE("days are words, ranges, lists, and ranges over the end of the week") {
  CHECK(days("always") == std::array{true, true, true, true, true, true, true});
  CHECK(days("mon-fri") == std::array{true, true, true, true, true, false, false});
  CHECK(days("sat-mon") == std::array{true, false, false, false, false, true, true});
  CHECK(days("wed") == std::array{false, false, true, false, false, false, false});
  CHECK(days("mon-tue, thu , sun") == std::array{true, true, false, true, false, false, true});
  CHECK(days("[\"mon-tue\", \"sun\"]") == std::array{true, true, false, false, false, false, true});
  const std::string names = "mon, tue, wed, thu, fri, sat, sun";
  CHECK(wrong({"calendar.days=mon-fry"}) == Lines{"unknown_word calendar.days (fry; fri; " + names + ")"});
  CHECK(wrong({"calendar.days=\"\""}) == Lines{"unknown_word calendar.days (; ; " + names + ")"});
  CHECK(wrong({"calendar.days=[]"}) == Lines{"empty_list calendar.days"});
  CHECK(wrong({"calendar.days=[5]"}) == Lines{"wrong_type calendar.days (number; days)"});
  CHECK(wrong({"calendar.days=5"}) == Lines{"wrong_type calendar.days (number; days)"});
}

TEST_CASE("holidays are dates, each once, in any order") {
  CHECK(with({"calendar.holidays=[2026-05-09, 2026-05-01]"}).calendar.holidays ==
        std::vector{date(2026, 5, 1), date(2026, 5, 9)});
  CHECK(wrong({"calendar.holidays=[2026-05-09, 2026-05-09]"}) == Lines{"duplicate calendar.holidays (2026-05-09)"});
  CHECK(wrong({"calendar.holidays=2026-05-09"}) == Lines{"wrong_type calendar.holidays (date; dates)"});
  CHECK(wrong({"calendar.holidays=[\"2026-05-09\"]"}) == Lines{"wrong_type calendar.holidays (text; date)"});
  CHECK(wrong({"calendar.holidays=[2201-01-01]"}) ==
        Lines{"date_out_of_range calendar.holidays (2201-01-01; 1900; 2200)"});
}

TEST_CASE("weights by month, weekday and hour have their number of items") {
  const std::string web = "segments.retail.inbound.web.";
  CHECK(wrong({web + "season=[1, 2]"}) == Lines{"wrong_count " + web + "season (2; 12)"});
  CHECK(wrong({web + "season=1"}) == Lines{"wrong_type " + web + "season (number; twelve)"});
  CHECK(wrong({web + "weekday=1"}) == Lines{"wrong_type " + web + "weekday (number; seven)"});
  CHECK(wrong({web + "hour=1"}) == Lines{"wrong_type " + web + "hour (number; twenty_four)"});
  CHECK(wrong({web + "weekday=[1, 1, 1, 1, 1, 1, -1]"}) == Lines{"too_low " + web + "weekday (-1; 0)"});
  CHECK(wrong({web + "weekday=[1, 1, 1, 1, 1, 1, \"x\"]"}) == Lines{"wrong_type " + web + "weekday (text; number)"});
}

TEST_CASE("weights must leave an open hour in which somebody can ask") {
  const std::string web = "segments.retail.inbound.web.";
  CHECK(wrong({web + "weekday=[0, 0, 0, 0, 0, 1, 1]"}) == Lines{"never_open " + web + "weekday"});
  CHECK(wrong({web + "weekday=[0, 0, 0, 0, 0, 1, 1]", web + "days=sat"}).empty());
  const std::string night = "[1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]";
  CHECK(wrong({web + "hour=" + night}) == Lines{"never_open " + web + "hour"});
  CHECK(wrong({web + "hour=" + night, web + "hours=23:30-24:00"}).empty());
}

TEST_CASE("staff is a number, twelve months, dated steps or twenty-four hours") {
  CHECK(staff("7") == Staff{Staff::Kind::constant, {7}, {}});
  CHECK(staff("[0, 0, 2, 3, 4, 4, 4, 3, 2, 0, 0, 0]") ==
        Staff{Staff::Kind::months, {0, 0, 2, 3, 4, 4, 4, 3, 2, 0, 0, 0}, {}});
  CHECK(staff("{ 2026-04-01 = 5, 2026-02-01 = 2 }") ==
        Staff{Staff::Kind::dates, {2, 5}, {date(2026, 2, 1), date(2026, 4, 1)}});
  CHECK(staff("{ hours = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 3, 2, 1, 0, 0, 0, 0, 0] }").counts.size() ==
        24);
}

TEST_CASE("staff that is none of these says what it may be") {
  const std::string key = seller + "staff";
  CHECK(wrong({key + "=[1, 2]"}) == Lines{"wrong_count " + key + " (2; 12)"});
  CHECK(wrong({key + "={}"}) == Lines{"wrong_type " + key + " (table; staff)"});
  CHECK(wrong({key + "=true"}) == Lines{"wrong_type " + key + " (truth; staff)"});
  CHECK(wrong({key + "={ 2026-02-30 = 5 }"}) == Lines{"bad_date " + key + " (2026-02-30)"});
  CHECK(wrong({key + "={ 2026-02-01 = -5 }"}) == Lines{"too_low " + key + ".2026-02-01 (-5; 0)"});
  CHECK(wrong({key + "={ hours = 5 }"}) == Lines{"wrong_type " + key + ".hours (number; twenty_four)"});
  CHECK(wrong({key + "={ hours = [5], may = 1 }"}) ==
        Lines{"unknown_key " + key + ".may (may; ; hours)", "wrong_count " + key + ".hours (1; 24)"});
  CHECK(wrong({key + "=[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5]"}) == Lines{"not_whole " + key + " (0.5)"});
  CHECK(wrong({key + "=10001"}) == Lines{"too_high " + key + " (10001; 10000)"});
}

TEST_CASE("duties are names or tables") {
  const auto scenario =
      with({seller +
            "does=[\"meet\", { activity = \"qualify\", segments = [\"retail\"] }, { activity = \"qualify\", segments = "
            "[\"wholesale\"], fallback = true, overflow = 20 }]"});
  CHECK(office::role(scenario, "one_tier", "seller").does ==
        std::vector<models::Duty>{
            {"meet", {}, false, {}}, {"qualify", {"retail"}, false, {}}, {"qualify", {"wholesale"}, true, 20}});
}

TEST_CASE("what is wrong with a duty is said") {
  const std::string key = seller + "does";
  CHECK(wrong({key + "=[\"meat\", \"qualify\", \"meet\"]"}) ==
        Lines{"unknown_activity " + key + " (meat; meet; qualify, meet, cold_call, order, contact, wake, reception)"});
  CHECK(wrong({key + "=[\"reception\", \"qualify\", \"meet\"]"}) ==
        Lines{"needs_key " + key + " (reception; service.reception)"});
  CHECK(wrong({key + "=[\"cold_call\", \"qualify\", \"meet\"]"}) ==
        Lines{"needs_key " + key + " (cold_call; cold_call)"});
  CHECK(wrong({key + "=[\"meet\", \"qualify\", \"meet\"]"}) == Lines{"duplicate " + key + " (meet)"});
  CHECK(wrong({key + "=\"meet\""}) == Lines{"wrong_type " + key + " (text; duties)"});
  CHECK(wrong({key + "=[5, \"meet\", \"qualify\"]"}) == Lines{"wrong_type " + key + " (number; duty)"});
  CHECK(wrong({key + "=[]"}) == Lines{"empty_list " + key});
  CHECK(wrong({key + "=[{ segments = [\"retail\"] }]"}).front() == "missing_key " + key + " (activity)");
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", segments = [\"retial\"] }]"}) ==
        Lines{"unknown_segment " + key + " (retial; retail; retail, wholesale)"});
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", segments = [] }]"}) ==
        Lines{"empty_list " + key + ".segments"});
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", segments = \"retail\" }]"}) ==
        Lines{"wrong_type " + key + ".segments (text; names)"});
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", segments = [1] }]"}) ==
        Lines{"wrong_type " + key + ".segments (number; name)"});
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", segments = [\"retail\", \"retail\"] }]"}) ==
        Lines{"duplicate " + key + ".segments (retail)"});
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", overflow = 5 }]"}) ==
        Lines{"overflow_without_fallback " + key + ".overflow"});
  CHECK(wrong({key + "=[\"meet\", { activity = \"qualify\", fallback = true, overflow = -5 }]"}) ==
        Lines{"too_low " + key + ".overflow (-5; 0)"});
}

TEST_CASE("other words of a role") {
  CHECK(wrong({seller + "assign=roundrobin"}) ==
        Lines{"unknown_word " + seller + "assign (roundrobin; round_robin; shared, round_robin, owner)"});
  CHECK(wrong({seller + "assign=[]"}) == Lines{"wrong_type " + seller + "assign (list; word)"});
  CHECK(wrong({seller + "owns=leads"}) == Lines{"wrong_type " + seller + "owns (text; words)"});
  CHECK(wrong({seller + "owns=[\"client\"]"}) ==
        Lines{"unknown_word " + seller + "owns (client; clients; leads, clients)"});
  CHECK(wrong({seller + "owns=[\"leads\", \"leads\"]"}) == Lines{"duplicate " + seller + "owns (leads)"});
  CHECK(wrong({seller + "pay.of=profit"}) == Lines{"unknown_word " + seller + "pay.of (profit; ; revenue, margin)"});
  CHECK(
      wrong({seller + "skill={ mete = 2 }"}) ==
      Lines{"unknown_activity " + seller + "skill.mete (mete; meet; qualify, meet, cold_call, order, contact, wake, reception)"});
  CHECK(wrong({seller + "skill=2"}) == Lines{"wrong_type " + seller + "skill (number; table)"});
}
