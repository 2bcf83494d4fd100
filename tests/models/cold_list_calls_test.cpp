#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// Calling companies of the cold list, in campaigns so small that every number is computed by hand.
namespace {

using namespace company;

/// Which company became a lead when, in order.
using Warm = std::vector<std::pair<sim::Time, std::uint32_t>>;
Warm warm(const Run& run) {
  Warm result;
  for (const models::Happening& happening : run.trace())
    if (happening.what == What::asks) result.push_back({happening.time, happening.number});
  return result;
}

}  // namespace

TEST_CASE("an answered dial costs the talk, an unanswered one the dial") {
  // Three companies, one call each. All answer: 3 × 10 min of talk. None answers: 3 × 5 min of dialling.
  Scenario s = campaign(3, day);
  cold_call(s).dial = constant(5 * minute);
  cold_call(s).talk = constant(10 * minute);
  const Run answered(s);
  CHECK(answered["dials"] == 3);
  CHECK(answered["talks"] == 3);
  CHECK(answered["leads_cold"] == 0);
  CHECK(answered["worked_time.people"] == doctest::Approx(0.5).epsilon(1e-12));
  CHECK(answered["time_share.people.cold_call"] == doctest::Approx(0.5 / 24).epsilon(1e-12));
  cold_call(s).reach = 0;
  const Run silent(s);
  CHECK(silent["dials"] == 3);
  CHECK(silent["talks"] == 0);
  CHECK(silent["worked_time.people"] == doctest::Approx(0.25).epsilon(1e-12));
}

TEST_CASE("each dial reaches a company or not by its own draw") {
  // 200 companies, up to 3 dials a day apart, 30 % reach, everybody reached is interested. A company is dialled until
  // it answers, and becomes a lead unless all three dials fail.
  Scenario s = campaign(200, 10 * day);
  cold_call(s).reach = 0.3;
  cold_call(s).attempts = 3;
  cold_call(s).retry = Duration{day};
  cold_call(s).interest = {{1}};
  cold_call(s).talk = constant(minute);
  cold_call(s).dial = constant(minute);
  int dials = 0;
  int leads = 0;
  for (std::uint32_t company = 0; company < 200; ++company) {
    std::uint32_t dial = 0;
    while (dial < 3 && !(draws().uniform(purpose("cold_reach", list_source), company, dial) < 0.3)) ++dial;
    dials += dial < 3 ? static_cast<int>(dial) + 1 : 3;
    leads += dial < 3 ? 1 : 0;
  }
  const Run run(s);
  CHECK(run["dials"] == dials);
  CHECK(run["talks"] == leads);
  CHECK(run["leads_cold"] == leads);
  CHECK(run["leads"] == leads);
  CHECK(run["deals"] == leads);
  CHECK(run["revenue.first"] == 100 * leads);
}

TEST_CASE("a round has so many dials, a retry apart, and a new round begins after the rest") {
  // Nobody ever answers; a dial takes 5 min, 3 of them a round, a day apart: they end at 5 min, 1 d 10 min, 2 d 15 min.
  // Ten days later the next round begins: its first dial ends at 12 d 20 min.
  const auto dials = [](sim::Time horizon, bool rests) {
    Scenario s = campaign(1, horizon);
    cold_call(s).reach = 0;
    cold_call(s).dial = constant(5 * minute);
    cold_call(s).attempts = 3;
    cold_call(s).retry = Duration{day};
    if (rests) cold_call(s).rest = Duration{10 * day};
    return Run(s)["dials"];
  };
  for (const bool rests : {false, true}) {
    CHECK(dials(day + 10 * minute - 1, rests) == 1);
    CHECK(dials(day + 10 * minute + 1, rests) == 2);
    CHECK(dials(2 * day + 15 * minute - 1, rests) == 2);
    CHECK(dials(2 * day + 15 * minute + 1, rests) == 3);
    CHECK(dials(12 * day + 20 * minute - 1, rests) == 3);
    CHECK(dials(12 * day + 20 * minute + 1, rests) == (rests ? 4 : 3));
    // Rounds begin every 12 d 15 min, the ninth on day 96; its last dial ends on day 98.
    CHECK(dials(100 * day, rests) == (rests ? 27 : 3));
  }
}

TEST_CASE("retry counts open hours where it is given in them") {
  // Open from 9 to 18 on working days. The first dial of Monday ends at 9:05, the next begins 4 open hours later, at
  // 13:05, and the third at 17:10, so it ends on the same day. With 5 open hours the second begins at 14:05 and ends at
  // 14:10; 3 h 50 min of Monday are left, so the third begins on Tuesday at 10:10.
  Scenario s = campaign(1, day);
  s.calendar.hours = hours({{9, 18}});
  s.calendar.days = working_days();
  cold_call(s).reach = 0;
  cold_call(s).dial = constant(5 * minute);
  cold_call(s).attempts = 3;
  cold_call(s).retry = Duration{4 * hour, Clock::open_hours};
  CHECK(Run(s)["dials"] == 3);
  cold_call(s).retry = Duration{5 * hour, Clock::open_hours};
  CHECK(Run(s)["dials"] == 2);
  s.horizon.length = 34 * hour + 14 * minute;  // Tuesday 10:14
  CHECK(Run(s)["dials"] == 2);
  s.horizon.length = 34 * hour + 16 * minute;
  CHECK(Run(s)["dials"] == 3);
}

TEST_CASE("interest is a list by talk whose last value repeats, and a lost lead is called again after the rest") {
  // Talks of 10 min, a day of rest. Interest 0, 1, 1 …: refused at 10 min; the second talk begins at 1 d 10 min and
  // warms at 1 d 20 min. We never win (pass 0): lost at once, the third talk warms at 2 d 30 min, the fourth at 3 d 40
  // min.
  Scenario s = campaign(1, 4 * day);
  cold_call(s).talk = constant(10 * minute);
  cold_call(s).interest = {{0, 1}};
  cold_call(s).rest = Duration{day};
  stage(s).pass = 0;
  const Run run(s);
  CHECK(warm(run) == Warm{{day + 20 * minute, 0}, {2 * day + 30 * minute, 0}, {3 * day + 40 * minute, 0}});
  CHECK(run["leads_lost.refused"] == 3);
  CHECK(run["talks"] == 4);
  // Without a rest there is no second round: neither after a refusal nor after a lost lead.
  cold_call(s).rest.reset();
  CHECK(warm(Run(s)).empty());
  cold_call(s).interest = {{1}};
  CHECK(warm(Run(s)) == Warm{{10 * minute, 0}});
}

TEST_CASE("interest fades, or grows up to certainty, with each talk") {
  // 200 companies, talks of a minute, a day of rest, leads are never won. Company c is talked to for the (r + 1)th time
  // from r d + (c + r) min on: each round takes 200 min, and each rest begins when a talk ends. It becomes a lead in
  // that talk if its draw is below the interest: 80 % × 0.5^r, or 30 % × 2^r as far as it goes (30, 60, 100, 100 %).
  for (const double fade : {0.5, 2.0}) {
    const double interest = fade < 1 ? 0.8 : 0.3;
    Scenario s = campaign(200, 3 * day + day / 2);
    cold_call(s).talk = constant(minute);
    cold_call(s).interest = {{interest}};
    cold_call(s).fade = fade;
    cold_call(s).rest = Duration{day};
    stage(s).pass = 0;
    Warm expected;
    double chance = interest;
    for (std::uint32_t round = 0; round < 4; ++round, chance *= fade)
      for (std::uint32_t company = 0; company < 200; ++company)
        if (draws().uniform(purpose("cold_interest", list_source), company, round) < chance)
          expected.push_back({round * day + (company + round + 1) * minute, company});
    CHECK(warm(Run(s)) == expected);
  }
}

TEST_CASE("a refusal takes a company off the list for good with the chance of its talk") {
  // 100 companies, nobody is interested, a rest of a day, 20 days. Without giving up everybody is talked to every day
  // and a minute later. Giving up at the second refusal leaves two talks. At 40 % each time, talks go on until the
  // first draw below it.
  Scenario s = campaign(100, 20 * day);
  cold_call(s).talk = constant(minute);
  cold_call(s).rest = Duration{day};
  CHECK(Run(s)["talks"] == 2000);
  cold_call(s).give_up = {{0, 1}};
  CHECK(Run(s)["talks"] == 200);
  cold_call(s).give_up = {{0.4}};
  std::uint32_t talks = 0;
  for (std::uint32_t company = 0; company < 100; ++company) {
    std::uint32_t talk = 0;
    while (talk < 19 && !(draws().uniform(purpose("cold_give_up", list_source), company, talk) < 0.4)) ++talk;
    talks += talk + 1;
  }
  CHECK(Run(s)["talks"] == talks);
}

TEST_CASE("skill multiplies the odds of interest") {
  // 30 % at odds × 2: 0.6 ÷ (0.7 + 0.6).
  Scenario s = campaign(300, day);
  cold_call(s).talk = constant(minute);
  cold_call(s).interest = {{0.3}};
  const auto below = [](double chance) {
    int count = 0;
    for (std::uint32_t company = 0; company < 300; ++company)
      count += draws().uniform(purpose("cold_interest", list_source), company) < chance ? 1 : 0;
    return count;
  };
  CHECK(Run(s)["leads_cold"] == below(0.3));
  people(s).skill.items = {{"cold_call", 2.0}};
  CHECK(Run(s)["leads_cold"] == below(0.6 / 1.3));
}

TEST_CASE("a company that comes back as a lead decides anew") {
  // 100 companies are interested at every talk, talks a day apart, and half of the meetings end in a deal: each lead of
  // a company draws from 2^14 attempts on from the last one. The company is called until it has bought.
  Scenario s = campaign(100, 5 * day);
  cold_call(s).talk = constant(minute);
  cold_call(s).interest = {{1}};
  cold_call(s).rest = Duration{day};
  stage(s).pass = 0.5;
  const sim::Word pass = sim::word(std::string("pass/") + list_source + "/meet");
  int leads = 0;
  int deals = 0;
  for (std::uint32_t company = 0; company < 100; ++company)
    for (std::uint32_t nth = 0; nth < 5; ++nth) {
      ++leads;
      if (!(draws().uniform(pass, company, nth << 14) < 0.5)) continue;
      ++deals;
      break;
    }
  const Run run(s);
  CHECK(run["leads_cold"] == leads);
  CHECK(run["deals"] == deals);
  CHECK(run["leads_lost"] == leads - deals);
  CHECK(run["talks"] == leads);
}

TEST_CASE("a warm lead enters the stage that the campaign names, and belongs to the caller if his role owns leads") {
  // Callers 0 and 1 and closers 2 and 3. The lead enters `close` at once; a caller who owns it but does not close
  // leaves it to the closers; one who closes as well takes it up himself.
  Scenario s = shop({"qualify", "close"}, {1, day}, day);
  market(s).inbound.items.clear();
  market(s).prospects = 1;
  cold_call(s).talk = constant(10 * minute);
  cold_call(s).interest = {{1}};
  cold_call(s).enters = "close";
  people_do(s, 2, {"close", "cold_call"}).owns_leads = true;
  hire(s, "closers", 2, {"close"});
  const Run own(s);
  CHECK(seen(own, What::starts, "qualify").empty());
  REQUIRE(seen(own, What::starts, "close").size() == 1);
  CHECK(seen(own, What::starts, "close")[0].seat == 0);
  CHECK(seen(own, What::starts, "close")[0].time == 10 * minute);
  people(s).owns_leads = false;  // then whoever has been idle longest: seat 1, before 2 and 3
  CHECK(seen(Run(s), What::starts, "close")[0].seat == 1);
  people(s).owns_leads = true;
  people(s).does.erase(people(s).does.begin());
  CHECK(seen(Run(s), What::starts, "close")[0].seat == 2);
}
