#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Every kind of problem that input can have, as data. The words for them are chosen where people read them.
namespace scenarios {

/// What an argument of a problem is, so that its message can be put into words.
enum class ArgumentKind : std::uint8_t {
  text,        ///< as it stands: something the user wrote, a number, a quantity
  suggestion,  ///< the word that was probably meant, or empty
  list,        ///< words after commas, may be empty
  form,        ///< one of `forms`
  type         ///< one of `types`
};

struct Argument {
  std::string_view name{};
  ArgumentKind kind = ArgumentKind::text;
};

inline constexpr std::size_t most_arguments = 4;

/// A kind of problem: its name and what its arguments mean, in order.
struct Code {
  std::string_view name;
  std::array<Argument, most_arguments> arguments{};
  bool warning = false;

  std::size_t count() const {
    std::size_t n = 0;
    while (n < arguments.size() && !arguments[n].name.empty()) ++n;
    return n;
  }
};

/// What a key takes; each has its description in the catalogue of messages.
inline constexpr std::array<std::string_view, 37> forms{
    "shares",        "share_rate", "duration_law", "open_duration_law",
    "money_law",     "text",       "word",         "words",
    "name",          "names",      "truth",        "number",
    "whole",         "share",      "money",        "rate",
    "duration",      "span",       "date",         "dates",
    "hours",         "days",       "twelve",       "seven",
    "twenty_four",   "staff",      "duty",         "duties",
    "list",          "table",      "mean_cv",      "mean_k",
    "open_duration", "mean_shape", "periods",    "requirements",
    "factor"};

/// What stands in a file.
inline constexpr std::array<std::string_view, 7> types{"table", "list", "text", "number", "truth", "date", "time"};

namespace arguments {
inline constexpr Argument word{"word"};
inline constexpr Argument nearest{"nearest", ArgumentKind::suggestion};
inline constexpr Argument allowed{"allowed", ArgumentKind::list};
inline constexpr Argument value{"value"};
inline constexpr Argument bound{"bound"};
inline constexpr Argument path{"path"};
inline constexpr Argument limit{"limit"};
inline constexpr Argument form{"form", ArgumentKind::form};
inline constexpr Argument department{"department"};
}  // namespace arguments

inline constexpr std::array codes{
    // Files and their syntax.
    Code{"file_missing", {arguments::path}},
    Code{"file_directory", {arguments::path}},
    Code{"file_not_ordinary", {arguments::path}},
    Code{"file_unreadable", {arguments::path}},
    Code{"file_empty"},
    Code{"file_binary"},
    Code{"file_too_large", {{{"megabytes"}}}},
    Code{"too_deep", {{{"brackets"}, {"parts of a dotted key"}}}},
    Code{"syntax", {{{"what the parser says"}}}},
    Code{"syntax_open"},
    Code{"syntax_twice", {{{"key"}}}},
    Code{"syntax_comma"},
    Code{"more_problems", {{{"how many are not shown"}}}},
    Code{"extends_no_file"},
    Code{"extends_cycle", {arguments::path}},
    Code{"extends_too_deep", {arguments::limit}},
    Code{"set_syntax", {{{"text"}}}},

    // Keys and names.
    Code{"unknown_key", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"unknown_path", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"unknown_activity", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"unknown_segment", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"unknown_stage", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"unknown_role", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"nothing_to_remove", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"stage_not_listed", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"stage_missing", {{{"stage"}}}},
    Code{"missing_key", {{{"key"}}}},
    Code{"needs_key", {{{"key"}, {"key that it needs"}}}},
    Code{"bad_name", {{{"name"}}}},
    Code{"reserved_name", {{{"name"}}}},
    Code{"duplicate", {arguments::word}},

    // Single values.
    Code{"wrong_type", {{{"found", ArgumentKind::type}, arguments::form}}},
    Code{"bad_value", {arguments::value, arguments::form}},
    Code{"unknown_word", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"unknown_unit", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"too_low", {arguments::value, arguments::bound}},
    Code{"too_high", {arguments::value, arguments::bound}},
    Code{"not_above", {arguments::value, arguments::bound}},
    Code{"not_finite"},
    Code{"not_whole", {arguments::value}},
    Code{"not_whole_days", {arguments::value}},
    Code{"too_many_decimals", {arguments::value}},
    Code{"percent_not_allowed", {arguments::value}},
    Code{"open_time_not_allowed", {arguments::value}},
    Code{"bad_date", {arguments::value}},
    Code{"date_out_of_range", {{{"date"}, {"first year"}, {"last year"}}}},
    Code{"empty_list"},
    Code{"wrong_count", {{{"found"}, {"wanted"}}}},
    Code{"belief_low", {{{"low"}, arguments::value}}},
    Code{"belief_high", {{{"high"}, arguments::value}}},

    Code{"bounds_of_list"},
    Code{"segments_too_deep"},
    Code{"too_many", {{{"found"}, arguments::limit}}},

    // Distributions.
    Code{"no_distribution", {arguments::allowed}},
    Code{"two_distributions", {{{"kinds found", ArgumentKind::list}}}},
    Code{"mixed_clocks"},
    Code{"not_ascending"},

    // Calendars.
    Code{"hours_empty", {{{"hours"}}}},
    Code{"hours_overlap", {{{"hours"}, {"other hours"}}}},
    Code{"hours_past_midnight", {{{"hours"}, {"how to write them"}}}},
    Code{"never_open"},

    // Departments.
    Code{"no_segments"},
    Code{"no_departments"},
    Code{"no_roles", {arguments::department}},
    Code{"activity_undone", {{arguments::department, {"stage"}, {"segments", ArgumentKind::list}}}},
    Code{"overflow_without_fallback"},
    Code{"promotion_circle", {{{"roles"}}}},
    Code{"handover_to_nobody", {arguments::department}},
    Code{"rotation_to_nobody", {{{"path of the staff"}}}},
    Code{"not_a_duty", {{{"activity"}, arguments::nearest, arguments::allowed}}},
    Code{"block_outside_shift", {{{"path of the shift"}}}},
    Code{"minimum_above_staff", {{{"role"}, {"people that it needs"}, {"people that it ever has"}}}},
    Code{"too_many_seats", {{arguments::department, {"seats"}, arguments::limit}}},
    Code{"too_many_lines", {{arguments::department, {"people × activities × segments"}, arguments::limit}}},
    Code{"too_many_events", {{arguments::department, {"expected events"}, arguments::limit}}},
    Code{"too_many_stages", {{{"stages"}, {"segments"}, {"departments"}, arguments::limit}}},

    // Plans of staff.
    Code{"unknown_staff", {arguments::word, arguments::nearest, arguments::allowed}},
    Code{"staff_by_hours"},
    Code{"plan_bounds", {{{"low"}, {"high"}}}},
    Code{"plan_level"},
    Code{"plan_belief"},
    Code{"certain_chance", {{{"chance"}}}},
    Code{"unknown_plan_measure", {arguments::word, arguments::nearest, arguments::department}},
    Code{"not_monthly", {{{"measure"}}}},
    Code{"budget_too_low", {{{"budget"}, {"fixed cost of the smallest plan"}, {"month"}, {"department"}}}},

    // Studies.
    Code{"factor_ends", {{{"low"}, {"high"}}}},
    Code{"factor_step", {{{"step"}}}},
    Code{"factor_needs_step"},
    Code{"points_unused"},
    Code{"not_multiple", {{{"replications"}, {"block"}}}},
    Code{"too_many_points", {{{"points"}, {"scenarios"}, arguments::limit}}},
    Code{"study_belief"},
    Code{"study_precision"},

    // Found by the floors below, when a scenario is made ready to run or its observations are read.
    Code{"word_collision", {{{"name"}, {"other name"}}}},
    Code{"too_long_for_seats", {{{"seats and channels"}}}},
    Code{"unknown_measure", {{{"measure"}, {"number of the department, from 0"}}}},

    // Warnings: it runs, but was probably not meant.
    Code{"season_mean", {{{"mean"}}}, true},
    Code{"waits_forever", {{{"stage"}}}, true},
    Code{"lead_cost", {{{"price of a lead"}, {"margin of a first deal times its chance"}}}, true},
    Code{"patience_gap", {{{"mean patience"}, {"longest time closed"}}}, true},
    Code{"payrolls_differ",
         {{{"department that costs most"},
           {"its payroll of a month"},
           {"department that costs least"},
           {"its payroll of a month"}}},
         true},
    Code{"one_split", {{arguments::department, {"roles with their people"}}}, true},
    Code{"dead_key", {{{"key"}, {"key without which it does nothing"}}}, true},
    Code{"many_dials", {{{"role"}, {"dials a day"}, arguments::limit}}, true},
    Code{"light_portfolio", {{{"clients"}, {"percent of working time"}, {"role"}}}, true},
    Code{"rotation_alone", {{{"role"}}}, true},
    Code{"handover_unused", {arguments::department}, true},
};

/// The code of that name, or null.
inline const Code* find_code(std::string_view name) {
  for (const Code& code : codes)
    if (code.name == name) return &code;
  return nullptr;
}

}  // namespace scenarios
