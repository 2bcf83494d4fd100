#include "app/study_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <numeric>

#include "analysis/distribution.hpp"
#include "analysis/order_statistic.hpp"
#include "app/about.hpp"
#include "app/answer.hpp"
#include "app/messages/command_line.hpp"
#include "app/named_system.hpp"
#include "app/refused.hpp"
#include "app/store/study_store.hpp"
#include "app/study_runner.hpp"
#include "scenarios/format/nearest.hpp"
#include "scenarios/format/study.hpp"
#include "scenarios/format/variants.hpp"

namespace app {
namespace {

using analysis::absent;
using analysis::result::StudyResult;

constexpr std::size_t most_rows = 1000;  ///< of the table of points
constexpr std::size_t most_bins = 20;    ///< of a factor
constexpr std::size_t most_texts = 20;   ///< values of a factor that are no numbers

/// What is stored of a point: a value for each factor, and the departments' means.
struct Point {
  std::uint64_t number = 0;
  std::uint64_t replications = 0;
  std::vector<std::string> texts;
  std::vector<double> numbers;  ///< absent where a value is none
  std::vector<double> means;    ///< absent where there is none
  std::optional<std::uint64_t> best;
};

/// The number at the beginning of a value, and what stands behind it.
std::pair<double, std::string> split(const std::string& text) {
  double value = absent;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return {absent, ""};
  const std::string rest(end, text.data() + text.size());
  const std::size_t begin = std::min(rest.find_first_not_of(' '), rest.size());
  return {value, rest.substr(begin)};
}

class Summary {
 public:
  Summary(StudyStore& store, const std::string& measure, Language language) : store_(store), language_(language) {
    choose(measure);
    read_departments();
    read_factors();
    read_points();
  }

  StudyResult result() {
    StudyResult& study = study_;
    study.larger_is_better = larger_is_better(study.measure);
    study.points = store_.head().points;
    study.done = points_.size();
    study.table_of = points_.size();
    for (Point& point : points_) {
      study.replications += point.replications;
      point.best = best_of(point.means);
    }
    for (std::size_t d = 0; d < study.departments.size(); ++d) {
      const auto won = std::count_if(points_.begin(), points_.end(), [&](const Point& one) { return one.best == d; });
      study.best.emplace_back(
          study.departments[d],
          points_.empty() ? absent : static_cast<double>(won) / static_cast<double>(points_.size()));
    }
    spread();
    for (std::size_t f = 0; f < study.factors.size(); ++f) factor(f);
    const std::size_t rows = std::min(points_.size(), most_rows);
    for (std::size_t r = 0; r < rows; ++r) {
      const Point& point = points_[r * points_.size() / rows];
      study.table.push_back({point.number, point.texts, point.best, point.means, point.replications});
    }
    return std::move(study_);
  }

 private:
  void choose(const std::string& asked) {
    std::vector<std::string> names;
    Statement all = store_.database().prepare("SELECT name, unit FROM measure ORDER BY scenario, measure");
    std::map<std::string, std::string> units;
    while (all.row())
      if (units.emplace(all.text(0), all.text(1)).second) names.push_back(all.text(0));
    std::string name = asked;
    if (name.empty() && !names.empty()) name = units.contains("profit") ? "profit" : names.front();
    if (!units.contains(name)) throw Refused({say(language_, words::unknown_measure, name, scenarios::joined(names))});
    study_.measure = name;
    study_.unit = units[name];
  }

  void read_departments() {
    Statement all = store_.database().prepare("SELECT name, title FROM department ORDER BY scenario, department");
    while (all.row()) {
      if (!number_.emplace(all.text(0), study_.departments.size()).second) continue;
      study_.departments.push_back(all.text(0));
      if (!all.text(1).empty()) study_.titles.emplace_back(all.text(0), all.text(1));
    }
  }

  void read_factors() {
    if (store_.scenarios() > 1) study_.factors.emplace_back().path = "scenario";
    Statement all = store_.database().prepare("SELECT path FROM factor ORDER BY factor");
    while (all.row()) study_.factors.emplace_back().path = all.text(0);
  }

  void read_points() {
    Statement means = store_.database().prepare(
        "SELECT point, scenario, department, mean, replications FROM answer WHERE measure = ? ORDER BY point");
    means.bind(1, std::string_view{study_.measure});
    while (means.row()) {
      const auto number = static_cast<std::uint64_t>(means.whole(0));
      if (points_.empty() || points_.back().number != number) {
        Point& point = points_.emplace_back();
        point.number = number;
        point.texts.resize(study_.factors.size());
        point.numbers.resize(study_.factors.size(), absent);
        point.means.resize(study_.departments.size(), absent);
        if (store_.scenarios() > 1) point.texts.front() = means.text(1);
      }
      Point& point = points_.back();
      const auto department = number_.find(means.text(2));
      if (department == number_.end()) broken("department " + means.text(2));
      point.means[department->second] = means.number(3);
      point.replications = std::max(point.replications, static_cast<std::uint64_t>(means.whole(4)));
    }
    const std::size_t first = store_.scenarios() > 1 ? 1 : 0;
    Statement values = store_.database().prepare("SELECT point, factor, value, number FROM parameter ORDER BY point");
    std::size_t at = 0;
    while (values.row()) {
      const auto number = static_cast<std::uint64_t>(values.whole(0));
      while (at < points_.size() && points_[at].number < number) ++at;
      if (at == points_.size() || points_[at].number != number) continue;
      const std::size_t f = first + static_cast<std::size_t>(values.whole(1));
      if (values.whole(1) < 0 || f >= study_.factors.size()) broken("factor " + std::to_string(values.whole(1)));
      points_[at].texts[f] = values.text(2);
      points_[at].numbers[f] = values.number(3);
    }
  }

  /// Rows speak of something that is nowhere.
  [[noreturn]] void broken(const std::string& what) {
    throw StoreError(store_.database().path(), what, StoreError::Kind::broken);
  }

  std::optional<std::uint64_t> best_of(const std::vector<double>& means) const {
    std::optional<std::uint64_t> best;
    for (std::size_t d = 0; d < means.size(); ++d) {
      if (std::isnan(means[d])) continue;
      if (!best || (study_.larger_is_better ? means[d] > means[*best] : means[d] < means[*best])) best = d;
    }
    return best;
  }

  void spread() {
    std::vector<analysis::Sample> samples(study_.departments.size());
    for (std::size_t d = 0; d < samples.size(); ++d)
      for (const Point& point : points_) samples[d].above.push_back(point.means[d]);
    study_.spread.unit = study_.unit;
    const std::vector<analysis::Distribution> all = analysis::distributions(samples);
    for (std::size_t d = 0; d < samples.size(); ++d) {
      study_.spread.from = all[d].from;
      study_.spread.width = all[d].width;
      analysis::result::StudySpread one;
      one.department = study_.departments[d];
      one.counts = all[d].counts;
      std::vector<double> values = samples[d].above;
      std::erase_if(values, [](double value) { return std::isnan(value); });
      std::sort(values.begin(), values.end());
      if (!values.empty()) {
        one.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        one.p05 = analysis::order_quantile(values, 0.05);
        one.p50 = analysis::order_quantile(values, 0.5);
        one.p95 = analysis::order_quantile(values, 0.95);
      }
      study_.spread.departments.push_back(std::move(one));
    }
  }

  /// The unit of a factor's numbers: what stands behind all of them as they are written, if the numbers are the same.
  std::string unit_of(std::size_t f) const {
    std::string unit;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const auto [number, behind] = split(points_[i].texts[f]);
      const bool same = std::fabs(number - points_[i].numbers[f]) <= 1e-9 * std::fabs(number);
      if (!same || (i > 0 && behind != unit)) return "";
      unit = behind;
    }
    return unit;
  }

  void factor(std::size_t f) {
    const bool numbers = !points_.empty() && std::none_of(points_.begin(), points_.end(),
                                                          [&](const Point& one) { return std::isnan(one.numbers[f]); });
    if (numbers) {
      numeric(f);
    } else {
      textual(f);
    }
  }

  void numeric(std::size_t f) {
    analysis::result::StudyFactor& factor = study_.factors[f];
    factor.unit = unit_of(f);
    std::vector<double> values;
    for (const Point& point : points_) values.push_back(point.numbers[f]);
    std::sort(values.begin(), values.end());
    factor.low = values.front();
    factor.high = values.back();
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<std::pair<double, double>> ends;  // of bins
    if (values.size() <= most_bins) {
      for (const double value : values) ends.emplace_back(value, value);
    } else {
      const double width = (values.back() - values.front()) / most_bins;
      for (std::size_t b = 0; b < most_bins; ++b)
        ends.emplace_back(values.front() + static_cast<double>(b) * width,
                          values.front() + static_cast<double>(b + 1) * width);
    }
    std::vector<std::vector<const Point*>> members(ends.size());
    for (const Point& point : points_) {
      std::size_t b = 0;
      while (b + 1 < ends.size() && point.numbers[f] >= ends[b + 1].first) ++b;
      members[b].push_back(&point);
    }
    analysis::result::StudyWinners winners{f, {}};
    for (std::size_t b = 0; b < ends.size(); ++b) {
      if (members[b].empty()) continue;
      analysis::result::StudyBin bin = bin_of(members[b]);
      bin.from = ends[b].first;
      bin.to = ends[b].second;
      winners.bins.push_back(std::move(bin));
    }
    study_.winners.push_back(std::move(winners));
  }

  void textual(std::size_t f) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<const Point*>> members;
    for (const Point& point : points_) {
      const std::string& text = point.texts[f];
      if (!members.contains(text)) order.push_back(text);
      members[text].push_back(&point);
    }
    analysis::result::StudyWinners winners{f, {}};
    std::vector<const Point*> rest;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::vector<const Point*>& those = members[order[i]];
      if (i >= most_texts) {
        rest.insert(rest.end(), those.begin(), those.end());
        continue;
      }
      study_.factors[f].values.push_back(order[i]);
      winners.bins.push_back(bin_of(those));
      winners.bins.back().label = order[i];
    }
    if (!rest.empty()) {
      winners.bins.push_back(bin_of(rest));
      winners.bins.back().label = "";
    }
    study_.winners.push_back(std::move(winners));
  }

  analysis::result::StudyBin bin_of(const std::vector<const Point*>& members) const {
    const std::size_t departments = study_.departments.size();
    analysis::result::StudyBin bin;
    bin.points = members.size();
    bin.best.resize(departments);
    std::vector<double> sums(departments);
    std::vector<std::uint64_t> counts(departments);
    for (const Point* point : members) {
      if (point->best) ++bin.best[*point->best];
      for (std::size_t d = 0; d < departments; ++d) {
        if (std::isnan(point->means[d])) continue;
        sums[d] += point->means[d];
        ++counts[d];
      }
    }
    for (std::size_t d = 0; d < departments; ++d)
      bin.means.push_back(counts[d] == 0 ? absent : sums[d] / static_cast<double>(counts[d]));
    return bin;
  }

  StudyStore& store_;
  Language language_;
  StudyResult study_;
  std::map<std::string, std::size_t> number_;  ///< of departments
  std::vector<Point> points_;                  ///< those with a result
};

/// Files of a study whose assumptions are told: a folder may have thousands.
constexpr std::size_t most_files = 20;

/// What the scenarios rest on before the study varies them, at its factors what it goes through; the period of the
/// first, unless the study varies it.
void describe_files(StudyStore& store, analysis::result::Result& result) {
  if (store.scenarios() > most_files) return;
  std::vector<StoredScenario> files;
  std::vector<Source> sources;
  for (std::size_t s = 0; s < store.scenarios(); ++s) {
    StoredScenario file = store.scenario(s);
    if (file.hash.empty()) continue;
    sources.push_back({file.file, std::filesystem::path(file.file).stem().string(), variants_of(store, file).loaded()});
    files.push_back(std::move(file));
  }
  if (sources.empty()) return;
  std::vector<Case> cases;
  for (std::size_t s = 0; s < files.size(); ++s)
    for (const StoredDepartment& one : files[s].departments)
      cases.push_back({one.name, one.title, &sources[s].loaded.scenario, one.number, result.seed, s});
  describe_scenarios(sources, cases, result);
  const scenarios::Study study = study_of(store);
  for (auto factor = study.factors.rbegin(); factor != study.factors.rend(); ++factor) {
    if (factor->path == "start") result.first_day.clear();
    if (factor->path == "start" || factor->path == "horizon") result.last_day.clear();
    std::string values = factor->values.empty() ? scenarios::quantity_text(factor->low, factor->unit) + " … " +
                                                      scenarios::quantity_text(factor->high, factor->unit)
                                                : "";
    constexpr std::size_t most_values = 6;
    for (std::size_t v = 0; v < factor->values.size() && v <= most_values; ++v)
      values += (v == 0 ? "" : ", ") + (v == most_values ? "…" : factor->values[v]);
    std::erase_if(result.assumptions, [&](const auto& one) { return one.path == factor->path; });
    result.assumptions.insert(result.assumptions.begin(), {factor->path, values, "", "", "", "", "", true});
  }
}

/// Computes all of it again and makes its page anew, from the database alone.
std::string study_command(const std::string& database, const std::string& measure) {
  std::string text = "salesim verify " + shell_word(database) + '\n' + "salesim report " + shell_word(database);
  return measure.empty() ? text : text + " --measure " + shell_word(measure);
}

}  // namespace

analysis::result::Result study_document(const std::string& database, const std::string& measure, Language language) {
  StudyStore store(database, Database::Access::read);
  analysis::result::Result result;
  result.seed = static_cast<std::uint64_t>(store.database().whole("SELECT seed FROM run LIMIT 1").value_or(0));
  describe_files(store, result);
  result.version = store.head().version;
  result.scenario_title = store.head().title;
  result.scenario_hash = store.head().identity;
  result.command = study_command(database, measure);
  result.replications = store.head().replications;
  result.confidence = confidence_of_summaries;
  result.study = Summary(store, measure, language).result();
  return result;
}

}  // namespace app
