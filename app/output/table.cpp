#include "app/output/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/messages/report.hpp"
#include "app/output/interval_table.hpp"
#include "app/output/number.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr const char* no_value = "–";

IntervalCell cell_of(const ReportRow& row, const analysis::Estimate* estimate, std::size_t replications,
                     Language language) {
  if (row.shares && estimate != nullptr && replications > 0) {
    const auto whole = static_cast<double>(replications);
    const double share = (whole - static_cast<double>(estimate->empty)) / whole;
    return {grouped(share * row.scale, row.decimals, language), "", "", ""};
  }
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

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, display_width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

}  // namespace

std::string estimate_table(const analysis::result::Result& result, const std::vector<ReportSection>& sections,
                           Shown shown, Language language) {
  std::vector<RowGroup> groups;
  std::vector<IntervalColumn> columns(result.systems.size());
  for (const ReportSection& section : sections) {
    RowGroup& group = groups.emplace_back(RowGroup{section.title, {}});
    for (const ReportRow& row : section.rows) {
      group.labels.push_back(row.label);
      for (std::size_t s = 0; s < columns.size(); ++s)
        columns[s].cells.push_back(cell_of(row, row.estimates[s], result.replications, language));
    }
  }
  for (std::size_t s = 0; s < columns.size(); ++s) {
    columns[s].heading.push_back(result.systems[s].name);
    if (!result.systems[s].title.empty()) columns[s].heading.push_back(result.systems[s].title);
  }
  if (shown == Shown::intervals)
    return interval_table(groups, columns, std::string{words::mean.in(language)},
                          say(language, words::interval, percent_text(result.confidence, language)));
  std::string titles;
  std::size_t widest = 0;
  for (const auto& system : result.systems) widest = std::max(widest, display_width(system.name));
  for (const auto& system : result.systems) {
    if (system.title.empty()) continue;
    const std::vector<std::string> lines = wrap(one_line(system.title), report_width - widest - 4);
    for (std::size_t i = 0; i < lines.size(); ++i)
      titles += "  " + padded_right(i == 0 ? one_line(system.name) : "", widest) + "  " + lines[i] + "\n";
  }
  return (titles.empty() ? "" : titles + "\n") + means_table(groups, columns);
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

std::string folded_table(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t gap = 3;
  constexpr std::size_t most_lines = 3;
  struct Column {
    std::vector<std::string> heading;
    std::size_t number = 0;
    std::size_t width = 0;
  };
  std::size_t first = 0;
  for (const auto& row : rows) first = std::max(first, 2 + display_width(row.front()));
  std::vector<Column> columns;
  for (std::size_t c = 1; c < rows.front().size(); ++c) {
    Column column{{}, c, 0};
    for (std::size_t r = 1; r < rows.size(); ++r) column.width = std::max(column.width, display_width(rows[r][c]));
    if (column.width == 0) continue;
    const std::string& heading = rows.front()[c];
    column.width = std::max(column.width, longest_word(heading));
    while (wrap(heading, column.width).size() > most_lines) ++column.width;
    column.heading = wrap(heading, column.width);
    columns.push_back(std::move(column));
  }
  std::string text;
  for (std::size_t begin = 0; begin < columns.size();) {
    std::size_t end = begin;
    for (std::size_t width = first; end < columns.size(); ++end) {
      width += gap + columns[end].width;
      if (end > begin && width > report_width) break;
    }
    if (begin > 0) text += '\n';
    std::size_t lines = 0;
    for (std::size_t c = begin; c < end; ++c) lines = std::max(lines, columns[c].heading.size());
    const auto line = [&](const std::string& left, const auto& part) {
      std::string made = padded_right(left, first);
      for (std::size_t c = begin; c < end; ++c)
        made += std::string(gap, ' ') + padded_left(part(columns[c]), columns[c].width);
      made.erase(made.find_last_not_of(' ') + 1);
      text += made + '\n';
    };
    for (std::size_t i = 0; i < lines; ++i)
      line("", [&](const Column& column) {
        const std::size_t above = lines - column.heading.size();  // headings stand on the table
        return i < above ? std::string{} : column.heading[i - above];
      });
    for (std::size_t r = 1; r < rows.size(); ++r) {
      bool says = false;
      for (std::size_t c = begin; c < end; ++c) says = says || !rows[r][columns[c].number].empty();
      if (says) line("  " + rows[r].front(), [&](const Column& column) { return rows[r][column.number]; });
    }
    begin = end;
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
