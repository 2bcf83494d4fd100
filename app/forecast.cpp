#include "app/forecast.hpp"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "app/messages/run.hpp"
#include "app/output/number.hpp"
#include "models/department_system.hpp"

namespace app {
namespace {

constexpr double step = 4;              ///< from one length of the pilot to the next
constexpr std::uint32_t most_runs = 5;  ///< replications of a pilot of the whole time
constexpr double longest_pilot = 1;     ///< after which no further replication begins [s]

/// Memory in use by this program [bytes]; its differences tell what a part of it takes.
double memory_in_use() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

/// A part of a span of time, at least a day; the whole of it for 1.
models::Span part_of(const models::Span& span, double share) {
  const double length = static_cast<double>(span.months * sim::mean_month + span.length);
  if (share >= 1 || length <= 0) return span;
  return {0, std::max(sim::day, static_cast<sim::Time>(length * share))};
}

double length_of(const models::DepartmentPlan& plan) { return static_cast<double>(plan.horizon - plan.begin); }

/// A pilot of one length.
class Pilot {
 public:
  Pilot(models::Scenario scenario, std::size_t department, std::uint64_t seed, double share)
      : scenario_(shortened(std::move(scenario), share)),
        before_(memory_in_use()),
        system_(scenario_, department, seed) {
    const sim::Catalogue& catalogue = system_.catalogue();
    events_slot_ = catalogue.measures[catalogue.find("events")].numerator;
    with_system_ = memory_in_use();
    worker_ = system_.worker();
  }

  /// Runs the next replication; gives its events.
  double run() {
    const auto begin = std::chrono::steady_clock::now();
    const sim::Observation row = worker_->observe(runs_++);
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double events = row.totals[events_slot_];
    events_ += events;
    row_bytes_ = static_cast<double>(sizeof row + sizeof(double) * (row.totals.size() + row.by_period.size()));
    for (const sim::Histogram::Compact& histogram : row.histograms) row_bytes_ += bytes_of(histogram);
    return events;
  }

  std::uint32_t runs() const { return runs_; }
  double seconds() const { return seconds_; }
  double length() const { return length_of(system_.plan()); }

  Forecast forecast() const {
    Forecast result;
    result.department = system_.plan().name;
    result.events = events_ / runs_;
    result.seconds = seconds_ / runs_;
    result.shared_bytes = std::max(0.0, with_system_ - before_);
    result.thread_bytes = std::max(0.0, memory_in_use() - with_system_);
    result.replication_bytes = row_bytes_;
    return result;
  }

 private:
  static models::Scenario shortened(models::Scenario scenario, double share) {
    scenario.warm_up = part_of(scenario.warm_up, share);
    scenario.horizon = part_of(scenario.horizon, share);
    return scenario;
  }

  static double bytes_of(const sim::Histogram::Compact& histogram) {
    return static_cast<double>(sizeof histogram + histogram.counts.size() * sizeof(histogram.counts[0]));
  }

  models::Scenario scenario_;
  double before_ = 0;  ///< memory before the system was made [bytes]
  models::DepartmentSystem system_;
  double with_system_ = 0;  ///< and after it [bytes]
  std::unique_ptr<sim::Worker> worker_;
  std::size_t events_slot_ = 0;
  std::uint32_t runs_ = 0;
  double events_ = 0;   ///< of all runs
  double seconds_ = 0;  ///< of all runs
  double row_bytes_ = 0;
};

/// The shortest part to begin with: a power of a quarter of the horizon, at least a day.
double shortest_share(const models::Scenario& scenario) {
  const models::Span& horizon = scenario.horizon;
  const double days =
      static_cast<double>(horizon.months * sim::mean_month + horizon.length) / static_cast<double>(sim::day);
  double share = 1;
  while (share * days > step) share /= step;
  return share;
}

/// With two digits, as what is expected is no more exact.
std::string about(double value, Language language) {
  if (!(value > 0)) return "0";
  const double unit = std::pow(10, std::floor(std::log10(value)) - 1);
  return grouped(std::round(value / unit) * unit, value < 10 ? value < 1 ? 3 : 1 : 0, language);
}

std::string megabytes(double bytes, Language language) { return about(bytes / 1e6, language); }

}  // namespace

Forecast forecast(const models::Scenario& scenario, std::size_t department, std::uint64_t seed, double budget) {
  for (double share = shortest_share(scenario);; share *= step) {
    Pilot pilot(scenario, department, seed, share);
    double spent = pilot.run();
    if (share >= 1) {
      while (pilot.runs() < most_runs && spent < budget && pilot.seconds() < longest_pilot) spent += pilot.run();
      return pilot.forecast();
    }
    if (spent * step <= budget && pilot.seconds() * step < longest_pilot) continue;
    Forecast result = pilot.forecast();
    const models::DepartmentPlan whole(scenario, department);
    result.share = pilot.length() / length_of(whole);
    for (double* figure : {&result.events, &result.seconds, &result.shared_bytes, &result.thread_bytes})
      *figure /= result.share;
    const double periods = static_cast<double>(whole.month_names.size());
    result.replication_bytes *= std::max(1.0, periods * result.share);
    return result;
  }
}

RunForecast run_of(const std::vector<Forecast>& forecasts, std::uint32_t replications, unsigned threads) {
  RunForecast run{replications, threads};
  for (const Forecast& one : forecasts) {
    run.seconds += one.seconds * replications / threads;
    run.bytes += one.shared_bytes + threads * one.thread_bytes + replications * one.replication_bytes;
  }
  return run;
}

std::string text_of(const std::vector<Forecast>& forecasts, const RunForecast& run, Language language) {
  std::string text;
  for (const Forecast& one : forecasts) {
    text += say(language, words::forecast, one.department, about(one.events, language),
                about(1000 * one.seconds, language), megabytes(one.thread_bytes, language));
    if (one.share < 1) text += say(language, words::forecast_part, about(100 * one.share, language));
    text += "\n";
  }
  return text +
         say(language, words::forecast_all, run.replications, run.threads, about(run.seconds, language),
             megabytes(run.bytes, language)) +
         "\n";
}

}  // namespace app
