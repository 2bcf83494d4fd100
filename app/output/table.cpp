#include "app/output/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

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
  std::string mark;  ///< of an interval that may cover less than it says
};

Cell cell_of(const ReportRow& row, const analysis::Estimate* estimate, Language language) {
  if (estimate == nullptr || !analysis::known(estimate->mean)) return {no_value, "", "", ""};
  const auto text = [&](double value) {
    return analysis::known(value) ? grouped(value * row.scale, row.decimals, language) : std::string{no_value};
  };
  const bool exact = estimate->low == estimate->mean && estimate->high == estimate->mean;
  const bool none = !analysis::known(estimate->low) && !analysis::known(estimate->high);
  if (exact && estimate->mean == 0) return {"0", "", "", ""};
  if (exact || none) return {text(estimate->mean), "", "", ""};
  return {text(estimate->mean), text(estimate->low), text(estimate->high),
          interval_mark(estimate->skewed, estimate->uncorrected)};
}

/// One department: its cells by row and the widths of its parts.
struct Column {
  std::vector<std::string> heading;
  std::vector<Cell> cells;
  std::size_t mean = 0;
  std::size_t low = 0;
  std::size_t high = 0;
  std::size_t mark = 0;

  std::size_t interval() const { return low + display_width(between) + high + mark; }
  std::size_t width() const { return mean + 2 + interval(); }
};

class EstimateTable {
 public:
  EstimateTable(const analysis::result::Result& result, const std::vector<ReportSection>& sections, Language language)
      : sections_(sections),
        language_(language),
        interval_(say(language, words::interval, percent_text(result.confidence, language))) {
    for (const ReportSection& section : sections)
      for (const ReportRow& row : section.rows) label_ = std::max(label_, indent + display_width(row.label));
    for (std::size_t s = 0; s < result.systems.size(); ++s) columns_.push_back(column_of(result.systems[s], s));
  }

  std::string text() const {
    std::string text;
    for (std::size_t first = 0; first < columns_.size();) {
      std::size_t width = label_;
      std::size_t last = first;
      while (last < columns_.size() && (last == first || width + gap + columns_[last].width() <= report_width))
        width += gap + columns_[last++].width();
      if (first > 0) text += '\n';
      text += block(std::span(columns_).subspan(first, last - first));
      first = last;
    }
    return text;
  }

 private:
  static constexpr std::size_t indent = 2;

  Column column_of(const analysis::result::SystemResult& system, std::size_t number) const {
    Column column;
    for (const ReportSection& section : sections_)
      for (const ReportRow& row : section.rows) column.cells.push_back(cell_of(row, row.estimates[number], language_));
    column.mean = display_width(words::mean.in(language_));
    for (const Cell& cell : column.cells) {
      column.mean = std::max(column.mean, display_width(cell.mean));
      column.low = std::max(column.low, display_width(cell.low));
      column.high = std::max(column.high, display_width(cell.high));
      column.mark = std::max(column.mark, display_width(cell.mark));
    }
    const std::size_t wanted = display_width(interval_);
    if (column.interval() - column.mark < wanted) column.low += wanted - column.interval() + column.mark;
    column.heading = wrap(system.name, column.width());
    if (!system.title.empty())
      for (const std::string& line : wrap(one_line(system.title), column.width())) column.heading.push_back(line);
    return column;
  }

  /// A line with the left part and what each column has in it.
  template <class Part>
  std::string line(const std::string& left, std::span<const Column> columns, const Part& part) const {
    std::string text = padded_right(left, label_);
    for (const Column& column : columns) text += std::string(gap, ' ') + padded_right(part(column), column.width());
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
  }

  std::string block(std::span<const Column> columns) const {
    std::size_t lines = 0;
    for (const Column& column : columns) lines = std::max(lines, column.heading.size());
    std::string text;
    for (std::size_t i = 0; i < lines; ++i)
      text += line("", columns,
                   [i](const Column& column) { return i < column.heading.size() ? column.heading[i] : std::string{}; });
    text += line("", columns, [this](const Column& column) {
      return padded_left(words::mean.in(language_), column.mean) + "  " +
             padded_left(interval_, column.interval() - column.mark);
    });
    text += line("", columns, [](const Column& column) {
      std::string rule;
      for (std::size_t i = 0; i < column.width(); ++i) rule += "─";
      return rule;
    });
    std::size_t number = 0;
    for (const ReportSection& section : sections_) {
      text += section.title + '\n';
      for (const ReportRow& row : section.rows) {
        text += line(std::string(indent, ' ') + row.label, columns, [number](const Column& column) {
          const Cell& cell = column.cells[number];
          const std::string mean = padded_left(cell.mean, column.mean);
          if (cell.low.empty()) return mean;
          return mean + "  " + padded_left(cell.low, column.low) + between + padded_left(cell.high, column.high) +
                 cell.mark;
        });
        ++number;
      }
    }
    return text;
  }

  const std::vector<ReportSection>& sections_;
  Language language_;
  std::string interval_;
  std::vector<Column> columns_;
  std::size_t label_ = 0;
};

}  // namespace

std::string estimate_table(const analysis::result::Result& result, const std::vector<ReportSection>& sections,
                           Language language) {
  return EstimateTable(result, sections, language).text();
}

std::string interval_mark(bool skewed, bool uncorrected) {
  if (!skewed) return "";
  return uncorrected ? uncorrected_mark : skewed_mark;
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
