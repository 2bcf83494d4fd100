#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "models/events.hpp"
#include "tests/app/program.hpp"

/// The ledger of losses, as people and programs read it.
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::good;
using program::short_run;
using program::operator+;

const Arguments wholesale{"run",
                          "scenarios/wholesale.toml",
                          "--department",
                          "conveyor",
                          "--set",
                          "horizon=8 mo",
                          "--set",
                          "warm_up=2 mo",
                          "--replications",
                          "3",
                          "--quiet"};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the ledger of losses has every cause once, with the heads and margins of the measures, and adds up") {
  const Json department = Json::parse(good(wholesale + Arguments{"--format", "json"}).out)["departments"]["conveyor"];
  const Json& measures = department["measures"];
  const Json& losses = department["losses"];
  REQUIRE(losses.size() == 2);
  for (const std::string who : {"leads", "clients"}) {
    CAPTURE(who);
    const auto same = [](const Json& line, const Json& measure) {
      for (const char* key : {"mean", "low", "high"}) CHECK(line[key] == measure[key]);
      CHECK(line.size() == 3);
    };
    const Json& ledger = losses[who];
    same(ledger["total"]["heads"], measures[who + "_lost"]);
    same(ledger["total"]["margin"], measures["margin_lost_" + who]);
    double heads = 0;
    double margin = 0;
    for (const auto& [cause, line] : ledger["causes"].items()) {
      same(line["heads"], measures[who + "_lost." + cause]);
      same(line["margin"], measures["margin_lost." + cause]);
      heads += line["heads"]["mean"].get<double>();
      margin += line["margin"]["mean"].get<double>();
    }
    CHECK(heads > 0);
    CHECK(heads == doctest::Approx(ledger["total"]["heads"]["mean"].get<double>()).epsilon(1e-12));
    CHECK(margin == doctest::Approx(ledger["total"]["margin"]["mean"].get<double>()).epsilon(1e-12));
  }
  CHECK(losses["leads"]["causes"].size() == models::lead_losses);
  CHECK(losses["clients"]["causes"].size() == models::client_losses);
  // Profit is what it is without them.
  const auto mean = [&](const char* name) { return measures[name]["mean"].get<double>(); };
  CHECK(mean("profit") == doctest::Approx(mean("gross_margin") - mean("cost")).epsilon(1e-12));
}

TEST_CASE("where nobody comes back only leads can be lost") {
  const Json document = Json::parse(good(short_run("run", 3) + Arguments{"--format", "json"}).out);
  const Json& losses = document["departments"]["one_tier"]["losses"];
  CHECK(losses.contains("leads"));
  CHECK_FALSE(losses.contains("clients"));
}

TEST_CASE("the text has one ledger of losses, and says that it is no part of profit") {
  const std::string text = good(wholesale).out;
  CHECK(count(text, "Ledger of losses") == 2);
  CHECK(count(text, "all causes") == 2);
  for (const char* cause : {"gave up waiting", "said no", "neglected", "slipped away asleep"})
    CHECK_MESSAGE(count(text, cause) == 1, cause);
  CHECK(contains(text, "no part of profit"));
  CHECK_FALSE(contains(text, "Margin lost"));
}
