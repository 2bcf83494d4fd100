#include "analysis/sample.hpp"

#include <doctest/doctest.h>

#include "analysis/best.hpp"
#include "analysis/chance_of_best.hpp"
#include "analysis/estimate.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("a panel keeps the replications in which every system has a value") {
  const Sample one{false, {1, 2, absent, 4, 9}, {}};
  const Sample other{false, {2, 4, 6, 8}, {}};
  const Panel panel = panel_of(std::vector<Sample>{one, other});
  CHECK(panel.rows == 3);
  CHECK(panel.dropped == 1);
  CHECK(panel.values[0] == std::vector<double>{1, 2, 4});
  CHECK(panel.values[1] == std::vector<double>{2, 4, 8});
  CHECK(panel.centers[0] == Approx(7.0 / 3));
  CHECK(panel.centers[1] == Approx(14.0 / 3));
}

TEST_CASE("a panel of ratios holds their linearised values about the ratio of means") {
  // y = 2.5, 5.5, 1.5, 6.5 over x = 1, 3, 1, 3: R = 2, x̄ = 2, z = ¼, −¼, −¼, ¼.
  const Sample ratio{true, {2.5, 5.5, 1.5, 6.5}, {1, 3, 1, 3}};
  const Panel panel = panel_of(std::vector<Sample>{ratio});
  CHECK(panel.centers[0] == 2);
  CHECK(panel.values[0] == std::vector<double>{2.25, 1.75, 1.75, 2.25});
}

TEST_CASE("whoever has no value at all hides nothing of the others") {
  const Panel panel = panel_of(std::vector<Sample>{{true, {0, 0}, {0, 0}}, {false, {1, 2}, {}}});
  CHECK(panel.rows == 2);
  CHECK(panel.dropped == 0);
  CHECK_FALSE(known(panel.centers[0]));
  CHECK(panel.values[0].empty());
  CHECK(panel.centers[1] == 1.5);
  CHECK(panel.values[1] == std::vector<double>{1, 2});
}

TEST_CASE("of a ratio that rests on one replication no error is told, and it takes no part in a comparison") {
  // 3 of 4 replications have no denominator: the ratio is 2.5 ÷ 1, and nothing says how it would vary.
  const Sample one{true, {0, 2.5, 0, 0}, {0, 1, 0, 0}};
  const Sample other{false, {1, 2, 3, 4}, {}};
  CHECK(linearise(one).center == 2.5);
  CHECK_FALSE(known(estimate(one, 0.95).low));
  CHECK(estimate(one, 0.95).mean == 2.5);
  const Panel panel = panel_of(std::vector<Sample>{one, other});
  CHECK_FALSE(known(panel.centers[0]));
  CHECK(panel.rows == 4);
  const ComparisonWithBest verdict = compare_with_best(panel, {});
  CHECK_FALSE(verdict.resolved);
  CHECK(verdict.best == 1);
  const std::vector<Sample> both{one, other};
  CHECK_FALSE(known(chance_of_best(both, true, {})[0].share));
}

TEST_CASE("without an estimate there are no rows") {
  const Panel panel = panel_of(std::vector<Sample>{{true, {0, 0}, {0, 0}}, {false, {absent, absent}, {}}});
  CHECK(panel.rows == 0);
  CHECK(panel.dropped == 2);
  CHECK_FALSE(known(panel.centers[0]));
  CHECK(panel_of(std::vector<Sample>{{false, {1, absent}, {}}, {false, {absent, 2}, {}}}).rows == 0);
  CHECK(panel_of(std::vector<Sample>{}).rows == 0);
}

TEST_CASE("a sample says of a series what the series says") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  const sim::Observations rows = samples::rows_of(std::vector<std::pair<double, double>>{{1, 2}, {3, 0}, {5, 4}});
  const Series series(catalogue, catalogue.measures[0], rows);
  const Sample sample = sample_of(series);
  CHECK(sample.value(0) == 0.5);
  CHECK_FALSE(known(sample.value(1)));
  CHECK(linearise(sample).values == linearise(series).values);
  const sim::Catalogue histograms = samples::catalogue_of(sim::Estimator::quantile, 0.5);
  const sim::Observations spans = samples::rows_of(std::vector<std::vector<double>>{{1}, {}});
  const Sample quantiles = sample_of(Series(histograms, histograms.measures[0], spans));
  CHECK(quantiles.value(0) == 1.03125);  // the middle of its bucket
  CHECK_FALSE(known(quantiles.value(1)));
}
