#include <doctest/doctest.h>

#include <algorithm>

#include "tests/scenarios/firm.hpp"

/// What only shows when all values of cold calls, service and careers are known.
namespace {

using firm::Lines;
using firm::warned;
using firm::wrong;

const std::string manager = "departments.one_tier.roles.manager.";
const std::string hunter = "departments.two_tiers.roles.hunter.";
const std::string farmer = "departments.two_tiers.roles.farmer.";

Lines dead(const firm::Sets& sets) { return warned("dead_key", sets); }

}  // namespace

TEST_CASE("the firm as it stands is right, and no key of it is dead") {
  CHECK(wrong({}).empty());
  CHECK(dead({}).empty());
  CHECK(warned("many_dials", {}).empty());
  CHECK(warned("light_portfolio", {}).empty());
}

TEST_CASE("drops name segments, enters names a stage, promotions a role, skill an activity") {
  CHECK(wrong({manager + "drops={ retial = \"5 %\" }"}) ==
        Lines{"unknown_segment " + manager + "drops.retial (retial; retail; retail, wholesale)"});
  CHECK(wrong({"cold_call.enters=clsoe"}) == Lines{"unknown_stage cold_call.enters (clsoe; close; meet, close)"});
  CHECK(wrong({"cold_call.enters={ retail = \"meet\", wholesale = \"meat\" }"}) ==
        Lines{"unknown_stage cold_call.enters.wholesale (meat; meet; meet, close)"});
  CHECK(wrong({"departments.two_tiers.work.cold_call.enters=order"}) ==
        Lines{"unknown_stage departments.two_tiers.work.cold_call.enters (order; ; meet, close)"});
  CHECK(wrong({hunter + "promotes_to.role=farmers"}) ==
        Lines{"unknown_role " + hunter + "promotes_to.role (farmers; farmer; hunter, farmer)"});
  CHECK(wrong({hunter + "promotes_to.role=farmer"}).empty());
  CHECK(wrong({hunter + "skill={ cold_call = 1.2, contact = 0.9, wake = 2, order = 1 }"}).empty());
  CHECK(wrong({hunter + "skill={ neglect = 1.2 }"}) ==
        Lines{"unknown_activity " + hunter +
              "skill.neglect (neglect; ; meet, close, cold_call, order, contact, wake, reception)"});
  CHECK(wrong({hunter + "does=[\"close\", \"meet\", \"reception\"]"}) ==
        Lines{"needs_key " + hunter + "does (reception; service.reception)"});
}

TEST_CASE("nobody is promoted in a circle") {
  CHECK(wrong({hunter + "promotes_to.role=hunter"}) ==
        Lines{"promotion_circle " + hunter + "promotes_to.role (hunter → hunter)"});
  CHECK(wrong({hunter + "promotes_to.role=farmer", farmer + "promotes_to.role=hunter"}) ==
        Lines{"promotion_circle " + hunter + "promotes_to.role (hunter → farmer → hunter)",
              "promotion_circle " + farmer + "promotes_to.role (farmer → hunter → farmer)"});
}

TEST_CASE("whoever does a service needs that there is such a service") {
  const firm::Sets one{"departments.two_tiers=false"};
  const auto without = [&](const std::string& set) {
    firm::Sets sets = one;
    sets.push_back(set);
    return wrong(sets);
  };
  const std::string path = manager + "does ";
  CHECK(without("service.wake=false") == Lines{"needs_key " + path + "(wake; service.wake)"});
  CHECK(without("service.contact=false") == Lines{"needs_key " + path + "(contact; service.contact)"});
  CHECK(without("service.order=false") == Lines{"needs_key " + path + "(order; service.order)"});
  CHECK(without("cold_call=false") == Lines{"needs_key " + path + "(cold_call; cold_call)"});
  CHECK(without("segments.retail.prospects=0") == Lines{"needs_key " + path + "(cold_call; prospects)"});
  CHECK(without(manager + "does=[\"order\", \"contact\", \"meet\", \"close\", { activity = \"cold_call\", segments = "
                          "[\"wholesale\"] }]") == Lines{"needs_key " + path + "(cold_call; prospects)"});
  // What one department has of its own is enough for it, and for no other.
  CHECK(wrong({"service.wake=false", "departments.two_tiers.work.wake.chance=0.1"}) ==
        Lines{"needs_key " + path + "(wake; service.wake)"});
  // Nobody need call a list that is there.
  CHECK(without(manager + "does=[\"order\", \"contact\", \"meet\", \"close\"]").empty());
  // What could not be read is not missed.
  CHECK(without("service=5") == Lines{"wrong_type service (number; table)"});
  CHECK(without("cold_call=5") == Lines{"wrong_type cold_call (number; table)"});
  CHECK(without("segments.retail.prospects=many") == Lines{"wrong_type segments.retail.prospects (text; whole)"});
}

TEST_CASE("somebody serves the orders of clients who buy again, in each department where that is work") {
  const std::string none = farmer + "does=[\"contact\", \"wake\"]";
  CHECK(wrong({none}) == Lines{"activity_undone departments.two_tiers (two_tiers; order; retail, wholesale)"});
  CHECK(wrong({farmer + "does=[\"contact\", { activity = \"order\", segments = [\"retail\"] }]"}) ==
        Lines{"activity_undone departments.two_tiers (two_tiers; order; wholesale)"});
  CHECK(wrong({none, "segments.wholesale.repeat=false"}) ==
        Lines{"activity_undone departments.two_tiers (two_tiers; order; retail)"});
  CHECK(wrong({none, "segments.wholesale.repeat=false", "segments.retail.repeat=false"}).empty());
  CHECK(wrong({none, "departments.two_tiers.work.order.work.wholesale=20 min", "service.order={}"}) ==
        Lines{"activity_undone departments.two_tiers (two_tiers; order; wholesale)"});
  CHECK(wrong({none, "service.order={}"}).empty());
}

TEST_CASE("some keys need another") {
  CHECK(wrong({"segments.wholesale.between=60%"}) ==
        Lines{"needs_key segments.wholesale.between (between; order.lognormal)"});
  CHECK(wrong({"segments.retail.between=60%"}).empty());
  CHECK(wrong({"cold_call={ interest = 0.1, attempts = 3, reach = 0.5 }"}) ==
        Lines{"needs_key cold_call.attempts (attempts; retry)"});
  CHECK(wrong({"cold_call={ interest = 0.1, attempts = { retail = 3 }, reach = 0.5 }"}) ==
        Lines{"needs_key cold_call.attempts.retail (attempts; retry)"});
}

TEST_CASE("a handover needs somebody to hand over to: who owns clients and keeps in touch") {
  const Lines nobody{"handover_to_nobody departments.two_tiers.handover (two_tiers)"};
  CHECK(wrong({farmer + "owns=[]"}) == nobody);
  CHECK(wrong({farmer + "does=[\"order\", \"wake\"]"}) == nobody);
  CHECK(wrong({farmer + "does=[\"order\", { activity = \"contact\", fallback = true }]"}) == nobody);
}

TEST_CASE("keys about clients do nothing where nobody owns clients") {
  const auto one = [](const std::string& key, const std::string& value) { return dead({hunter + key + "=" + value}); };
  const auto line = [](const std::string& key, const std::string& needed) {
    return "dead_key " + hunter + key + " (" + key.substr(key.rfind('.') + 1) + "; " + needed + ")";
  };
  const std::string owns = "owns = [\"clients\"]";
  CHECK(one("portfolio", "50") == Lines{line("portfolio", owns)});
  CHECK(one("comfort", "50") == Lines{line("comfort", owns)});
  CHECK(one("diligence", "0.5") == Lines{line("diligence", owns)});
  CHECK(one("takes", "{ chance = 0.1, share = 1 }") == Lines{line("takes", owns), line("takes", "tenure")});
  CHECK(one("pay.repeat", "0.05") == Lines{line("pay.repeat", owns)});
  CHECK(one("pay.penalty", "{ share = 0.1 }") ==
        Lines{line("pay.penalty", owns), line("pay.penalty", "horizon = \"24 mo\"")});
  CHECK(one("pay.bonus", "{ share = 0.1, contacts = 9 }") == Lines{line("pay.bonus.contacts", "contact")});
  CHECK(dead({farmer + "owns=[]", "departments.two_tiers.handover=false"}).empty());
  CHECK(dead({manager + "owns=[\"leads\"]", manager + "portfolio=60", "departments.one_tier.reassign=1 d"}) ==
        Lines{"dead_key " + manager + "comfort (comfort; " + owns + ")",
              "dead_key " + manager + "takes (takes; " + owns + ")",
              "dead_key " + manager + "portfolio (portfolio; " + owns + ")",
              "dead_key departments.one_tier.reassign (reassign; " + owns + ")"});
}

TEST_CASE("keys about cold calls do nothing for whoever makes none") {
  for (const std::string set : {"pause={ above = 3 }", "learning={ limit = 2, half = \"1 mo\" }", "refusal_quit=0.1"}) {
    const std::string key = set.substr(0, set.find('='));
    CHECK(dead({hunter + set}).empty());
    CHECK(dead({farmer + set}) == Lines{"dead_key " + farmer + key + " (" + key + "; cold_call)"});
  }
  CHECK(dead({farmer + "comfort=40"}) == Lines{"dead_key " + farmer + "comfort (comfort; cold_call)"});
}

TEST_CASE("keys about newcomers do nothing where nobody ever leaves and no seat is added") {
  for (const std::string set :
       {"hire=45 d", "training=5 d", "ramp={ time = \"4 mo\", from = 0.5 }", "pay.hiring=500"}) {
    const std::string path = hunter + set.substr(0, set.find('='));
    const std::string key = path.substr(path.rfind('.') + 1);
    CHECK(dead({hunter + set}) == Lines{"dead_key " + path + " (" + key + "; tenure)"});
    CHECK(dead({hunter + set, hunter + "tenure=3 y"}).empty());
    CHECK(dead({hunter + set, hunter + "refusal_quit=0.01"}).empty());
    CHECK(dead({hunter + set, hunter + "staff.may=3"}).empty());
    CHECK(dead({hunter + set, hunter + "promotes_to.role=farmer"}).empty());
  }
  const std::string steps = "staff = { date = … }";
  CHECK(dead({hunter + "ahead=21 d"}) == Lines{"dead_key " + hunter + "ahead (ahead; " + steps + ")"});
  CHECK(dead({hunter + "pay.dismissal=9"}) == Lines{"dead_key " + hunter + "pay.dismissal (dismissal; " + steps + ")"});
  CHECK(dead({hunter + "ahead=21 d", hunter + "staff={ 2026-01-05 = 2, 2026-03-01 = 3 }"}).empty());
  CHECK(dead({hunter + "returns=0.5"}) == Lines{"dead_key " + hunter + "returns (returns; rented)"});
  CHECK(dead({hunter + "rented=true", hunter + "hire=5 d", hunter + "tenure=1 y"}) ==
        Lines{"dead_key " + hunter + "hire (hire; rented = false)"});
  CHECK(dead({hunter + "ramp={ time = \"4 mo\" }", hunter + "tenure=3 y"}) ==
        Lines{"dead_key " + hunter + "ramp.time (time; from)"});
  CHECK(dead({hunter + "talent={ cv = 0, candidates = 4 }"}) ==
        Lines{"dead_key " + hunter + "talent.candidates (candidates; cv)"});
  CHECK(dead({hunter + "off_crm=0.5"}) == Lines{"dead_key " + hunter + "off_crm (off_crm; tenure)"});
  CHECK(dead({farmer + "takes_leads=0.5", farmer + "tenure=3 y"}) ==
        Lines{"dead_key " + farmer + "takes_leads (takes_leads; owns = [\"leads\"])"});
}

TEST_CASE("other keys that do nothing without another") {
  CHECK(dead({farmer + "drops.retail=0.5"}) == Lines{"dead_key " + farmer + "drops (drops; pipeline.stages)"});
  CHECK(dead({farmer + "pay.per_lead=5"}) == Lines{"dead_key " + farmer + "pay.per_lead (per_lead; does)"});
  CHECK(dead({farmer + "pay={ bonus = { share = 0.1 } }"}) == Lines{"dead_key " + farmer + "pay.bonus (bonus; base)"});
  CHECK(dead({"departments.one_tier.head={ pay = 100, effort = 0.9, without = 0.8 }"}) ==
        Lines{"dead_key departments.one_tier.head.pay (pay; span)",
              "dead_key departments.one_tier.head.effort (effort; span)"});
  CHECK(dead({"cold_call.reach=1"}) == Lines{"dead_key cold_call.dial (dial; reach)",
                                             "dead_key cold_call.attempts (attempts; reach)",
                                             "dead_key cold_call.retry (retry; reach)"});
  CHECK(dead({"cold_call.reach.retail=1"}).empty());  // wholesale still misses
  CHECK(dead({"cold_call={ interest = 0.1, talk = \"9 min\", give_up = 0.5 }"}) ==
        Lines{"dead_key cold_call.give_up (give_up; rest)"});
  CHECK(dead({"service.order={ patience = \"1 d\" }"}) == Lines{"dead_key service.order.patience (patience; work)"});
  CHECK(dead({"service.order={ work = \"1 h\", leave = 0.1 }"}) ==
        Lines{"dead_key service.order.leave (leave; patience)"});
  CHECK(dead({"service.contact={ work = \"1 h\", upsell = 0.1, growth = 0.01 }"}).size() == 3);
  CHECK(dead({"service.dormant=false"}) == Lines{"dead_key service.wake (wake; dormant)"});
  CHECK(dead({"service.dormant=false", "segments.retail.dormant=10"}).empty());
  CHECK(dead({"departments.two_tiers.work.order={ patience = \"1 d\" }"}).empty());
  CHECK(dead({"service.order={}", "departments.two_tiers.work.order={ patience = \"1 d\" }"}) ==
        Lines{"dead_key departments.two_tiers.work.order.patience (patience; work)"});
}

TEST_CASE("what the market says of clients does nothing where nobody buys again or wakes") {
  const firm::Sets once{"segments.retail={ clients = 5, prospects = 9, order = 10, inbound.web.rate = \"1 / d\" }",
                        "segments.wholesale={ lifetime = \"5 y\", order = 10, inbound.fair.rate = \"1 / d\" }",
                        "discount=20 % / y"};
  const auto and_also = [&](const std::string& set) {
    firm::Sets sets = once;
    sets.push_back(set);
    return dead(sets);
  };
  const std::string lifetime = "dead_key segments.wholesale.lifetime (lifetime; repeat)";
  const std::string discount = "dead_key discount (discount; repeat)";
  const std::string clients = "dead_key segments.retail.clients (clients; repeat)";
  const Lines upselling = dead(once);
  CHECK(std::count(upselling.begin(), upselling.end(), lifetime) == 1);
  CHECK(std::count(upselling.begin(), upselling.end(), discount) == 1);
  CHECK(std::count(upselling.begin(), upselling.end(), clients) == 0);
  const Lines nothing = and_also("service.contact.upsell=0");
  CHECK(std::count(nothing.begin(), nothing.end(), clients) == 1);
  CHECK(dead({"segments.retail.dormant=5", "service.wake=false",
              manager + "does=[\"order\", \"meet\", \"close\", \"contact\", \"cold_call\"]",
              farmer + "does=[\"order\", \"contact\"]"}) ==
        Lines{"dead_key segments.retail.dormant (dormant; service.wake)"});
}

TEST_CASE("a default of roles is dead only if it is so for every role") {
  const std::string defaults = "[role_defaults]\nportfolio = 200\ncomfort = 30\n";
  const auto warnings = [](const std::string& more) {
    Lines result;
    for (const std::string& line : firm::lines(scenarios::read_text(firm::text + more, "x").warnings))
      if (line.starts_with("dead_key")) result.push_back(line);
    return result;
  };
  CHECK(warnings(defaults).empty());  // the hunter owns no clients, the farmer does
  CHECK(warnings("[role_defaults]\nreturns = 0.5\n") == Lines{"dead_key " + manager + "returns (returns; rented)"});
}

TEST_CASE("a warning where more than 120 dials a day are implied") {
  // 8 h of 60 min; a dial takes .25 · 8 + .75 · 4 = 5 min: 96 a day. With dials of 2 min it is 3.5 min: 137.1.
  CHECK(warned("many_dials", {manager + "speed=1.25"}).empty());  // exactly 120
  CHECK(warned("many_dials", {manager + "speed=1.26"}) ==
        Lines{"many_dials departments.one_tier.roles.manager (manager; 121; 120)"});
  CHECK(warned("many_dials", {"cold_call.dial=2 min"}) ==
        Lines{"many_dials departments.one_tier.roles.manager (manager; 137.1; 120)",
              "many_dials departments.two_tiers.roles.hunter (hunter; 137.1; 120)"});
  CHECK(warned("many_dials", {"cold_call.dial=2 min", manager + "effort=80%", hunter + "hours=09:00-12:00"}).empty());
  CHECK(warned("many_dials", {"cold_call={ interest = 0.1 }", hunter + "does=[\"close\", \"meet\"]"}) ==
        Lines{"many_dials departments.one_tier.roles.manager (manager; ∞; 120)"});
  CHECK(warned("many_dials", {"departments.two_tiers.work.cold_call={ talk = \"1 min\", dial = \"1 min\" }"}) ==
        Lines{"many_dials departments.two_tiers.roles.hunter (hunter; 480; 120)"});
}

TEST_CASE("a warning where keeping in touch takes so little time that nobody would be forgotten") {
  // Wholesale, every 14 d: p clients · 40 min / 2 a week, of 40 h: p = 24 takes 20 %.
  CHECK(warned("light_portfolio", {manager + "portfolio=24"}).empty());
  CHECK(warned("light_portfolio", {manager + "portfolio=23"}) ==
        Lines{"light_portfolio " + manager + "portfolio (23; 19.17; manager)"});
  CHECK(warned("light_portfolio", {manager + "portfolio=23", manager + "effort=90%"}).empty());
  CHECK(warned("light_portfolio", {manager + "portfolio=23", "departments.one_tier.work.contact.every=7 d"}).empty());
  CHECK(warned("light_portfolio", {farmer + "portfolio=1000", "service.contact.work=0 s"}) ==
        Lines{"light_portfolio " + manager + "portfolio (60; 0; manager)",
              "light_portfolio " + farmer + "portfolio (1000; 0; farmer)"});
}

TEST_CASE("a warning where clients cannot change hands because the role has one person") {
  const std::string rotation = "departments.two_tiers.rotation={ after = \"6 mo\" }";
  CHECK(warned("rotation_alone", {rotation}).empty());
  CHECK(warned("rotation_alone", {rotation, farmer + "staff=1", hunter + "owns=[\"clients\"]"}) ==
        Lines{"rotation_alone departments.two_tiers.roles.farmer (farmer)"});
  // With nobody at all to go to it is an error.
  CHECK(wrong({rotation, farmer + "staff=1"}) ==
        Lines{"rotation_to_nobody departments.two_tiers.rotation (departments.two_tiers.roles.farmer.staff)"});
  CHECK(warned("rotation_alone", {rotation, hunter + "staff=1"}).empty());
}

TEST_CASE("payrolls weigh people hired during the year by the time that they are there") {
  // Two more hunters for 178 of 365 days, from 11 July: 1,000 · (4 + 2 · 178 / 365) = 4,975.
  CHECK(warned("payrolls_differ", {hunter + "staff={ 2026-01-01 = 2, 2026-07-11 = 4 }"}) ==
        Lines{"payrolls_differ departments (two_tiers; 4975; one_tier; 4000)"});
  CHECK(warned("payrolls_differ", {hunter + "staff={ 2026-01-01 = 2, 2026-12-01 = 4 }"}).empty());
}
