#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

/// Reading of single values of options.
namespace app {

/// A whole number from `low` to `high`, digits only.
std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t low, std::uint64_t high);

/// A share above 0 and at most `high`: `0.01`, `1%` or `1 %`.
std::optional<double> share(std::string_view text, double high);

/// A number above 0: `100000`, `1e5` or `0.5`.
std::optional<double> positive(std::string_view text);

/// Any number, a share also in per cent: `250000`, `-1.5e6`, `40 %`.
std::optional<double> amount(std::string_view text);

/// A day of the calendar: `2026-03-01`.
std::optional<std::chrono::sys_days> calendar_day(std::string_view text);

}  // namespace app
