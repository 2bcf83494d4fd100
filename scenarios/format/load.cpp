#include "scenarios/format/load.hpp"

#include <filesystem>

#include "scenarios/format/parse.hpp"

namespace scenarios {
namespace {

/// Follows `extends` from file to file.
class Chain {
 public:
  explicit Chain(Collector& problems) : problems_(problems) {}

  std::optional<Node> file(const std::string& path, const sim::Place& from, const std::string& key) {
    const auto text = read_text_file(path, from, key, problems_);
    if (!text) return std::nullopt;
    std::error_code error;
    return parsed(*text, path, std::filesystem::weakly_canonical(path, error).string());
  }

  std::optional<Node> parsed(std::string_view text, const std::string& name, const std::string& identity) {
    std::optional<Node> root = parse(text, name, problems_);
    if (!root) return std::nullopt;
    const Entry* extends = root->entry("extends");
    if (extends == nullptr) {
      check_removals(Node{}, *root, problems_);
      return root;
    }
    files_.emplace_back(identity, name);
    std::optional<Node> base = extended(*extends, name);
    if (!base) return std::nullopt;
    root->erase("extends");
    check_removals(*base, *root, problems_);
    spread_by_segment(*base, *root);
    merge(*base, *root);
    base->spot = root->spot;
    return base;
  }

 private:
  std::optional<Node> extended(const Entry& extends, const std::string& name) {
    const Node& value = extends.value;
    if (!value.is_string() || value.text.empty() || value.text.find('\0') != std::string::npos) {
      problems_.add("extends_no_file", value.spot, "extends");
      return std::nullopt;
    }
    const std::filesystem::path folder = std::filesystem::path{name}.parent_path();
    const std::string path = (folder / value.text).lexically_normal().string();
    std::error_code error;
    const std::string identity = std::filesystem::weakly_canonical(path, error).string();
    for (const auto& [known, known_name] : files_) {
      if (known != identity || identity.empty()) continue;
      problems_.add("extends_cycle", value.spot, "extends", {shortened(path)});
      return std::nullopt;
    }
    if (files_.size() > static_cast<std::size_t>(longest_chain)) {
      problems_.add("extends_too_deep", value.spot, "extends", {std::to_string(longest_chain)});
      return std::nullopt;
    }
    return file(path, value.spot.place(), "extends");
  }

  Collector& problems_;
  std::vector<std::pair<std::string, std::string>> files_;  ///< canonical path and name of each
};

}  // namespace

std::optional<Node> load_file(const std::string& path, Collector& problems) {
  return Chain{problems}.file(path, sim::Place{path, 0, 0}, "");
}

std::optional<Node> load_text(std::string_view text, const std::string& name, Collector& problems) {
  return Chain{problems}.parsed(text, name, "");
}

}  // namespace scenarios
