#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "tests/models/any_company.hpp"
#include "tests/models/clientele.hpp"

/// A trace tells everything that happens to a customer and to people, in order, and changes nothing.
namespace {

using namespace company;
using models::Happening;

/// Lines one under the other.
struct Story : std::string {
  Story(std::initializer_list<std::string> lines) {
    for (const std::string& line : lines) add(line);
  }
  void add(const std::string& line) { append("\n").append(line); }
  std::string line(std::size_t number) const {
    std::size_t begin = 0;
    while (number-- > 0) begin = find('\n', begin + 1);
    return substr(begin + 1, find('\n', begin + 1) - begin - 1);
  }
  auto size() const { return std::count(begin(), end(), '\n'); }
};

/// `minute what activity by seat (detail) = amount`, minutes since `begin`. Moments that are told are in minutes too.
std::string line_of(const Run& run, const Happening& happening, sim::Time begin) {
  const auto minutes = [&](sim::Time time) { return std::to_string((time - begin) / minute); };
  std::string text = minutes(happening.time) + " " + models::happening_names[static_cast<std::size_t>(happening.what)];
  if (happening.stage != models::none) text += " " + run.plan.stage_names[happening.stage];
  if (happening.seat >= 0) text += " by " + std::to_string(happening.seat);
  if (happening.detail != 0) text += " (" + std::to_string(happening.detail) + ")";
  const bool moment = happening.what == What::delays || happening.what == What::later ||
                      happening.what == What::again || happening.what == What::rests;
  if (happening.amount != 0) text += " = " + (moment ? minutes(happening.amount) : std::to_string(happening.amount));
  return text;
}

/// The first `count` things that happen to a customer, in minutes since the first of them.
Story story(const Run& run, std::uint32_t number, std::size_t count, std::uint32_t source = 0) {
  Story result{};
  std::size_t lines = 0;
  sim::Time begin = 0;
  for (const Happening& happening : run.trace()) {
    if (happening.source != source || happening.number != number || lines == count) continue;
    if (lines++ == 0) begin = happening.time;
    result.add(line_of(run, happening, begin));
  }
  return result;
}
/// All that happens to who holds a seat, in minutes since the start.
Story career(const Run& run, int seat) {
  Story result{};
  for (const Happening& happening : run.trace())
    if (happening.source == models::none && happening.seat == seat)
      result.add(line_of(run, happening, 0) + ", " + std::to_string(happening.holder));
  return result;
}

constexpr std::int64_t day_minutes = 24 * 60;
std::string at_day(int day_number, int more_minutes = 0) {
  return std::to_string(day_number * day_minutes + more_minutes) + " ";
}

}  // namespace

TEST_CASE("a lead's way to a deal and its first order as a client, by hand") {
  // A caller (seat 0) takes 1 min, then the customer's own 2 h, then a seller (seat 1) takes an hour. He needs
  // something every 20 d, counted from his asking, and the seller serves it in 30 min. Everything costs 100.
  Scenario s = shop({"call", "meet"}, {1, 30 * day}, 90 * day);
  market(s).repeat = models::Repeat{1, constant(20 * day), 1};
  stage(s, 1).delay = constant(2 * hour);
  stage(s, 1).work = constant(hour);
  order(s).work = constant(30 * minute);
  people_do(s, 1, {"call"});
  models::Role& seller = hire(s, "seller", 1, {"meet", "order"});
  seller.owns_leads = seller.owns_clients = true;
  const Run run(s);
  CHECK(story(run, 0, 15) == Story{"0 asks call", "0 starts call by 0", "1 ends call by 0", "1 passes meet by 0",
                                   "1 delays meet = 121", "121 changes_hands meet by 1", "121 starts meet by 1",
                                   "181 ends meet by 1", "181 won meet by 1 = 10000", "181 client by 1",
                                   "181 owned by 1", "28800 needs order", "28800 starts order by 1",
                                   "28830 ends order by 1", "28830 ordered order by 1 = 10000"});
}

TEST_CASE("who waits, for whom, and who gives up") {
  // All ask in the night; one person, to whom they are dealt, takes an hour for each from 9:00 on. Patience ends after
  // 30 min of open time, so the first is served and all others leave at 9:30.
  Scenario s = office({"call"}, 4);
  people(s).assign = models::Assign::round_robin;
  stage(s).work = constant(hour);
  stage(s).patience = constant(30 * minute, Clock::open_hours);
  const Run run(s);
  REQUIRE(run.leads() > 1);
  const auto until = [&](std::uint32_t n, sim::Time moment) {
    return std::to_string((moment - run.asked(n)) / minute) + " ";
  };
  CHECK(story(run, 0, 9) == Story{"0 asks call", "0 waits call by 0", until(0, 9 * hour) + "starts call by 0",
                                  until(0, 10 * hour) + "ends call by 0",
                                  until(0, 10 * hour) + "won call by 0 = 10000"});
  for (std::uint32_t n = 1; n < run.leads(); ++n)
    CHECK(story(run, n, 9) ==
          Story{"0 asks call", "0 waits call by 0", until(n, 9 * hour + 30 * minute) + "lost call = 10000"});
}

TEST_CASE("attempts to reach a lead are told one by one, and how each ended") {
  // Nobody is ever reached; a dial takes 5 min, the next comes a day later, and the second was the last.
  Scenario s = shop({"call"}, {1, 10 * day}, 60 * day);
  stage(s).reach = 0;
  stage(s).dial = constant(5 * minute);
  stage(s).attempts = 2;
  stage(s).retry = constant(day);
  CHECK(story(Run(s), 0, 9) == Story{"0 asks call", "0 starts call by 0", "5 ends call by 0 (1)",
                                     "5 again call by 0 = 1445", "1445 starts call by 0", "1450 ends call by 0 (1)",
                                     "1450 lost call (1)"});
}

TEST_CASE("a company of the cold list is told dial by dial, and keeps its number when it asks") {
  // Two dials of 5 min without an answer, a day apart, then 10 days of rest, and again.
  Scenario s = campaign(1, 30 * day);
  cold_call(s).reach = 0;
  cold_call(s).dial = constant(5 * minute);
  cold_call(s).attempts = 2;
  cold_call(s).retry = Duration{day};
  cold_call(s).rest = Duration{10 * day};
  CHECK(story(Run(s), 0, 7) == Story{"0 calls cold_call by 0", "5 called cold_call by 0 (5)",
                                     "5 again cold_call by 0 = 1445", "1445 calls cold_call by 0",
                                     "1450 called cold_call by 0 (5)", "1450 rests cold_call = 15850",
                                     "15850 calls cold_call by 0"});
  // A talk of 8 min makes it a lead, which needs nobody to buy.
  cold_call(s).reach = 1;
  cold_call(s).talk = constant(8 * minute);
  cold_call(s).interest = {{1}};
  CHECK(story(Run(s), 0, 9) ==
        Story{"0 calls cold_call by 0", "8 called cold_call by 0 (6)", "8 asks meet by 0", "8 won meet = 10000"});
  // Or in a refusal.
  cold_call(s).interest = {{0}};
  CHECK(story(Run(s), 0, 4) == Story{"0 calls cold_call by 0", "8 called cold_call by 0 (6)",
                                     "8 refuses cold_call by 0", "8 rests cold_call = 14408"});
}

TEST_CASE("a sleeping client is woken, orders and belongs to nobody where nobody owns clients") {
  Scenario s = clientele(0, 10 * day, 100 * day);
  market(s).dormant = 1;
  wake(s).work = constant(5 * minute);
  wake(s).chance = 1;
  people_do(s, 1, {"wake"});
  CHECK(story(Run(s), 0, 9) == Story{"0 sleeps (1)", "0 calls wake by 0", "5 called wake by 0 (7)", "5 woken wake by 0",
                                     "5 ordered order = 10000"});
  wake(s).chance = 1e-12;
  wake(s).rest = Duration{3 * day};
  CHECK(story(Run(s), 0, 5) == Story{"0 sleeps (1)", "0 calls wake by 0", "5 called wake by 0 (7)",
                                     "5 rests wake = 4325", "4325 calls wake by 0"});
}

TEST_CASE("a client whom nobody calls looks around and goes") {
  // The last talk lies U × 30 d back: overdue 30 d later, he looks around 10 d after that and is gone 5 d later.
  Scenario s = clientele(1, 100 * day, 1000 * day);
  contact(s).every = Duration{30 * day};
  neglect(s).after = Duration{10 * day};
  neglect(s).life = constant(5 * day);
  const Run run(s);
  const double back = draws().uniform(purpose("last_talk", client_source), 0) * static_cast<double>(30 * day);
  const sim::Time looks = 40 * day - static_cast<sim::Time>(back);
  const Story told = story(run, 0, 9);
  REQUIRE(told.size() == 3);
  CHECK(told.line(0) == "0 client (1)");
  CHECK(std::abs(run.times(What::looks_around, 0).at(0) - looks) <= 1);
  CHECK(run.times(What::gone, 0).at(0) == run.times(What::looks_around, 0).at(0) + 5 * day);
}

TEST_CASE("handed on by the seller, and on from an owner who leaves") {
  // The hunter (seat 0) sells; farmers 1 and 2 keep in touch, and a handover takes half an hour. The second farmer goes
  // on the 50th day, and what was his waits two days for a new owner.
  Scenario s = shop({"sell"}, {1, day}, 60 * day);
  market(s).repeat = models::Repeat{1, constant(1000 * day), 1};
  contact(s).every = Duration{1000 * day};
  people_do(s, 1, {"sell"}).owns_clients = true;
  models::Role& farmers = hire(s, "farmers", 0, {"contact", "order"});
  farmers.owns_clients = true;
  farmers.staff.kind = models::Staff::Kind::dates;
  farmers.staff.counts = {2, 1};
  farmers.staff.dates = {s.start, s.start + std::chrono::days{50}};
  house(s).handover = models::Handover{};
  house(s).handover->work = constant(30 * minute);
  house(s).reassign = Duration{2 * day};
  const Run run(s);
  CHECK(story(run, 0, 99) == Story{"0 asks sell", "0 starts sell by 0", "1 ends sell by 0", "1 won sell by 0 = 10000",
                                   "1 client by 0", "1 owned by 0", "1 handed_on by 0", "1 owned by 1",
                                   "1 starts contact by 1", "31 ends contact by 1"});
  const Story second = story(run, 1, 99);
  REQUIRE(second.size() == 12);
  CHECK(second.line(7) == "1 owned by 2");
  CHECK(run.times(What::owner_left, 1).at(0) == 50 * day);
  CHECK(run.times(What::owned, 1).back() == 52 * day);
  CHECK(career(run, 2) == Story{"0 joins by 2 (1), 0", at_day(50) + "leaves by 2, 0"});
  for (const Happening& happening : run.trace())
    if (happening.stage != models::none && run.plan.stage_names[happening.stage] == "contact")
      CHECK(happening.kind == models::Lead::Kind::handover);
}

TEST_CASE("beyond the portfolio clients are buried, and dug up when a place falls free") {
  // One person looks after one client. Client 0 is there from the start, and the sleeper is woken at once: of two that
  // are worth the same the one with the lower source stays.
  Scenario s = clientele(1, 100 * day, 1000 * day);
  market(s).dormant = 1;
  wake(s).chance = 1;
  wake(s).work = constant(5 * minute);
  contact(s).every = Duration{30 * day};
  people_do(s, 1, {"wake"}).owns_clients = true;
  people(s).portfolio = 1;
  people(s).does.push_back({"contact", {}, false, {}});
  // He is owned before the one whom he displaces is buried.
  CHECK(story(Run(s), 0, 9, 1) == Story{"0 sleeps (1)", "0 calls wake by 0", "5 called wake by 0 (7)",
                                        "5 woken wake by 0", "5 owned by 0", "5 buried by 0",
                                        "5 ordered order by 0 = 10000"});
  // A client who leaves the market makes room.
  market(s).lifetime = constant(50 * day);
  int dug_up = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Run run(s, seed);
    const sim::Time gone = run.times(What::gone, 0, 0).at(0);
    const bool first = gone < run.times(What::gone, 0, 1).at(0);
    CHECK(run.times(What::dug_up, 0, 1) == (first ? std::vector{gone} : std::vector<sim::Time>{}));
    dug_up += first ? 1 : 0;
  }
  CHECK(dug_up > 0);
  CHECK(dug_up < 8);
}

TEST_CASE("people join, learn, go and are followed by others") {
  // A seat from the 10th day on: found 5 d after that, trained for 2 d, gone 30 d after his first day; and so on.
  Scenario s = shop({"call"}, {1, day}, 60 * day);
  models::Role& staff = people(s);
  staff.staff.kind = models::Staff::Kind::dates;
  staff.staff.counts = {0, 1};
  staff.staff.dates = {s.start, s.start + std::chrono::days{10}};
  staff.hire = constant(5 * day);
  staff.training = Duration{2 * day};
  staff.tenure = constant(30 * day);
  CHECK(career(Run(s), 0) == Story{at_day(15) + "joins by 0 (2), 0", at_day(17) + "trained by 0, 0",
                                   at_day(45) + "quits by 0, 0", at_day(50) + "joins by 0 (2), 1",
                                   at_day(52) + "trained by 0, 1"});
}

TEST_CASE("any company's trace adds up to its ledger, and the ledger is the same without it") {
  // Everything that is counted is told as often, and what it was worth; over the whole run, not only the reported time.
  std::map<What, std::size_t> told;
  for (std::uint32_t number = 0; number < 150; ++number) {
    CAPTURE(number);
    const models::Scenario scenario = any_company::company(number);
    const models::DepartmentPlan plan(scenario, 0);
    models::DepartmentAtWork<models::TraceRecorder> with(plan);
    models::DepartmentAtWork<models::NoRecorder> without(plan);
    with.run(1, 0);
    without.run(1, 0);
    REQUIRE(std::ranges::equal(with.ledger(), without.ledger()));

    std::map<What, std::int64_t> count;
    std::map<What, std::int64_t> sum;
    std::map<std::pair<What, std::int32_t>, std::int64_t> by_detail;
    std::int64_t contacts = 0;
    std::int64_t starts = 0;
    for (const Happening& happening : with.recorder.happenings) {
      ++told[happening.what];
      ++count[happening.what];
      ++by_detail[{happening.what, happening.detail}];
      sum[happening.what] += happening.amount;
      const bool sound = happening.time >= plan.begin &&
                         (happening.source == models::none || happening.source < plan.sources.size()) &&
                         (happening.stage == models::none || happening.stage < plan.stage_names.size()) &&
                         happening.seat < static_cast<std::int32_t>(plan.seats.size());
      if (!sound) FAIL_CHECK(models::happening_names[static_cast<std::size_t>(happening.what)]);
      if (happening.what == What::starts || happening.what == What::calls) ++starts;
      if (happening.what == What::ends || happening.what == What::called)
        if (happening.seat >= 0) --starts;
      if (happening.what == What::ends && happening.stage == plan.activity(models::Service::contact) &&
          happening.kind == models::Lead::Kind::contact)
        ++contacts;
    }
    CHECK(std::ranges::is_sorted(with.recorder.happenings, {}, &Happening::time));
    CHECK((starts >= 0 && starts <= static_cast<std::int64_t>(plan.seats.size())));  // each job that began has ended

    using L = models::LedgerLayout;
    const L& layout = plan.layout;
    const auto total = [&](std::uint32_t slot) {
      std::int64_t result = 0;
      for (std::size_t row = 0; row <= plan.month_names.size(); ++row)
        result += with.ledger()[row * layout.slots() + slot];
      return result;
    };
    CHECK(count[What::asks] == total(L::leads));
    CHECK(count[What::won] == total(L::first));
    CHECK(sum[What::won] == total(layout.single(L::revenue_first)));
    for (std::uint32_t cause = 0; cause < models::lead_losses; ++cause)
      CHECK(by_detail[{What::lost, static_cast<std::int32_t>(cause)}] == total(L::lost + cause));
    CHECK(count[What::client] - by_detail[{What::client, 1}] == total(L::clients_won));
    CHECK(count[What::sleeps] - by_detail[{What::sleeps, 1}] == total(L::asleep));
    CHECK(count[What::woken] == total(L::woken));
    CHECK(count[What::ordered] == total(L::repeat));
    CHECK(sum[What::ordered] == total(layout.single(L::revenue_repeat)));
    CHECK(count[What::upsold] == total(L::upsell));
    CHECK(sum[What::upsold] == total(layout.single(L::revenue_upsell)));
    CHECK(count[What::missed] == total(L::missed));
    for (std::uint32_t cause = 0; cause < models::client_losses; ++cause)
      CHECK(by_detail[{What::gone, static_cast<std::int32_t>(cause)}] == total(L::clients_lost + cause));
    CHECK(by_detail[{What::called, static_cast<std::int32_t>(models::Person::Job::cold_talk)}] ==
          total(layout.single(L::talks)));
    CHECK(contacts >= total(layout.single(L::contacts)));
    std::int64_t quits = 0;
    std::int64_t joined = 0;
    for (std::uint32_t role = 0; role < plan.roles.size(); ++role) {
      quits += total(layout.by_role(role, L::quits));
      joined += total(layout.by_role(role, L::joined));
    }
    CHECK(count[What::quits] == quits);
    CHECK(count[What::joins] - by_detail[{What::joins, 1}] == joined);
  }
  for (std::size_t what = 0; what < Happening::kinds; ++what)
    CHECK_MESSAGE(told[static_cast<What>(what)] > 0, models::happening_names[what]);
}
