#include "scenarios/format/variants.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "scenarios/format/read.hpp"
#include "scenarios/format/write.hpp"

using scenarios::quantity_of;
using scenarios::range_of;
using scenarios::Variants;

namespace {

const std::string folder = std::string{SALESIM_SOURCE_DIR} + "/scenarios/";

}  // namespace

TEST_CASE("a variant is the file read with these values set") {
  const std::vector<std::string> sets{"horizon=3 mo"};
  const Variants variants = Variants::of_file(folder + "wholesale.toml", sets);
  CHECK(variants.loaded().scenario == scenarios::read_file(folder + "wholesale.toml", sets).scenario);
  CHECK(variants.loaded().warnings.size() == scenarios::read_file(folder + "wholesale.toml", sets).warnings.size());
  const std::vector<std::string> more{"segments.salon.inbound.web.rate=150 / mo",
                                      "departments.one_tier.roles.manager.staff=7"};
  std::vector<std::string> all = sets;
  all.insert(all.end(), more.begin(), more.end());
  CHECK(variants.with(more) == scenarios::read_file(folder + "wholesale.toml", all).scenario);
  CHECK(variants.with({}) == variants.loaded().scenario);  // nothing is left of the variant before
}

TEST_CASE("a variant that cannot be is refused as a wrong --set is") {
  const Variants variants = Variants::of_file(folder + "first_steps.toml");
  try {
    variants.with({"segments.customer.inbound.web.rate=1 / mo"});
    FAIL("a path that does not exist was found");
  } catch (const sim::InputError& error) {
    CHECK(error.problems()[0].code == "unknown_path");
  }
  CHECK_THROWS_AS(variants.with({"pipeline.meet.pass=140 %"}), sim::InputError);
}

TEST_CASE("what is written at a path is its value, without what is believed of it") {
  const Variants variants = Variants::of_file(folder + "wholesale.toml", {"pipeline.qualify.work.exponential=7 min"});
  CHECK(variants.written("segments.salon.inbound.web.rate") == "100 / mo");
  CHECK(variants.written("segments.salon.prospects") == "8000");
  CHECK(variants.written("segments.salon.order.lognormal.cv") == "0.8");
  CHECK(variants.written("pipeline.qualify.work.exponential") == "7 min");
  CHECK(variants.written("departments.one_tier.roles.manager.staff") == "8");
  CHECK_FALSE(variants.written("departments.one_tier.roles.manager.does"));
  CHECK_FALSE(variants.written("no.such.path"));
}

TEST_CASE("quantities are a number and its unit, and are written back to the same number") {
  CHECK(quantity_of("900 / mo")->number == 900);
  CHECK(quantity_of("900 / mo")->unit == " / mo");
  CHECK(quantity_of(" 0.8 ")->unit.empty());
  CHECK(quantity_of("\"45 %\"")->number == 45);
  CHECK(quantity_of("-3")->number == -3);
  CHECK_FALSE(quantity_of("always"));
  CHECK_FALSE(quantity_of(""));
  CHECK_FALSE(quantity_of("inf"));
  CHECK(quantity_of(scenarios::quantity_text(1.0 / 3, " %"))->number == 1.0 / 3);
}

TEST_CASE("a range has one unit; percent and plain shares are the same") {
  const auto rate = range_of("600 / mo", "1200 / mo", "900 / mo");
  CHECK(rate->low == 600);
  CHECK(rate->high == 1200);
  CHECK(rate->unit == " / mo");
  CHECK(rate->base == 900);
  const auto share = range_of("35 %", "0.6", "0.5");
  CHECK(share->high == doctest::Approx(60));
  CHECK(share->base == doctest::Approx(50));
  const auto time = range_of("2 h", "3 d", "1 d");
  CHECK(time->high == doctest::Approx(72));
  CHECK(time->base == doctest::Approx(24));
  CHECK(time->unit == " h");
  CHECK(range_of("12 / y", "2 / mo", std::nullopt)->high == doctest::Approx(24));
  CHECK_FALSE(range_of("4 wh", "2 d", std::nullopt));
  CHECK_FALSE(range_of("low", "high", std::nullopt));
  CHECK_FALSE(range_of("1 d", "2 d", "3 wd")->base);
}

TEST_CASE("every belief of every shipped scenario is a range with its value inside, and both ends can be set") {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    const Variants variants = Variants::of_file(entry.path().string());
    std::vector<std::string> lows;
    std::vector<std::string> highs;
    for (const auto& entry_of_belief : variants.loaded().scenario.beliefs) {
      const std::string& path = entry_of_belief.first;
      const models::Belief& belief = entry_of_belief.second;
      if (!belief.low || !belief.high) continue;
      CAPTURE(path);
      const auto range = range_of(*belief.low, *belief.high, variants.written(path));
      REQUIRE(range);
      REQUIRE(range->base);
      CHECK(range->low <= *range->base * (1 + 1e-12));
      CHECK(*range->base <= range->high);
      lows.push_back(path + "=" + scenarios::quantity_text(range->low, range->unit));
      highs.push_back(path + "=" + scenarios::quantity_text(range->high, range->unit));
    }
    CAPTURE(entry.path().string());
    for (const std::string& one : lows) CHECK_NOTHROW(variants.with({one}));
    for (const std::string& one : highs) CHECK_NOTHROW(variants.with({one}));
  }
}
