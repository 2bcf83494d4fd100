#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/program.hpp"

namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::good;
using program::operator+;

const Arguments month{"compare", program::first_steps, "--set", "horizon=1 mo", "--set", "warm_up=0 d", "--quiet"};

Json answer(const Arguments& arguments) {
  return Json::parse(good(month + arguments + Arguments{"--format", "json"}).out);
}

/// Longer arm of the only difference, as a share of the baseline's mean.
double width(const Json& document) {
  const Json& difference = document["comparison"]["differences"]["lead_desk"];
  const double mean = difference["mean"].get<double>();
  const double arm = std::max(difference["high"].get<double>() - mean, mean - difference["low"].get<double>());
  return arm / std::fabs(document["departments"]["one_tier"]["measures"]["profit"]["mean"].get<double>());
}

}  // namespace

TEST_CASE("a precision is reached at the first look where the interval is narrow enough") {
  const Json document = answer({"--precision", "12%"});
  const int count = document["replications"].get<int>();
  CHECK(count % 10 == 0);
  REQUIRE(count > 30);
  CHECK(document["precision"]["resolved"] == true);
  CHECK(document["precision"]["measure"] == "profit");
  CHECK(document["precision"]["wanted"] == 0.12);
  CHECK(document["precision"]["reached"].get<double>() == doctest::Approx(width(document)));
  CHECK(width(document) <= 0.12);
  // Ten fewer were not enough, and the same number asked for directly gives the same answer.
  CHECK(width(answer({"--replications", std::to_string(count - 10)})) > 0.12);
  Json direct = answer({"--replications", std::to_string(count)});
  CHECK(direct["departments"] == document["departments"]);
  CHECK(direct["comparison"] == document["comparison"]);
}

TEST_CASE("a precision that the cap does not allow is reported as not resolved") {
  const Json document = answer({"--precision", "0.1%", "--max-replications", "45"});
  CHECK(document["replications"] == 45);
  CHECK(document["precision"]["resolved"] == false);
  CHECK(document["precision"]["reached"].get<double>() == doctest::Approx(width(document)));
  const std::string text = good(month + Arguments{"--precision", "0.1%", "--max-replications", "45"}).out;
  CHECK(program::contains(text, "Not resolved within 45 replications"));
}

TEST_CASE("a run looks at the precision of each department by itself") {
  const Arguments arguments{"run",     program::first_steps, "--set", "horizon=1 mo", "--set",    "warm_up=0 d",
                            "--quiet", "--precision",        "2%",    "--measure",    "win_rate", "--format",
                            "json"};
  const Json document = Json::parse(good(arguments).out);
  CHECK(document["precision"]["resolved"] == true);
  double widest = 0;
  for (const auto& [name, department] : document["departments"].items()) {
    const Json& rate = department["measures"]["win_rate"];
    const double mean = rate["mean"].get<double>();
    widest = std::max({widest, (rate["high"].get<double>() - mean) / mean, (mean - rate["low"].get<double>()) / mean});
  }
  CHECK(document["precision"]["reached"].get<double>() == doctest::Approx(widest));
  CHECK(widest <= 0.02);
}
