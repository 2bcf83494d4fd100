#include "app/output/map.hpp"

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
#include "app/output/width.hpp"

namespace app {
namespace {

using analysis::MapCell;
using analysis::result::FactorResult;
using analysis::result::MapResult;

constexpr char open_sign = '.';
constexpr char unreached_sign = '?';
constexpr char same_sign = '=';
constexpr char empty_sign = ' ';
constexpr std::size_t alphabet = 26;

/// Letters of the departments; those after the 26th are told by small ones, then by digits.
char letter(std::size_t system) {
  if (system < alphabet) return static_cast<char>('A' + system);
  if (system < 2 * alphabet) return static_cast<char>('a' + system - alphabet);
  return static_cast<char>('0' + system % 10);
}

bool has_means(const MapCell& cell) {
  return std::any_of(cell.means.begin(), cell.means.end(), [](double mean) { return analysis::known(mean); });
}

/// What a cell shows.
char sign_of(const MapCell& cell) {
  if (!cell.simulated && !cell.resolved) return unreached_sign;
  if (!has_means(cell)) return empty_sign;
  if (cell.resolved) return letter(cell.best);
  // A resolved cell of one department against others without a value is resolved; equal means are the same runs.
  const bool same = cell.simulated && std::all_of(cell.means.begin(), cell.means.end(), [&](double mean) {
                      return !analysis::known(mean) || mean == cell.means[cell.best];
                    });
  return same ? same_sign : open_sign;
}

/// Where a value lies on an axis; nothing outside of it.
std::size_t place_on(const std::vector<double>& axis, double value) {
  if (!analysis::known(value) || value < axis.front() || value > axis.back()) return axis.size();
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < axis.size(); ++i)
    if (std::fabs(axis[i] - value) < std::fabs(axis[nearest] - value)) nearest = i;
  return nearest;
}

/// A value of an axis in four digits.
std::string tick(double value, const FactorResult& factor, Language language) {
  const double size = std::max(std::fabs(factor.low), std::fabs(factor.high));
  std::string text = grouped(value, decimals_for(size), language);
  // 35.0 is 35 wherever it stands.
  const std::size_t point = text.find(language == Language::ru ? ',' : '.');
  if (point == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.size() == point + 1) text.pop_back();
  return text;
}

/// Puts the text together.
class Text {
 public:
  Text(const MapResult& result, Language language) : result_(result), map_(result.map), language_(language) {}

  std::string text() const {
    std::string text = paragraph(say(language_, words::who_is_best, measure_title(result_.measure, language_)));
    std::uint32_t most = 0;
    for (const MapCell& cell : map_.cells) most = std::max(most, cell.replications);
    const bool reached = std::none_of(map_.cells.begin(), map_.cells.end(),
                                      [](const MapCell& cell) { return sign_of(cell) == unreached_sign; });
    text += paragraph(say(language_, reached ? words::map_how : words::map_how_in_part, count(map_.x.size()),
                          count(map_.y.size()), count(map_.simulated), count(most),
                          say(language_, words::spent_replications, grouped(map_.spent, language_))));
    text += "\n" + picture() + "\n" + legend() + "\n";
    if (place_on(map_.x, result_.x.base) < map_.x.size() && place_on(map_.y, result_.y.base) < map_.y.size())
      text +=
          paragraph(say(language_, words::stands_at, result_.x.path, factor_value(result_.x, result_.x.base, language_),
                        result_.y.path, factor_value(result_.y, result_.y.base, language_)));
    text += paragraph(say(language_, words::cell_holds, percent_text(result_.confidence, language_)));
    if (map_.exhausted) text += paragraph(std::string{words::map_exhausted.in(language_)});
    return text;
  }

 private:
  std::string count(std::size_t number) const { return grouped(std::uint64_t{number}, language_); }

  std::string axis(const FactorResult& factor, const Phrase& with_unit, const Phrase& plain) const {
    return "  " +
           (factor.unit.empty() ? say(language_, plain, factor.path)
                                : say(language_, with_unit, factor.path, factor.unit)) +
           "\n";
  }

  /// Rows from the largest value of y down, then the axis of x.
  std::string picture() const {
    const std::size_t columns = map_.x.size();
    const std::size_t base_column = place_on(map_.x, result_.x.base);
    const std::size_t base_row = place_on(map_.y, result_.y.base);
    std::vector<std::string> labels;
    std::size_t widest = 0;
    for (const double value : map_.y) labels.push_back(tick(value, result_.y, language_));
    for (const std::string& label : labels) widest = std::max(widest, display_width(label));
    const std::string margin(widest + 2, ' ');
    std::string text = axis(result_.y, words::upwards, words::upwards_plain);
    for (std::size_t row = map_.y.size(); row-- > 0;) {
      text += "  " + padded_left(labels[row], widest) + (row == base_row ? " +" : " │");
      std::string line;
      for (std::size_t column = 0; column < columns; ++column)
        line += std::string(" ") + sign_of(map_.cells[row * columns + column]);
      text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    text += margin + " └";
    for (std::size_t column = 0; column < columns; ++column) text += column == base_column ? "─+" : "──";
    return text + "\n" + ticks(margin + "  ") + axis(result_.x, words::across, words::across_plain);
  }

  /// Values under the axis of x, every fifth and the last, each under its column as far as there is room.
  std::string ticks(const std::string& margin) const {
    constexpr std::size_t apart = 5;
    std::string line = margin;
    const std::size_t begin = display_width(margin);
    const std::size_t last = map_.x.size() - 1;
    const auto label = [&](std::size_t column) { return tick(map_.x[column], result_.x, language_); };
    const auto put = [&](std::size_t column) { line = padded_right(line, begin + 2 * column + 1) + label(column); };
    const std::size_t end_begins = begin + 2 * last + 1;
    for (std::size_t column = 0; column < last; column += apart) {
      const std::size_t from = begin + 2 * column + 1;
      if (column > 0 && display_width(line) + 1 > from) continue;
      if (from + display_width(label(column)) + 1 > end_begins) continue;
      put(column);
    }
    put(last);
    return line + "\n";
  }

  /// What each sign means, and how much of the map has it.
  std::string legend() const {
    std::vector<double> best(result_.systems.size(), 0);
    std::vector<double> leads(result_.systems.size(), 0);
    double open = 0;
    double unreached = 0;
    bool same = false;
    bool empty = false;
    for (const MapCell& cell : map_.cells) {
      const char sign = sign_of(cell);
      if (sign == open_sign) {
        open += 1;
        if (has_means(cell)) leads[cell.best] += 1;
      }
      unreached += sign == unreached_sign ? 1 : 0;
      same = same || sign == same_sign;
      empty = empty || sign == empty_sign;
      if (cell.resolved && sign != empty_sign) best[cell.best] += 1;
    }
    const auto part = [&](double cells) {
      return grouped(100 * cells / static_cast<double>(map_.cells.size()), 0, language_);
    };
    std::string text;
    for (std::size_t s = 0; s < best.size(); ++s) {
      std::string line = say(language_, words::best_in_cells, result_.systems[s], part(best[s]));
      if (leads[s] > 0) line = say(language_, words::leads_in_cells, line, part(leads[s]));
      text += std::string("  ") + letter(s) + "  " + line + "\n";
    }
    if (open > 0) text += std::string("  ") + open_sign + "  " + say(language_, words::open_cells, part(open)) + "\n";
    if (unreached > 0)
      text +=
          std::string("  ") + unreached_sign + "  " + say(language_, words::unreached_cells, part(unreached)) + "\n";
    if (empty) text += "     " + std::string{words::empty_cells.in(language_)} + "\n";
    if (same) text += std::string("  ") + same_sign + "  " + std::string{words::same_cells.in(language_)} + "\n";
    return text;
  }

  const MapResult& result_;
  const analysis::WinnerMap& map_;
  Language language_;
};

}  // namespace

std::string map_text(const MapResult& result, Language language) { return Text(result, language).text(); }

std::string map_csv(const MapResult& result) {
  std::string text = "x,y,department,unit,mean,best,resolved,simulated,replications\n";
  const auto truth = [](bool value) { return std::string(value ? "true" : "false"); };
  const std::size_t columns = result.map.x.size();
  for (std::size_t c = 0; c < result.map.cells.size(); ++c) {
    const MapCell& cell = result.map.cells[c];
    const std::string place = csv_numbers({result.map.x[c % columns], result.map.y[c / columns]}).substr(1);
    for (std::size_t s = 0; s < result.systems.size(); ++s)
      text += place + "," + csv_field(result.systems[s]) + "," + csv_field(result.unit) +
              csv_numbers({s < cell.means.size() ? cell.means[s] : analysis::absent}) + "," +
              (has_means(cell) ? truth(cell.best == s) : "") + "," + truth(cell.resolved) + "," +
              truth(cell.simulated) + "," + std::to_string(cell.replications) + "\n";
  }
  return text;
}

}  // namespace app
