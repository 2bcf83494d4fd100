#include <doctest/doctest.h>

#include "tests/scenarios/office.hpp"

/// `--set path=value`
namespace {

using office::Lines;
using office::stage;
using office::web;
using office::with;
using office::wrong;
using sim::Distribution;

const std::string seller = "departments.one_tier.roles.seller.";
const std::string month_names = "jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec";

std::vector<std::int64_t> staff(const office::Sets& sets) {
  return office::role(with(sets), "one_tier", "seller").staff.counts;
}

}  // namespace

TEST_CASE("a value is TOML, or a text if it is none") {
  CHECK(with({"segments.retail.fit=0.5"}).segments.items[0].second.fit == 0.5);
  CHECK(with({"segments.retail.fit=50%"}).segments.items[0].second.fit == 0.5);
  CHECK(with({"segments.retail.fit = \"50 %\" "}).segments.items[0].second.fit == 0.5);
  CHECK(web(with({"segments.retail.inbound.web.rate=600 / mo"})).rate == models::Rate{600, sim::mean_month});
  CHECK(with({"title=Roofing sheets: a = b"}).title == "Roofing sheets: a = b");
  CHECK(with({"title=\"5\""}).title == "5");
  CHECK(with({"title="}).title.empty());
  CHECK(with({"title=Жесть"}).title == "Жесть");
  CHECK(with({"start=2026-03-01"}).start == models::Date{std::chrono::year{2026} / 3 / 1});
  CHECK(with({"calendar.holidays=[2026-05-01]"}).calendar.holidays.size() == 1);
  CHECK(office::role(with({seller + "does=[\"qualify\", \"meet\"]"}), "one_tier", "seller").does[0].activity ==
        "qualify");
  CHECK(office::role(with({seller + "hours=09:00-12:00"}), "one_tier", "seller").hours->parts.size() == 1);
}

TEST_CASE("the last of several values for a path counts") {
  CHECK(with({"segments.retail.fit=0.5", "segments.retail.fit=0.6"}).segments.items[0].second.fit == 0.6);
}

TEST_CASE("a month of a season or of staff can be set alone") {
  CHECK(staff({seller + "staff.may=6"}) == std::vector<std::int64_t>{4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4});
  CHECK(staff({seller + "staff.may=6", seller + "staff.dec=0"}) ==
        std::vector<std::int64_t>{4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 0});
  CHECK(staff({seller + "staff={ value = 4, low = 3 }", seller + "staff.jan=5"})[0] == 5);
  const auto season = web(with({"segments.retail.inbound.web.season.feb=0.5"})).season.weights;
  CHECK(season == std::vector<double>{1, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
  CHECK(wrong({seller + "staff.may=6", seller + "staff.mai=6"}) ==
        Lines{"unknown_word " + seller + "staff.mai (mai; mar; " + month_names + ")"});
  CHECK(wrong({seller + "staff.may=x"}) == Lines{"wrong_type " + seller + "staff (text; whole)"});
  CHECK(wrong({seller + "staff={ 2026-02-01 = 5 }", seller + "staff.may=6"}) ==
        Lines{"bad_date " + seller + "staff (may)"});
}

TEST_CASE("a parameter of a distribution can be set alone") {
  const auto order = [](const office::Sets& sets) { return with(sets).segments.items[1].second.order->law; };
  CHECK(order({"segments.wholesale.order.lognormal.mean=7000"}) == Distribution::lognormal(700000, 0.8));
  CHECK(order({"segments.wholesale.order.lognormal.cv=0.5", "segments.wholesale.order.zero=10%"}) ==
        Distribution::lognormal(500000, 0.5).with_zero(0.1));
  CHECK(order({"segments.wholesale.order.exponential=7000"}) == Distribution::exponential(700000));
  CHECK(order({"segments.wholesale.order.gamma.mean=7", "segments.wholesale.order.gamma.cv=2"}) ==
        Distribution::gamma(700, 2));
  CHECK(order({"segments.wholesale.order=5"}) == Distribution::constant(500));
  CHECK(wrong({"segments.wholesale.order.gamma.mean=7"}) == Lines{"missing_key segments.wholesale.order.gamma (cv)"});
  CHECK(with({"segments.retail.order.exponential=3"}).segments.items[0].second.order->law ==
        Distribution::exponential(300));
}

TEST_CASE("a value of one segment can be set alone; the others keep theirs") {
  const auto scenario = with({"pipeline.qualify.patience.retail=1 h", "pipeline.meet.pass.wholesale=0.3",
                              "pipeline.meet.work.wholesale.lognormal.mean=3 h"});
  CHECK(stage(scenario, 0, 0).patience->law == Distribution::constant(1.0 * sim::hour));
  CHECK(stage(scenario, 0, 1).patience->law == Distribution::exponential(4.0 * sim::day));
  CHECK(stage(scenario, 1, 0).pass == 0.45);
  CHECK(stage(scenario, 1, 1).pass == 0.3);
  CHECK(stage(scenario, 1, 0).work->law.first == 1.0 * sim::hour);
  CHECK(stage(scenario, 1, 1).work->law.first == 3.0 * sim::hour);
  CHECK(with({"pipeline.meet.pass=0.5"}).work.pipeline[1][1].pass == 0.5);
  CHECK(with({"pipeline.meet.work.exponential=2 h"}).work.pipeline[1][1].work->law ==
        Distribution::exponential(2.0 * sim::hour));
}

TEST_CASE("tables in stages take a segment at either end of the path, however they are written") {
  const std::string whole =
      "pipeline.qualify.sieve={ retail = { finds = 0.9, lets_through = 0.2 }, wholesale = { finds = 0.8 } }";
  const std::string keys =
      "pipeline.qualify.sieve={ finds = { retail = 0.9, wholesale = 0.8 }, lets_through = { retail = 0.2 } }";
  for (const std::string& written : {whole, keys})
    for (const std::string path : {"pipeline.qualify.sieve.retail.finds", "pipeline.qualify.sieve.finds.retail"}) {
      const auto scenario = with({written, path + "=0.5"});
      CHECK(stage(scenario, 0, 0).sieve == models::Sieve{0.5, 0.2});
      CHECK(stage(scenario, 0, 1).sieve == models::Sieve{0.8, 1});
      CHECK(stage(with({written, "pipeline.qualify.sieve.finds=0.6"}), 0, 1).sieve == models::Sieve{0.6, 1});
      CHECK(stage(with({written, "pipeline.qualify.sieve.wholesale={ finds = 0.7 }"}), 0, 1).sieve ==
            models::Sieve{0.7, 1});
    }
}

TEST_CASE("parts of a belief can be set, of a plain value too") {
  const std::string rate = "segments.retail.inbound.web.rate";
  const auto scenario = with({rate + ".low=100 / mo", rate + ".source=CRM"});
  CHECK(web(scenario).rate == models::Rate{300, sim::mean_month});
  CHECK(scenario.beliefs.at(rate) == models::Belief{"100 / mo", {}, "CRM", models::Belief::Basis::unstated});
  CHECK(web(with({rate + ".low=100 / mo", rate + ".value=200 / mo"})).rate.count == 200);
  CHECK(with({rate + ".low=100 / mo", rate + "=200 / mo"}).beliefs.empty());
  CHECK(with({"pipeline.meet.pass.retail.high=0.9"}).beliefs.at("pipeline.meet.pass.retail").high == "90 %");
  CHECK(with({"segments.wholesale.order.lognormal.cv.low=0.5"})
            .beliefs.contains("segments.wholesale.order.lognormal.cv"));
}

TEST_CASE("terms of a department and defaults of roles can be set") {
  const auto scenario =
      with({"departments.lead_desk.work.meet.pass.retail=0.6", "role_defaults.speed=2",
            "departments.lead_desk.role_defaults.effort=0.5", "departments.lead_desk.roles.desk.speed=3"});
  CHECK(scenario.departments.find("lead_desk")->work.pipeline[1][0].pass == 0.6);
  CHECK(scenario.departments.find("lead_desk")->work.pipeline[1][1].pass == 0.2);
  CHECK(office::role(scenario, "one_tier", "seller").speed == 2);
  CHECK(office::role(scenario, "one_tier", "seller").effort == 1);
  CHECK(office::role(scenario, "lead_desk", "desk").speed == 3);
  CHECK(office::role(scenario, "lead_desk", "seller").effort == 0.5);
}

TEST_CASE("false removes a name") {
  CHECK(with({"departments.one_tier=false"}).departments.size() == 1);
  CHECK(with({"segments.wholesale=false"}).segments.size() == 1);
}

TEST_CASE("a path leads only to names that the scenario has") {
  CHECK(wrong({"departments.one_teir.title=x"}) ==
        Lines{"unknown_path departments.one_teir (one_teir; one_tier; one_tier, lead_desk)"});
  CHECK(wrong({"segments.retial.fit=1"}) == Lines{"unknown_path segments.retial (retial; retail; retail, wholesale)"});
  CHECK(wrong({"segments.retail.inbound.wep.cost=1"}) ==
        Lines{"unknown_path segments.retail.inbound.wep (wep; web; web)"});
  CHECK(wrong({"pipeline.meat.pass=1"}) == Lines{"unknown_path pipeline.meat (meat; meet; stages, qualify, meet)"});
  CHECK(wrong({"departments.one_tier.roles.boss.staff=1"}) ==
        Lines{"unknown_path departments.one_tier.roles.boss (boss; ; seller)"});
  CHECK(wrong({"segmets.retail.fit=1"}).front().starts_with("unknown_key segmets (segmets; segments; format, title"));
  CHECK(wrong({"segments.retail.fitt=1"})
            .front()
            .starts_with("unknown_key segments.retail.fitt (fitt; fit; title, prospects"));
}

TEST_CASE("what sets nothing is refused") {
  for (const char* text : {"", "=", "title", "=5", "a..b=1", ".a=1", "a.=1", " =1"})
    CHECK_MESSAGE(wrong({text}) == Lines{"set_syntax (" + std::string{text} + ")"}, text);
  CHECK(wrong({"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q=1"}).front().starts_with("set_syntax"));
  CHECK(wrong({"title=\xff"}) == Lines{"file_binary"});
  CHECK(wrong({"title=" + std::string(1000, '[')}).empty());  // too deep to be TOML, so a text
}

TEST_CASE("a problem of a value that was set says so instead of a line") {
  const sim::Problems problems = office::problems_of(office::text, {"segments.retail.fit=2"});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].place == sim::Place{"--set segments.retail.fit=2", 0, 0});
  // Tables on the way keep their place in the file.
  const auto missing =
      office::problems_of(office::replaced("does = [\"qualify\"]\n", ""), {"departments.lead_desk.roles.desk.staff=2"});
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].code == "missing_key");
  CHECK(missing[0].place.source == "office.toml");
}
