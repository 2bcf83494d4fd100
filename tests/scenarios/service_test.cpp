#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "scenarios/format/quantity.hpp"
#include "scenarios/format/study.hpp"
#include "scenarios/format/write.hpp"
#include "tests/scenarios/firm.hpp"

/// The cold list, the service of clients and the people who do it: reading, paths, terms of departments, writing.
namespace {

using firm::Lines;
using firm::retail;
using firm::wholesale;
using firm::with;
using firm::work;
using firm::wrong;
using models::Clock;
using models::Duration;
using models::Scenario;
using sim::Distribution;

Distribution minutes(int count) { return Distribution::constant(count * static_cast<double>(sim::minute)); }
Duration days(int count) { return {count * sim::day}; }

const std::string manager = "departments.one_tier.roles.manager.";
const std::string of_two = "departments.two_tiers.work.";

/// Writing and reading gives the same scenario, and the same text again.
void round_trip(const Scenario& scenario) {
  const std::string text = scenarios::write(scenario);
  CAPTURE(text);
  const Scenario again = scenarios::read_text(text, "written.toml").scenario;
  CHECK(again == scenario);
  CHECK(scenarios::write(again) == text);
  CHECK(scenarios::hash(again) == scenarios::hash(scenario));
}

}  // namespace

TEST_CASE("cold calls and every part of the service are read for each segment") {
  const Scenario scenario = with();
  const models::Work& all = scenario.work;
  REQUIRE(all.cold_call.size() == 2);
  const models::ColdCall& call = all.cold_call[wholesale];
  CHECK(call.dial->law == minutes(4));
  CHECK(call.talk->law == minutes(8));
  CHECK(call.reach == 0.25);
  CHECK(all.cold_call[retail].interest == models::Shares{{0.1}});
  CHECK(call.interest == models::Shares{{0.05}});
  CHECK(call.fade == 1);
  CHECK(call.give_up == models::Shares{{0}});
  CHECK(call.attempts == 3);
  CHECK(call.retry == days(2));
  CHECK(call.rest == days(90));
  CHECK(call.enters == "close");
  CHECK(all.order[retail].work->law == minutes(20));
  CHECK(all.order[retail].patience->clock == Clock::open_days);
  CHECK(all.order[wholesale].leave == 0.05);
  CHECK(all.contact[retail].every == days(30));
  CHECK(all.contact[wholesale].every == days(14));
  CHECK(all.contact[wholesale].upsell == 0.06);
  CHECK(all.contact[wholesale].growth == 0);
  CHECK(all.neglect[wholesale].after == days(45));
  CHECK(all.neglect[retail].life->law == Distribution::exponential(200.0 * static_cast<double>(sim::day)));
  CHECK(all.dormant[retail].after == days(180));
  CHECK(all.wake[wholesale].chance == 0.04);
  CHECK(all.wake[wholesale].rest == days(90));
}

TEST_CASE("what is not in the file is off: parts of the work are empty, keys of people neutral") {
  const Scenario scenario = with({"cold_call=false", "service=false", "departments.two_tiers=false",
                                  manager + "does=[\"meet\", \"close\"]", manager + "owns=[]"});
  CHECK(scenario.work.cold_call.empty());
  CHECK(scenario.work.order.empty());
  CHECK(scenario.work.contact.empty());
  CHECK(scenario.work.neglect.empty());
  CHECK(scenario.work.dormant.empty());
  CHECK(scenario.work.wake.empty());
  const models::Role& role = firm::role(scenario, "one_tier", "manager");
  CHECK(!role.owns_leads);
  CHECK(!role.owns_clients);
  CHECK(!role.talent);
  CHECK(!role.pause);
  CHECK(role.drops.size() == 0);
  const models::Role owner = firm::role(with(), "one_tier", "manager");
  CHECK(owner.owns_leads);
  CHECK(owner.owns_clients);
  CHECK(firm::role(with({manager + "owns=[\"clients\"]"}), "one_tier", "manager").owns_clients);
  CHECK(wrong({manager + "owns=[\"clients\", \"clients\"]"}) == Lines{"duplicate " + manager + "owns (clients)"});
  CHECK(wrong({manager + "owns=[\"client\"]"}) ==
        Lines{"unknown_word " + manager + "owns (client; clients; leads, clients)"});
}

TEST_CASE("all that a role may say of its people is read") {
  const Scenario scenario = with({
      manager + "talent={ cv = 0.3, candidates = 4 }",
      manager + "diligence=70%",
      manager + "drops={ retail = \"5 %\" }",
      manager + "pause={ above = 40, below = 20 }",
      manager + "learning={ limit = 1.5, half = \"3 mo\" }",
      manager + "rented=true",
      manager + "returns=50%",
      manager + "ahead=21 d",
      manager + "hire={ exponential = \"45 d\" }",
      manager + "training=5 d",
      manager + "ramp={ time = \"4 mo\", from = \"40 %\", odds = true }",
      manager + "refusal_quit=0.1%",
      manager + "takes_leads=20%",
      manager + "off_crm=10%",
      manager + "head={ span = 8, most = 2, pay = 900, effort = 0.9, without = 0.7, diligence = 0.95 }",
      manager + "skill={ contact = 1.2, cold_call = 0.8, meet = 1.1 }",
      manager + "pay={ base = 1000, per_lead = 5, bonus = { share = 0.125, leads = 40, contacts = 60 }, penalty = "
                "{ growth = 0.02, share = 0.1 }, hiring = 500, dismissal = 700, seat = 80 }",
  });
  const models::Role& role = firm::role(scenario, "one_tier", "manager");
  CHECK(role.talent == models::Talent{0.3, 4});
  CHECK(role.diligence == 0.7);
  CHECK(role.portfolio == 60);
  CHECK(role.comfort == 40);
  REQUIRE(role.drops.find("retail") != nullptr);
  CHECK(*role.drops.find("retail") == 0.05);
  CHECK(role.pause == models::Pause{40, 20});
  CHECK(role.learning == models::Learning{1.5, Duration{3 * sim::mean_month}});
  CHECK(role.rented);
  CHECK(role.returns == 0.5);
  CHECK(role.ahead == days(21));
  CHECK(role.hire->law == Distribution::exponential(45.0 * static_cast<double>(sim::day)));
  CHECK(role.training == days(5));
  CHECK(role.ramp == models::Ramp{Duration{4 * sim::mean_month}, 0.4, true});
  CHECK(role.refusal_quit == 0.001);
  CHECK(role.takes == models::Takes{0.3, 0.4});
  CHECK(role.takes_leads == 0.2);
  CHECK(role.off_crm == 0.1);
  CHECK(role.head == models::Head{8, 2, {90000}, 0.9, 0.7, 0.95});
  CHECK(*role.skill.find("contact") == 1.2);
  CHECK(role.pay.per_lead.hundredths == 500);
  CHECK(role.pay.bonus == models::Bonus{0.125, 40, 60});
  CHECK(role.pay.penalty == models::Penalty{0.02, 0.1});
  CHECK(role.pay.dismissal.hundredths == 70000);
  round_trip(scenario);
}

TEST_CASE("departments say how clients pass from hand to hand") {
  const Scenario scenario = with({"departments.two_tiers.handover={ after_orders = 2, work = \"30 min\", loss = 0.03 }",
                                  "departments.two_tiers.rotation={ after = \"6 mo\", boost = 2 }",
                                  "departments.two_tiers.reassign=14 d", "departments.two_tiers.head={ span = 5 }"});
  const models::Department& department = *scenario.departments.find("two_tiers");
  REQUIRE(department.handover);
  CHECK(department.handover->after_orders == 2);
  CHECK(!department.handover->within);
  CHECK(department.handover->loss == 0.03);
  CHECK(department.rotation == models::Rotation{Duration{6 * sim::mean_month}, 2});
  CHECK(department.reassign == days(14));
  CHECK(department.head->span == 5);
  round_trip(scenario);
}

TEST_CASE("a table that is there means something though all its keys are neutral, and is written back") {
  // To be handed on after the first order is the neutral default of a handover; no handover is something else.
  const Scenario scenario =
      with({"departments.two_tiers.handover={ after_orders = 1 }", manager + "pause={ above = 0 }",
            "departments.two_tiers.roles.hunter.head={ most = 1000 }", "departments.two_tiers.head={ span = 5 }"});
  CHECK(scenario.departments.find("two_tiers")->handover == models::Handover{});
  CHECK(firm::role(scenario, "one_tier", "manager").pause == models::Pause{});
  CHECK(firm::role(scenario, "two_tiers", "hunter").head == models::Head{});  // no head, though the department has
  CHECK(!firm::role(scenario, "two_tiers", "farmer").head);
  round_trip(scenario);
}

TEST_CASE("interest and give_up take one share or a list of them, by talk") {
  const auto interest = [](const std::string& value) {
    return with({"cold_call.interest=" + value}).work.cold_call[0].interest;
  };
  CHECK(interest("0.1") == models::Shares{{0.1}});
  CHECK(interest("[\"10 %\", 0.08, 0]") == models::Shares{{0.1, 0.08, 0}});
  CHECK(interest("[0.1]") == models::Shares{{0.1}});
  const models::Shares shares{{0.3, 0.2}};
  CHECK(shares.at(0) == 0.3);
  CHECK(shares.at(1) == 0.2);
  CHECK(shares.at(9) == 0.2);
  CHECK(wrong({"cold_call.interest=[]"}) == Lines{"empty_list cold_call.interest"});
  CHECK(wrong({"cold_call.interest=[0.1, 1.5]"}) == Lines{"too_high cold_call.interest (150 %; 100 %)"});
  CHECK(wrong({"cold_call.interest=[0.1, true]"}) == Lines{"wrong_type cold_call.interest (truth; share)"});
  CHECK(wrong({"cold_call.interest=true"}) == Lines{"wrong_type cold_call.interest (truth; shares)"});
  CHECK(wrong({"cold_call.interest=ten"}) == Lines{"bad_value cold_call.interest (ten; share)"});
  CHECK(wrong({"cold_call.give_up=-1%"}) == Lines{"too_low cold_call.give_up (-1 %; 0 %)"});
}

TEST_CASE("a list of shares may be a belief, but only one share has bounds") {
  const Scenario one = with({"cold_call.interest={ value = \"8 %\", low = \"4 %\", high = 0.15 }"});
  CHECK(one.beliefs.at("cold_call.interest") == models::Belief{"4 %", "15 %", "", models::Belief::Basis::unstated});
  const Scenario many = with({"cold_call.interest={ value = [0.08, 0.04], source = \"file\", basis = \"measured\" }"});
  CHECK(many.work.cold_call[wholesale].interest == models::Shares{{0.08, 0.04}});
  CHECK(many.beliefs.at("cold_call.interest").source == "file");
  round_trip(one);
  round_trip(many);
  CHECK(wrong({"cold_call.interest={ value = [0.08, 0.04], low = 0.01 }"}) ==
        Lines{"bounds_of_list cold_call.interest.low"});
  CHECK(wrong({"cold_call.interest={ value = 0.08, high = [0.1, 0.2] }"}) ==
        Lines{"bounds_of_list cold_call.interest.high"});
  CHECK(wrong({"cold_call.interest={ value = 0.08, low = 0.1 }"}) ==
        Lines{"belief_low cold_call.interest.low (10 %; 8 %)"});
}

TEST_CASE("discount is a share per time") {
  CHECK(with({"discount=20 % / y"}).discount == models::ShareRate{0.2, sim::mean_year});
  CHECK(with({"discount=1.5 %/mo"}).discount == models::ShareRate{0.015, sim::mean_month});
  CHECK(with({"discount={ value = \"20 % / y\", low = \"10 % / y\" }"}).beliefs.at("discount").low == "10 % / y");
  CHECK(wrong({"discount=0.2"}) == Lines{"wrong_type discount (number; share_rate)"});
  CHECK(wrong({"discount=20 %"}) == Lines{"bad_value discount (20 %; share_rate)"});
  CHECK(wrong({"discount=20 / y"}) == Lines{"bad_value discount (20 / y; share_rate)"});
  CHECK(wrong({"discount=2 % / wd"}) == Lines{"open_time_not_allowed discount (2 % / wd)"});
  CHECK(wrong({"discount=2000 % / y"}) == Lines{"too_high discount (2000 % / y; 1000 %)"});
  CHECK(wrong({"discount=-1 % / y"}) == Lines{"too_low discount (-1 % / y; 0 %)"});
  // Whatever is printed reads back.
  for (const double share : {0.2, 1.0 / 3, 1e-15, 9.87654321e-20, 10.0}) {
    const models::ShareRate rate{share, sim::mean_month};
    CHECK(scenarios::parse_share_rate(scenarios::print_share_rate(rate)).value == rate);
  }
  CHECK(scenarios::print_share_rate({0.2, sim::mean_year}) == "20 % / y");
  CHECK(scenarios::print_share_rate({1e-15, sim::day}) == "0.0000000000001 % / d");
}

TEST_CASE("any key of the cold list and the service may vary by segment") {
  const Scenario scenario = with({
      "cold_call.reach.retail=0.5",
      "cold_call.attempts={ wholesale = 2 }",
      "cold_call.enters.wholesale=meet",
      "cold_call.interest.retail=[0.1, 0.2]",
      "service.order.work.wholesale=1 h",
      "service.contact.growth.retail=1 %",
      "service.neglect.life.retail.exponential=100 d",
      "service.dormant.after.wholesale=90 d",
      "service.wake.chance={ retail = { value = \"10 %\", low = \"4 %\" }, wholesale = 0 }",
  });
  const models::Work& all = scenario.work;
  CHECK(all.cold_call[retail].reach == 0.5);
  CHECK(all.cold_call[wholesale].reach == 0.25);  // what held for all holds for the others on
  CHECK(all.cold_call[retail].attempts == 1);     // left out of a table by segment: neutral
  CHECK(all.cold_call[wholesale].attempts == 2);
  CHECK(all.cold_call[retail].enters == "close");
  CHECK(all.cold_call[wholesale].enters == "meet");
  CHECK(all.cold_call[retail].interest == models::Shares{{0.1, 0.2}});
  CHECK(all.order[retail].work->law == minutes(20));
  CHECK(all.order[wholesale].work->law == minutes(60));
  CHECK(all.contact[retail].growth == 0.01);
  CHECK(all.contact[wholesale].growth == 0);
  CHECK(all.neglect[retail].life->law.first == 100.0 * static_cast<double>(sim::day));
  CHECK(all.neglect[wholesale].life->law.first == 200.0 * static_cast<double>(sim::day));
  CHECK(all.dormant[wholesale].after == days(90));
  CHECK(all.wake[wholesale].chance == 0);
  CHECK(scenario.beliefs.at("service.wake.chance.retail").low == "4 %");
  round_trip(scenario);
  CHECK(wrong({"cold_call.reach={ retial = 0.5, retail = 0.4 }"}) ==
        Lines{"unknown_key cold_call.reach.retial (retial; retail; retail, wholesale)"});
  CHECK(wrong({"service.contact.every.retail=0 d"}) == Lines{"not_above service.contact.every.retail (0 s; 0 s)"});
}

TEST_CASE("a segment without the keys that a part must have does without the part; no segment at all is a problem") {
  const Scenario scenario = with({"service.neglect={ after = { retail = \"45 d\" }, life = { retail = \"9 d\" } }",
                                  "service.wake={ chance = { retail = 0.1 } }"});
  CHECK(scenario.work.neglect[wholesale] == models::Neglect{});
  CHECK(scenario.work.neglect[retail].after == days(45));
  CHECK(scenario.work.wake[wholesale] == models::Wake{});
  round_trip(scenario);
  CHECK(wrong({"service.neglect={ after = { retail = \"45 d\" }, life = \"9 d\" }"}) ==
        Lines{"missing_key service.neglect.after (after)"});
  CHECK(wrong({"service.neglect={}"}) ==
        Lines{"missing_key service.neglect.after (after)", "missing_key service.neglect.life (life)"});
  CHECK(wrong({"service.wake={ work = \"5 min\" }"}) == Lines{"missing_key service.wake.chance (chance)"});
  CHECK(wrong({"service.dormant={}"}) == Lines{"missing_key service.dormant.after (after)"});
  CHECK(wrong({"cold_call={ reach = 0.5 }"}) == Lines{"missing_key cold_call.interest (interest)"});
  CHECK(with({"service.order={}"}).work.order == std::vector<models::OrderService>(2));  // nothing that it must have
}

TEST_CASE("a department lays its own terms over cold calls and service") {
  const Scenario scenario =
      with({of_two + "contact.every=7 d", of_two + "cold_call.attempts=1", of_two + "cold_call.reach.retail=0.9",
            of_two + "order.work={ wholesale = \"5 min\" }", of_two + "neglect.after=20 d",
            of_two + "dormant.after.retail=9 mo", of_two + "wake={ chance = \"9 %\" }"});
  CHECK(work(scenario, "one_tier") == scenario.work);
  const models::Work& own = work(scenario, "two_tiers");
  CHECK(own.contact[retail].every == days(7));
  CHECK(own.contact[wholesale].every == days(7));
  CHECK(own.contact[wholesale].upsell == 0.06);
  CHECK(own.cold_call[retail].attempts == 1);
  CHECK(own.cold_call[retail].reach == 0.9);
  CHECK(own.cold_call[wholesale].reach == 0.25);
  CHECK(own.cold_call[wholesale].interest == models::Shares{{0.05}});
  CHECK(own.order[retail].work->law == minutes(20));
  CHECK(own.order[wholesale].work->law == minutes(5));
  CHECK(own.neglect[retail].after == days(20));
  CHECK(own.neglect[retail].life == scenario.work.neglect[retail].life);
  CHECK(own.dormant[retail].after == Duration{9 * sim::mean_month});
  CHECK(own.dormant[wholesale].after == days(180));
  CHECK(own.wake[wholesale].chance == 0.09);
  CHECK(own.wake[wholesale].rest == days(90));
  round_trip(scenario);
  CHECK(wrong({of_two + "service.contact.every=7 d"}) ==
        Lines{"unknown_activity departments.two_tiers.work.service (service; ; meet, close, cold_call, reception, order, contact, "
              "neglect, dormant, wake)"});
  CHECK(wrong({of_two + "contact.evry=7 d"}) ==
        Lines{"unknown_key departments.two_tiers.work.contact.evry (evry; every; every, work, upsell, growth)"});
}

TEST_CASE("a department creates a part that the scenario lacks, with all that it must have") {
  const std::string without = "service.neglect=false";
  const Scenario scenario = with({without, of_two + "neglect={ after = \"20 d\", life = \"50 d\" }"});
  CHECK(scenario.work.neglect.empty());
  CHECK(work(scenario, "one_tier").neglect.empty());
  CHECK(work(scenario, "two_tiers").neglect[wholesale].after == days(20));
  round_trip(scenario);
  CHECK(wrong({without, of_two + "neglect.after=20 d"}) ==
        Lines{"missing_key departments.two_tiers.work.neglect.life (life)"});
  // A part in which all is neutral is there nevertheless.
  const Scenario neutral = with({"service.order=false", manager + "does=[\"meet\", \"close\"]", of_two + "order={}"});
  CHECK(work(neutral, "one_tier").order.empty());
  CHECK(work(neutral, "two_tiers").order == std::vector<models::OrderService>(2));
  round_trip(neutral);
  // So is one whose only value is neutral, and of which something is believed.
  round_trip(with({"service.wake=false", manager + "does=[\"meet\", \"close\", \"order\"]", of_two + "wake.chance=0"}));
  round_trip(with({"service.wake=false", manager + "does=[\"meet\", \"close\", \"order\"]",
                   of_two + "wake.chance={ value = 0, high = 0.1 }"}));
  round_trip(with({"cold_call.interest={ retail = 0, wholesale = { value = 0, high = 0.1 } }"}));
}

TEST_CASE("beliefs about the cold list, the service and people have their paths and read back") {
  const std::string tail = ", low = 0.01, high = 0.9, source = \"the survey\", basis = \"guess\" }";
  for (const std::string path :
       {"cold_call.reach", "cold_call.reach.retail", "cold_call.interest.wholesale", "cold_call.give_up",
        "service.contact.upsell", "service.contact.upsell.retail", "service.order.leave", "service.wake.chance",
        "departments.two_tiers.work.contact.upsell", "departments.two_tiers.work.wake.chance.retail",
        "departments.one_tier.roles.manager.drops.retail", "departments.one_tier.roles.manager.takes.chance",
        "departments.one_tier.roles.manager.off_crm", "departments.two_tiers.handover.loss",
        "segments.retail.repeat.initiative", "segments.retail.between"})
    for (const std::string value : {"0.06", "0.5"}) {
      const Scenario scenario = with({path + "={ value = " + value + tail});
      CAPTURE(path);
      CHECK(scenario.beliefs.size() == 1);
      CHECK(scenario.beliefs.count(path) == 1);
      round_trip(scenario);
    }
}

TEST_CASE("a file that extends another changes single keys of cold calls, service and people") {
  const std::string path = SALESIM_SOURCE_DIR "/scenarios/wholesale.toml";
  const std::string more = "extends = \"" + path + R"("
[cold_call]
attempts = 3
retry = "3 d"
reach.chain = "40 %"
[service.neglect]
life = "100 d"
[service.contact]
every = "20 d"
work = { chain = "60 min" }
[departments.conveyor.work.contact]
every.salon = "10 d"
[departments.one_tier.roles.manager]
takes.share = "10 %"
drops = { chain = "1 %" }
)";
  const Scenario base = scenarios::read_file(path).scenario;
  const Scenario scenario = scenarios::read_text(more, "more.toml").scenario;
  const std::size_t salon = 0;
  const std::size_t chain = 1;
  CHECK(scenario.work.cold_call[salon].attempts == 3);
  CHECK(scenario.work.cold_call[salon].reach == base.work.cold_call[salon].reach);
  CHECK(scenario.work.cold_call[chain].reach == 0.4);
  CHECK(scenario.work.cold_call[chain].interest == base.work.cold_call[chain].interest);
  CHECK(scenario.work.neglect[salon].after == base.work.neglect[salon].after);
  CHECK(scenario.work.neglect[chain].life->law == Distribution::constant(100.0 * static_cast<double>(sim::day)));
  CHECK(scenario.work.contact[chain].every == days(20));
  CHECK(scenario.work.contact[chain].work->law == minutes(60));
  CHECK(scenario.work.contact[salon].work == base.work.contact[salon].work);
  CHECK(scenario.work.contact[chain].upsell == base.work.contact[chain].upsell);
  CHECK(work(scenario, "conveyor").contact[salon].every == days(10));
  CHECK(work(scenario, "conveyor").contact[chain].every == days(20));
  const models::Role& role = firm::role(scenario, "one_tier", "manager");
  CHECK(role.takes == models::Takes{firm::role(base, "one_tier", "manager").takes->chance, 0.1});
  CHECK(*role.drops.find("salon") == *firm::role(base, "one_tier", "manager").drops.find("salon"));
  CHECK(*role.drops.find("chain") == 0.01);
  round_trip(scenario);
}

TEST_CASE("with a segment go its values in cold calls, service, departments' terms and drops") {
  const std::string path = SALESIM_SOURCE_DIR "/scenarios/wholesale.toml";
  const Scenario scenario =
      scenarios::read_file(path, {"departments.conveyor.work.contact.every={ salon = \"9 d\", chain = \"8 d\" }",
                                  "segments.salon=false"})
          .scenario;
  REQUIRE(scenario.segments.size() == 1);
  REQUIRE(scenario.work.contact.size() == 1);
  CHECK(scenario.work.contact[0].every == days(14));
  CHECK(scenario.work.order[0].work->law == minutes(60));
  CHECK(work(scenario, "conveyor").contact[0].every == days(8));
  CHECK(firm::role(scenario, "one_tier", "manager").drops.size() == 0);
  for (const auto& [belief_path, belief] : scenario.beliefs) CHECK(belief_path.find("salon") == std::string::npos);
  round_trip(scenario);
}

TEST_CASE("false takes away cold calls, a part of the service, or a department's terms") {
  const std::string people = manager + "does=[\"order\", \"contact\", \"close\", \"meet\"]";
  const Scenario scenario = with({"cold_call=false", "service.wake=false", people,
                                  "departments.two_tiers.roles.hunter.does=[\"close\", \"meet\"]",
                                  "departments.two_tiers.roles.farmer.does=[\"order\", \"contact\"]"});
  CHECK(scenario.work.cold_call.empty());
  CHECK(scenario.work.wake.empty());
  CHECK(scenario.work.contact.size() == 2);
  CHECK(work(scenario, "one_tier").wake.empty());
  round_trip(scenario);
  const std::string path = SALESIM_SOURCE_DIR "/scenarios/bank_campaign.toml";
  const std::string more = "extends = \"" + path + "\"\n[departments.six_calls.work]\ncold_call = false\n";
  const Scenario bank = scenarios::read_text(more, "more.toml").scenario;
  CHECK(work(bank, "six_calls") == bank.work);
  CHECK(work(bank, "three_calls") != bank.work);
  CHECK(wrong({}, "[departments.two_tiers.work]\nwake = false\n") ==
        Lines{"nothing_to_remove departments.two_tiers.work.wake (wake; ; )"});
}

TEST_CASE("false switches off single keys and tables that a file below, a default or the scenario has set") {
  const std::string defaults = "[role_defaults]\nramp = { time = \"4 mo\", from = 0.5 }\n";
  const Scenario scenario =
      with({manager + "takes=false", manager + "portfolio=false", manager + "ramp=false", "cold_call.rest=false",
            "departments.two_tiers.handover=false", "service.contact.every.wholesale=false",
            of_two + "order.patience=false", of_two + "contact.every.retail=false"},
           defaults);
  const models::Role& role = firm::role(scenario, "one_tier", "manager");
  CHECK(!role.takes);
  CHECK(!role.portfolio);
  CHECK(!role.ramp);
  CHECK(firm::role(scenario, "two_tiers", "hunter").ramp);
  CHECK(!scenario.departments.find("two_tiers")->handover);
  CHECK(!scenario.work.cold_call[retail].rest);
  CHECK(scenario.work.contact[retail].every == days(30));
  CHECK(!scenario.work.contact[wholesale].every);
  CHECK(scenario.work.order[retail].patience);
  CHECK(!work(scenario, "two_tiers").order[wholesale].patience);
  CHECK(!work(scenario, "two_tiers").contact[retail].every);
  round_trip(scenario);
  const Scenario later = with({"pipeline.meet.later={ chance = 0.1, after = \"1 d\" }", of_two + "meet.later=false"});
  CHECK(!work(later, "two_tiers").pipeline[0][retail].later);
  round_trip(later);
  CHECK(wrong({"service.neglect.after=false"}) == Lines{"missing_key service.neglect.after (after)"});
  CHECK(wrong({"cold_call.reach=false"}) == Lines{"wrong_type cold_call.reach (truth; share)"});
}

TEST_CASE("parts of the work are no names of stages") {
  for (const std::string name : {"order", "contact", "wake", "cold_call", "reception", "neglect", "dormant"})
    CHECK(wrong({"pipeline.stages=[\"" + name + "\", \"meet\", \"close\"]"}).front() ==
          "reserved_name pipeline.stages (" + name + ")");
}

TEST_CASE("every shipped scenario is accepted and reads back from its canonical text") {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SALESIM_SOURCE_DIR "/scenarios"))
    if (entry.path().extension() == ".toml" && !scenarios::is_study(entry.path().string()))
      files.insert(entry.path().string());
  CHECK(files.size() >= 6);
  for (const std::string& file : files) {
    CAPTURE(file);
    round_trip(scenarios::read_file(file).scenario);
  }
}

TEST_CASE("the canonical text tells values by segment and departments' terms only where they differ") {
  const std::string text = scenarios::write(with({of_two + "contact.every=14 d"}));
  CHECK(text.find("interest = { retail = \"10 %\", wholesale = \"5 %\" }\n") != std::string::npos);
  CHECK(text.find("reach = \"25 %\"\n") != std::string::npos);
  CHECK(text.find("[service.contact]\nevery = { retail = \"30 d\", wholesale = \"2 w\" }\n") != std::string::npos);
  CHECK(text.find("[departments.two_tiers.work.contact]\nevery = \"2 w\"\n") != std::string::npos);
  CHECK(text.find("[departments.one_tier.work") == std::string::npos);
  CHECK(text.find("fade") == std::string::npos);
}

TEST_CASE("the hash tells service and people apart") {
  std::set<std::string> hashes;
  const std::vector<firm::Sets> different{{},
                                          {"cold_call.give_up=[0.1, 0.2]"},
                                          {"cold_call.give_up=[0.1, 0.3]"},
                                          {"service.contact.every=30 d"},
                                          {of_two + "wake.chance=5%"},
                                          {manager + "takes.share=41%"},
                                          {"departments.two_tiers.handover.after_orders=2"},
                                          {"discount=20 % / y"}};
  for (const firm::Sets& sets : different) hashes.insert(scenarios::hash(with(sets)));
  CHECK(hashes.size() == different.size());
}
