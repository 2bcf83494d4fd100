#include "tests/theory/chapter.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "analysis/estimate.hpp"
#include "analysis/moments.hpp"
#include "analysis/quantiles.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "sim/replications.hpp"
#include "tests/theory/chapters.hpp"

namespace theory {
namespace {

/// All departments of a file and their replications.
class Run {
 public:
  explicit Run(const Chapter& chapter) {
    const scenarios::Loaded loaded = scenarios::read_file(SALESIM_SOURCE_DIR "/" + chapter.file);
    std::vector<const sim::System*> systems;
    for (std::size_t d = 0; d < loaded.scenario.departments.size(); ++d) {
      names_.push_back(loaded.scenario.departments.items[d].first);
      systems_.push_back(std::make_unique<models::DepartmentSystem>(loaded.scenario, d, chapter.seed + fresh()));
      systems.push_back(systems_.back().get());
    }
    replications_ = std::make_unique<sim::Replications>(systems, std::thread::hardware_concurrency());
    replications_->run_to(chapter.replications);
  }
  analysis::Series series(const Promise& promise) const {
    for (std::size_t d = 0; d < names_.size(); ++d) {
      if (names_[d] != promise.department) continue;
      const sim::Catalogue& catalogue = systems_[d]->catalogue();
      return {catalogue, catalogue.measures.at(catalogue.find(promise.measure)), replications_->of(d)};
    }
    throw std::out_of_range("no department " + promise.department);
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::unique_ptr<models::DepartmentSystem>> systems_;
  std::unique_ptr<sim::Replications> replications_;
};

const Run& run(const Chapter& chapter) {
  static std::map<std::string, Run> runs;
  return runs.try_emplace(chapter.file, chapter).first->second;
}

/// Standard error of an estimate: that of the linearised values; of a quantile, the half-width of the interval that one
/// standard error to either side makes.
double error_of(const analysis::Series& series) {
  const double n = static_cast<double>(series.size());
  if (series.measure().estimator == sim::Estimator::quantile) {
    constexpr double one_error = 0.6826894921370859;  // P(|Z| <= 1)
    const analysis::Estimate estimate = analysis::estimate(series, one_error);
    return (estimate.high - estimate.low) / 2 / analysis::student_quantile((1 + one_error) / 2, n - 1);
  }
  analysis::Moments moments;
  for (const double value : analysis::linearise(series).values) moments.add(value);
  return moments.deviation() / std::sqrt(n);
}

}  // namespace

std::uint64_t fresh() {
  const char* number = std::getenv("SALESIM_FRESH");
  return number == nullptr ? 0 : 1'000'000 * std::stoull(number);
}

std::size_t promises() {
  std::size_t count = 0;
  for (const Chapter& chapter : chapters()) count += chapter.promises.size();
  return count;
}

double share_of_false_alarm() {
  static const double share = false_alarm / static_cast<double>(promises());
  return share;
}

Finding observe(const Chapter& chapter, const Promise& promise) {
  const double confidence = 1 - share_of_false_alarm();
  const analysis::Series series = run(chapter).series(promise);
  const analysis::Estimate estimate = analysis::estimate(series, confidence);
  Finding finding;
  finding.unit = series.measure().unit;
  finding.observed = estimate.mean;
  finding.error = error_of(series);
  // What every replication gives alike has no error: it is right or wrong.
  const double off = finding.observed - promise.expected;
  finding.z = off == 0 ? 0 : off / finding.error;
  finding.low = estimate.low;
  finding.high = estimate.high;
  finding.agrees = estimate.low <= promise.expected && promise.expected <= estimate.high;
  return finding;
}

std::string command(const Chapter& chapter, const Promise& promise) {
  return fmt::format("build/salesim run {} --department {} --replications {} --seed {}", chapter.file,
                     promise.department, chapter.replications, chapter.seed + fresh());
}

void check(const Chapter& chapter) {
  REQUIRE(!chapter.promises.empty());
  for (const Promise& promise : chapter.promises) {
    const Finding finding = observe(chapter, promise);
    const std::string report = fmt::format(
        "{}, {} of {}: expected {:.6g}, observed {:.6g}, standard error {:.2g} (z = {:.2f}), tolerated {:.6g} to "
        "{:.6g}\n{}",
        chapter.title, promise.measure, promise.department, promise.expected, finding.observed, finding.error,
        finding.z, finding.low, finding.high, command(chapter, promise));
    CHECK_MESSAGE(finding.agrees, report);
    CHECK_MESSAGE(finding.error <= 0.01 * std::fabs(promise.expected), report);
  }
}

}  // namespace theory
