#include <doctest/doctest.h>

#include "tests/models/agreement.hpp"
#include "tests/models/clientele.hpp"

/// Renewal and death processes of clients against closed forms. Every comparison has a chance of 1e-5 to refuse a true
/// one; the command that repeats it is this program with --test-case and the name.
namespace {

using namespace company;
using agreement::mean_agrees;
using agreement::Replications;
using agreement::Sample;
using agreement::variance_agrees;

}  // namespace

TEST_CASE("clients who come as a Poisson stream and stay exponentially long are as many as theory says") {
  // λ = 2 a day, mean life L = 50 d, horizon H = 100 d. Of those who came u before the horizon e^(-u/L) are left, so
  // the number at H is Poisson with mean λ L (1 − e^(−H/L)), the number lost is Poisson with the rest of λ H, and the
  // mean number over the period is λ L (H − L (1 − e^(−H/L))) ÷ H. Each needs something at exponential times of mean 40
  // d: the mean number of clients × H ÷ 40 d orders.
  constexpr double lambda = 2;
  constexpr double life = 50;
  constexpr double horizon = 100;
  Scenario s = walk_ins(lambda, 100 * day, 40 * day);
  market(s).repeat->every = exponential(40 * day);
  market(s).lifetime = exponential(50 * day);
  Replications replications(s);
  const double at_end = lambda * life * (1 - std::exp(-horizon / life));
  const double over_time = lambda * life * (horizon - life * (1 - std::exp(-horizon / life)));
  Sample end(at_end);
  Sample lost(lambda * horizon - at_end);
  Sample clients;
  Sample orders;
  for (std::uint32_t replication = 0; replication < 2000; ++replication) {
    replications.run(replication);
    end.add(replications["clients_end"]);
    lost.add(replications["clients_lost.market"]);
    clients.add(replications["clients"]);
    orders.add(replications["orders.repeat"]);
  }
  mean_agrees("clients at the horizon", end, at_end);
  variance_agrees("clients at the horizon", end, at_end);
  mean_agrees("clients lost", lost, lambda * horizon - at_end);
  variance_agrees("clients lost", lost, lambda * horizon - at_end);
  mean_agrees("clients over the period", clients, over_time / horizon);
  mean_agrees("orders", orders, over_time / 40);
}

TEST_CASE("clients of the start die by the residual law of their lifetime") {
  // Exponential: 200 e^(−H/L), binomial. Constant L: the rest is uniform, so 1 − H/L are left. Gamma of cv c: after H
  // the share ∫_H^∞ (1 − F) ÷ L are left; by its mean residual (1 + c²) L ÷ 2 that is what base values rest on.
  const double horizon = 30;
  for (const bool is_exponential : {true, false}) {
    Scenario s = clientele(200, 30 * day, 40 * day);
    market(s).lifetime = is_exponential ? exponential(50 * day) : constant(50 * day);
    Replications replications(s);
    const double stay = is_exponential ? std::exp(-horizon / 50) : 1 - horizon / 50;
    const Sample end = agreement::sample(replications, 1000, "clients_end", 200 * stay);
    mean_agrees("clients left", end, 200 * stay);
    variance_agrees("clients left", end, 200 * stay * (1 - stay));
  }
}

TEST_CASE("the first clients' needs come at the stationary rate from the first moment on") {
  // 100 clients, gaps of mean 40 d: any span of t holds 100 t ÷ 40 d needs on average, from the first moment and
  // whatever the law. An ordinary renewal process would hold far fewer in the first days of a gamma law with cv 0.5.
  for (const double cv : {0.5, 0.8, 1.5}) {
    Scenario s = clientele(100, 60 * day, 40 * day);
    market(s).repeat->every = DurationLaw{Distribution::gamma(static_cast<double>(40 * day), cv), Clock::calendar};
    Sample early;
    Sample late;
    for (std::uint32_t replication = 0; replication < 500; ++replication) {
      const Run run(s, 1, replication);
      int first_days = 0;
      int last_days = 0;
      for (const models::Happening& order : seen(run, What::ends, "order")) {
        first_days += order.time < 5 * day ? 1 : 0;
        last_days += order.time >= 40 * day ? 1 : 0;
      }
      early.add(first_days);
      late.add(last_days);
    }
    mean_agrees("needs of the first 5 d", early, 100 * 5.0 / 40);
    mean_agrees("needs of the last 20 d", late, 100 * 20.0 / 40);
  }
}

TEST_CASE("a new client's needs follow the renewal function") {
  // From the first asking on. Erlang gaps of two stages, mean μ: m(t) = t/μ − ¼ + ¼ e^(−4t/μ) (Cox, Renewal
  // Theory, 4.5). Exponential: m(t) = t/μ. For everybody who asked t = 45 d before the horizon or earlier, μ = 30 d.
  const double t = 45;
  for (const bool erlang : {true, false}) {
    Scenario s = walk_ins(5, 300 * day, 30 * day);
    if (erlang) {
      market(s).repeat->every = DurationLaw{Distribution::erlang(static_cast<double>(30 * day), 2), Clock::calendar};
    } else {
      market(s).repeat->every = exponential(30 * day);
    }
    Sample needs;
    for (std::uint32_t replication = 0; replication < 10; ++replication) {
      const Run run(s, 1, replication);
      const std::vector<sim::Time> asks = asked(run);
      std::vector<int> count(asks.size(), 0);
      for (const models::Happening& order : seen(run, What::ends, "order"))
        count[order.number] += order.time <= asks[order.number] + 45 * day ? 1 : 0;
      for (std::size_t n = 0; n < asks.size(); ++n)
        if (asks[n] + 45 * day < 300 * day) needs.add(count[n]);
    }
    CHECK(needs.count() > 10'000);
    mean_agrees("needs in 45 d", needs, erlang ? t / 30 - 0.25 + 0.25 * std::exp(-4 * t / 30) : t / 30);
  }
}

TEST_CASE("clients nobody calls leave in a Poisson stream that begins when the first are overdue") {
  // λ = 2 a day; contact due after 30 d, overdue 45 d later, then an exponential life of 60 d. By H = 200 d those have
  // left who came at a and whose life ended before H − a − 75 d: λ ∫ (1 − e^(−u/60)) du from 0 to H − 75, Poisson.
  Scenario s = walk_ins(2, 200 * day, 100'000 * day);
  contact(s).every = Duration{30 * day};
  neglect(s).after = Duration{45 * day};
  neglect(s).life = exponential(60 * day);
  Replications replications(s);
  const double span = 125;
  const double expected = 2 * (span - 60 * (1 - std::exp(-span / 60)));
  const Sample lost = agreement::sample(replications, 2000, "clients_lost.neglected", expected);
  mean_agrees("neglected", lost, expected);
  variance_agrees("neglected", lost, expected);
}

TEST_CASE("a share of an order's variance lies between clients") {
  // One client, a need every 31 d, the first in January and the second in February or March. Orders are lognormal, mean
  // m = 100, cv c: each has variance m² c², and two orders of one client have covariance b m² c², b being `between`. So
  // the variance of their sum is 2 m² c² (1 + b), that of their difference 2 m² c² (1 − b).
  for (const double between : {0.0, 0.3, 1.0}) {
    const double cv = 0.5;
    Scenario s = clientele(1, 62 * day, 31 * day);
    s.start = date(2026, 1, 1);
    market(s).order = models::AmountLaw{Distribution::lognormal(10'000, cv)};
    market(s).between = between;
    Replications replications(s);
    Sample first(100);
    Sample second(100);
    Sample sum(200);
    Sample difference;
    for (std::uint32_t replication = 0; replication < 20'000; ++replication) {
      replications.run(replication);
      const double one = replications.month("revenue.repeat", 0);
      const double other = replications["revenue.repeat"] - one;
      first.add(one);
      second.add(other);
      sum.add(one + other);
      difference.add(one - other);
    }
    const double square = 100 * 100 * cv * cv;
    mean_agrees("the first order", first, 100);
    mean_agrees("the second order", second, 100);
    variance_agrees("the first order", first, square);
    variance_agrees("the second order", second, square);
    variance_agrees("the sum", sum, 2 * square * (1 + between));
    if (between < 1)
      variance_agrees("the difference", difference, 2 * square * (1 - between));
    else
      CHECK(difference.variance() < 1e-4);  // two orders of a client differ by roundings only
  }
}

TEST_CASE("the atom of an order's law belongs to the order, not to the client") {
  // 20 % of orders are worth nothing, the others are lognormal with mean m = 100 and cv c = 0.5: mean 0.8 m, variance
  // m² (0.8 (1 + c²) − 0.64). Of this variance 30 % lies between clients.
  Scenario s = clientele(1, 62 * day, 31 * day);
  s.start = date(2026, 1, 1);
  market(s).order = models::AmountLaw{Distribution::lognormal(10'000, 0.5).with_zero(0.2)};
  market(s).between = 0.3;
  Replications replications(s);
  Sample first(80);
  Sample sum(160);
  for (std::uint32_t replication = 0; replication < 20'000; ++replication) {
    replications.run(replication);
    first.add(replications.month("revenue.repeat", 0));
    sum.add(replications["revenue.repeat"]);
  }
  // Sizes cannot vary by more than c² = 0.25; wanted are 0.3 × (0.8 × 1.25 − 0.64) ÷ 0.64 = 0.169.
  const double variance = 100 * 100 * (0.8 * 1.25 - 0.64);
  mean_agrees("an order", first, 80);
  variance_agrees("an order", first, variance);
  variance_agrees("two orders", sum, 2 * variance * 1.3);
}

TEST_CASE("a client's first order and the later ones share his size") {
  // All variance lies between clients: a walk-in's second order is worth what the first was, and his price grows with
  // it.
  Scenario s = walk_ins(3, 30 * day, 20 * day);
  market(s).order = models::AmountLaw{Distribution::lognormal(10'000, 0.8)};
  market(s).between = 1;
  const Run run(s);
  double first = 0;
  double second = 0;
  double base = 0;
  const sim::Sampler size(Distribution::lognormal(1, 0.8));
  for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
    sim::Stream stream = draws().at(purpose("size", door_source), n);
    const double value = 100 * size(stream);
    first += value;
    second += asked(run)[n] + 20 * day < 30 * day ? value : 0;
    base += value * 3652.5 / 20;
  }
  CHECK(run["revenue.first"] == doctest::Approx(first).epsilon(1e-4));
  CHECK(run["revenue.repeat"] == doctest::Approx(second).epsilon(1e-4));
  CHECK(run["base_value_end"] == doctest::Approx(base).epsilon(1e-9));
}
