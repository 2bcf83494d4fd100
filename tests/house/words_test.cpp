#include <doctest/doctest.h>

#include <cctype>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/tree.hpp"

/// What the text of the project never holds, and what its scripts always are.
namespace {

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether `word` stands in `line` with nothing of a longer word on either side.
bool holds_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word_character(line[at - 1]);
    const bool ends = end == line.size() || !is_word_character(line[end]) || !is_word_character(word.back());
    if (begins && ends) return true;
  }
  return false;
}

/// What a line may not hold: folders of one machine, hosts that packages come from, work put off.
std::vector<std::string> wrong_words(const std::string& line) {
  static const std::vector<std::string_view> forbidden = {
      "/work/",   "/home/",    "/root/",    "/tmp/",     "/Users/",          "deb.debian.org", "snapshot.debian.org",
      "pypi.org", "npmjs.org", "npmjs.com", "crates.io", "proxy.golang.org", "docker.io",      "ghcr.io",
      "conan.io", "TODO",      "FIXME"};
  std::vector<std::string> wrong;
  for (const std::string_view word : forbidden)
    if (holds_word(line, word)) wrong.emplace_back(word);
  return wrong;
}

/// Whether a file speaks for the project: not this one, which spells the words out, nor the broken files of tests/data.
bool is_ours(const std::string& path) {
  return path != "tests/house/words_test.cpp" && !path.starts_with("tests/data/");
}

bool is_text(const std::string& content) { return content.find('\0') == std::string::npos; }

bool is_script(const std::string& path) { return path.starts_with("tools/") || path == ".ci/run"; }

}  // namespace

TEST_CASE("no text names a machine's folders or a registry, or puts work off") {
  for (const std::string& path : house::files()) {
    if (!is_ours(path)) continue;
    const std::string text = house::read(house::root() / path);
    if (!is_text(text)) continue;
    std::size_t number = 0;
    for (const std::string& line : house::lines(text)) {
      ++number;
      for (const std::string& word : wrong_words(line)) FAIL_CHECK(path << ":" << number << ": holds " << word);
    }
  }
}

TEST_CASE("forbidden words are found, and no others") {
  CHECK(wrong_words("see /work/notes.md").size() == 1);
  CHECK(wrong_words("cp x /tmp/y  # TODO: tidy").size() == 2);
  CHECK(wrong_words("http://deb.debian.org/debian").size() == 1);
  CHECK(wrong_words("// FIXME(name): rounding").size() == 1);
  CHECK(wrong_words("the framework/ folder, TODOS, https://example.org/work").empty());
}

TEST_CASE("every script can be run and says by what") {
  using std::filesystem::perms;
  std::size_t scripts = 0;
  for (const std::string& path : house::files()) {
    if (!is_script(path)) continue;
    ++scripts;
    const perms allowed = std::filesystem::status(house::root() / path).permissions();
    CHECK_MESSAGE((allowed & perms::owner_exec) != perms::none, path << " is not executable");
    CHECK_MESSAGE(house::read(house::root() / path).starts_with("#!"), path << " has no shebang");
  }
  CHECK(scripts > 0);
}
