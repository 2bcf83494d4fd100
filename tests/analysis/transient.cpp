#include "analysis/queues/transient.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using analysis::ErlangA;
using analysis::Flow;
using analysis::Pool;
using analysis::Stretch;
using doctest::Approx;

TEST_CASE("after a long time the exact course is Erlang A") {
  const Pool pool{0, 1, 2};
  const std::vector<Stretch> year{{60, 6, 5}, {40, 6, 5}};
  const Flow flow = analysis::flow_of(pool, year, 0.3).back();
  const ErlangA still(5, {6, 1, 2});
  CHECK(flow.asked == Approx(240));
  CHECK(flow.waited / flow.asked == Approx(still.waits()).epsilon(1e-9));
  CHECK(flow.answered / flow.asked == Approx(still.answered_within(0.3)).epsilon(1e-9));
  CHECK(flow.abandoned / flow.asked == Approx(still.abandoned()).epsilon(1e-9));
  CHECK(flow.queue / 40 == Approx(still.queue()).epsilon(1e-9));
  CHECK(flow.busy / 40 / 5 == Approx(still.utilisation()).epsilon(1e-9));
}

TEST_CASE("with enough servers the number present is Poisson at every moment") {
  // M(t)/M/∞ from nobody: m' = λ − m/w, so m(t) = λ w (1 − e^{−t/w}), then it drains.
  const Pool pool{0, 2, 5};
  const std::vector<Stretch> day{{3, 4, 60}, {1, 0, 60}};
  const std::vector<Flow> flows = analysis::flow_of(pool, day, 1);
  const double first = 8 * (1 - std::exp(-1.5));
  CHECK(flows[0].present == Approx(first).epsilon(1e-10));
  CHECK(flows[1].present == Approx(first * std::exp(-0.5)).epsilon(1e-10));
  CHECK(flows[0].waited == Approx(0).epsilon(1e-10));
  CHECK(flows[0].answered == Approx(12).epsilon(1e-10));
  CHECK(flows[1].answered == 0);
  // Customers × time: who came is still there or has left.
  CHECK(flows[0].asked == Approx(flows[0].busy / 2 + flows[0].present).epsilon(1e-10));
}

TEST_CASE("nobody is lost from sight: asked = served + gave up + present") {
  const Pool pool{0, 0.5, 1.5};
  const std::vector<Stretch> year{{4, 10, 3}, {0, 7, 1}, {4, 25, 8}, {2, 3, 0}, {6, 12, 9}};
  double in = 0;
  double out = 0;
  for (const Flow& flow : analysis::flow_of(pool, year, 0.1)) {
    in += flow.asked;
    out += flow.busy / pool.work + flow.abandoned;
    CHECK(in - out == Approx(flow.present).epsilon(1e-9));
    CHECK(flow.answered <= flow.asked * (1 + 1e-12));
  }
}

TEST_CASE("the Gaussian closure is exact where patience equals work, and near where it does not") {
  const std::vector<Stretch> season{{10, 20, 22}, {5, 40, 25}, {10, 15, 22}};
  const Pool even{0, 1, 1};
  const std::vector<Flow> exact_even = analysis::flow_of(even, season, 0.1);
  const std::vector<Flow> near_even = analysis::approximate_flow_of(even, season);
  const Pool uneven{0, 1, 3};
  const std::vector<Flow> exact = analysis::flow_of(uneven, season, 0.1);
  const std::vector<Flow> near = analysis::approximate_flow_of(uneven, season);
  for (std::size_t i = 0; i < season.size(); ++i) {
    CHECK(near_even[i].present == Approx(exact_even[i].present).epsilon(1e-6));
    CHECK(near[i].present == Approx(exact[i].present).epsilon(0.02));
    CHECK(near[i].busy == Approx(exact[i].busy).epsilon(0.01));
    CHECK(near[i].abandoned == Approx(exact[i].abandoned).epsilon(0.12));
  }
}

TEST_CASE("no time, no course") {
  CHECK(analysis::flow_of({0, 1, 1}, {}, 1).empty());
  CHECK(analysis::approximate_flow_of({0, 1, 1}, {}).empty());
  const std::vector<Stretch> nothing{{0, 5, 2}};
  CHECK(analysis::flow_of({0, 1, 1}, nothing, 1)[0].asked == 0);
  CHECK(analysis::approximate_flow_of({0, 1, 1}, nothing)[0].present == 0);
}
