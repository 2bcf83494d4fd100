#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "app/store/database.hpp"
#include "tests/docs/markdown.hpp"
#include "tests/docs/shell.hpp"

/// What docs/results.md says of databases of results works on one.
namespace {

struct Language {
  std::string name;
  const char* there;    ///< a command that succeeds where programs in it can be run
  std::string program;  ///< that runs them
};

const std::vector<Language> languages{
    {"python", "command -v python3 >/dev/null", "python3"},
    {"r", "Rscript -e 'stopifnot(requireNamespace(\"RSQLite\"))' >/dev/null 2>&1", "Rscript --vanilla"}};

}  // namespace

TEST_CASE("the queries, the Python and the R of docs/results.md answer") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "salesim_results_page";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string database = (folder / "break_even.db").string();
  // The shipped study on two days instead of a year.
  const docs::Outcome made =
      docs::run("build/salesim sweep scenarios/studies/break_even.toml --replications 25 --output " + database);
  REQUIRE(made.code == 0);
  std::size_t queries = 0;
  std::size_t programs = 0;
  app::Database results(database, app::Database::Access::read);
  for (const docs::Block& block : docs::blocks(house::lines(house::read(house::root() / "docs/results.md")))) {
    if (block.language == "sql" && block.text.starts_with("SELECT")) {
      app::Statement query = results.prepare(block.text);
      std::size_t rows = 0;
      while (query.row()) ++rows;
      CHECK_MESSAGE((rows > 0 || block.text.find("failure") != std::string::npos), "line " << block.first);
      ++queries;
    }
    const auto language = std::find_if(languages.begin(), languages.end(),
                                       [&](const Language& one) { return one.name == block.language; });
    if (language == languages.end() || std::system(language->there) != 0) continue;
    std::ofstream(folder / "page") << block.text;
    const std::string command = "cd " + folder.string() + " && " + language->program + " page > out.txt";
    CHECK_MESSAGE(std::system(command.c_str()) == 0, "line " << block.first);
    CHECK(fs::file_size(folder / "out.txt") > 1000);  // 20 points of two departments
    ++programs;
  }
  CHECK(queries == 3);
  MESSAGE(programs << " of " << languages.size() << " programs");
  if (std::getenv("CI") != nullptr) CHECK(programs == languages.size());  // both are installed there
  fs::remove_all(folder);
}
