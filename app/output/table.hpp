#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/sections.hpp"

namespace app {

inline constexpr std::size_t report_width = 100;

/// What stands in tables of departments.
enum class Shown : std::uint8_t {
  intervals,  ///< means with intervals; departments for which 100 columns are not enough follow in further tables
  means       ///< means alone
};

/// The estimates of all departments side by side.
std::string estimate_table(const analysis::result::Result& result, const std::vector<ReportSection>& sections,
                           Shown shown, Language language);

/// Behind an interval that may cover less than it says, because the values are skewed.
inline constexpr const char* skewed_mark = "*";
/// The same, where not even the correction was possible.
inline constexpr const char* uncorrected_mark = "!";
std::string interval_mark(bool skewed, bool uncorrected);

/// A table of plain texts: the first column to the left, the others to the right, two blanks before every line. The
/// first row is the heading.
std::string plain_table(const std::vector<std::vector<std::string>>& rows);

/// The same, but headings are broken into up to three lines, to be no wider than their columns need; columns without
/// any text are left out; those for which 100 columns of text are not enough follow in further tables behind the first
/// column, without the rows that have nothing there.
std::string folded_table(const std::vector<std::vector<std::string>>& rows);

/// `95 %`
std::string percent_text(double share, int decimals, Language language);
/// A share as people write it: with as many decimals as it needs, at most three.
std::string percent_text(double share, Language language);

}  // namespace app
