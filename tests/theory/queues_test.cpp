// The closed forms themselves, against published tables, limits that must agree, and small cases worked by hand.

#include "tests/theory/queues.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace theory;
using doctest::Approx;

TEST_CASE("Erlang's loss formula gives the published loads of 1 % loss") {
  // Table of offered loads at a loss of .01 (e.g. Cooper 1981): 5, 10, 20 and 100 lines carry 1.36, 4.46, 12.0, 84.1.
  CHECK(erlang_b(5, 1.36) == Approx(0.01).epsilon(0.01));
  CHECK(erlang_b(10, 4.46) == Approx(0.01).epsilon(0.01));
  CHECK(erlang_b(20, 12.03) == Approx(0.01).epsilon(0.01));
  CHECK(erlang_b(100, 84.06) == Approx(0.01).epsilon(0.01));
  // By hand: 1 Erlang on 1, 2, 3 lines: 1/2, (1/2)/(1 + 1 + 1/2) = 1/5, (1/6)/(1 + 1 + 1/2 + 1/6) = 1/16.
  CHECK(erlang_b(1, 1) == Approx(1.0 / 2));
  CHECK(erlang_b(2, 1) == Approx(1.0 / 5));
  CHECK(erlang_b(3, 1) == Approx(1.0 / 16));
}

TEST_CASE("Erlang's delay formula is rho for one server and 2 rho^2 / (1 + rho) for two") {
  for (const double rho : {0.1, 0.5, 0.9}) {
    CHECK(erlang_c(1, rho) == Approx(rho));
    CHECK(erlang_c(2, 2 * rho) == Approx(2 * rho * rho / (1 + rho)));
  }
}

TEST_CASE("a call centre of 50 with 48 calls a minute has the published figures, with and without impatience") {
  // Garnett, Mandelbaum & Reiman (2002); Gans, Koole & Mandelbaum (2003), Telephone call centers, section 4.2: work of
  // 1 min, patience of 2 min. Waits in seconds, as rounded there.
  const Delay patient{50, 48, 1};
  CHECK(60 * patient.mean_wait() == Approx(20.8).epsilon(0.003));
  CHECK(60 * patient.wait_quantile(0.9) == Approx(58.1).epsilon(0.001));
  CHECK(patient.queue() == Approx(17).epsilon(0.03));
  CHECK(patient.utilisation() == Approx(0.96));
  const Impatient impatient(50, 48, 1, 2);
  CHECK(impatient.abandoned() == Approx(0.031).epsilon(0.015));
  CHECK(60 * impatient.mean_wait() == Approx(3.7).epsilon(0.013));
  CHECK(60 * impatient.wait_quantile(0.9) == Approx(12.5).epsilon(0.005));
  CHECK(impatient.queue() == Approx(3).epsilon(0.05));
  CHECK(impatient.utilisation() == Approx(0.93).epsilon(0.005));
}

TEST_CASE("waits of M/M/c fall off exponentially and their mean is the integral of their tail") {
  const Delay queue{5, 2.1, 2};
  double mean = 0;
  for (double t = 0.0005; t < 100; t += 0.001) mean += 0.001 * (1 - queue.answered_within(t));
  CHECK(queue.mean_wait() == Approx(mean).epsilon(1e-5));
  CHECK(queue.answered_within(queue.wait_quantile(0.9)) == Approx(0.9));
}

TEST_CASE("a chance that decays with the wait of M/M/c is the mean over that wait") {
  const Delay queue{1, 0.4, 2};
  for (const double floor : {0.0, 0.4}) {
    double mean = 1 - queue.waits();
    for (double t = 0.0005; t < 300; t += 0.001)
      mean +=
          0.001 * queue.waits() * queue.drain() * std::exp(-queue.drain() * t) * std::max(floor, std::exp(-0.07 * t));
    CHECK(queue.decayed(0.07, floor) == Approx(mean).epsilon(1e-6));
  }
}

TEST_CASE("Erlang A lies between its limits: no patience is Erlang B, endless patience is Erlang C") {
  CHECK(Impatient(5, 2, 2, 1e-9).abandoned() == Approx(erlang_b(5, 4)).epsilon(1e-6));
  const Delay patient{5, 2, 2};
  const Impatient endless(5, 2, 2, 1e7);
  CHECK(endless.mean_wait() == Approx(patient.mean_wait()).epsilon(1e-4));
  CHECK(endless.answered_within(1) == Approx(patient.answered_within(1)).epsilon(1e-4));
  CHECK(endless.wait_quantile(0.9) == Approx(patient.wait_quantile(0.9)).epsilon(1e-4));
}

TEST_CASE("where patience has the law of work, Erlang A holds a Poisson number") {
  const Impatient queue(3, 2, 2, 2);
  double chance = std::exp(-4.0);
  for (std::size_t n = 0; n < 15; ++n) {
    CHECK(queue.chance(n) == Approx(chance).epsilon(1e-9));
    chance *= 4 / static_cast<double>(n + 1);
  }
}

TEST_CASE("the law of waits in Erlang A agrees with its means") {
  for (const double at_once : {0.0, 0.1}) {
    const Impatient queue(10, 5.5, 2, 3, at_once);
    CHECK(queue.answered_within(60) == Approx(1 - queue.abandoned()).epsilon(1e-7));
    double mean = 0;
    for (double t = 0.005; t < 12; t += 0.01) mean += 0.01 * queue.waits_longer(t);
    CHECK(queue.mean_wait() == Approx(mean).epsilon(1e-4));
    CHECK(queue.waits_longer(queue.wait_quantile(0.9)) == Approx(0.1).epsilon(1e-6));
  }
}

TEST_CASE("Pollaczek and Khinchine agree with M/M/1, and constant work halves its waits") {
  const Delay queue{1, 0.35, 2};
  CHECK(pollaczek_khinchine(0.35, 2, 1) == Approx(queue.mean_wait()));
  CHECK(pollaczek_khinchine(0.35, 2, 0) == Approx(queue.mean_wait() / 2));
}

TEST_CASE("the law of waits in M/D/1 starts at 1 - rho and has the mean of Pollaczek and Khinchine") {
  CHECK(constant_work_within(0.35, 2, 0) == Approx(0.3));
  // Shorter than one work: (1 − ρ) e^{λt}.
  CHECK(constant_work_within(0.35, 2, 1.9) == Approx(0.3 * std::exp(0.35 * 1.9)));
  double mean = 0;
  for (double t = 0.005; t < 30; t += 0.01) mean += 0.01 * (1 - constant_work_within(0.35, 2, t));
  CHECK(mean == Approx(pollaczek_khinchine(0.35, 2, 0)).epsilon(1e-4));
}

TEST_CASE("Cobham's waits by hand, and the conservation law") {
  // M/M/1 with work 1, λ₁ = .2, λ₂ = .3: R = .5, W₁ = .5/.8 = .625, W₂ = .5/(.8 × .5) = 1.25.
  const std::vector<double> waits = cobham(residual_work(0.5, 1, 1), {0.2, 0.3});
  CHECK(waits[0] == Approx(0.625));
  CHECK(waits[1] == Approx(1.25));
  // Kleinrock: Σ ρ_k W_k does not depend on who comes first, so it is ρ × the wait without classes.
  CHECK(0.2 * waits[0] + 0.3 * waits[1] == Approx(0.5 * pollaczek_khinchine(0.5, 1, 1)));
}
