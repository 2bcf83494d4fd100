#include "tests/docs/fresh.hpp"

#include <stdexcept>

#include "app/reference.hpp"
#include "app/store/schema.hpp"
#include "scenarios/format/reference.hpp"
#include "scenarios/format/study.hpp"
#include "tests/docs/markdown.hpp"
#include "tests/docs/mechanisms.hpp"
#include "tests/docs/shell.hpp"
#include "tests/house/includes.hpp"

namespace docs {
namespace {

template <class Names>
std::string listed(const Names& names, const std::string& none) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? none : text;
}

/// The rules of `house::floor_of` as a table.
std::string table_of_floors() {
  std::string table = "| floor | may include | libraries | not even of the standard library |\n|---|---|---|---|\n";
  for (const std::string floor : {"sim", "models", "analysis", "scenarios", "app"}) {
    const house::Floor rule = house::floor_of(floor).value();
    std::string folders;
    for (const std::string& folder : rule.folders) folders += (folders.empty() ? "`" : ", `") + folder + "/`";
    table += "| `" + floor + "/` | " + folders + " | " + listed(rule.libraries, "none") + " | " +
             listed(rule.forbidden_standard, "") + " |\n";
  }
  return table;
}

std::string joined(const std::vector<std::string>& lines, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += lines[i] + "\n";
  return text;
}

/// Puts a text between two marks.
std::string between(const std::string& content, const std::string& opening, const std::string& closing,
                    const std::string& text) {
  const std::size_t begin = content.find(opening);
  const std::size_t end = content.find(closing);
  if (begin == std::string::npos || end == std::string::npos) throw std::runtime_error("no place for " + opening);
  return content.substr(0, begin + opening.size()) + text + content.substr(end);
}

std::string with_table(const std::string& content) {
  return between(content, "<!-- table of floors, written by tools/docs -->\n", "<!-- end of table -->\n",
                 table_of_floors());
}

/// A line of a table for each key of studies.
struct KeyLines {
  template <class T>
  void operator()(const models::Parameter& parameter, T&) {
    text += "| `" + std::string{parameter.key} + "` | " + std::string{parameter.meaning} + " |\n";
  }
  std::string text;
};

std::string with_schema(const std::string& content) {
  scenarios::Study study;
  KeyLines keys{"| key | meaning |\n|---|---|\n"};
  describe(study, keys);
  std::string schema = "```sql\n";
  for (const app::Relation& relation : app::relations) schema += std::string{relation.sql} + ";\n\n";
  schema.back() = '`';
  return between(between(content, "<!-- keys of studies, written by tools/docs -->\n", "<!-- end of keys -->\n", keys.text),
                 "<!-- schema, written by tools/docs -->\n", "<!-- end of schema -->\n", schema + "``\n");
}

/// Puts what the program prints where a page shows it.
std::string with_output(const std::string& content) {
  const std::vector<std::string> lines = house::lines(content);
  std::string result;
  std::size_t copied = 0;
  std::string command;  // whose output the next block shows
  for (const Block& block : blocks(lines)) {
    if (block.language == "sh") {
      const std::vector<std::string> calls = program_calls(block.text);
      command = calls.empty() ? "" : calls.back();
    } else if (block.language == "text" && !command.empty()) {
      result += joined(lines, copied, block.first) + run(command).output;
      copied = block.last;
      command.clear();
    } else {
      command.clear();
    }
  }
  return result + joined(lines, copied, lines.size());
}

}  // namespace

std::optional<std::string> written(const std::string& path) {
  if (path == "docs/measures.md") return app::measures_page();
  if (path == "docs/scenario-format.md") return scenarios::reference_page();
  if (path == "docs/mechanisms.md") return mechanisms_page();
  return std::nullopt;
}

std::string fresh(const std::string& path, const std::string& content) {
  if (const auto page = written(path)) return *page;
  if (path == "docs/results.md") return with_schema(content);
  return with_output(path == "docs/architecture.md" ? with_table(content) : content);
}

}  // namespace docs
