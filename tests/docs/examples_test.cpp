#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "scenarios/format/read.hpp"
#include "tests/docs/markdown.hpp"
#include "tests/docs/shell.hpp"

/// What pages show as an example works.
namespace {

std::string told(const sim::Problems& problems) {
  std::string text;
  for (const sim::Problem& problem : problems) {
    text += "\n  line " + std::to_string(problem.place.line) + ": " + problem.code + " " + problem.path;
    for (const std::string& argument : problem.arguments) text += " [" + argument + "]";
  }
  return text;
}

/// Warnings that a shipped scenario is meant to give, by file.
const std::map<std::string, std::set<std::string>> meant{
    // One split of people for each structure; lead_desk_splits.toml has others.
    {"scenarios/lead_desk.toml", {"one_split"}},
    // Fewer calls need fewer callers, and that is the question.
    {"scenarios/bank_campaign.toml", {"payrolls_differ"}},
    // How many people each department has is what is looked for.
    {"scenarios/roofing_budget.toml", {"lead_cost", "payrolls_differ", "one_split"}},
    // The history of one company: it paid for more hunters, and bought wholesale leads that do not pay by their first
    // order.
    {"scenarios/roofing_season.toml", {"lead_cost", "payrolls_differ", "one_split"}},
    // Without the student there is less to pay, and that is the question.
    {"scenarios/cosmetics.toml", {"payrolls_differ"}},
    // The same people less one.
    {"scenarios/key_accounts.toml", {"one_split"}},
    // The wholesaler's structures, as there.
    {"scenarios/protected_hours.toml", {"one_split"}},
    // Four kinds of client that are alike in number: half of the people for each half of them.
    {"scenarios/teams.toml", {"one_split"}},
    // Each step of the text adds people; other splits are in trade_equipment.toml.
    {"scenarios/trade_equipment_steps.toml", {"payrolls_differ", "one_split"}},
    // The structures as the literature describes them, with the people that fit the work.
    {"scenarios/wholesale.toml", {"one_split"}},
};

}  // namespace

TEST_CASE("every complete scenario in a page can be run") {
  for (const std::string& path : docs::pages())
    for (const docs::Block& block : docs::blocks(house::lines(house::read(house::root() / path)))) {
      if (block.language != "toml" || !block.text.starts_with("format = ")) continue;
      try {
        const scenarios::Loaded loaded = scenarios::read_text(block.text, path);
        CHECK_MESSAGE(loaded.warnings.empty(), path << ", block at line " << block.first << told(loaded.warnings));
      } catch (const sim::InputError& error) {
        FAIL_CHECK(path << ", block at line " << block.first << told(error.problems()));
      }
    }
}

TEST_CASE("every command in a page that calls the program succeeds") {
  std::size_t calls = 0;
  for (const std::string& path : docs::pages())
    for (const docs::Block& block : docs::blocks(house::lines(house::read(house::root() / path)))) {
      if (block.language != "sh") continue;
      for (const std::string& command : docs::program_calls(block.text)) {
        ++calls;
        const docs::Outcome outcome = docs::run(command);
        CHECK_MESSAGE(outcome.code == 0, path << ", block at line " << block.first << ": " << command);
      }
    }
  CHECK(calls > 0);
}

TEST_CASE("shipped scenarios run, and warn of nothing but what they mean") {
  std::size_t files = 0;
  for (const std::string& path : house::files()) {
    if (!path.starts_with("scenarios/") || !path.ends_with(".toml") || path.starts_with("scenarios/textbook/") ||
        path.starts_with("scenarios/studies/"))
      continue;
    ++files;
    try {
      std::set<std::string> expected;
      if (const auto found = meant.find(path); found != meant.end()) expected = found->second;
      const sim::Problems warnings = scenarios::read_file((house::root() / path).string()).warnings;
      std::set<std::string> codes;
      for (const sim::Problem& warning : warnings) codes.insert(warning.code);
      CHECK_MESSAGE(codes == expected, path << told(warnings));
    } catch (const sim::InputError& error) {
      FAIL_CHECK(path << told(error.problems()));
    }
  }
  CHECK(files >= meant.size());
}
