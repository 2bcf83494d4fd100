#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/output/output.hpp"
#include "sim/replications.hpp"

namespace app {

/// A field as RFC 4180 wants it: in quotes if it holds a comma, a quote or a line end.
std::string csv_field(std::string_view text);

/// A comma and a number for each, in the shortest form that reads back to the same double; nothing behind the comma
/// where it is absent.
std::string csv_numbers(std::initializer_list<double> values);

/// The answer as a tidy table; of a procedure see answers.hpp. Of departments a line for each department, month and
/// measure; month is empty for the whole run; then what a comparison says of each department, as `measure.figure`. What
/// is absent is an empty field, numbers are in the shortest form that reads back to the same double.
std::string csv_of(const analysis::result::Result& result);

/// The first `count` single replications: a line for each replication (from 0), department and measure over the whole
/// run, so that fewer replications give the beginning of the same file. `names` by system.
void write_rows(const sim::Replications& replications, const std::vector<std::string>& names, std::uint32_t count,
                Output& output);

}  // namespace app
