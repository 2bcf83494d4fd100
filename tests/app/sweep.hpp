#pragma once

#include <string>

#include "app/export.hpp"
#include "tests/app/program.hpp"

/// Studies that are run by the program.
namespace sweeps {

using program::Arguments;
using program::contains;
using program::Folder;
using program::good;
using program::Outcome;

inline const std::string tiny_scenario = SALESIM_SOURCE_DIR "/scenarios/textbook/mm1.toml";

/// A study of a tiny scenario: four points of three blocks.
inline std::string tiny_study(const std::string& more = "", const std::string& rates = "[\"10 / h\", \"20 / h\"]") {
  return "title = \"Tiny\"\nscenarios = [\"" + tiny_scenario +
         "\"]\ndepartments = [\"one_server\", \"decaying\"]\nreplications = 6\nblock = 2\nmeasures = [\"deals\", "
         "\"wait.serve.mean\", \"wait.serve.p90\"]\n" +
         more + "[factors]\n\"segments.customers.inbound.door.rate\" = " + rates +
         "\nhorizon = [\"1 d\", \"2 d\"]\n";
}

/// All tables of a database that do not tell of sessions, in one text.
inline std::string exported(const std::string& database) {
  std::string text;
  for (const std::string& table : app::tables_of_results())
    if (table != "session") text += table + "\n" + good({"export", database, "--table", table}).out;
  return text;
}

/// Writes the study beside the database and runs it.
inline Outcome sweep(const Folder& folder, const std::string& study, const std::string& database,
                     const Arguments& more = {}) {
  using program::operator+;
  program::write(folder / "study.toml", study);
  return program::run(Arguments{"sweep", folder / "study.toml", "--output", folder / database} + more);
}

}  // namespace sweeps
