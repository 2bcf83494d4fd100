#include <doctest/doctest.h>

#include "scenarios/format/write.hpp"
#include "tests/scenarios/firm.hpp"

/// Keys of protected hours, assistants, the reception, the smallest team, terms and stock.
namespace {

using firm::Lines;
using firm::warned;
using firm::wrong;

const std::string manager = "departments.one_tier.roles.manager.";
const std::string hunter = "departments.two_tiers.roles.hunter.";
const std::string two = "departments.two_tiers.";

Lines dead(const firm::Sets& sets) { return warned("dead_key", sets); }

}  // namespace

TEST_CASE("protected hours have names, lie within the shift and are for what the role does") {
  const std::string calls = manager + "blocks={ calls = ";
  const models::Scenario s =
      firm::with({calls + "{ does = [\"cold_call\", \"meet\"], hours = \"10:00-12:00\", days = \"mon-wed\", strict = true } }"});
  const models::Block& block = *s.departments.find("one_tier")->roles.find("manager")->blocks.find("calls");
  CHECK(block.does == std::vector<std::string>{"cold_call", "meet"});
  CHECK(block.hours.parts == std::vector<models::OpenPart>{{10 * sim::hour, 12 * sim::hour}});
  CHECK(block.days->open == std::array<bool, 7>{true, true, true, false, false, false, false});
  CHECK(block.strict);
  CHECK(scenarios::read_text(scenarios::write(s), "again.toml").scenario == s);

  CHECK(wrong({calls + "{ hours = \"10:00-12:00\" } }"}) == Lines{"missing_key " + manager + "blocks.calls.does (does)"});
  CHECK(wrong({calls + "{ does = [\"cold_call\"] } }"}) == Lines{"missing_key " + manager + "blocks.calls.hours (hours)"});
  CHECK(wrong({calls + "{ does = [], hours = \"10:00-12:00\" } }"}) == Lines{"empty_list " + manager + "blocks.calls.does"});
  const Lines undone = wrong({calls + "{ does = [\"cold_cal\"], hours = \"10:00-12:00\" } }"});
  REQUIRE(undone.size() == 1);
  CHECK(undone[0].starts_with("not_a_duty " + manager + "blocks.calls.does (cold_cal; cold_call; "));
  CHECK(wrong({calls + "{ does = [\"cold_call\"], hours = \"01:00-02:00\" } }"}) ==
        Lines{"block_outside_shift " + manager + "blocks.calls.hours (calendar.hours)"});
  CHECK(wrong({manager + "hours=08:00-12:00", calls + "{ does = [\"cold_call\"], hours = \"12:00-13:00\" } }"}) ==
        Lines{"block_outside_shift " + manager + "blocks.calls.hours (" + manager + "hours)"});
}

TEST_CASE("whoever assists, assists another role that something belongs to") {
  CHECK(wrong({hunter + "assists=hunter"}) == Lines{"unknown_role " + hunter + "assists (hunter; ; farmer)"});
  CHECK(wrong({hunter + "assists=framer"}) == Lines{"unknown_role " + hunter + "assists (framer; farmer; farmer)"});
  CHECK(wrong({hunter + "assists=farmer"}).empty());
  CHECK(dead({hunter + "assists=farmer"}).empty());
  const std::string farmer = "departments.two_tiers.roles.farmer.";
  CHECK(dead({farmer + "assists=hunter", hunter + "owns=[]"}) == Lines{"dead_key " + farmer + "assists (assists; owns)"});
}

TEST_CASE("the smallest team names roles and is no larger than they ever are") {
  CHECK(firm::with({two + "minimum={ hunter = 1 }"}).departments.find("two_tiers")->minimum.items.size() == 1);
  CHECK(wrong({two + "minimum={ hunters = 1 }"}) ==
        Lines{"unknown_role " + two + "minimum.hunters (hunters; hunter; hunter, farmer)"});
  const Lines above = wrong({two + "minimum={ hunter = 100 }"});
  REQUIRE(above.size() == 1);
  CHECK(above[0].starts_with("minimum_above_staff " + two + "minimum.hunter (hunter; 100; "));
  CHECK(wrong({two + "minimum={ hunter = 0 }"}) == Lines{"too_low " + two + "minimum.hunter (0; 1)"});
}

TEST_CASE("a reception needs somebody who does it") {
  const std::string answers = "service.reception={ work = \"2 min\", patience = \"10 min\", simple = \"20 %\" }";
  CHECK(wrong({answers}).empty());
  CHECK(dead({answers}) == Lines{"dead_key service.reception (reception; does = [\"reception\"])"});
  const models::Scenario s = firm::with({answers});
  CHECK(s.work.reception.at(0).simple == 0.2);
  CHECK(s.departments.find("two_tiers")->work.reception == s.work.reception);
}

TEST_CASE("a stock needs something to sell and somebody who asks") {
  CHECK(wrong({"segments.retail.stock=100", "segments.retail.inbound={}", "segments.retail.prospects=0"}).front() ==
        "needs_key segments.retail.stock (stock; inbound)");
  CHECK(dead({"segments.retail.holding=100"}) == Lines{"dead_key segments.retail.holding (holding; stock)"});
  CHECK(dead({"segments.retail.holding=100", "segments.retail.stock=50"}).empty());
  CHECK(wrong({"segments.retail.stock=0"}) == Lines{"too_low segments.retail.stock (0; 1)"});
}

TEST_CASE("a discount belongs to whoever does the last stage") {
  const models::Scenario s = firm::with({manager + "discount={ share = \"5 %\", odds = 1.5, deferral = \"30 d\" }"});
  const models::Discount& discount = *s.departments.find("one_tier")->roles.find("manager")->discount;
  CHECK(discount.share == 0.05);
  CHECK(discount.odds == 1.5);
  CHECK(discount.deferral->length == 30 * sim::day);
  CHECK(dead({"departments.two_tiers.roles.farmer.discount={ share = 0.05, odds = 1.5 }"}) ==
        Lines{"dead_key departments.two_tiers.roles.farmer.discount (discount; close)"});
}
