#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace app {

/// A mean and its interval, ready to be shown. Without an interval `low` is empty.
struct IntervalCell {
  std::string mean;
  std::string low;
  std::string high;
  std::string mark;  ///< of an interval that may cover less than it says
};

/// Something that has a mean in every row: its heading, a line or more, and its cells by row.
struct IntervalColumn {
  std::vector<std::string> heading;
  std::vector<IntervalCell> cells;
};

/// Rows under a title.
struct RowGroup {
  std::string title;  ///< none if empty
  std::vector<std::string> labels;
};

/// Columns of means and intervals side by side; those for which 100 columns of text are not enough follow in further
/// tables. `mean` and `interval` head the two parts of a column.
std::string interval_table(const std::vector<RowGroup>& groups, const std::vector<IntervalColumn>& columns,
                           const std::string& mean, const std::string& interval);

/// The means alone, under the first line of each heading, which is broken behind underscores and colons, too.
std::string means_table(const std::vector<RowGroup>& groups, const std::vector<IntervalColumn>& columns);

}  // namespace app
