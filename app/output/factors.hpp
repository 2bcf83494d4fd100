#pragma once

#include <string>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

/// What texts of answers that vary assumptions share.
namespace app {

/// Amounts of a measure in one scale and with as many decimals as the largest of them needs.
class AmountScale {
 public:
  /// `largest` is the size of the largest amount; large ones are told in thousands or millions of the unit.
  AmountScale(const std::string& unit, double largest, Language language);

  /// The same in the unit itself, however large they are.
  static AmountScale unscaled(const std::string& unit, double largest, Language language);

  /// The same where differences are told: those of shares are in percentage points.
  AmountScale of_differences() const;

  /// The number alone; a dash if it is not known.
  std::string number(double value) const;
  /// The same with a sign, too, where it is positive.
  std::string change(double value) const;
  /// With the unit.
  std::string amount(double value) const;
  /// `±` and the larger distance of the ends; empty if the interval is not known.
  std::string margin(double value, const analysis::Interval& interval) const;
  /// A change with its margin.
  std::string with_margin(double value, const analysis::Interval& interval) const;
  /// Of the last digit shown, in the measure's unit.
  double step() const;
  /// How the numbers are to be read, e.g. `k RUB`.
  const std::string& unit() const { return unit_; }
  /// The same where some numbers are differences.
  std::string unit_with_differences() const;

 private:
  AmountScale(const std::string& unit, double largest, Language language, bool scaled);

  Language language_;
  std::string unit_;
  bool share_ = false;
  double scale_ = 1;
  int decimals_ = 0;
};

/// A share in whole per cents with its interval, `71 % (67 … 75)`; a dash if it is not known. The ends are rounded away
/// from the share, so that none of a few is not told as surely none.
std::string share_with_interval(const analysis::Figure& share, Language language);

/// A factor's value with its unit, `35 %`.
std::string factor_value(const analysis::result::FactorResult& factor, double value, Language language);
/// Its range, `20 … 50 %`.
std::string factor_range(const analysis::result::FactorResult& factor, Language language);

/// A table whose first column is long. The first row is the heading. Where 100 columns are not enough the first column
/// stands on lines of its own.
std::string long_table(const std::vector<std::vector<std::string>>& rows);

/// Text in lines of 100 columns, with an end.
std::string paragraph(const std::string& text, std::size_t indent = 0);

}  // namespace app
