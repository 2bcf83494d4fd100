#include <algorithm>

#include "app/output/interval_table.hpp"
#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr std::size_t gap = 2;  ///< between columns
constexpr std::size_t indent = 2;
constexpr std::size_t most_heading = 11;  ///< columns of a heading that is broken

/// Parts of a name that may stand on lines of their own.
std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts{""};
  for (const char c : one_line(name)) {
    if (c != ' ') parts.back() += c;
    if (c == ' ' || c == '_' || c == ':') parts.emplace_back();
  }
  parts.erase(std::remove(parts.begin(), parts.end(), std::string{}), parts.end());
  return parts;
}

/// The parts put together to lines of about `most_heading` columns.
std::vector<std::string> heading_of(const std::string& name) {
  std::vector<std::string> lines;
  for (const std::string& part : parts_of(name)) {
    const bool joined = !lines.empty() && !part.empty() && (lines.back().ends_with('_') || lines.back().ends_with(':'));
    const std::string between = joined ? "" : " ";
    if (!lines.empty() && display_width(lines.back() + between + part) <= most_heading)
      lines.back() += between + part;
    else
      lines.push_back(part);
  }
  return lines;
}

struct Column {
  std::vector<std::string> heading;
  const std::vector<IntervalCell>* cells = nullptr;
  std::size_t width = 0;
};

}  // namespace

std::string means_table(const std::vector<RowGroup>& groups, const std::vector<IntervalColumn>& columns) {
  std::size_t label = 0;
  for (const RowGroup& group : groups)
    for (const std::string& text : group.labels) label = std::max(label, indent + display_width(text));
  std::vector<Column> laid;
  for (const IntervalColumn& from : columns) {
    Column column{heading_of(from.heading.front()), &from.cells, 0};
    for (const std::string& line : column.heading) column.width = std::max(column.width, display_width(line));
    for (const IntervalCell& cell : from.cells) column.width = std::max(column.width, display_width(cell.mean));
    laid.push_back(std::move(column));
  }
  std::string text;
  for (std::size_t first = 0; first < laid.size();) {
    std::size_t last = first;
    for (std::size_t width = label; last < laid.size(); ++last) {
      width += gap + laid[last].width;
      if (last > first && width > report_width) break;
    }
    if (first > 0) text += '\n';
    std::size_t lines = 0;
    for (std::size_t c = first; c < last; ++c) lines = std::max(lines, laid[c].heading.size());
    const auto line = [&](const std::string& left, const auto& part) {
      std::string made = padded_right(left, label);
      for (std::size_t c = first; c < last; ++c)
        made += std::string(gap, ' ') + padded_left(part(laid[c]), laid[c].width);
      made.erase(made.find_last_not_of(' ') + 1);
      text += made + '\n';
    };
    for (std::size_t i = 0; i < lines; ++i)
      line("", [&](const Column& column) {
        const std::size_t above = lines - column.heading.size();  // headings stand on the table
        return i < above ? std::string{} : column.heading[i - above];
      });
    std::size_t number = 0;
    for (const RowGroup& group : groups) {
      if (!group.title.empty()) text += group.title + '\n';
      for (const std::string& row : group.labels) {
        line(std::string(indent, ' ') + row, [&](const Column& column) { return (*column.cells)[number].mean; });
        ++number;
      }
    }
    first = last;
  }
  return text;
}

}  // namespace app
