#include <doctest/doctest.h>

#include "tests/scenarios/office.hpp"

namespace {

using models::Clock;
using office::Lines;
using office::wrong;
using sim::day;
using sim::Distribution;
using sim::hour;
using sim::minute;

const std::string patience = "pipeline.qualify.patience=";
const std::string kinds = "exponential, lognormal, gamma, erlang, weibull, uniform, triangular, empirical";

models::DurationLaw law(const std::string& value) {
  return *office::stage(office::with({patience + value}), 0).patience;
}

models::DurationLaw minutes(Distribution distribution) { return {std::move(distribution), Clock::calendar}; }

Lines broken(const std::string& value) { return wrong({patience + value}); }

constexpr auto in_minutes = static_cast<double>(minute);

}  // namespace

TEST_CASE("every distribution is read into the parameters that the engine takes") {
  CHECK(law("15 min") == minutes(Distribution::constant(15 * in_minutes)));
  CHECK(law("{ exponential = \"8 min\" }") == minutes(Distribution::exponential(8 * in_minutes)));
  CHECK(law("{ lognormal = { mean = \"8 min\", cv = 0.5 } }") == minutes(Distribution::lognormal(8 * in_minutes, 0.5)));
  CHECK(law("{ gamma = { mean = \"8 min\", cv = 2 } }") == minutes(Distribution::gamma(8 * in_minutes, 2)));
  CHECK(law("{ erlang = { mean = \"8 min\", k = 3 } }") == minutes(Distribution::erlang(8 * in_minutes, 3)));
  CHECK(law("{ weibull = { mean = \"8 min\", shape = 0.7 } }") == minutes(Distribution::weibull(8 * in_minutes, 0.7)));
  CHECK(law("{ uniform = [\"8 min\", \"9 min\"] }") == minutes(Distribution::uniform(8 * in_minutes, 9 * in_minutes)));
  CHECK(law("{ triangular = [\"0 min\", \"9 min\", \"9 min\"] }") ==
        minutes(Distribution{Distribution::Kind::triangular, 0, 9 * in_minutes, 9 * in_minutes, {}, 0}));
  CHECK(law("{ empirical = [\"9 min\", \"1 min\", \"9 min\"] }") ==
        minutes(Distribution::empirical({9 * in_minutes, in_minutes, 9 * in_minutes})));
}

TEST_CASE("any distribution may have an atom at zero") {
  CHECK(law("{ exponential = \"8 min\", zero = \"10 %\" }") ==
        minutes(Distribution::exponential(8 * in_minutes).with_zero(0.1)));
  CHECK(law("{ zero = 0.25, uniform = [\"0 s\", \"1 min\"] }") ==
        minutes(Distribution::uniform(0, in_minutes).with_zero(0.25)));
}

TEST_CASE("a distribution of money counts hundredths") {
  const auto scenario = office::with({"segments.retail.order={ triangular = [0.01, 2, 3.5] }"});
  CHECK(office::segment(scenario, "retail").order->law ==
        Distribution{Distribution::Kind::triangular, 1, 200, 350, {}, 0});
}

TEST_CASE("patience may count open hours or open days, the same in the whole distribution") {
  CHECK(law("{ exponential = \"4 wh\" }") ==
        models::DurationLaw{Distribution::exponential(4.0 * hour), Clock::open_hours});
  CHECK(law("{ uniform = [\"1 wd\", \"2 wd\"] }") ==
        models::DurationLaw{Distribution::uniform(1.0 * day, 2.0 * day), Clock::open_days});
  CHECK(broken("{ uniform = [\"1 wd\", \"2 d\"] }") == Lines{"mixed_clocks pipeline.qualify.patience.uniform"});
  CHECK(wrong({"pipeline.meet.work={ exponential = \"4 wh\" }"}) ==
        Lines{"open_time_not_allowed pipeline.meet.work.exponential (4 wh)"});
}

TEST_CASE("what is wrong with a distribution is said where it stands") {
  CHECK(broken("{}") == Lines{"no_distribution pipeline.qualify.patience (" + kinds + ")"});
  CHECK(broken("{ zero = 0.1 }") == Lines{"no_distribution pipeline.qualify.patience (" + kinds + ")"});
  CHECK(broken("{ exponential = \"1 d\", uniform = [\"1 d\", \"2 d\"] }") ==
        Lines{"two_distributions pipeline.qualify.patience (exponential, uniform)"});
  CHECK(broken("{ expontial = \"1 d\" }") ==
        Lines{"unknown_key pipeline.qualify.patience.expontial (expontial; exponential; " + kinds +
              ", zero, value, low, high, source, basis, retail, wholesale)"});
  CHECK(broken("{ exponential = \"1 d\", mean = 1 }") ==
        Lines{"unknown_key pipeline.qualify.patience.mean (mean; ; " + kinds + ", zero)"});
  CHECK(broken("{ exponential = \"0 d\" }") == Lines{"not_above pipeline.qualify.patience.exponential (0 s; 0 s)"});
  CHECK(broken("{ exponential = 5 }") ==
        Lines{"wrong_type pipeline.qualify.patience.exponential (number; open_duration)"});
  CHECK(broken("{ gamma = \"1 d\" }") == Lines{"wrong_type pipeline.qualify.patience.gamma (text; mean_cv)"});
  CHECK(broken("{ erlang = \"1 d\" }") == Lines{"wrong_type pipeline.qualify.patience.erlang (text; mean_k)"});
  CHECK(broken("{ weibull = \"1 d\" }") == Lines{"wrong_type pipeline.qualify.patience.weibull (text; mean_shape)"});
  CHECK(broken("{ gamma = { mean = \"1 d\" } }") == Lines{"missing_key pipeline.qualify.patience.gamma (cv)"});
  CHECK(broken("{ gamma = { cv = 1 } }") == Lines{"missing_key pipeline.qualify.patience.gamma (mean)"});
  CHECK(broken("{ gamma = { mean = \"1 d\", cv = 0 } }") ==
        Lines{"not_above pipeline.qualify.patience.gamma.cv (0; 0)"});
  CHECK(broken("{ gamma = { mean = \"1 d\", cv = 21 } }") ==
        Lines{"too_high pipeline.qualify.patience.gamma.cv (21; 20)"});
  CHECK(broken("{ gamma = { mean = \"1 d\", cv = \"50 %\" } }") ==
        Lines{"percent_not_allowed pipeline.qualify.patience.gamma.cv (50 %)"});
  CHECK(broken("{ erlang = { mean = \"1 d\", k = 1.5 } }") ==
        Lines{"not_whole pipeline.qualify.patience.erlang.k (1.5)"});
  CHECK(broken("{ erlang = { mean = \"1 d\", k = 2, cv = 1 } }") ==
        Lines{"unknown_key pipeline.qualify.patience.erlang.cv (cv; ; mean, k)"});
  CHECK(broken("{ uniform = \"1 d\" }") == Lines{"wrong_type pipeline.qualify.patience.uniform (text; list)"});
  CHECK(broken("{ uniform = [\"1 d\"] }") == Lines{"wrong_count pipeline.qualify.patience.uniform (1; 2)"});
  CHECK(broken("{ uniform = [\"2 d\", \"1 d\"] }") == Lines{"not_ascending pipeline.qualify.patience.uniform"});
  CHECK(broken("{ uniform = [1, \"2 d\"] }") ==
        Lines{"wrong_type pipeline.qualify.patience.uniform (number; open_duration)"});
  CHECK(broken("{ triangular = [\"1 d\", \"2 d\"] }") ==
        Lines{"wrong_count pipeline.qualify.patience.triangular (2; 3)"});
  CHECK(broken("{ triangular = [\"1 d\", \"3 d\", \"2 d\"] }") ==
        Lines{"not_ascending pipeline.qualify.patience.triangular"});
  CHECK(broken("{ empirical = [] }") == Lines{"empty_list pipeline.qualify.patience.empirical"});
  CHECK(broken("{ exponential = \"1 d\", zero = 2 }") ==
        Lines{"too_high pipeline.qualify.patience.zero (200 %; 100 %)"});
  CHECK(wrong({"segments.retail.order={ exponential = -5 }"}) ==
        Lines{"too_low segments.retail.order.exponential (-5; 0)"});
}
