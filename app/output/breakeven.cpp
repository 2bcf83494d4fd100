#include "app/output/breakeven.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/messages/analysis.hpp"
#include "app/messages/map.hpp"
#include "app/messages/measures.hpp"
#include "app/output/csv.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::BreakevenPoint;
using analysis::Crossing;
using analysis::known;
using analysis::result::BreakevenResult;

bool has_value(const BreakevenPoint& point) {
  return std::any_of(point.means.begin(), point.means.end(), [](double mean) { return known(mean); });
}

/// Puts the text together.
class Text {
 public:
  Text(const BreakevenResult& result, double confidence, Language language)
      : result_(result), confidence_(confidence), language_(language) {}

  std::string text() const {
    const auto& [crossings, points] = result_.breakeven;
    std::string text = paragraph(say(language_, words::best_along, measure_title(result_.measure, language_),
                                     result_.factor.path, factor_range(result_.factor, language_)));
    text += paragraph(say(language_, words::breakeven_how, grouped(std::uint64_t{points.size()}, language_),
                          grouped(std::uint64_t{result_.replications}, language_),
                          say(language_, words::spent_replications, grouped(result_.spent, language_)))) +
            "\n";
    if (std::none_of(points.begin(), points.end(), has_value))
      return text + paragraph(std::string{words::no_values.in(language_)});
    if (crossings.empty()) text += paragraph(unchanged());
    for (const Crossing& crossing : crossings) text += paragraph(sentence(crossing));
    if (const double base = result_.factor.base;
        known(base) && base >= result_.factor.low && base <= result_.factor.high)
      text += paragraph(say(language_, words::base_is, value(base), name(best_at(base))));
    return text + "\n" + table() + "\n" + paragraph(std::string{words::between_scan.in(language_)});
  }

 private:
  const std::string& name(std::size_t system) const { return result_.systems[system]; }
  std::string value(double of) const { return factor_value(result_.factor, of, language_); }

  std::size_t best_at(double base) const {
    std::size_t best = result_.breakeven.points.front().best;
    for (const Crossing& crossing : result_.breakeven.crossings)
      if (base >= crossing.value) best = crossing.above;
    return best;
  }

  /// Who is the best everywhere, and where another one is nearest.
  std::string unchanged() const {
    const BreakevenPoint* where = nullptr;
    std::size_t rival = 0;
    double lead = HUGE_VAL;
    for (const BreakevenPoint& point : result_.breakeven.points)
      for (std::size_t s = 0; s < point.means.size(); ++s) {
        const double distance = std::fabs(point.means[s] - point.means[point.best]);
        if (s == point.best || !known(distance) || distance >= lead) continue;
        lead = distance;
        rival = s;
        where = &point;
      }
    const std::string& best = name(result_.breakeven.points.front().best);
    if (where == nullptr) return say(language_, words::no_rival, best);
    if (lead == 0) return say(language_, words::nothing_differs, best);
    const AmountScale scale(result_.unit, lead, language_);
    return say(language_, words::nothing_changes, best, scale.of_differences().amount(lead), name(rival),
               value(where->value));
  }

  std::string sentence(const Crossing& crossing) const {
    const auto& [low, high] = crossing.interval;
    const std::string at = value(rounded(crossing));
    const std::string& above = name(crossing.above);
    const std::string& below = name(crossing.below);
    if (!known(low) && !known(high)) return say(language_, words::takes_over_somewhere, at, above, below);
    const auto end = [&](double of) { return tidy(of, crossing); };
    std::string interval;
    if (!known(low))
      interval = say(language_, words::below_end, value(result_.factor.low), value(end(high)));
    else if (!known(high))
      interval = say(language_, words::above_end, value(end(low)), value(result_.factor.high));
    else
      interval = say(language_, words::between_ends, value(end(low)), value(end(high)));
    return say(language_, words::takes_over, at, above, below, percent_text(confidence_, language_), interval);
  }

  double rounded(const Crossing& crossing) const { return tidy(crossing.value, crossing); }

  /// With as many digits as the interval, or the range where there is none, leaves meaning.
  double tidy(double of, const Crossing& crossing) const {
    const auto& [low, high] = crossing.interval;
    const double range = result_.factor.high - result_.factor.low;
    const double width = known(low) && known(high) && high > low ? high - low : range;
    const double step = std::pow(10.0, std::floor(std::log10(width)) - 1);
    return std::round(of / step) * step;
  }

  /// Means at the values of the first scan: those found by halving lie close to others.
  std::string table() const {
    constexpr double apart = 0.04;
    const std::vector<BreakevenPoint>& points = result_.breakeven.points;
    double largest = 0;
    for (const BreakevenPoint& point : points)
      for (const double mean : point.means)
        if (known(mean)) largest = std::max(largest, std::fabs(mean));
    const AmountScale scale(result_.unit, largest, language_);
    std::vector<std::vector<std::string>> rows{{result_.factor.path}};
    for (const std::string& system : result_.systems) rows.front().push_back(system);
    rows.front().emplace_back(words::scan_best.in(language_));
    const double range = result_.factor.high - result_.factor.low;
    double shown = -HUGE_VAL;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const BreakevenPoint& point = points[i];
      const bool last = i + 1 == points.size();
      if (!last && (point.value - shown < apart * range || points.back().value - point.value < apart * range)) continue;
      shown = point.value;
      std::vector<std::string> row{value(point.value)};
      for (const double mean : point.means) row.push_back(scale.number(mean));
      row.push_back(has_value(point) ? name(point.best) : std::string{});
      rows.push_back(std::move(row));
    }
    return say(language_, words::means_in, scale.unit()) + "\n" + folded_table(rows);
  }

  const BreakevenResult& result_;
  double confidence_;
  Language language_;
};

}  // namespace

std::string breakeven_text(const BreakevenResult& result, double confidence, Language language) {
  return Text(result, confidence, language).text();
}

std::string breakeven_csv(const BreakevenResult& result) {
  std::string text = "path,value,low,high,unit,below,above\n";
  for (const Crossing& crossing : result.breakeven.crossings)
    text += csv_field(result.factor.path) +
            csv_numbers({crossing.value, crossing.interval.low, crossing.interval.high}) + "," +
            csv_field(result.factor.unit) + "," + csv_field(result.systems[crossing.below]) + "," +
            csv_field(result.systems[crossing.above]) + "\n";
  if (!result.breakeven.crossings.empty()) return text;
  for (const auto& point : result.breakeven.points)
    if (has_value(point)) {
      const std::string best = csv_field(result.systems[point.best]);
      return text + csv_field(result.factor.path) + ",,,," + csv_field(result.factor.unit) + "," + best + "," + best +
             "\n";
    }
  return text;
}

}  // namespace app
