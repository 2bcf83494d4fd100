#include <doctest/doctest.h>

#include "scenarios/format/nearest.hpp"
#include "tests/scenarios/office.hpp"

/// What only shows when all values are known: structure, and what runs but was probably not meant.
namespace {

using office::Lines;
using office::problems_of;
using office::replaced;
using office::warnings;
using office::wrong;

Lines of(const std::string& text) { return office::lines(problems_of(text)); }

const std::string seller = "departments.one_tier.roles.seller.";

/// Warnings of that code.
Lines warned(const std::string& code, const office::Sets& sets) {
  Lines result;
  for (const std::string& line : warnings(sets))
    if (line.starts_with(code + " ")) result.push_back(line);
  return result;
}

}  // namespace

TEST_CASE("a scenario needs segments, a pipeline and departments") {
  const Lines problems = of("format = 1\nstart = 2026-01-01\nhorizon = \"1 y\"\n");
  CHECK(problems ==
        Lines{"missing_key segments (segments)", "missing_key pipeline (pipeline)", "no_departments departments"});
  CHECK(wrong({"segments.retail=false", "segments.wholesale=false"}).front() == "no_segments segments");
  CHECK(wrong({"departments.one_tier.roles.seller=false"}) == Lines{"no_roles departments.one_tier (one_tier)"});
}

TEST_CASE("stages are listed and described") {
  CHECK(wrong({"pipeline.stages=[\"qualify\", \"meet\", \"close\"]"}).front() ==
        "stage_missing pipeline.stages (close)");
  CHECK(of(office::text + "[pipeline.meat]\n") == Lines{"stage_not_listed pipeline.meat (meat; meet; qualify, meet)"});
  CHECK(wrong({"pipeline.stages=[\"qualify\", \"meet\", \"meet\"]"}) == Lines{"duplicate pipeline.stages (meet)"});
  CHECK(wrong({"pipeline.stages=[]"}).front() == "empty_list pipeline.stages");
  CHECK(wrong({"pipeline.stages=\"meet\""}).front() == "wrong_type pipeline.stages (text; names)");
  CHECK(wrong({"pipeline.stages=[\"qualify\", \"meet\", 5]"}).front() == "wrong_type pipeline.stages (number; name)");
  CHECK(of(replaced("stages = [\"qualify\", \"meet\"]\n", "")).front() == "missing_key pipeline.stages (stages)");
  CHECK(wrong({"pipeline=5"}) == Lines{"wrong_type pipeline (number; table)"});
}

TEST_CASE("names are small Latin words that mean nothing else") {
  CHECK(of(office::text + "[segments.Retail]\n").front() == "bad_name segments.Retail (Retail)");
  CHECK(of(office::text + "[segments.\"2nd\"]\n").front() == "bad_name segments.2nd (2nd)");
  CHECK(of(office::text + "[segments.mean]\n").front() == "reserved_name segments.mean (mean)");
  CHECK(of(office::text + "[departments.\"отдел\"]\n").front() == "bad_name departments.отдел (отдел)");
  CHECK(wrong({"pipeline.stages=[\"order\", \"meet\", \"qualify\"]"}).front() ==
        "reserved_name pipeline.stages (order)");
  CHECK(wrong({"segments.retail.inbound={ low = { rate = \"1 / d\" } }"}).front() ==
        "reserved_name segments.retail.inbound.low (low)");
}

TEST_CASE("somebody must do every stage for every segment, if only as a fallback") {
  CHECK(wrong({"departments.lead_desk.roles.desk=false"}) ==
        Lines{"activity_undone departments.lead_desk (lead_desk; qualify; retail, wholesale)"});
  CHECK(wrong({seller + "does=[\"qualify\", { activity = \"meet\", segments = [\"retail\"] }]"}) ==
        Lines{"activity_undone departments.one_tier (one_tier; meet; wholesale)"});
  CHECK(wrong({seller + "does=[\"qualify\", { activity = \"meet\", fallback = true }]"}).empty());
  // A stage that takes nobody's time needs nobody, a stage of appointments that may be missed does.
  const std::string idle = replaced("work = { lognormal = { mean = \"1 h\", cv = 0.5 } }", "");
  CHECK(office::lines(problems_of(idle, {seller + "does=[\"qualify\"]"})).empty());
  CHECK(office::lines(problems_of(idle, {seller + "does=[\"qualify\"]", "pipeline.meet.show=0.5"})) ==
        Lines{"activity_undone departments.one_tier (one_tier; meet; retail, wholesale)"});
}

TEST_CASE("a department has at most 60,000 seats") {
  std::string text = office::text;
  for (int i = 0; i < 7; ++i)
    text += "[departments.one_tier.roles.r" + std::to_string(i) + "]\nstaff = 9000\ndoes = [\"meet\"]\n";
  CHECK(of(text) == Lines{"too_many_seats departments.one_tier (one_tier; 63004; 60000)"});
}

TEST_CASE("keys that need another say so") {
  CHECK(wrong({"pipeline.meet.later={ chance = 0.1 }"}) ==
        Lines{"needs_key pipeline.meet.later.chance (chance; after)"});
  CHECK(wrong({"pipeline.meet.attempts=3", "pipeline.meet.reach=0.5"}) ==
        Lines{"needs_key pipeline.meet.attempts (attempts; retry)"});
}

TEST_CASE("the office as it stands gives no warning but that its people are split in one way") {
  CHECK(warnings({}) == Lines{"one_split departments.lead_desk (lead_desk; desk 1, seller 3)"});
}

TEST_CASE("a warning where the mean of a season is not one") {
  const std::string key = "segments.retail.inbound.web.season";
  CHECK(warned("season_mean", {key + "=[2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]"}) ==
        Lines{"season_mean " + key + " (1.5)"});
  CHECK(warned("season_mean", {key + "=[2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0]"}).empty());
  CHECK(warned("season_mean", {key + "=[0.3, 0.3, 0.7, 1.2, 1.8, 2.0, 2.0, 1.6, 1.1, 0.5, 0.3, 0.2]"}).empty());
}

TEST_CASE("a warning where waiting costs nothing") {
  const auto loaded = scenarios::read_text(replaced("half_life = \"2 wd\"\n", ""), "x").warnings;
  CHECK(office::lines(loaded).front() == "waits_forever pipeline.meet (meet)");
}

TEST_CASE("a warning where a lead costs more than it brings") {
  // Retail: 1,000 at a margin of 100 %, won with .9 × .45: 405.
  CHECK(warned("lead_cost", {"segments.retail.inbound.web.cost=405"}).empty());
  CHECK(warned("lead_cost", {"segments.retail.inbound.web.cost=406"}) ==
        Lines{"lead_cost segments.retail.inbound.web.cost (406; 405)"});
  // Reached in one of two attempts with r = 1 − .5² = .75; then .8 show up, and of the others half make a new appointment,
  // for which they must be reached again: .8 r / (1 − .2 · .5 r) = .6 / .925.
  CHECK(warned("lead_cost",
               {"segments.retail.inbound.web.cost=1000", "pipeline.meet.reach=0.5", "pipeline.meet.attempts=2",
                "pipeline.meet.retry=1 d", "pipeline.meet.show=0.8", "pipeline.meet.rebook=0.5"}) ==
        Lines{"lead_cost segments.retail.inbound.web.cost (1000; 262.7)"});  // 405 · .6 / .925
}

TEST_CASE("a warning where patience in clock time is shorter than a closed weekend") {
  const office::Sets any_time{"segments.retail.inbound.web.hours=always", "pipeline.qualify.patience=2 d"};
  CHECK(warned("patience_gap", any_time) == Lines{"patience_gap pipeline.qualify.patience (2 d; 63 h)"});
  CHECK(warned("patience_gap", {"pipeline.qualify.patience=2 d"}).empty());  // leads ask in open hours only
  CHECK(warned("patience_gap", {any_time[0], "pipeline.qualify.patience={ exponential = \"2 wd\" }"}).empty());
  CHECK(warned("patience_gap", {any_time[0], "pipeline.qualify.patience=3 d"}).empty());
  CHECK(warned("patience_gap",
               {any_time[0], "pipeline.qualify.patience=1 h", "calendar.hours=always", "calendar.days=always"})
            .empty());
}

TEST_CASE("a warning where payrolls differ by more than a tenth") {
  CHECK(warned("payrolls_differ", {seller + "staff=5"}) ==
        Lines{"payrolls_differ departments (one_tier; 5000; lead_desk; 4000)"});
  CHECK(warned("payrolls_differ", {seller + "pay.base=1090"}).empty());
  // Four open hours times 5 days times 52.18 weeks a year: 1 an hour is 173.9 a month.
  CHECK(warned("payrolls_differ", {seller + "pay={ base = 1000, hourly = 1, on_top = 0.1 }"}) ==
        Lines{"payrolls_differ departments (one_tier; 5165; lead_desk; 4000)"});
  // Dated steps count by the days for which they hold: 4 people for 59 of the 182 days, then 8.
  CHECK(warned("payrolls_differ", {seller + "staff={ 2026-01-01 = 4, 2026-03-05 = 8 }"}) ==
        Lines{"payrolls_differ departments (one_tier; 6703; lead_desk; 4000)"});
}

TEST_CASE("a warning where a department of several roles is split in one way only") {
  const std::string other = office::text + R"([departments.lead_desk_b.roles.desk]
staff = 2
does = ["qualify"]
[departments.lead_desk_b.roles.seller]
staff = 2
does = ["meet"]
)";
  CHECK(office::lines(scenarios::read_text(other, "x").warnings).empty());
  CHECK(warned("one_split", {"departments.one_tier=false"}).empty());                  // nothing to compare
  CHECK(warned("one_split", {"departments.lead_desk.roles.seller.staff=1"}).empty());  // no other split
}

TEST_CASE("a warning where a key does nothing") {
  CHECK(warned("dead_key", {"pipeline.qualify.floor=0.5"}) ==
        Lines{"dead_key pipeline.qualify.floor (floor; half_life)"});
  CHECK(warned("dead_key", {"pipeline.qualify.dial=1 min"}) == Lines{"dead_key pipeline.qualify.dial (dial; reach)"});
  CHECK(warned("dead_key", {"pipeline.qualify.attempts=2"}) ==
        Lines{"dead_key pipeline.qualify.attempts (attempts; reach)"});
  CHECK(warned("dead_key", {"pipeline.qualify.retry=1 d"}) == Lines{"dead_key pipeline.qualify.retry (retry; reach)"});
  CHECK(warned("dead_key", {"pipeline.qualify.rebook=0.5"}) ==
        Lines{"dead_key pipeline.qualify.rebook (rebook; show)"});
  CHECK(warned("dead_key", {"pipeline.qualify.no_show_work=1 h"}) ==
        Lines{"dead_key pipeline.qualify.no_show_work (no_show_work; show)"});
  CHECK(warned("dead_key", {"pipeline.qualify.later.after=1 h"}) ==
        Lines{"dead_key pipeline.qualify.later (later; chance)"});
  CHECK(warned("dead_key", {seller + "cover=1 h"}) == Lines{"dead_key " + seller + "cover (cover; absence)"});
  CHECK(warned("dead_key", {"departments.lead_desk.work.qualify.floor=0.5"}) ==
        Lines{"dead_key departments.lead_desk.work.qualify.floor (floor; half_life)"});
}

TEST_CASE("a word that was probably meant differs in at most a third of its letters") {
  using scenarios::edits;
  using scenarios::nearest;
  CHECK(edits("", "abc") == 3);
  CHECK(edits("kitten", "sitting") == 3);
  CHECK(edits("marign", "margin") == 1);  // neighbours swapped
  CHECK(edits("ca", "abc") == 3);         // optimal string alignment moves no letter twice
  CHECK(nearest("marign", {"order", "margin"}) == "margin");
  CHECK(nearest("pas", {"pay", "pass"}) == "pay");  // equally near: the first
  CHECK(nearest("colour", {"order", "margin"}).empty());
  CHECK(nearest("x", {"y"}).empty());  // nothing of it is left
  CHECK(nearest("", {"a"}).empty());
  CHECK(nearest(std::string(100'000, 'a'), {"order"}).empty());
}
