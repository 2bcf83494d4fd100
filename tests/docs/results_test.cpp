#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/store/database.hpp"
#include "tests/docs/markdown.hpp"
#include "tests/docs/shell.hpp"

/// What docs/results.md says of databases of results works on one.

TEST_CASE("the queries and the Python of docs/results.md answer") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "salesim_results_page";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string database = (folder / "break_even.db").string();
  // The shipped study on two days instead of a year.
  const docs::Outcome made = docs::run("build/salesim sweep scenarios/studies/break_even.toml --replications 25 --output " + database);
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
    if (block.language == "python" && std::system("command -v python3 >/dev/null") == 0) {
      std::ofstream(folder / "page.py") << block.text;
      const std::string command = "cd " + folder.string() + " && python3 page.py > out.txt";
      CHECK(std::system(command.c_str()) == 0);
      CHECK(fs::file_size(folder / "out.txt") > 1000);
      ++programs;
    }
  }
  CHECK(queries == 3);
  MESSAGE(programs << " programs in Python");
  fs::remove_all(folder);
}
