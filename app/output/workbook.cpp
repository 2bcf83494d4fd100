#include "app/output/workbook.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "app/messages/measures.hpp"
#include "app/messages/notes.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/workbook.hpp"
#include "app/output/losses.hpp"
#include "scenarios/format/variants.hpp"

namespace app {
namespace {

using analysis::result::MeasureResult;
using analysis::result::Result;
using analysis::result::SystemResult;

constexpr std::size_t longest_text = 8000;  // in bytes; a cell holds 32,767 characters, a screen far fewer
constexpr double narrow = 14;
constexpr double wide = 40;
constexpr std::time_t created = 946684800;  // the first second of 2000: the time of day must not change the bytes

/// A file that is gone when this is.
class Temporary {
 public:
  Temporary() : path_((std::filesystem::temp_directory_path() / "salesim_XXXXXX").string()) {
    const int file = mkstemp(path_.data());
    if (file < 0) throw std::runtime_error(path_);
    close(file);
  }
  ~Temporary() { unlink(path_.c_str()); }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  const std::string& path() const { return path_; }
  std::string content() const {
    std::ifstream stream(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

 private:
  std::string path_;
};

/// At most so many bytes, cut between two characters.
std::string shortened(const std::string& text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

class Book {
 public:
  Book(const Result& result, Language language, const std::string& path)
      : result_(result), language_(language), book_(workbook_new(path.c_str())) {
    heading_ = format("");
    format_set_bold(heading_);
    format_set_text_wrap(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    whole_ = format("#,##0");
    broken_ = format("#,##0.00");
    share_ = format("0.0%");
    exact_ = format("#,##0.0#####");
    exact_share_ = format("0.0#####%");
    text_ = format("@");
    lxw_doc_properties properties{};
    properties.created = created;
    workbook_set_properties(book_, &properties);
  }

  void write() {
    summary();
    measures();
    months();
    losses();
    assumptions();
    about();
    if (const lxw_error error = workbook_close(book_); error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
  }

 private:
  lxw_format* format(const char* number) {
    lxw_format* const made = workbook_add_format(book_);
    if (*number != '\0') format_set_num_format(made, number);
    return made;
  }

  std::string in(const Phrase& phrase) const { return std::string{phrase.in(language_)}; }

  lxw_worksheet* sheet(const Phrase& name, const std::vector<std::string>& columns, lxw_col_t texts) {
    lxw_worksheet* const made = workbook_add_worksheet(book_, in(name).c_str());
    for (lxw_col_t c = 0; c < columns.size(); ++c) {
      worksheet_set_column(made, c, c, c < texts ? wide / 2 : narrow, nullptr);
      put(made, 0, c, columns[c], heading_);
    }
    worksheet_freeze_panes(made, 1, 1);
    return made;
  }

  void put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    worksheet_write_string(to, row, column, shortened(text).c_str(), format);
  }
  void put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const std::string& text) {
    put(to, row, column, text, text_);
  }
  /// A number as its unit is written; an unknown one leaves the cell empty.
  void put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, double value, const std::string& unit) {
    if (!std::isfinite(value)) return;
    const bool whole = unit == result_.currency || std::fabs(value) >= 1000;
    worksheet_write_number(to, row, column, value, unit == "share" ? share_ : whole ? whole_ : broken_);
  }

  static const MeasureResult* find(const SystemResult& system, std::string_view name) {
    for (const MeasureResult& measure : system.measures)
      if (measure.name == name) return &measure;
    return nullptr;
  }

  /// A quoted name of a sheet with a range, as charts take it.
  static std::string range(const std::string& sheet, lxw_col_t column, lxw_row_t last) {
    std::array<char, LXW_MAX_CELL_RANGE_LENGTH> text{};
    lxw_rowcol_to_range_abs(text.data(), 1, column, last, column);
    return "='" + sheet + "'!" + text.data();
  }

  /// Departments below each other: what they earn, with intervals and how single runs differ, and a chart of it.
  void summary() {
    const std::array<std::string_view, 4> shown{"profit", "revenue", "cost", "deals"};
    std::vector<std::string> columns{in(words::department_column), in(words::title_column)};
    for (const std::string_view name : shown)
      for (const Phrase& part : {words::mean_column, words::low_column, words::high_column, words::bad_column, words::good_column})
        columns.push_back(measure_title(name, language_) + unit_behind(name) + ": " + in(part));
    lxw_worksheet* const to = sheet(words::summary_sheet, columns, 2);
    lxw_row_t row = 0;
    for (const SystemResult& system : result_.systems) {
      put(to, ++row, 0, system.name);
      put(to, row, 1, system.title);
      lxw_col_t column = 2;
      for (const std::string_view name : shown) {
        const MeasureResult* const measure = find(system, name);
        const analysis::Estimate estimate = measure == nullptr ? analysis::Estimate{} : measure->estimate;
        for (const double value : {estimate.mean, estimate.low, estimate.high, estimate.p05, estimate.p95})
          put(to, row, column++, value, measure == nullptr ? "" : measure->unit);
      }
    }
    lxw_chart* const chart = workbook_add_chart(book_, LXW_CHART_COLUMN);
    add_series(chart, words::summary_sheet, measure_title("profit", language_), 2, row);
    name_axis(chart, "profit");
    worksheet_insert_chart(to, row + 2, 0, chart);
  }

  std::string unit_behind(std::string_view name) const {
    for (const SystemResult& system : result_.systems)
      if (const MeasureResult* const measure = find(system, name))
        return ", " + (measure->unit == "share" ? "%" : unit_title(measure->unit, language_));
    return "";
  }

  void add_series(lxw_chart* chart, const Phrase& sheet, const std::string& name, lxw_col_t column, lxw_row_t last) {
    lxw_chart_series* const series =
        chart_add_series(chart, range(in(sheet), 0, last).c_str(), range(in(sheet), column, last).c_str());
    chart_series_set_name(series, shortened(name).c_str());
  }

  void name_axis(lxw_chart* chart, std::string_view measure) {
    const std::string name = measure_title(measure, language_) + unit_behind(measure);
    chart_axis_set_name(chart->y_axis, name.c_str());
    chart_title_set_name(chart, name.c_str());
  }

  void measures() {
    lxw_worksheet* const to =
        sheet(words::measures_sheet,
              {in(words::department_column), in(words::measure_column), in(words::name_column), in(words::unit_column),
               in(words::mean_column), in(words::low_column), in(words::high_column), in(words::deviation_column),
               in(words::bad_column), in(words::median_column), in(words::good_column)},
              3);
    worksheet_set_column(to, 1, 1, wide, nullptr);
    lxw_row_t row = 0;
    for (const SystemResult& system : result_.systems)
      for (const MeasureResult& measure : system.measures) {
        put(to, ++row, 0, system.name);
        put(to, row, 1, measure_title(measure.name, language_));
        put(to, row, 2, measure.name);
        put(to, row, 3, measure.unit == "share" ? "%" : unit_title(measure.unit, language_));
        const analysis::Estimate& e = measure.estimate;
        lxw_col_t column = 4;
        for (const double value : {e.mean, e.low, e.high, e.sd, e.p05, e.p50, e.p95})
          put(to, row, column++, value, measure.unit);
      }
    worksheet_autofilter(to, 0, 0, std::max<lxw_row_t>(row, 1), 10);
  }

  /// A row for each month; of each measure the departments side by side. The charts show profit and deals.
  void months() {
    if (result_.systems.empty() || result_.systems.front().months.empty()) return;
    const std::array<std::string_view, 5> shown{"profit", "revenue", "cash", "leads", "deals"};
    std::vector<std::string> columns{in(words::month_column)};
    for (const std::string_view name : shown)
      for (const SystemResult& system : result_.systems)
        columns.push_back(measure_title(name, language_) + unit_behind(name) + ": " + system.name);
    lxw_worksheet* const to = sheet(words::months_sheet, columns, 0);
    const auto last = static_cast<lxw_row_t>(result_.systems.front().months.size());
    for (lxw_row_t m = 0; m < last; ++m) put(to, m + 1, 0, result_.systems.front().months[m].label);
    lxw_col_t column = 1;
    lxw_row_t below = last + 2;
    for (const std::string_view name : shown) {
      lxw_chart* const chart = name == "profit" || name == "deals" ? workbook_add_chart(book_, LXW_CHART_LINE) : nullptr;
      for (const SystemResult& system : result_.systems) {
        const MeasureResult* const whole = find(system, name);
        for (lxw_row_t m = 0; m < last && m < system.months.size(); ++m)
          for (const auto& measure : system.months[m].measures)
            if (measure.name == name) put(to, m + 1, column, measure.mean, whole == nullptr ? "" : whole->unit);
        if (chart != nullptr) add_series(chart, words::months_sheet, system.name, column, last);
        ++column;
      }
      if (chart == nullptr) continue;
      name_axis(chart, name);
      worksheet_insert_chart(to, below, 1, chart);
      below += 18;
    }
  }

  void losses() {
    lxw_worksheet* const to = sheet(words::losses_sheet,
                                    {in(words::department_column), in(words::measure_column), in(words::lost_column),
                                     in(words::margin_column) + ", " + result_.currency},
                                    2);
    worksheet_set_column(to, 1, 1, wide, nullptr);
    lxw_row_t row = 0;
    for (const SystemResult& system : result_.systems)
      for (const std::string_view who : who_is_lost)
        for (const Loss& loss : losses_of(system, who)) {
          if (loss.heads == nullptr) continue;
          put(to, ++row, 0, system.name);
          put(to, row, 1, measure_title(loss.heads->name, language_));
          put(to, row, 2, loss.heads->estimate.mean, loss.heads->unit);
          if (loss.margin != nullptr) put(to, row, 3, loss.margin->estimate.mean, loss.margin->unit);
        }
    worksheet_autofilter(to, 0, 0, std::max<lxw_row_t>(row, 1), 3);
  }

  std::string basis(const std::string& word) const {
    if (word == "measured") return in(words::measured);
    if (word == "guess") return in(words::guess);
    return word == "default" ? in(words::by_default) : "";
  }

  /// Whether a text is a number with a unit that is known, and no date or hours, which begin with a number, too.
  static bool is_quantity(const std::string& text) {
    const auto quantity = scenarios::quantity_of(text);
    if (!quantity) return false;
    const std::size_t begin = std::min(quantity->unit.find_first_not_of(' '), quantity->unit.size());
    const std::string unit = quantity->unit.substr(begin);
    const std::vector<std::string_view> known = named_units();
    return unit.empty() || unit == "%" || std::find(known.begin(), known.end(), unit) != known.end();
  }

  /// A figure as a number in the unit of the assumption's value, which stands in a column of its own; one that is no
  /// number, or in a unit that cannot be converted, as the text that it is.
  void figure(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const std::string& text,
              const analysis::result::AssumptionResult& assumption) {
    if (text == "true" || text == "false") return put(to, row, column, in(text == "true" ? words::yes : words::no));
    const auto range = scenarios::range_of(assumption.value, text, std::nullopt);
    if (!range || !is_quantity(assumption.value)) return put(to, row, column, text);
    const bool percent = range->unit == " %" || range->unit == "%";
    const bool share = percent || assumption.unit == "share";
    const double value = percent ? range->high / 100 : range->high;
    worksheet_write_number(to, row, column, value,
                           share                        ? exact_share_
                           : value == std::floor(value) ? whole_
                                                        : exact_);
  }

  void assumptions() {
    lxw_worksheet* const to =
        sheet(words::assumptions_sheet,
              {in(words::path_column), in(words::value_column), in(words::unit_column), in(words::believed_low_column),
               in(words::believed_high_column), in(words::basis_column), in(words::source_column)},
              0);
    worksheet_set_column(to, 0, 0, wide, nullptr);
    worksheet_set_column(to, 6, 6, 2 * wide, nullptr);
    lxw_row_t row = 0;
    for (const auto& one : result_.assumptions) {
      ++row;
      const std::string written = is_quantity(one.value) ? scenarios::quantity_of(one.value)->unit : "";
      const std::string unit = one.unit == "money"  ? result_.currency
                               : one.unit == "share" ? "%"
                                                     : unit_title(one.unit.empty() ? written : one.unit, language_);
      put(to, row, 0, one.path);
      figure(to, row, 1, one.value, one);
      put(to, row, 2, unit);
      figure(to, row, 3, one.low, one);
      figure(to, row, 4, one.high, one);
      put(to, row, 5, basis(one.basis));
      put(to, row, 6, one.source);
    }
    worksheet_autofilter(to, 0, 0, std::max<lxw_row_t>(row, 1), 6);
  }

  void about() {
    lxw_worksheet* const to = sheet(words::about_sheet, {in(words::name_column), in(words::value_column)}, 1);
    worksheet_set_column(to, 1, 1, 3 * wide, nullptr);
    lxw_row_t row = 0;
    const auto line = [&](const Phrase& name, const std::string& text) {
      put(to, ++row, 0, in(name));
      put(to, row, 1, text);
    };
    line(words::scenario_row, result_.scenario_title);
    line(words::period_row, result_.first_day + " – " + result_.last_day);
    line(words::command_row, result_.command);
    line(words::version_row, result_.version);
    line(words::hash_row, result_.scenario_hash);
    line(words::seed_row, std::to_string(result_.seed));
    line(words::replications_row, std::to_string(result_.replications));
    put(to, ++row, 0, in(words::confidence_row));
    put(to, row, 1, result_.confidence, "share");
    for (const auto& note : result_.not_modelled) line(words::not_modelled_row, note_text(note, language_));
    for (const sim::Problem& problem : result_.warnings) line(words::warning_row, text_of(problem, language_));
  }

  const Result& result_;
  Language language_;
  lxw_workbook* book_;
  lxw_format* heading_ = nullptr;
  lxw_format* whole_ = nullptr;
  lxw_format* broken_ = nullptr;
  lxw_format* share_ = nullptr;
  lxw_format* exact_ = nullptr;  ///< all digits that people write
  lxw_format* exact_share_ = nullptr;
  lxw_format* text_ = nullptr;
};

}  // namespace

std::string workbook_of(const Result& result, Language language) {
  const Temporary file;
  Book(result, language, file.path()).write();
  return file.content();
}

}  // namespace app
