#include "scenarios/format/assumptions.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "scenarios/format/reference.hpp"
#include "scenarios/format/variants.hpp"
#include "scenarios/format/words.hpp"
#include "scenarios/format/write.hpp"

namespace scenarios {
namespace {

/// Figures that say what is asked about.
constexpr std::array<std::string_view, 6> questions{"format", "start", "horizon", "warm_up", "staff", "rented"};

std::vector<std::string> split(const std::string& path) {
  std::vector<std::string> keys{""};
  for (const char c : path) {
    if (c == '.')
      keys.emplace_back();
    else
      keys.back() += c;
  }
  return keys;
}

std::string joined_path(const std::vector<std::string>& keys) {
  std::string path;
  for (const std::string& key : keys) path += (path.empty() ? "" : ".") + key;
  return path;
}

std::string bare(const std::string& literal) {
  return literal.size() > 1 && literal.front() == '"' ? literal.substr(1, literal.size() - 2) : literal;
}

/// The unit of a bare number at a path: that of the parameter whose declared path stands for it, or for the value that
/// it is a part of. Terms of a department have the unit of the scenario's own.
class Units {
 public:
  Units() {
    for (const ParameterEntry& entry : all_parameters()) known_.emplace_back(split(entry.path), entry.unit);
  }

  std::string of(std::vector<std::string> keys) const {
    if (keys.size() > 3 && keys[0] == "departments" && keys[2] == "work") {
      keys.erase(keys.begin(), keys.begin() + 3);
      if (keys.front() != "cold_call" && !is_one_of(keys.front(), service_words)) keys.insert(keys.begin(), "pipeline");
      if (is_one_of(keys.front(), service_words)) keys.insert(keys.begin(), "service");
    }
    std::size_t longest = 0;
    std::string unit;
    for (const auto& [pattern, its] : known_) {
      if (pattern.size() <= longest || pattern.size() > keys.size()) continue;
      const bool fits =
          std::equal(pattern.begin(), pattern.end(), keys.begin(),
                     [](const auto& wanted, const auto& key) { return wanted.starts_with('<') || wanted == key; });
      if (!fits) continue;
      longest = pattern.size();
      unit = its;
    }
    // The shape of a distribution is a number, whatever it is a distribution of.
    for (const std::string_view shape : {"cv", "k", "shape"})
      if (keys.back() == shape) return "number";
    return unit;
  }

 private:
  static constexpr std::array<std::string_view, 6> service_words{"order",   "contact", "neglect",
                                                                 "dormant", "wake",    "reception"};
  std::vector<std::pair<std::vector<std::string>, std::string>> known_;
};

bool is_truth(const std::string& text) { return text == "true" || text == "false"; }

class Finder {
 public:
  Finder(const models::Scenario& scenario, const std::set<std::string>& departments)
      : beliefs_(scenario.beliefs), departments_(departments) {}

  void walk(const Piece& piece, std::vector<std::string>& keys) {
    if (keys.size() == 2 && keys[0] == "departments" && !departments_.contains(keys[1])) return;
    if (!keys.empty() && std::find(questions.begin(), questions.end(), keys.back()) != questions.end()) return;
    const auto believed = beliefs_.find(joined_path(keys));
    if (believed != beliefs_.end() && piece.find("value") != nullptr) {
      add(keys, piece.find("value")->text, believed->second);
      return;
    }
    if (piece.keys.empty()) {
      if (quantity_of(piece.text) || is_truth(piece.text)) add(keys, piece.text, {});
      return;
    }
    for (const auto& [key, inner] : piece.keys) {
      keys.push_back(key);
      walk(inner, keys);
      keys.pop_back();
    }
  }

  std::vector<Assumption> take() { return std::move(found_); }

 private:
  void add(const std::vector<std::string>& keys, const std::string& text, const models::Belief& belief) {
    Assumption one{joined_path(keys),        bare(text),    "", belief.low.value_or(""),
                   belief.high.value_or(""), belief.source, ""};
    const auto quantity = quantity_of(one.value);
    if (quantity && quantity->unit.empty()) one.unit = units_.of(keys);
    for (const auto& [word, basis] : basis_words)
      if (basis == belief.basis) one.basis = word;
    found_.push_back(std::move(one));
  }

  const std::map<std::string, models::Belief>& beliefs_;
  const std::set<std::string>& departments_;
  Units units_;
  std::vector<Assumption> found_;
};

/// The path with stars for the names of department and role.
std::string starred(const std::string& path) {
  std::vector<std::string> keys = split(path);
  if (keys.size() < 3 || keys[0] != "departments") return path;
  keys[1] = "*";
  if (keys.size() > 3 && keys[2] == "roles") keys[3] = "*";
  return joined_path(keys);
}

/// What departments have alike is told once, where the first of them has it.
std::vector<Assumption> told_once(std::vector<Assumption> all) {
  std::map<std::string, std::vector<const Assumption*>> by_key;
  for (const Assumption& one : all) by_key[starred(one.path)].push_back(&one);
  std::set<std::string> told;
  std::vector<Assumption> result;
  for (const Assumption& one : all) {
    const std::string key = starred(one.path);
    const std::vector<const Assumption*>& alike = by_key[key];
    const bool same = std::all_of(alike.begin(), alike.end(), [&](const Assumption* other) {
      Assumption copy = *other;
      copy.path = one.path;
      return copy == one;
    });
    if (!same || alike.size() == 1) {
      result.push_back(one);
    } else if (told.insert(key).second) {
      result.push_back(one);
      result.back().path = key;
    }
  }
  return result;
}

}  // namespace

std::vector<Assumption> assumptions_of(const models::Scenario& scenario, const std::set<std::string>& departments) {
  Finder finder(scenario, departments);
  std::vector<std::string> keys;
  finder.walk(canonical(scenario), keys);
  return told_once(finder.take());
}

}  // namespace scenarios
