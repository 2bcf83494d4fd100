#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "scenarios/format/load.hpp"
#include "tests/scenarios/files.hpp"
#include "tests/scenarios/office.hpp"

/// Files that extend each other, and defaults of roles.
namespace {

using office::Lines;
using office::stage;

models::Scenario read(const std::string& path) {
  try {
    return scenarios::read_file(path).scenario;
  } catch (const sim::InputError& error) {
    for (const std::string& line : office::lines(error.problems())) MESSAGE(line);
    throw;
  }
}

/// Problems with where they are, the folder left out.
Lines problems(const Folder& folder, const std::string& path) {
  Lines result;
  try {
    scenarios::read_file(path);
  } catch (const sim::InputError& error) {
    for (const sim::Problem& problem : error.problems()) {
      std::string source = problem.place.source;
      if (source.starts_with(folder.path(""))) source.erase(0, folder.path("").size());
      std::string line =
          source + ":" + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " ";
      result.push_back(line + office::lines({problem}).front());
    }
  }
  return result;
}

}  // namespace

TEST_CASE("a file that extends another says only what differs") {
  const Folder folder;
  folder.file("base.toml", office::text);
  const std::string path = folder.file("more.toml", R"(extends = "base.toml"
title = "More leads"
[segments.retail]
inbound.web.rate = "600 / mo"
[departments.one_tier.roles.seller]
does = ["qualify", "meet"]
)");
  auto expected = office::with({"title=More leads", "segments.retail.inbound.web.rate=600 / mo"});
  for (auto& [name, department] : expected.departments.items)
    if (name == "one_tier")
      std::swap(department.roles.items[0].second.does[0], department.roles.items[0].second.does[1]);
  CHECK(read(path) == expected);
}

TEST_CASE("the extended file is found beside the file that names it") {
  const Folder folder;
  folder.file("deep/er/base.toml", office::text);
  const std::string path = folder.file("deep/more.toml", "extends = \"er/base.toml\"\n");
  CHECK(read(path) == office::with());
  CHECK(read(folder.file("deep/aside/other.toml", "extends = \"../more.toml\"\n")) == office::with());
}

TEST_CASE("eight steps of extension are allowed, a ninth is not") {
  const Folder folder;
  folder.file("0.toml", office::text);
  for (int i = 1; i <= 9; ++i)
    folder.file(std::to_string(i) + ".toml", "extends = \"" + std::to_string(i - 1) + ".toml\"\n");
  CHECK(read(folder.path("8.toml")) == office::with());
  CHECK(problems(folder, folder.path("9.toml")) == Lines{"1.toml:1:11 extends_too_deep extends (8)"});
}

TEST_CASE("files that extend each other in a circle are refused, under whatever names") {
  const Folder folder;
  CHECK(problems(folder, folder.file("self.toml", "extends = \"self.toml\"\n"))
            .front()
            .starts_with("self.toml:1:11 extends_cycle extends"));
  folder.file("a.toml", "extends = \"sub/../b.toml\"\n");
  std::filesystem::create_directories(folder.path("sub"));
  const std::string path = folder.file("b.toml", "extends = \"sub/./../a.toml\"\n");
  CHECK(problems(folder, path).front().starts_with("a.toml:1:11 extends_cycle extends"));
}

TEST_CASE("an extended file that cannot be used is one problem, where it is named or in itself") {
  const Folder folder;
  const auto extending = [&](const std::string& value) {
    return problems(folder, folder.file("x.toml", "extends = " + value + "\n"));
  };
  CHECK(extending("\"none.toml\"") ==
        Lines{"x.toml:1:11 file_missing extends (" + folder.path("none.toml").substr(0, 80) +
              (folder.path("none.toml").size() > 80 ? "…" : "") + ")"});
  CHECK(extending("\".\"").front().starts_with("x.toml:1:11 file_directory extends"));
  CHECK(extending("\"/dev/null\"").front().starts_with("x.toml:1:11 file_not_ordinary extends"));
  REQUIRE(mkfifo(folder.path("pipe.toml").c_str(), 0600) == 0);  // into which nobody writes
  CHECK(extending("\"pipe.toml\"").front().starts_with("x.toml:1:11 file_not_ordinary extends"));
  CHECK(extending("\"\"") == Lines{"x.toml:1:11 extends_no_file extends"});
  CHECK(extending("5") == Lines{"x.toml:1:11 extends_no_file extends"});
  CHECK(extending("\"a\\u0000b\"") == Lines{"x.toml:1:11 extends_no_file extends"});
  folder.file("bad.toml", "\n\nfit = \n");
  CHECK(extending("\"bad.toml\"").front().starts_with("bad.toml:3:7 syntax"));
}

TEST_CASE("a problem is reported in the file that holds it") {
  const Folder folder;
  folder.file("base.toml", office::replaced("order = 1000", "order = -1000"));
  const std::string path = folder.file("more.toml", "extends = \"base.toml\"\n[segments.retail]\nfit = 2\n");
  CHECK(problems(folder, path) == Lines{"more.toml:3:7 too_high segments.retail.fit (200 %; 100 %)",
                                        "base.toml:10:9 too_low segments.retail.order (-1000; 0)"});
}

TEST_CASE("false removes departments, segments, channels, roles and stages that are extended") {
  const Folder folder;
  folder.file("base.toml", office::text);
  const auto scenario = read(folder.file("less.toml", R"(extends = "base.toml"
pipeline.stages = ["meet"]
pipeline.qualify = false
segments.wholesale = false
segments.retail.inbound.web = false
segments.retail.inbound.shop = { rate = "1 / d" }
departments.lead_desk.roles.desk = false
departments.one_tier = false
)"));
  CHECK(scenario.work.stages == std::vector<std::string>{"meet"});
  CHECK(scenario.segments.size() == 1);
  CHECK(stage(scenario, 0).pass == 0.45);  // the value of the segment that is left
  CHECK(!scenario.segments.items[0].second.inbound.find("web"));
  CHECK(scenario.segments.items[0].second.inbound.find("shop"));
  CHECK(scenario.departments.size() == 1);
  CHECK(scenario.departments.items[0].second.roles.size() == 1);
}

TEST_CASE("false removes only what is there") {
  const Folder folder;
  folder.file("base.toml", office::text);
  CHECK(problems(folder, folder.file("x.toml", "extends = \"base.toml\"\ndepartments.one_teir = false\n")) ==
        Lines{"x.toml:2:13 nothing_to_remove departments.one_teir (one_teir; one_tier; one_tier, lead_desk)"});
  CHECK(problems(folder, folder.file("y.toml", office::text + "[departments]\nx = false\n")).front().find("syntax") ==
        std::string::npos);
  CHECK(office::wrong({"departments.one_tier=false", "departments.lead_desk=false"}) ==
        Lines{"no_departments departments"});
}

TEST_CASE("a value of another shape replaces the extended one") {
  const Folder folder;
  folder.file("base.toml", office::text);
  const auto scenario = read(folder.file("x.toml", R"(extends = "base.toml"
[segments.wholesale]
order = { exponential = 300 }
[pipeline.qualify]
patience = "9 wd"
[pipeline.meet]
pass = "30 %"
[departments.one_tier.roles.seller]
staff = { 2026-02-01 = 5 }
)"));
  CHECK(office::segment(scenario, "wholesale").order->law == sim::Distribution::exponential(30000));
  CHECK(stage(scenario, 0).patience->law.kind == sim::Distribution::Kind::constant);
  CHECK(stage(scenario, 1, 1).pass == 0.3);
  CHECK(office::role(scenario, "one_tier", "seller").staff.kind == models::Staff::Kind::dates);
}

TEST_CASE("a distribution of the same kind keeps the parameters that are not named") {
  const Folder folder;
  folder.file("base.toml", office::text);
  const auto scenario =
      read(folder.file("x.toml", "extends = \"base.toml\"\n[segments.wholesale]\norder.lognormal.mean = 7000\n"));
  CHECK(office::segment(scenario, "wholesale").order->law == sim::Distribution::lognormal(700000, 0.8));
}

TEST_CASE("values by segment over one value for all leave it to the segments that are not named") {
  const Folder folder;
  folder.file("base.toml", office::text);
  const auto scenario = read(folder.file("x.toml", R"(extends = "base.toml"
[pipeline.qualify]
patience = { retail = "1 h" }
sieve = { finds = { wholesale = 0.5 } }
[pipeline.meet]
work = { wholesale = { exponential = "2 h" } }
pass = { wholesale = 0.1 }
)"));
  CHECK(stage(scenario, 0, 0).patience->law == sim::Distribution::constant(1.0 * sim::hour));
  CHECK(stage(scenario, 0, 1).patience->law == sim::Distribution::exponential(4.0 * sim::day));
  CHECK(stage(scenario, 0, 0).sieve == models::Sieve{0.9, 0.2});
  CHECK(stage(scenario, 0, 1).sieve == models::Sieve{0.5, 0.2});
  CHECK(stage(scenario, 1, 0).work->law.kind == sim::Distribution::Kind::lognormal);
  CHECK(stage(scenario, 1, 1).work->law.kind == sim::Distribution::Kind::exponential);
  CHECK(stage(scenario, 1, 0).pass == 0.45);
  CHECK(stage(scenario, 1, 1).pass == 0.1);
}

TEST_CASE("a belief over a value replaces it whole, and a value over a belief too") {
  const Folder folder;
  folder.file("base.toml", office::replaced("order = 1000", "order = { value = 1000, low = 900, source = \"guess\" }"));
  CHECK(read(folder.file("x.toml", "extends = \"base.toml\"\n[segments.retail]\norder = 1000\n")) == office::with());
  const auto scenario = read(
      folder.file("y.toml", "extends = \"base.toml\"\n[segments.retail]\norder = { value = 1000, high = 1100 }\n"));
  CHECK(scenario.beliefs.at("segments.retail.order") ==
        models::Belief{{}, "1100", "", models::Belief::Basis::unstated});
}

TEST_CASE("defaults of roles hold for every role that says nothing else, those of a department before those of all") {
  const std::string text = office::replaced("[departments.one_tier.roles.seller]", R"([role_defaults]
speed = 2
effort = 0.9
pay = { base = 500, hourly = 3, on_top = 0.3 }
[departments.lead_desk.role_defaults]
speed = 3
pay = { hourly = 4 }
[departments.one_tier.roles.seller]
effort = 0.8)");
  const auto scenario = scenarios::read_text(text, "defaults.toml").scenario;
  const models::Role& one = office::role(scenario, "one_tier", "seller");
  CHECK(one.speed == 2);
  CHECK(one.effort == 0.8);
  CHECK(one.pay.base.hundredths == 100'000);  // its own
  CHECK(one.pay.hourly.hundredths == 300);
  const models::Role& desk = office::role(scenario, "lead_desk", "desk");
  CHECK(desk.speed == 3);
  CHECK(desk.effort == 0.9);
  CHECK(desk.pay.hourly.hundredths == 400);
  CHECK(desk.pay.on_top == 0.3);
}

TEST_CASE("a problem in defaults of roles is reported once") {
  const std::string text = office::text + "[role_defaults]\nspede = 2\neffort = 3\n";
  const sim::Problems problems = office::problems_of(text);
  const int line = static_cast<int>(std::count(office::text.begin(), office::text.end(), '\n')) + 2;
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == "unknown_key");
  CHECK(problems[0].place == sim::Place{"office.toml", line, 1});
  CHECK(problems[1].code == "too_high");
  CHECK(office::lines(office::problems_of("role_defaults = 5\n" + office::text)) ==
        Lines{"wrong_type role_defaults (number; table)"});
}
