#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

enum class TableFormat : std::uint8_t { csv, jsonl };

/// `files`: the database.
struct ExportOptions : CommonOptions {
  std::string table = "summary";
  TableFormat format = TableFormat::csv;
};

/// The tables and views that can be written.
std::vector<std::string> tables_of_results();

/// Writes a table of a database of results.
ExitCode export_table(const ExportOptions& options);

}  // namespace app
