#include "app/output/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/messages/report.hpp"
#include "app/output/number.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr const char* no_value = "–";
constexpr const char* between = " … ";
constexpr std::size_t gap = 3;  ///< between departments

struct Cell {
  std::string mean;
  std::string low;
  std::string high;
};

Cell cell_of(const ReportRow& row, const analysis::Estimate* estimate, Language language) {
  if (estimate == nullptr || !analysis::known(estimate->mean)) return {no_value, "", ""};
  const auto text = [&](double value) {
    return analysis::known(value) ? grouped(value * row.scale, row.decimals, language) : std::string{no_value};
  };
  if (!analysis::known(estimate->low) && !analysis::known(estimate->high)) return {text(estimate->mean), "", ""};
  return {text(estimate->mean), text(estimate->low), text(estimate->high)};
}

/// One department: its cells by row and the widths of its three columns.
struct Column {
  std::string name;
  std::string title;
  std::vector<Cell> cells;
  std::size_t mean = 0;
  std::size_t low = 0;
  std::size_t high = 0;
  std::vector<std::string> heading;

  std::size_t interval() const { return low + display_width(between) + high; }
  std::size_t width() const { return mean + 2 + interval(); }
};

Column column_of(const analysis::result::Result& result, const std::vector<ReportSection>& sections, std::size_t system,
                 Language language) {
  Column column;
  for (const ReportSection& section : sections)
    for (const ReportRow& row : section.rows) column.cells.push_back(cell_of(row, row.estimates[system], language));
  column.mean = display_width(words::mean.in(language));
  for (const Cell& cell : column.cells) {
    column.mean = std::max(column.mean, display_width(cell.mean));
    column.low = std::max(column.low, display_width(cell.low));
    column.high = std::max(column.high, display_width(cell.high));
  }
  const std::string interval = say(language, words::interval, percent_text(result.confidence, language));
  const std::size_t wanted = display_width(interval);
  if (column.interval() < wanted) column.low += wanted - column.interval();
  column.heading = wrap(result.systems[system].name, column.width());
  const std::string title = one_line(result.systems[system].title);
  if (!title.empty())
    for (const std::string& line : wrap(title, column.width())) column.heading.push_back(line);
  return column;
}

/// The columns from `first` to before `last` under each other's headings.
std::string block(const std::vector<ReportSection>& sections, const std::vector<Column>& columns, std::size_t first,
                  std::size_t last, std::size_t label, std::size_t unit, const std::string& interval,
                  Language language) {
  const std::size_t left = 2 + label + 1 + unit;
  std::string text;
  const auto finish = [&text] {
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
  };
  std::size_t lines = 0;
  for (std::size_t c = first; c < last; ++c) lines = std::max(lines, columns[c].heading.size());
  for (std::size_t i = 0; i < lines; ++i) {
    text += std::string(left, ' ');
    for (std::size_t c = first; c < last; ++c) {
      const Column& column = columns[c];
      text += std::string(gap, ' ');
      text += padded_right(i < column.heading.size() ? column.heading[i] : "", column.width());
    }
    finish();
  }
  text += std::string(left, ' ');
  for (std::size_t c = first; c < last; ++c)
    text += std::string(gap, ' ') + padded_left(words::mean.in(language), columns[c].mean) + "  " +
            padded_left(interval, columns[c].interval());
  finish();

  std::size_t row_number = 0;
  for (const ReportSection& section : sections) {
    text += section.title;
    finish();
    for (const ReportRow& row : section.rows) {
      text += "  " + padded_right(row.label, label) + " " + padded_right(row.unit, unit);
      for (std::size_t c = first; c < last; ++c) {
        const Column& column = columns[c];
        const Cell& cell = column.cells[row_number];
        text += std::string(gap, ' ') + padded_left(cell.mean, column.mean) + "  ";
        if (cell.low.empty())
          text += std::string(column.interval(), ' ');
        else
          text += padded_left(cell.low, column.low) + between + padded_left(cell.high, column.high);
      }
      finish();
      ++row_number;
    }
  }
  return text;
}

}  // namespace

std::string estimate_table(const analysis::result::Result& result, const std::vector<ReportSection>& sections,
                           Language language) {
  std::size_t label = 0;
  std::size_t unit = 0;
  for (const ReportSection& section : sections)
    for (const ReportRow& row : section.rows) {
      label = std::max(label, display_width(row.label));
      unit = std::max(unit, display_width(row.unit));
    }
  std::vector<Column> columns;
  for (std::size_t s = 0; s < result.systems.size(); ++s) columns.push_back(column_of(result, sections, s, language));
  const std::string interval = say(language, words::interval, percent_text(result.confidence, language));

  std::string text;
  for (std::size_t first = 0; first < columns.size();) {
    std::size_t width = 2 + label + 1 + unit;
    std::size_t last = first;
    while (last < columns.size() && (last == first || width + gap + columns[last].width() <= report_width))
      width += gap + columns[last++].width();
    if (first > 0) text += '\n';
    text += block(sections, columns, first, last, label, unit, interval, language);
    first = last;
  }
  return text;
}

std::string plain_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (widths.size() <= c) widths.push_back(0);
      widths[c] = std::max(widths[c], display_width(row[c]));
    }
  std::string text;
  for (const auto& row : rows) {
    std::string line = " ";
    for (std::size_t c = 0; c < row.size(); ++c)
      line += (c == 0 ? " " : "   ") + (c == 0 ? padded_right(row[c], widths[c]) : padded_left(row[c], widths[c]));
    while (line.ends_with(' ')) line.pop_back();
    text += line + '\n';
  }
  return text;
}

std::string percent_text(double share, int decimals, Language language) {
  return grouped(share * 100, decimals, language) + (language == Language::ru ? "\u00A0%" : " %");
}

std::string percent_text(double share, Language language) {
  const std::string places = fmt::format("{:.3f}", share * 100);
  const std::size_t last = places.find_last_not_of('0');
  return percent_text(share, static_cast<int>(last - places.find('.')), language);
}

}  // namespace app
