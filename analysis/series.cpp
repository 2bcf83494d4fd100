#include "analysis/series.hpp"

#include <fmt/format.h>

#include <cassert>

#include "analysis/sample.hpp"
#include "sim/problem.hpp"

namespace analysis {

Series::Series(const sim::Catalogue& catalogue, const sim::Measure& measure, std::span<const sim::Observation> rows,
               std::size_t period)
    : measure_(&measure),
      rows_(rows),
      period_(period),
      offset_(period == whole_run ? 0 : period * catalogue.periodic_slots) {
  assert(period == whole_run || (measure.monthly && measure.estimator != sim::Estimator::quantile));
}

double Series::value(std::size_t replication) const {
  switch (measure_->estimator) {
    case sim::Estimator::mean:
      return numerator(replication);
    case sim::Estimator::ratio: {
      const double below = denominator(replication);
      return below == 0 ? absent : numerator(replication) / below;
    }
    case sim::Estimator::quantile: {
      sim::PooledHistogram own;
      own.add(histogram(replication));
      return own.total() == 0 ? absent : own.quantile(measure_->probability) / measure_->histogram_unit;
    }
  }
  return absent;
}

Linearised linearise(const Series& series) { return linearise(sample_of(series)); }

std::vector<Series> series_of(const sim::Replications& replications, std::string_view name, std::uint32_t count) {
  sim::Problems problems;
  std::vector<Series> result;
  for (std::size_t s = 0; s < replications.systems().size(); ++s) {
    const sim::Catalogue& catalogue = replications.systems()[s]->catalogue();
    const std::size_t index = catalogue.find(name);
    if (index == catalogue.measures.size()) {
      sim::Problem& problem = problems.emplace_back();
      problem.code = "unknown_measure";
      problem.arguments = {std::string(name), fmt::format("{}", s)};
    } else {
      result.emplace_back(catalogue, catalogue.measures[index], std::span(replications.of(s)).first(count));
    }
  }
  if (!problems.empty()) throw sim::InputError(std::move(problems));
  return result;
}

}  // namespace analysis
