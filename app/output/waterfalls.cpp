#include "app/output/waterfalls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/output/csv.hpp"
#include "app/output/interval_table.hpp"
#include "app/output/number.hpp"
#include "app/output/roles.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::Step;
using analysis::result::WaterfallResult;

/// Decimals that show the parts of a unit.
int decimals_of(double grain) { return static_cast<int>(std::lround(std::log10(grain))); }

bool says_something(const Step& step) {
  return step.mean != 0 || (analysis::known(step.low) && (step.low != 0 || step.high != 0));
}

const Step* find(const WaterfallResult& waterfall, const std::string& measure) {
  for (const Step& step : waterfall.waterfall.steps)
    if (step.measure == measure) return &step;
  return nullptr;
}

/// Whether a step is about a role that nobody holds in either department.
bool is_of_nobody(const analysis::result::Result& result, const WaterfallResult& waterfall,
                  const std::string& measure) {
  const std::string_view role = role_of(measure);
  const auto holds = [&](const analysis::result::SystemResult& system) {
    const bool is_one = system.name == waterfall.from || system.name == waterfall.to;
    const bool has_role = std::any_of(system.measures.begin(), system.measures.end(),
                                      [&](const auto& known) { return known.name == measure; });
    return is_one && has_role && !is_unmanned(system, role);
  };
  return !role.empty() && std::none_of(result.systems.begin(), result.systems.end(), holds);
}

/// Measures of all steps that say something, each once: what only a later waterfall has stands before what follows it
/// there.
std::vector<std::string> steps_of(const std::vector<WaterfallResult>& waterfalls) {
  std::vector<std::string> names;
  for (const WaterfallResult& waterfall : waterfalls) {
    auto next = names.end();
    const std::vector<Step>& steps = waterfall.waterfall.steps;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      const auto known = std::find(names.begin(), names.end(), step->measure);
      if (known != names.end())
        next = known;
      else if (says_something(*step))
        next = names.insert(next, step->measure);
    }
  }
  return names;
}

class Column {
 public:
  Column(const analysis::result::Result& result, const WaterfallResult& from, const std::vector<std::string>& steps,
         Language language)
      : decimals_(decimals_of(from.waterfall.grain)), language_(language) {
    const analysis::Waterfall& waterfall = from.waterfall;
    column.heading = {say(language, words::from_to, from.from, from.to)};
    plain(waterfall.start);
    for (const std::string& measure : steps) add(is_of_nobody(result, from, measure) ? nullptr : find(from, measure));
    plain(waterfall.end);
    add(&waterfall.whole);
  }

  IntervalColumn column;

 private:
  void plain(double value) { column.cells.push_back({grouped(value, decimals_, language_), "", "", ""}); }

  void add(const Step* step) {
    if (step == nullptr) {
      column.cells.push_back({"–", "", "", ""});
      return;
    }
    IntervalCell cell;
    cell.mean = (step->mean > 0 ? "+" : "") + grouped(step->mean, decimals_, language_);
    if (analysis::known(step->low) && step->low != step->high) {
      const int decimals = decimals_for(std::max(std::fabs(step->low), std::fabs(step->high)));
      cell.low = grouped(step->low, decimals, language_);
      cell.high = grouped(step->high, decimals, language_);
      cell.mark = interval_mark(step->skewed, step->uncorrected);
    }
    column.cells.push_back(std::move(cell));
  }

  int decimals_;
  Language language_;
};

std::string number(double value) { return std::isfinite(value) ? fmt::format("{}", value) : std::string{}; }

}  // namespace

std::string waterfall_table(const analysis::result::Result& result, Shown shown, Language language) {
  if (result.waterfalls.empty()) return "";
  const std::vector<std::string> steps = steps_of(result.waterfalls);
  const WaterfallResult& first = result.waterfalls.front();
  const std::string total = measure_title(first.measure, language);
  RowGroup rows{say(language, words::waterfall, total, unit_title(first.unit, language)), {}};
  rows.labels.push_back(say(language, words::total_before, total));
  for (const std::string& measure : steps) rows.labels.push_back(measure_title(measure, language));
  rows.labels.push_back(say(language, words::total_after, total));
  rows.labels.emplace_back(words::difference.in(language));
  std::vector<IntervalColumn> columns;
  for (const WaterfallResult& waterfall : result.waterfalls)
    columns.push_back(Column(result, waterfall, steps, language).column);
  if (shown == Shown::means) return means_table({rows}, columns);
  return interval_table({rows}, columns, std::string{words::mean.in(language)},
                        say(language, words::interval, percent_text(result.confidence, language)));
}

std::string waterfall_csv(const analysis::result::Result& result) {
  std::string text = "from,to,step,sign,unit,mean,low,high\n";
  for (const WaterfallResult& waterfall : result.waterfalls) {
    const auto line = [&](const Step& step) {
      text += csv_field(waterfall.from) + "," + csv_field(waterfall.to) + "," + csv_field(step.measure) + "," +
              fmt::format("{}", step.sign) + "," + csv_field(waterfall.unit) + "," + number(step.mean) + "," +
              number(step.low) + "," + number(step.high) + "\n";
    };
    line(waterfall.waterfall.whole);
    for (const Step& step : waterfall.waterfall.steps) line(step);
  }
  return text;
}

}  // namespace app
