#include "app/output/interval_table.hpp"

#include <algorithm>
#include <span>

#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr const char* between = " … ";
constexpr std::size_t gap = 3;  ///< between columns
constexpr std::size_t indent = 2;

/// A column with the widths of its parts.
struct Laid {
  std::vector<std::string> heading;
  const std::vector<IntervalCell>* cells = nullptr;
  std::size_t mean = 0;
  std::size_t low = 0;
  std::size_t high = 0;
  std::size_t mark = 0;

  std::size_t interval() const { return low + display_width(between) + high + mark; }
  std::size_t width() const { return mean + 2 + interval(); }
};

class Table {
 public:
  Table(const std::vector<RowGroup>& groups, const std::vector<IntervalColumn>& columns, const std::string& mean,
        const std::string& interval)
      : groups_(groups), mean_(mean), interval_(interval) {
    for (const RowGroup& group : groups)
      for (const std::string& label : group.labels) label_ = std::max(label_, indent + display_width(label));
    for (const IntervalColumn& column : columns) columns_.push_back(laid(column));
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
  Laid laid(const IntervalColumn& from) const {
    Laid column;
    column.cells = &from.cells;
    column.mean = display_width(mean_);
    for (const IntervalCell& cell : from.cells) {
      column.mean = std::max(column.mean, display_width(cell.mean));
      column.low = std::max(column.low, display_width(cell.low));
      column.high = std::max(column.high, display_width(cell.high));
      column.mark = std::max(column.mark, display_width(cell.mark));
    }
    const std::size_t wanted = display_width(interval_);
    if (column.interval() - column.mark < wanted) column.low += wanted - column.interval() + column.mark;
    for (const std::string& heading : from.heading)
      for (const std::string& line : wrap(one_line(heading), column.width())) column.heading.push_back(line);
    return column;
  }

  /// A line with the left part and what each column has in it.
  template <class Part>
  std::string line(const std::string& left, std::span<const Laid> columns, const Part& part) const {
    std::string text = padded_right(left, label_);
    for (const Laid& column : columns) text += std::string(gap, ' ') + padded_right(part(column), column.width());
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
  }

  std::string block(std::span<const Laid> columns) const {
    std::size_t lines = 0;
    for (const Laid& column : columns) lines = std::max(lines, column.heading.size());
    std::string text;
    for (std::size_t i = 0; i < lines; ++i)
      text += line("", columns,
                   [i](const Laid& column) { return i < column.heading.size() ? column.heading[i] : std::string{}; });
    text += line("", columns, [this](const Laid& column) {
      return padded_left(mean_, column.mean) + "  " + padded_left(interval_, column.interval() - column.mark);
    });
    text += line("", columns, [](const Laid& column) {
      std::string rule;
      for (std::size_t i = 0; i < column.width(); ++i) rule += "─";
      return rule;
    });
    std::size_t number = 0;
    for (const RowGroup& group : groups_) {
      if (!group.title.empty()) text += group.title + '\n';
      for (const std::string& label : group.labels) {
        text += line(std::string(indent, ' ') + label, columns, [number](const Laid& column) {
          const IntervalCell& cell = (*column.cells)[number];
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

  const std::vector<RowGroup>& groups_;
  const std::string& mean_;
  const std::string& interval_;
  std::vector<Laid> columns_;
  std::size_t label_ = 0;
};

}  // namespace

std::string interval_table(const std::vector<RowGroup>& groups, const std::vector<IntervalColumn>& columns,
                           const std::string& mean, const std::string& interval) {
  return Table(groups, columns, mean, interval).text();
}

}  // namespace app
