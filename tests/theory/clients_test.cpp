#include <doctest/doctest.h>

#include <cmath>

#include "tests/theory/chapters.hpp"

namespace theory {
namespace {

/// Integral over [0, end] by Simpson's rule; the integrands here are smooth and vary over days.
template <class Function>
double integral(double end, const Function& f) {
  constexpr int steps = 20'000;
  double sum = f(0.0) + f(end);
  for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4 : 2) * f(end * i / steps);
  return sum * end / steps / 3;
}

}  // namespace

/// 200 clients and 2 × 60 % newcomers a day for 730 days; each leaves at rate 1/500 a day.
/// Alive at t: n e^(−t/L) + λL (1 − e^(−t/L)).
/// Orders of those of the first moment: the stationary rate 1/m while they are alive. A newcomer's needs are an ordinary
/// renewal process of gaps gamma of shape 4 (cv 1/2), whose density is (1/m)(1 − 2 e^(−νx) sin νx − e^(−2νx)), ν = 4/m
/// (Cox, Renewal Theory, 4.3); one who came at u has till T − u for them, if he lives.
Chapter clients(double gap, double life) {
  constexpr double start = 200;
  constexpr double rate = 2 * 0.6;
  constexpr double horizon = 730;
  const auto alive = [&](double t) { return std::exp(-t / life); };
  const double end = start * alive(horizon) + rate * life * (1 - alive(horizon));
  const double nu = 4 / gap;
  const auto density = [&](double x) {
    return (1 - 2 * std::exp(-nu * x) * std::sin(nu * x) - std::exp(-2 * nu * x)) / gap;
  };
  const double old_orders = start / gap * life * (1 - alive(horizon));
  const double new_orders =
      rate * integral(horizon, [&](double x) { return (horizon - x) * density(x) * alive(x); });
  const double mean = (rate * life * horizon + (start - rate * life) * life * (1 - alive(horizon))) / horizon;
  Chapter chapter{"clients who come and go (renewal and death)", "scenarios/textbook/clients.toml", 11, 100, {}};
  for (const auto& [measure, expected] : std::initializer_list<std::pair<const char*, double>>{
           {"clients_won", rate * horizon},
           {"clients", mean},
           {"clients_end", end},
           {"clients_lost.market", start + rate * horizon - end},
           {"orders.repeat", old_orders + new_orders},
           {"revenue.repeat", 100 * (old_orders + new_orders)},
           {"base_value_end", end * 100 / gap * life}})
    chapter.promises.push_back({"open_house", measure, expected});
  return chapter;
}

/// At the first talk a company is interested (10 %), or asks to be left alone (40 % of the others), or is called again; at
/// any later one it is interested (25 %) or done with. A fifth of the warm leads do not sign and are called again. So
/// from the second talk on there are V = 1 + 0.25 × 0.2 V talks and W = 0.25 (1 + 0.2 W) leads. A dial reaches a company
/// with `reach` in whatever round, so a talk costs 1/reach dials.
Chapter cold_list(double reach, double interest) {
  constexpr double companies = 3000;
  constexpr double lost = 0.2;
  constexpr double later = 0.25;
  Chapter chapter{"a cold list called to its end", "scenarios/textbook/cold_list.toml", 12, 60, {}};
  const double again = (1 - interest) * (1 - 0.4) + interest * lost;
  const double talks = companies * (1 + again / (1 - later * lost));
  const double leads = companies * (interest + again * later / (1 - later * lost));
  for (const bool seldom : {false, true}) {
    const char* department = seldom ? "seldom_reached" : "callers";
    chapter.promises.push_back({department, "dials", talks / (seldom ? reach / 2 : reach)});
    chapter.promises.push_back({department, "talks", talks});
    chapter.promises.push_back({department, "leads_cold", leads});
    chapter.promises.push_back({department, "deals", (1 - lost) * leads});
  }
  return chapter;
}

/// Every second of 2 customers a day buys, so the n-th of 200 units goes after n days on average, and those who ask
/// after the last one has gone find nothing. Whoever buys pays 90 d later, half of it for the goods.
Chapter stock(double pass) {
  constexpr double units = 200;
  constexpr double horizon = 730;
  const double rate = 2 * pass;
  Chapter chapter{"a stock sold unit by unit", "scenarios/textbook/stock.toml", 14, 100, {}};
  for (const auto& [measure, expected] : std::initializer_list<std::pair<const char*, double>>{
           {"deals", units},
           {"sold_out_on", units / rate},
           {"leads_lost.sold_out", 2 * (horizon - units / rate)},
           {"unsold", units * (units + 1) / 2 / rate / horizon},
           {"cash", units * 50}})
    chapter.promises.push_back({"site", measure, expected});
  return chapter;
}

}  // namespace theory

TEST_CASE("clients: as many as come and stay, and their orders those of a renewal process that death ends") {
  theory::check(theory::clients());
}

TEST_CASE("a stock that Poisson customers buy up: when it is gone, what it held, and who came too late") {
  theory::check(theory::stock());
}

TEST_CASE("a cold list called to its end: dials, talks and leads as its own lists say") {
  theory::check(theory::cold_list());
}
