#include "app/output/csv.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/series.hpp"
#include "app/output/answers.hpp"

namespace app {
namespace {

std::string number(double value) { return std::isfinite(value) ? fmt::format("{}", value) : std::string{}; }

/// The unit of a measure of a month; months know only names.
const std::string& unit_of(const analysis::result::SystemResult& system, const std::string& measure) {
  static const std::string none;
  for (const auto& known : system.measures)
    if (known.name == measure) return known.unit;
  return none;
}

/// What is known of departments among each other: figures `measure.figure`, in the columns of measures.
void add_comparison(const analysis::result::MeasureComparison& comparison, std::string& text) {
  const auto line = [&](const std::string& system, const char* figure, const std::string& unit, double mean,
                        const analysis::Interval& interval = {}, double sd = analysis::absent) {
    text += csv_field(system) + ",," + csv_field(comparison.measure + "." + figure) + "," + csv_field(unit) +
            csv_numbers({mean, interval.low, interval.high, sd, analysis::absent, analysis::absent, analysis::absent}) +
            "\n";
  };
  for (const auto& [system, difference, controlled] : comparison.differences) {
    line(system, "difference", comparison.unit, difference.mean, {difference.low, difference.high}, difference.sd);
    line(system, "p_adjusted", "share", difference.adjusted);
    line(system, "correlation", "", difference.correlation);
    line(system, "variance_ratio", "", difference.variance_ratio);
  }
  for (const auto& [system, best] : comparison.best)
    line(system, "best_run", "share", best.share, {best.low, best.high});
  for (const auto& one : comparison.standings.systems) {
    line(one.system, "against_best", comparison.unit, one.against_best.advantage,
         {one.against_best.low, one.against_best.high});
    line(one.system, "best_mean", "share", one.chance.share);
    line(one.system, "regret", comparison.unit, one.chance.regret);
    line(one.system, "worst", comparison.unit, one.risk.at_risk, one.risk.at_risk_interval);
    line(one.system, "mean_of_worst", comparison.unit, one.risk.expected, one.risk.expected_interval);
    line(one.system, "loss", "share", one.risk.loss.share, one.risk.loss.interval);
    if (one.risk.miss) line(one.system, "miss", "share", one.risk.miss->share, one.risk.miss->interval);
  }
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string field = "\"";
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + '"';
}

std::string csv_numbers(std::initializer_list<double> values) {
  std::string text;
  for (const double value : values) text += "," + number(value);
  return text;
}

std::string csv_of(const analysis::result::Result& result) {
  if (std::string answer = answer_csv(result); !answer.empty()) return answer;
  constexpr double absent = analysis::absent;
  std::string text = "department,month,measure,unit,mean,low,high,sd,p05,p50,p95\n";
  for (const auto& system : result.systems) {
    const std::string department = csv_field(system.name);
    for (const auto& measure : system.measures) {
      const analysis::Estimate& e = measure.estimate;
      text += department + ",," + csv_field(measure.name) + "," + csv_field(measure.unit) +
              csv_numbers({e.mean, e.low, e.high, e.sd, e.p05, e.p50, e.p95}) + "\n";
    }
    for (const auto& month : system.months)
      for (const auto& m : month.measures)
        text += department + "," + csv_field(month.label) + "," + csv_field(m.name) + "," +
                csv_field(unit_of(system, m.name)) +
                csv_numbers({m.mean, m.low, m.high, absent, m.p05, absent, m.p95}) + "\n";
  }
  if (result.comparison) add_comparison(*result.comparison, text);
  for (const auto& further : result.further) add_comparison(further, text);
  return text;
}

void write_rows(const sim::Replications& replications, const std::vector<std::string>& names, std::uint32_t count,
                Output& output) {
  output.write("department,replication,measure,unit,value\n");
  struct Column {
    std::string before;  ///< what stands in front of the replication
    std::string middle;  ///< and behind it
    analysis::Series series;
  };
  std::vector<Column> columns;
  for (std::size_t s = 0; s < names.size(); ++s) {
    const sim::Catalogue& catalogue = replications.systems()[s]->catalogue();
    for (const sim::Measure& measure : catalogue.measures)
      columns.push_back({csv_field(names[s]) + ",", "," + csv_field(measure.name) + "," + csv_field(measure.unit) + ",",
                         analysis::Series(catalogue, measure, replications.of(s))});
  }
  for (std::uint32_t r = 0; r < count; ++r)
    for (const Column& column : columns)
      output.write(column.before + fmt::format("{}", r) + column.middle + number(column.series.value(r)) + "\n");
}

}  // namespace app
