#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/theory/chapters.hpp"
#include "tests/theory/paths.hpp"

namespace theory {
namespace {

/// How one department goes through the funnel of the scenario file; times of work in minutes.
struct Terms {
  double fit = 0.6;
  double later = 0.15;  ///< "not now" at `qualify`
  double reach = 0.3;   ///< of each dial there
  double caller = 1;    ///< factors on odds
  double seller = 1;
  double speed = 1;   ///< of the seller, at the desk
  double effort = 1;  ///< of the seller
  double transfer_work = 0;
  double transfer_loss = 0;
  double chill = 1;
};

double with_odds(double p, double factor) { return factor * p / (1 - p + factor * p); }

/// What is to be expected of one lead.
struct Funnel {
  double qualified = 0;
  double won = 0;
  double cycle = 0;  ///< of those that are won [min]
  double unreached = 0, no_show = 0, refused = 0, unfit = 0, transfer = 0;
  double value[3]{};        ///< chance of a fit lead at the beginning of a stage to be won, by stage
  double fit_lost[3][5]{};  ///< chance to be fit and lost, by stage and by cause in the order above
  double work[3]{};         ///< of people, by stage [min]
};

/// Stage by stage. `entering` are the chances to come so far, of fit and unfit leads.
Funnel expect(const Terms& terms) {
  constexpr double attempts = 4;
  Funnel funnel;

  // qualify. A visit: up to four dials, each unanswered one costs 1 min and a retry after 2 h. Who is reached talks for
  // 6 min, and says "not now" or comes to a decision. The chance to pass halves with each 12 h since this visit began.
  const double s = std::numbers::ln2 / (12 * 60);
  const auto reached = [&](double decay) {
    const Path again = (1 - terms.reach) * (constant(1, decay) * exponential(120, decay));
    return terms.reach * repeated(again, static_cast<int>(attempts));
  };
  const Path talk = passing(6);
  const Path not_now = terms.later * (reached(0) * talk * passing(3 * 24 * 60));
  const Path decided = repeated(not_now) * ((1 - terms.later) * (reached(0) * talk));
  const Path decided_decayed = repeated(not_now) * ((1 - terms.later) * (reached(s) * talk));
  const double visits = repeated(not_now).chance;
  const double never = visits * std::pow(1 - terms.reach, attempts);
  const double finds = with_odds(0.9, terms.caller);
  const double lets_through = with_odds(0.2, 1 / terms.caller);
  double fit = terms.fit;
  double unfit = 1 - terms.fit;
  funnel.unreached = never;
  funnel.fit_lost[0][0] = fit * never;
  funnel.fit_lost[0][2] = fit * (decided.chance - finds * decided_decayed.chance);
  funnel.refused = funnel.fit_lost[0][2];
  funnel.unfit = unfit * (decided.chance - lets_through * decided_decayed.chance);
  double unanswered = 0;  // dials, by visit
  for (int k = 1; k <= attempts; ++k) unanswered += std::pow(1 - terms.reach, k);
  funnel.work[0] = visits * (unanswered * 1 + reached(0).chance * 6);
  const Path first = finds * decided_decayed;
  fit *= first.chance;
  unfit *= lets_through * decided_decayed.chance;
  funnel.qualified = fit + unfit;

  // meet. Two days until an appointment, which is kept or costs 10 min; half of those not kept are made anew. Whoever
  // takes over from another works 5 min more and loses some.
  const auto seller_time = [&](double desk, double travel) { return (desk / terms.speed + travel) / terms.effort; };
  const double stays = 1 - terms.transfer_loss;
  const Path appointment = passing(2 * 24 * 60);
  const Path missed = 0.2 * (appointment * passing(seller_time(10, 0)));
  const Path met = repeated(0.5 * missed) * (0.8 * (appointment * passing(seller_time(45, 30))));
  const Path taken_over = stays * passing(seller_time(terms.transfer_work, 0));
  const double missed_for_good = (repeated(0.5 * missed) * (0.5 * missed)).chance;
  const double agrees = with_odds(0.6, terms.seller * terms.chill);
  funnel.transfer = (fit + unfit) * terms.transfer_loss;
  funnel.no_show = (fit + unfit) * stays * missed_for_good;
  funnel.refused += (fit + unfit) * stays * met.chance * (1 - agrees);
  funnel.fit_lost[1][4] = fit * terms.transfer_loss;
  funnel.fit_lost[1][1] = fit * stays * missed_for_good;
  funnel.fit_lost[1][2] = fit * stays * met.chance * (1 - agrees);
  const double appointments = repeated(0.5 * missed).chance;
  funnel.work[1] = (fit + unfit) * (seller_time(terms.transfer_work, 0) +
                                    stays * appointments * (0.2 * seller_time(10, 0) + 0.8 * seller_time(45, 30)));
  const Path second = agrees * (taken_over * met);
  fit *= second.chance;
  unfit *= second.chance;

  // sign. A day until then, 20 min of work. No unfit lead buys.
  const double signs = with_odds(0.9, terms.chill);
  const Path third = stays * signs * (passing(24 * 60) * passing(terms.transfer_work + 20));
  funnel.transfer += (fit + unfit) * terms.transfer_loss;
  funnel.refused += fit * stays * (1 - signs);
  funnel.unfit += unfit * stays;
  funnel.fit_lost[2][4] = fit * terms.transfer_loss;
  funnel.fit_lost[2][2] = fit * stays * (1 - signs);
  funnel.work[2] = (fit + unfit) * (terms.transfer_work + stays * 20);
  funnel.won = fit * third.chance;
  funnel.cycle = (first * second * third).mean_time();

  // Lost leads are priced at neutral skill, answered at once, and nothing lost on the way between people.
  funnel.value[2] = 0.9;
  funnel.value[1] = met.chance * 0.6 * funnel.value[2];
  funnel.value[0] = decided.chance * 0.9 * funnel.value[1];
  return funnel;
}

}  // namespace

/// Six leads an hour for 60 days, which are followed to their end. The slowest of all clocks is the three days after
/// "not now"; the warm-up of 60 days leaves e^{−17} of its beginning. The mean number at work is below 6 in every role,
/// and a Poisson number of that mean exceeds the people there are with a chance below 10⁻⁶ (see the check of waits).
Chapter funnel(double later, double reach) {
  constexpr double leads = 6 * 24 * 60;
  constexpr double minutes = 60 * 24 * 60;
  constexpr double margin = 0.4 * 1000;  // of a mean order
  Chapter chapter{"a funnel with people enough", "scenarios/textbook/funnel.toml", 9, 200, {}};
  const auto promise = [&](const char* department, const Funnel& funnel) {
    const auto add = [&](const std::string& measure, double expected) {
      chapter.promises.push_back({department, measure, expected});
    };
    const double deals = leads * funnel.won;
    add("leads", leads);
    add("leads_qualified", leads * funnel.qualified);
    add("deals", deals);
    add("win_rate", funnel.won);
    add("cycle_time", funnel.cycle / (24 * 60));
    add("revenue", deals * 1000);
    add("gross_margin", deals * margin);
    const char* causes[] = {"unreached", "no_show", "refused", "unfit", "transfer"};
    const double lost[] = {funnel.unreached, funnel.no_show, funnel.refused, funnel.unfit, funnel.transfer};
    for (std::size_t cause = 0; cause < 5; ++cause) {
      if (lost[cause] == 0) continue;
      add(std::string("leads_lost.") + causes[cause], leads * lost[cause]);
      double priced = 0;
      for (std::size_t stage = 0; stage < 3; ++stage) priced += funnel.fit_lost[stage][cause] * funnel.value[stage];
      if (priced > 0) add(std::string("margin_lost.") + causes[cause], leads * priced * margin);
    }
    return deals;
  };

  Terms terms;
  terms.later = later;
  terms.reach = reach;
  const Funnel everybody = expect(terms);
  const double deals = promise("everybody", everybody);
  const double payroll = 0.05 * deals * 1000 * 1.3;
  const double bought = leads * 30;
  chapter.promises.push_back({"everybody", "payroll", payroll});
  chapter.promises.push_back({"everybody", "cost", payroll + bought});
  chapter.promises.push_back({"everybody", "profit", deals * margin - payroll - bought});
  chapter.promises.push_back({"everybody", "utilisation.seller",
                              leads * (everybody.work[0] + everybody.work[1] + everybody.work[2]) / (40 * minutes)});

  terms.caller = 1.5;
  terms.seller = 2;
  terms.speed = 1.25;
  terms.effort = 0.8;
  terms.transfer_work = 5;
  terms.transfer_loss = 0.03;
  terms.chill = 0.9;
  const Funnel relay = expect(terms);
  const double relay_deals = promise("relay", relay);
  chapter.promises.push_back({"relay", "payroll", 0.05 * relay_deals * margin});
  chapter.promises.push_back({"relay", "utilisation.caller", leads * relay.work[0] / (20 * minutes)});
  chapter.promises.push_back({"relay", "utilisation.seller", leads * relay.work[1] / (30 * minutes)});
  chapter.promises.push_back({"relay", "slack_time.seller", leads * relay.work[1] * 0.2 / 60});
  chapter.promises.push_back({"relay", "utilisation.clerk", leads * relay.work[2] / (15 * minutes)});
  return chapter;
}

}  // namespace theory

TEST_CASE("a funnel with people enough: chances multiply, times add up, money follows") {
  theory::check(theory::funnel());
  for (const char* department : {"everybody", "relay"})
    for (const char* stage : {"qualify", "meet", "sign"})
      CHECK(theory::observe(theory::funnel(), {department, std::string("wait.") + stage + ".mean", 0}).observed == 0);
}
