#include "analysis/queues/erlang.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using analysis::ErlangA;
using analysis::Pool;
using doctest::Approx;

namespace {

/// Chances of n present in M/M/c+M, n < 400, straight from the balance of flows.
std::vector<double> balance(std::uint32_t servers, const Pool& pool) {
  std::vector<double> chances{1};
  double sum = 1;
  for (std::uint32_t n = 1; n < 400; ++n) {
    const double deaths = std::min(n, servers) / pool.work + (n > servers ? (n - servers) / pool.patience : 0);
    chances.push_back(chances.back() * pool.rate / deaths);
    sum += chances.back();
  }
  for (double& chance : chances) chance /= sum;
  return chances;
}

}  // namespace

TEST_CASE("Erlang's formulas give the values that can be worked by hand") {
  // a = 1, c = 2: B = (1/2)/(1 + 1 + 1/2) = 1/5; C = B/(1 − ½ × 4/5) = 1/3.
  CHECK(analysis::erlang_b(2, 1) == Approx(0.2).epsilon(1e-14));
  CHECK(analysis::erlang_c(2, 1) == Approx(1.0 / 3).epsilon(1e-14));
  CHECK(analysis::erlang_b(0, 3) == 1);
  CHECK(analysis::erlang_c(1, 0.8) == Approx(0.8).epsilon(1e-14));  // M/M/1: C = ρ
  CHECK(analysis::erlang_c(3, 3) == 1);
  CHECK(analysis::erlang_b(5, 0) == 0);
}

TEST_CASE("Erlang A is the balance of flows, state by state") {
  for (const Pool& pool : {Pool{8, 1, 0.5}, Pool{30, 0.2, 2}, Pool{5, 1, 1}})
    for (const std::uint32_t servers : {1U, 5U, 7U, 12U}) {
      const std::vector<double> chances = balance(servers, pool);
      double waits = 0;
      double queue = 0;
      for (std::uint32_t n = servers; n < chances.size(); ++n) {
        waits += chances[n];
        queue += (n - servers) * chances[n];
      }
      const ErlangA exact(servers, pool);
      CAPTURE(servers);
      CHECK(exact.waits() == Approx(waits).epsilon(1e-12));
      CHECK(exact.queue() == Approx(queue).epsilon(1e-12));
      CHECK(exact.abandoned() == Approx(queue / pool.patience / pool.rate).epsilon(1e-12));
      // Who is not answered gives up; nobody is answered later than ever.
      CHECK(exact.answered_within(1e9) == Approx(1 - exact.abandoned()).epsilon(1e-12));
      CHECK(exact.answered_within(0) == Approx(1 - exact.waits()).epsilon(1e-12));
      CHECK(exact.waits_longer(0) == Approx(exact.waits()).epsilon(1e-12));
    }
}

TEST_CASE("with patience as long as work, the number present is Poisson whatever the servers") {
  // θ = μ: everybody leaves at the same rate, so n has mean a and the chance to wait is a Poisson tail.
  const double load = 6;
  double tail = 1;
  double term = std::exp(-load);
  for (int n = 0; n < 4; ++n) {
    tail -= term;
    term *= load / (n + 1);
  }
  CHECK(ErlangA(4, {6, 1, 1}).waits() == Approx(tail).epsilon(1e-12));
}

TEST_CASE("how long they wait integrates to the mean wait, and long patience is Erlang C") {
  const ErlangA exact(5, {6, 1, 2});
  double sum = 0;
  const double step = 0.001;
  for (double t = step / 2; t < 30; t += step) sum += step * exact.waits_longer(t);
  CHECK(sum == Approx(exact.mean_wait()).epsilon(1e-6));
  const ErlangA patient(5, {4, 1, 1e9});
  const ErlangA endless(5, {4, 1, INFINITY});
  CHECK(patient.waits() == Approx(endless.waits()).epsilon(1e-6));
  CHECK(patient.answered_within(0.5) == Approx(endless.answered_within(0.5)).epsilon(1e-6));
  CHECK(endless.answered_within(0.5) == Approx(1 - analysis::erlang_c(5, 4) * std::exp(-0.5)).epsilon(1e-12));
  CHECK(ErlangA(3, {4, 1, INFINITY}).answered_within(100) == 0);
}

TEST_CASE("nobody asks, or nobody is there") {
  CHECK(ErlangA(3, {0, 1, 1}).answered_within(0) == 1);
  CHECK(ErlangA(3, {0, 1, 1}).utilisation() == 0);
  const ErlangA nobody(0, {2, 1, 3});
  CHECK(nobody.waits() == Approx(1));
  CHECK(nobody.abandoned() == Approx(1));
  CHECK(nobody.answered_within(10) == 0);
  CHECK(nobody.mean_wait() == Approx(3));
  CHECK(nobody.utilisation() == 1);
}
