#include "app/export.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/messages/studies.hpp"
#include "app/output/csv.hpp"
#include "app/output/output.hpp"
#include "app/store/schema.hpp"
#include "app/store/study_store.hpp"

namespace app {
namespace {

/// In the shortest form that reads back to the same double; infinite ones as R, Python and SQLite read them.
std::string number_text(double value) {
  if (std::isinf(value)) return value > 0 ? "Inf" : "-Inf";
  return fmt::format("{}", value);
}

std::string csv_line(const Statement& row) {
  std::string line;
  for (int c = 0; c < row.columns(); ++c) {
    if (c > 0) line += ',';
    if (row.is_null(c)) continue;
    line += row.is_whole(c)  ? fmt::format("{}", row.whole(c))
            : row.is_text(c) ? csv_field(row.text(c))
                             : number_text(row.number(c));
  }
  return line;
}

std::string json_line(const Statement& row) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (int c = 0; c < row.columns(); ++c) {
    nlohmann::ordered_json& value = object[row.name(c)];
    if (row.is_null(c)) continue;
    if (row.is_whole(c))
      value = row.whole(c);
    else if (row.is_text(c))
      value = row.text(c);
    else if (std::isinf(row.number(c)))
      value = number_text(row.number(c));  // JSON has no such number
    else
      value = row.number(c);
  }
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::vector<std::string> tables_of_results() {
  std::vector<std::string> names;
  for (const Relation& relation : relations) names.emplace_back(relation.name);
  return names;
}

ExitCode export_table(const ExportOptions& options) {
  StudyStore store(options.files.front(), Database::Access::read);
  const Relation* relation = find_relation(options.table);
  Statement all = store.database().prepare(fmt::format("SELECT * FROM {} ORDER BY {}", relation->name, relation->order));
  Output output(options.output);
  if (options.format == TableFormat::csv) {
    std::string head;
    for (int c = 0; c < all.columns(); ++c) head += (c > 0 ? "," : "") + csv_field(all.name(c));
    output.write(head + "\n");
  }
  while (all.row()) output.write((options.format == TableFormat::csv ? csv_line(all) : json_line(all)) + "\n");
  output.finish();
  return ExitCode::done;
}

}  // namespace app
