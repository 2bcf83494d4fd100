#include "app/output/months.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

using analysis::result::Month;
using analysis::result::MonthMeasure;

constexpr std::array shown{"leads", "deals", "revenue", "cost", "profit"};

const MonthMeasure* find(const Month& month, std::string_view name) {
  for (const MonthMeasure& measure : month.measures)
    if (measure.name == name) return &measure;
  return nullptr;
}

/// Decimals for a measure in all months alike.
int decimals_of(const analysis::result::SystemResult& system, std::string_view name) {
  double size = 0;
  for (const Month& month : system.months)
    if (const MonthMeasure* measure = find(month, name); measure != nullptr && analysis::known(measure->mean))
      size = std::max(size, std::fabs(measure->mean));
  return decimals_for(size);
}

}  // namespace

std::string month_tables(const analysis::result::Result& result, Language language) {
  std::string text;
  for (const auto& system : result.systems) {
    std::vector<std::vector<std::string>> rows{{std::string{words::month.in(language)}}};
    for (const char* name : shown) rows.front().push_back(measure_title(name, language));
    rows.front().push_back(say(language, words::interval, percent_text(result.confidence, language)));
    for (const Month& month : system.months) {
      std::vector<std::string> row{month.label};
      for (const char* name : shown) {
        const MonthMeasure* measure = find(month, name);
        const int decimals = decimals_of(system, name);
        const auto number = [&](double value) {
          return analysis::known(value) ? grouped(value, decimals, language) : std::string("–");
        };
        row.push_back(measure != nullptr ? number(measure->mean) : "–");
        if (name == shown.back())
          row.push_back(measure != nullptr ? number(measure->low) + " … " + number(measure->high) : "–");
      }
      rows.push_back(std::move(row));
    }
    if (!text.empty()) text += '\n';
    text += say(language, words::by_month, system.name) + "\n" + plain_table(rows);
  }
  return text;
}

}  // namespace app
