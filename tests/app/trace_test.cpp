#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/output/width.hpp"
#include "tests/app/program.hpp"

/// `salesim trace`: all that happens in a replication, the story of one customer, and who bought here and was lost
/// there.
namespace {

using Json = nlohmann::ordered_json;
using Row = std::map<std::string, std::string>;
using program::Arguments;
using program::contains;
using program::good;
using program::operator+;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  if (!text.empty() && text.back() == at && at != '\n') parts.emplace_back();
  return parts;
}

/// A table without quoted fields, by the names of its heading.
std::vector<Row> table(const std::string& text) {
  const std::vector<std::string> lines = split(text, '\n');
  REQUIRE(!lines.empty());
  const std::vector<std::string> names = split(lines.front(), ',');
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> fields = split(lines[i], ',');
    REQUIRE(fields.size() == names.size());
    Row row;
    for (std::size_t c = 0; c < names.size(); ++c) row[names[c]] = fields[c];
    rows.push_back(std::move(row));
  }
  return rows;
}

double number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Two months of the first steps without a warm-up, so that the reported time begins with the first lead.
const Arguments two_months{"--set", "horizon=2 mo", "--set", "warm_up=0 d", "--quiet"};
const std::string horizon = "2026-03-01T00:00:00";

Arguments trace(const Arguments& more, const std::string& file = program::first_steps) {
  return Arguments{"trace", file} + two_months + more;
}

/// Everybody asks one thing that takes 10 min; the company never closes. `served` has a person for it, in `alone` there
/// is nobody, and patience ends after three hours.
const std::string tiny = R"(format = 1
title = "Tiny"
currency = "EUR"
start = 2026-05-04
horizon = "30 d"
[segments.people]
order = 500
inbound.door.rate = "4 / mo"
[segments.firms]
order = 900
prospects = 3
clients = 2
dormant = 1
inbound.prospects.rate = "4 / mo"
inbound.post.rate = "4 / mo"
[pipeline]
stages = ["sell"]
[pipeline.sell]
work = "10 min"
patience = "3 h"
[departments.served.roles.seller]
staff = 20
does = ["sell"]
[departments.alone.roles.seller]
staff = 0
does = ["sell"]
)";

program::Outcome of_tiny(const Arguments& more) {
  return program::run(Arguments{"trace", "-", "--quiet"} + more, tiny);
}

/// What came of each lead in a department, from the table of its happenings.
struct Fate {
  std::string bought;
  double value = 0;
  double all = 0;
  std::string lost;
  std::string cause;
};
std::map<std::string, Fate> fates(const std::vector<Row>& rows, const std::string& department) {
  std::map<std::string, Fate> result;
  for (const Row& row : rows) {
    if (row.at("department") != department || row.at("customer").empty()) continue;
    Fate& fate = result[row.at("customer")];
    if (row.at("what") == "won") {
      fate.bought = row.at("time");
      fate.value = number(row.at("money"));
    }
    if (row.at("what") == "won" || row.at("what") == "ordered" || row.at("what") == "upsold")
      fate.all += number(row.at("money"));
    if (row.at("what") == "lost") {
      fate.lost = row.at("time");
      fate.cause = row.at("detail");
    }
  }
  return result;
}

}  // namespace

TEST_CASE("one customer's story side by side: won here, gave up waiting there, by hand") {
  // He asks at t: the seller begins at once and he buys ten minutes later; where nobody is there he leaves at t + 3 h.
  const std::vector<Row> rows = table(of_tiny({"--lead", "people/door/1", "--format", "csv"}).out);
  REQUIRE(rows.size() == 7);  // asks, starts, ends, won; asks, waits, lost
  const auto minute = [&](std::size_t row) {
    std::string time = rows[row].at("time").substr(0, 16);
    time[10] = ' ';
    return time;
  };
  CHECK(rows[0].at("what") == "asks");
  CHECK(rows[3].at("what") == "won");
  CHECK(rows[3].at("money") == "500");
  CHECK(rows[6].at("detail") == "abandoned");
  const auto day = [&](std::size_t row) { return minute(row).substr(0, 10); };
  const std::string seller = rows[1].at("person");
  const std::string expected =
      "Tiny\n"
      "Replication 0 (counted from 0) with seed 1; customer people/door/1\n"
      "\n"
      "                  served                                    alone\n"
      "                  ────────────────────────────────────────  ────────────────────────────────────────\n" +
      minute(0) + "  asks                                      asks\n" +  //
      "                  " + app::padded_right("answered at once by " + seller + " (sell)", 40) +
      "  waits (sell)\n" +                                      //
      minute(3) + "  buys for 500 EUR from " + seller + "\n" +  //
      minute(6) + "                                            is lost: gave up waiting (sell)\n";
  const std::string text = of_tiny({"--lead", "people/door/1"}).out;
  CHECK(text.substr(0, expected.size()) == expected);
  std::string difference = text.substr(expected.size(), text.find("\n\nTo repeat") - expected.size());
  std::replace(difference.begin(), difference.end(), '\n', ' ');
  CHECK(difference == " The difference: served: bought for 500 EUR on " + day(3) + "; alone: lost on " + day(6) +
                          ", gave up waiting (sell).");
  CHECK(contains(text, "salesim trace - --lead people/door/1 --replication 0 --seed 1"));
  // One department alone has one column, and the same departments twice the same end.
  const std::string one = of_tiny({"--lead", "people/door/1", "--department", "alone"}).out;
  CHECK(contains(one, "\n" + minute(6) + "  is lost: gave up waiting (sell)\n"));
  CHECK_FALSE(contains(one, "served"));
}

TEST_CASE("a client's story with a reception and a stock, by hand") {
  // Three units to sell. The secretary needs 5 min, the seller 10, an order 20; needs come every 10 d after the first
  // asking. The first customer buys 15 min after he has asked, in this run a second one buys too, and the next order of
  // the first takes the last unit, 25 min after he has needed it.
  const std::string scenario = R"(format = 1
currency = "EUR"
start = 2026-05-04
horizon = "60 d"
[segments.people]
order = 500
stock = 3
inbound.door.rate = "6 / mo"
repeat = { share = "100 %", every = "10 d", initiative = "100 %" }
[pipeline]
stages = ["sell"]
[pipeline.sell]
work = "10 min"
[service]
order = { work = "20 min" }
reception = { work = "5 min" }
[departments.office.roles.secretary]
staff = 1
does = ["reception"]
[departments.office.roles.seller]
staff = 1
does = ["sell", "order"]
)";
  const auto sentences = [&](const Arguments& more) {
    std::vector<std::string> result;
    const Arguments question{"trace", "-", "--quiet", "--lead", "0"};
    for (const std::string& line : split(good(question + more, scenario).out, '\n'))
      if (line.starts_with("2026-") || line.starts_with("                  ")) result.push_back(line.substr(18));
    REQUIRE(result.size() > 11);
    result.resize(12);
    return result;
  };
  const std::vector<std::string> told = sentences({});
  const std::vector<std::string> expected{"asks",
                                          "answered at once by secretary 1 (reception)",
                                          "put through by secretary 1",
                                          "taken up at once by seller 1 (sell)",
                                          "buys for 500 EUR from seller 1",
                                          "becomes a client",
                                          "needs something and asks for it",
                                          "put through by secretary 1",
                                          "order for 500 EUR served by seller 1, after 25 min",
                                          "needs something, but everything is sold"};
  CHECK(std::vector(told.begin() + 2, told.end()) == expected);  // behind the department and a rule
  // A reception that serves orders itself takes the order's time besides its own.
  CHECK(sentences({"--set", "service.reception.simple=100%"})[9] ==
        "order for 500 EUR served by secretary 1, after 25 min");
}

TEST_CASE("a number alone is one of the first channel, and every other source can be named") {
  std::string alone = of_tiny({"--lead", "1"}).out;
  CHECK(contains(alone, "customer people/door/1\n"));
  std::replace(alone.begin(), alone.end(), '\n', ' ');
  CHECK(contains(alone, "--lead firms/prospects/1, firms/post/1, firms/*prospects/1, firms/clients/1"));
  // A channel has the name, so the cold list keeps its star; the others may have it or not.
  CHECK(contains(of_tiny({"--lead", "firms/prospects/0"}).out, "asks"));
  const std::string company = of_tiny({"--lead", "firms/*prospects/2"}).out;
  CHECK(contains(company, "customer firms/*prospects/2\n"));
  CHECK(contains(company, "Nothing happens."));
  CHECK(contains(company, "No difference in the end: nothing happens to him."));
  CHECK(contains(of_tiny({"--lead", "firms/*clients/1"}).out, "is a client from the start"));
  CHECK(contains(of_tiny({"--lead", "firms/clients/1"}).out, "client from the start"));
  CHECK(contains(of_tiny({"--lead", "firms/dormant/0"}).out, "sleeps from the start"));
}

TEST_CASE("the table of happenings adds up to the ledger of the same replication") {
  for (const char* replication : {"0", "3"}) {
    const std::vector<Row> rows = table(good(trace({"--format", "csv", "--replication", replication})).out);
    const std::vector<Row> ledger = table(good(program::short_run("run", 4) + Arguments{"--rows", "csv"}).out);
    for (const char* department : {"one_tier", "lead_desk"}) {
      const auto booked = [&](const std::string& measure) {
        for (const Row& row : ledger)
          if (row.at("department") == department && row.at("replication") == replication &&
              row.at("measure") == measure)
            return number(row.at("value"));
        return -1.0;
      };
      std::map<std::string, double> count;
      double revenue = 0;
      for (const Row& row : rows) {
        CHECK(row.at("replication") == replication);
        if (row.at("department") != department || row.at("time") >= horizon) continue;
        ++count[row.at("what") + (row.at("what") == "lost" ? "." + row.at("detail") : "")];
        if (row.at("what") == "won") revenue += number(row.at("money"));
      }
      CHECK(count["asks"] == booked("leads"));
      CHECK(count["won"] == booked("deals"));
      CHECK(revenue == doctest::Approx(booked("revenue")).epsilon(1e-12));
      for (const char* cause : {"abandoned", "no_show", "refused", "unfit"})
        CHECK(count[std::string("lost.") + cause] == booked(std::string("leads_lost.") + cause));
      CHECK(count["won"] > 20);
    }
  }
}

TEST_CASE("customers are the same in every department, other replications and seeds have others") {
  const auto asked = [](const Arguments& more) {
    std::map<std::string, std::vector<std::string>> result;
    for (const Row& row : table(good(trace(Arguments{"--format", "csv"} + more)).out))
      if (row.at("what") == "asks") result[row.at("department")].push_back(row.at("customer") + row.at("time"));
    return result;
  };
  auto first = asked({});
  CHECK(first["one_tier"].size() > 300);
  CHECK(first["one_tier"] == first["lead_desk"]);
  CHECK(asked({"--replication", "1"})["one_tier"] != first["one_tier"]);
  CHECK(asked({"--seed", "2"})["one_tier"] != first["one_tier"]);
}

TEST_CASE("who bought in one department and was lost in the other, as the happenings of both have it") {
  const std::vector<Row> rows = table(good(trace({"--format", "csv"})).out);
  const std::map<std::string, Fate> here = fates(rows, "lead_desk");
  const std::map<std::string, Fate> there = fates(rows, "one_tier");
  const Arguments question{"--won-by", "lead_desk", "--lost-by", "one_tier"};
  std::map<std::string, Row> listed;
  std::string before;
  for (const Row& row : table(good(trace(question + Arguments{"--format", "csv"})).out)) {
    CHECK(row.at("bought") >= before);  // in the order of buying
    before = row.at("bought");
    CHECK(listed.emplace(row.at("customer"), row).second);
  }
  std::size_t both = 0;
  std::size_t bought = 0;
  double value = 0;
  for (const auto& [customer, fate] : here) {
    if (fate.bought.empty()) continue;
    ++bought;
    const Fate& other = there.at(customer);
    both += other.bought.empty() ? 0 : 1;
    const auto entry = listed.find(customer);
    REQUIRE((entry != listed.end()) == (other.bought.empty() && !other.lost.empty()));
    if (entry == listed.end()) continue;
    CHECK(entry->second.at("bought") == fate.bought);
    CHECK(number(entry->second.at("first_order")) == fate.value);
    CHECK(number(entry->second.at("all_orders")) == fate.all);
    CHECK(entry->second.at("lost") == other.lost);
    CHECK(entry->second.at("cause") == other.cause);
    value += fate.value;
  }
  CHECK(both + listed.size() == bought);  // nobody is open at the end of the run-out
  CHECK(both > 10);
  CHECK(listed.size() > 3);
  // The same in the other forms.
  const Json json = Json::parse(good(trace(question + Arguments{"--format", "json"})).out);
  CHECK(json["won_by"] == "lead_desk");
  CHECK(json["customers"].size() == listed.size());
  for (const Json& one : json["customers"])
    CHECK(one["first_order"] == number(listed.at(one["customer"].get<std::string>()).at("first_order")));
  const std::string text = good(trace(question)).out;
  CHECK(contains(text, "Bought in lead_desk, lost in one_tier: " + std::to_string(listed.size()) + " customers"));
  for (const auto& [customer, row] : listed) CHECK(contains(text, "  " + customer + " "));
  const std::string back = good(trace({"--won-by", "one_tier", "--lost-by", "lead_desk", "--format", "csv"})).out;
  CHECK(contains(text, "The other way round: " + std::to_string(table(back).size()) + " customers"));
  CHECK(value > 0);
}

TEST_CASE("the Chrome trace is valid, has a row for each seat and tells every job once, nothing overlapping") {
  // Absences, a training and work that is put down at night are in it.
  const Arguments more{"--set", "departments.one_tier.roles.seller.absence={ holiday = \"28 d\", sick = \"8 d\" }",
                       "--set", "departments.one_tier.roles.seller.tenure={ exponential = \"1 mo\" }",
                       "--set", "departments.one_tier.roles.seller.training=5 d",
                       "--set", "pipeline.meet.interruptible=true",
                       "--set", "pipeline.meet.work=9 h"};
  const Json trace_json = Json::parse(good(trace(more + Arguments{"--format", "json"})).out);
  const std::vector<Row> rows = table(good(trace(more + Arguments{"--format", "csv"})).out);
  std::map<std::string, std::string> names;
  std::map<std::string, std::vector<std::pair<std::int64_t, std::int64_t>>> slices;
  std::set<std::string> kinds;
  std::map<std::string, std::int64_t> worked;  // by person, work that is not put down
  for (const Json& event : trace_json.at("traceEvents")) {
    const std::string row = event["pid"].dump() + "/" + event["tid"].dump();
    if (event["ph"] == "M" && event["name"] == "thread_name") names[row] = event["args"]["name"];
    if (event["ph"] != "X") continue;
    CHECK(event["ts"] >= 0);
    CHECK(event["dur"] >= 0);
    kinds.insert(event["name"]);
    slices[row].emplace_back(event["ts"], event["ts"].get<std::int64_t>() + event["dur"].get<std::int64_t>());
    if (event["name"] == "qualify") worked[row] += event["dur"].get<std::int64_t>();
  }
  CHECK(kinds == std::set<std::string>{"qualify", "meet", "away", "training"});
  CHECK(names.at("1/1") == "seller 1");
  CHECK(names.at("1/2") == "seller 2");
  CHECK(names.at("2/1") == "desk 1");
  CHECK(slices.size() == 4);
  for (auto& [row, list] : slices) {
    std::sort(list.begin(), list.end());
    for (std::size_t i = 1; i < list.size(); ++i) CHECK(list[i - 1].second <= list[i].first);
  }
  // A job at the lead desk goes from where it starts to where it ends.
  std::size_t started = 0;
  std::size_t qualified = 0;
  for (const Row& row : rows) started += row.at("what") == "starts" && row.at("activity") == "qualify" ? 1 : 0;
  for (const Json& event : trace_json.at("traceEvents")) qualified += event["ph"] == "X" && event["name"] == "qualify";
  CHECK(qualified == started);
  CHECK(started > 300);
  // Of one customer only his own work is told.
  const Json one = Json::parse(good(trace({"--lead", "3", "--format", "json"})).out);
  for (const Json& event : one.at("traceEvents"))
    if (event["ph"] != "M") CHECK(event["args"]["customer"] == "customers/web/3");
}

TEST_CASE("the whole trace is told in order, from one day to another, and people are in it") {
  const std::string text = good(trace({"--from", "2026-01-12", "--to", "2026-01-14", "--department", "one_tier"})).out;
  std::string before = "2026-01-12 00:00";
  std::size_t lines = 0;
  for (const std::string& line : split(text, '\n')) {
    if (!line.starts_with("2026-01-")) continue;
    ++lines;
    CHECK(line.substr(0, 16) >= before);
    before = line.substr(0, 16);
    CHECK(before < "2026-01-15");
  }
  CHECK(lines > 100);
  CHECK(contains(text, "from 2026-01-12 on; up to 2026-01-14"));
  CHECK(contains(text, "is lost: said no (meet)"));
  CHECK(
      contains(good(trace({"--to", "2026-01-01"})).out, "2026-01-01 00:00  seller 1         is there from the start"));
  for (const Row& row : table(good(trace({"--format", "csv", "--from", "2026-01-12", "--to", "2026-01-12"})).out))
    CHECK(row.at("time").starts_with("2026-01-12"));
}

TEST_CASE("a trace is the same every time, in a file too, and in both languages of the same length") {
  const program::Folder folder;
  const Arguments story{"--lead", "12", "--replication", "2"};
  const std::string text = good(trace(story)).out;
  CHECK(good(trace(story + Arguments{"--output", folder / "story.txt"})).out.empty());
  const std::string file = program::read(folder / "story.txt");
  CHECK(file == text);
  const std::string russian = good(trace(story + Arguments{"--lang", "ru"})).out;
  CHECK(contains(russian, "обращается"));
  CHECK(contains(russian, "Прогон 2 (счёт с 0)"));
  for (const std::string& answer : {text, russian})
    for (const std::string& line : split(answer, '\n')) {
      CHECK_MESSAGE((app::display_width(line) <= 100 || line.starts_with("  salesim ")), line);
      CHECK_FALSE(line.ends_with(' '));
    }
  CHECK(good({"trace", program::first_steps, "--lead", "12", "--quiet"}).err.empty());
}

TEST_CASE("every client of a wholesaler has a story that can be told, in every department") {
  // All mechanisms that the file switches on, in both languages; no sentence is left without a word.
  for (const char* language : {"en", "ru"}) {
    const std::string text = good({"trace", "scenarios/wholesale.toml", "--set", "horizon=8 mo", "--lang", language,
                                   "--quiet", "--from", "2026-01-01"})
                                 .out;
    CHECK(split(text, '\n').size() > 50'000);
    CHECK_FALSE(contains(text, "{"));
    CHECK_FALSE(contains(text, "  \n"));
  }
}

TEST_CASE("what cannot be traced is refused, with what is allowed") {
  const auto refused = [](const Arguments& more) {
    const program::Outcome outcome = of_tiny(more);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK(contains(refused({"--department", "serve"}), "there is no department \"serve\"; there are: served, alone"));
  CHECK(contains(refused({"--department", "serve"}), "did you mean served?"));
  CHECK(contains(refused({"--lead", "1000"}),
                 "--lead people/door/1000: there is none in replication 0 with seed 1; the "
                 "numbers go from 0 to "));
  CHECK(contains(refused({"--lead", "firms/clients/2"}), "the numbers go from 0 to 1"));
  CHECK(contains(refused({"--lead", "people/dor/1"}), "nobody comes from \"people/dor\"; there are: people/door, "));
  CHECK(contains(refused({"--lead", "people/dor/1"}), "did you mean people/door?"));
  for (const char* lead : {"x", "-1", "people/door/", "people/door/x", "99999999999", "1.5"})
    CHECK(contains(refused({"--lead", lead}), "--lead takes a customer's number, from 0"));
  CHECK(contains(refused({"--lead", "0", "--set", "segments.people.inbound.door.rate=0 / mo"}),
                 "nobody comes from there in replication 0 with seed 1"));
  for (const char* replication : {"1000000", "-1", "x"})
    CHECK(contains(refused({"--replication", replication}), "--replication takes a whole number from 0 to 999999"));
  CHECK(contains(refused({"--won-by", "served"}), "--won-by has no effect without --lost-by"));
  CHECK(contains(refused({"--lost-by", "served"}), "--lost-by has no effect without --won-by"));
  CHECK(contains(refused({"--won-by", "served", "--lost-by", "served"}), "both name \"served\"; they take two"));
  CHECK(contains(refused({"--won-by", "served", "--lost-by", "aloen"}),
                 "--lost-by \"aloen\" is none of the departments: served, alone; did you mean alone?"));
  CHECK(contains(refused({"--department", "served", "--won-by", "served", "--lost-by", "alone"}),
                 "--lost-by \"alone\" is none of the departments: served"));
  CHECK(contains(refused({"--won-by", "served", "--lost-by", "alone", "--lead", "1"}), "exclude each other"));
  for (const char* date : {"2026-02-30", "4 May", "2026-5-4", ""})
    CHECK(contains(refused({"--from", date}), "--from takes a date, e.g. 2026-03-01"));
  CHECK(contains(refused({"--from", "2026-05-09", "--to", "2026-05-08"}),
                 "--from 2026-05-09 lies after --to 2026-05-08"));
  CHECK(contains(refused({"--from", "2036-05-09"}), "it runs from 2026-05-04 to "));
  CHECK(contains(refused({"--format", "chrome"}), "--format takes text, json, csv"));
  const program::Outcome two = program::run({"trace", program::first_steps, "scenarios/wholesale.toml"});
  CHECK(two.code == 2);
  CHECK(contains(two.err, "this takes one scenario file, but 2 are given"));
  CHECK(contains(refused({"--lead", "1000", "--lang", "ru"}), "такого нет в прогоне 0"));
}
