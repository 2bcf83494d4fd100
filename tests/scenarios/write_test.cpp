#include "scenarios/format/write.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "scenarios/format/study.hpp"
#include "tests/scenarios/files.hpp"
#include "tests/scenarios/office.hpp"

namespace {

using office::with;
using scenarios::hash;
using scenarios::write;

/// Checks that what is written reads back to the same scenario and is written the same again.
void round_trip(const models::Scenario& scenario) {
  const std::string text = write(scenario);
  INFO(text);
  const auto again = scenarios::read_text(text, "written.toml").scenario;
  CHECK(again == scenario);
  CHECK(write(again) == text);
}

}  // namespace

TEST_CASE("the canonical text holds what differs from the neutral defaults, and nothing else") {
  CHECK(write(with()) == R"(format = 1
start = 2026-01-05
horizon = "6 mo"

[calendar]
hours = ["09:00-13:00", "14:00-18:00"]
days = "mon-fri"

[segments.retail]
order = 1000

[segments.retail.inbound.web]
rate = "300 / mo"

[segments.wholesale]
order = { lognormal = { mean = 5000, cv = 0.8 } }

[segments.wholesale.inbound.fair]
rate = "2 / d"

[pipeline]
stages = ["qualify", "meet"]

[pipeline.qualify]
work = { exponential = "10 min" }
sieve = { finds = "90 %", lets_through = "20 %" }
patience = { exponential = "4 wd" }

[pipeline.meet]
work = { lognormal = { mean = "1 h", cv = 0.5 } }
pass = { retail = "45 %", wholesale = "20 %" }
half_life = "2 wd"

[departments.one_tier.roles.seller]
staff = 4
does = ["meet", "qualify"]
pay = { base = 1000 }

[departments.lead_desk.roles.desk]
staff = 1
does = ["qualify"]
pay = { base = 1000 }

[departments.lead_desk.roles.seller]
staff = 3
does = ["meet"]
pay = { base = 1000 }
)");
}

TEST_CASE("every shipped scenario reads back from its canonical text") {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SALESIM_SOURCE_DIR "/scenarios"))
    if (entry.path().extension() == ".toml" && !scenarios::is_study(entry.path().string()))
      files.insert(entry.path().string());
  CHECK(files.size() >= 10);
  for (const std::string& file : files) {
    CAPTURE(file);
    round_trip(scenarios::read_file(file).scenario);
  }
}

TEST_CASE("every key and every form reads back from its canonical text") {
  const std::string seller = "departments.one_tier.roles.seller.";
  const std::vector<office::Sets> all{
      {"title=Say \"no\" \\ or\ttwo\nlines \x01\x7f «жесть» 🙂", "currency=RUB", "warm_up=2 mo",
       "run_out=0 d"},
      {"horizon=730 d"},
      {"calendar.hours=always", "calendar.days=always"},
      {"calendar.hours=00:00-24:00"},
      {"calendar.days=mon, wed-thu, sun", "calendar.holidays=[2026-05-09, 2026-05-01]"},
      {"segments.retail={ title = \"Small\", fit = 0.6, margin = -0.1, order = { empirical = [1, 2.5, 1] }, "
       "inbound.web = { rate = \"1 / d\", "
       "season = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1], year = 0.1, month = 0.2, dispersion = 3, hours = "
       "[\"08:00-12:00\", "
       "\"18:00-24:00\"], days = \"sat\", weekday = [1, 2, 3, 4, 5, 6, 7], hour = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "
       "11, 12, 13, "
       "14, 15, 16, 17, 18, 19, 20, 21, 22, 23], cost = 0.5 } }"},
      {"pipeline.meet={ title = \"Meet\", delay = \"1 d\", work = { gamma = { mean = \"1 h\", cv = 1 }, zero = 0.1 }, "
       "travel = { erlang = { mean = "
       "\"9 min\", k = 2 } }, pass = 0.123456789, sieve = { finds = 0.1 }, reach = 0.5, dial = { weibull = { mean = "
       "\"1 min\", shape = "
       "0.5 } }, attempts = 3, retry = { uniform = [\"1 wh\", \"2.5 wh\"] }, show = 0.5, rebook = 0.5, no_show_work = "
       "{ triangular = "
       "[\"1 s\", \"2 s\", \"3 s\"] }, patience = { empirical = [\"1 s\", \"0.000001 s\"] }, answer_within = \"0.1 "
       "wh\", half_life = \"1 wd\", "
       "floor = 0.1, later = { chance = 0.3, after = \"1 mo\" }, interruptible = true }"},
      {"pipeline.meet.work={ retail = \"1 h\" }", "pipeline.meet.interruptible={ wholesale = true }",
       "pipeline.qualify.later={ retail = { chance = 0.1, after = \"1 d\" }, wholesale = { chance = 0.1, after = { "
       "exponential = \"1 d\" } } }"},
      {"departments.one_tier={ title = \"One\", transfer = { work = \"5 min\", loss = 0.1, chill = 0.9 }, roles.seller "
       "= { title = \"S\", "
       "staff = { hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24] }, "
       "does = [{ activity = "
       "\"meet\", segments = [\"wholesale\", \"retail\"] }, { activity = \"qualify\", fallback = true, overflow = 20 "
       "}], owns = "
       "[\"leads\"], assign = \"round_robin\", switch = \"1 min\", effort = 0.5, speed = 2, skill = { meet = 1.5, "
       "qualify = 1 }, hours = "
       "\"18:00-20:00\", days = \"sat-mon\", absence = { holiday = \"28 d\", sick = \"1 d\" }, cover = \"1 d\", pay = "
       "{ base = 1, hourly = "
       "0.01, first = 0.05, of = \"margin\", on_top = 0.3 } } }"},
      {seller + "staff.may=7"},
      {seller + "staff={ 2026-03-01 = 5, 2026-02-01 = 2 }"},
      {seller + "assign=owner", seller + "owns=[]"},
      {"departments.lead_desk.work={ meet = { pass = { retail = 0.9 }, work = \"1 h\" }, qualify = { sieve = { finds = "
       "1, lets_through = 1 } } }"},
      {"departments.lead_desk.work.meet.pass={ retail = 0.2 }"},  // now the same for both segments
      {"departments.lead_desk.work.meet.pass=0.45"},
      {"departments.lead_desk.work.meet.pass={ retail = 0.45, wholesale = 0.2 }"},  // nothing of its own
  };
  for (const office::Sets& sets : all) {
    CAPTURE(sets);
    round_trip(with(sets));
  }
}

TEST_CASE("beliefs read back from the canonical text, with the same paths") {
  const std::string tail = ", low = 0.1, high = 0.9, source = \"the \\\"survey\\\"\", basis = \"guess\" }";
  for (const std::string path :
       {"segments.retail.fit", "pipeline.meet.pass", "pipeline.meet.pass.retail", "pipeline.meet.pass.wholesale",
        "pipeline.meet.show", "pipeline.qualify.sieve.finds", "pipeline.qualify.sieve.finds.wholesale",
        "pipeline.qualify.sieve.retail.finds", "pipeline.meet.later.chance", "departments.lead_desk.work.meet.pass",
        "departments.lead_desk.work.meet.pass.retail", "departments.one_tier.transfer.loss",
        "departments.one_tier.roles.seller.effort", "departments.one_tier.roles.seller.pay.first"})
    for (const std::string value : {"0.45", "0.9", "0.2", "0.5"}) {
      const auto scenario = with({"pipeline.meet.later.after=1 d", std::string{path} + "={ value = " + value + tail});
      CAPTURE(path);
      CHECK(scenario.beliefs.size() == 1);
      round_trip(scenario);
    }
  round_trip(with({"segments.retail.fit={ value = 1, low = 0.5 }"}));  // a neutral value of which something is believed
  round_trip(with({"pipeline.qualify.sieve={ finds = { value = 1, low = 0.5 } }"}));
  round_trip(
      with({"departments.lead_desk.work.meet.pass.retail={ value = 0.45, low = 0.1 }"}));  // the scenario's value
  round_trip(with({"pipeline.meet.show={ retail = { value = 1, low = 0.5 }, wholesale = 1 }"}));
  round_trip(with({"pipeline.meet.half_life={ value = \"2 wd\", low = \"1 wd\", basis = \"default\" }"}));
  round_trip(
      with({"segments.wholesale.order={ lognormal = { mean = { value = 5000, low = 1 }, cv = { value = 1, basis = "
            "\"measured\" } }, "
            "zero = { value = 0, high = 0.1 } }"}));
  round_trip(with(
      {"pipeline.meet.work={ retail = { exponential = { value = \"1 h\", low = \"5 min\" } }, wholesale = \"1 h\" }"}));
}

TEST_CASE("what is written is the effective scenario: extended, with defaults of roles and values that were set") {
  const Folder folder;
  folder.file("base.toml", office::text);
  const std::string path = folder.file("more.toml", "extends = \"base.toml\"\n[role_defaults]\nspeed = 2\n");
  const auto scenario = scenarios::read_file(path, {"segments.retail.order=7"}).scenario;
  const std::string text = write(scenario);
  CHECK(text.find("extends") == std::string::npos);
  CHECK(text.find("role_defaults") == std::string::npos);
  CHECK(text.find("order = 7\n") != std::string::npos);
  std::size_t speeds = 0;
  for (std::size_t at = text.find("speed = 2"); at != std::string::npos; at = text.find("speed = 2", at + 1)) ++speeds;
  CHECK(speeds == 3);
  round_trip(scenario);
}

TEST_CASE("the hash tells scenarios apart by what they say, not by how") {
  const std::string other_layout =
      office::replaced("work = { exponential = \"10 min\" }", "# a comment\nwork.exponential = \"600 s\"");
  CHECK(hash(scenarios::read_text(other_layout, "x").scenario) == hash(with()));
  CHECK(hash(with({"segments.retail.fit=100%"})) == hash(with()));
  std::set<std::string> hashes;
  const std::vector<office::Sets> different{{},
                                            {"title=x"},
                                            {"segments.retail.fit=0.99"},
                                            {"segments.retail.order.source=x"},
                                            {"departments.one_tier=false"}};
  for (const office::Sets& sets : different) {
    const std::string text = hash(with(sets));
    CHECK(text.size() == 16);
    CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
    hashes.insert(text);
  }
  CHECK(hashes.size() == different.size());
}
