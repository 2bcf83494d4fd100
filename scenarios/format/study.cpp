#include "scenarios/format/study.hpp"

#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include "scenarios/format/fields.hpp"
#include "scenarios/format/node_text.hpp"
#include "scenarios/format/parse.hpp"
#include "scenarios/format/piece.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/variants.hpp"

namespace scenarios {
namespace {

using analysis::DesignKind;

constexpr std::array<Word<DesignKind>, 4> design_words{{{"grid", DesignKind::grid},
                                                        {"paired", DesignKind::paired},
                                                        {"lhs", DesignKind::lhs},
                                                        {"sobol", DesignKind::sobol}}};

bool fills_space(DesignKind design) { return design == DesignKind::lhs || design == DesignKind::sobol; }

template <class Text>
std::string inline_list(const std::vector<std::string>& items, const Text& text) {
  std::string result = "[";
  for (const std::string& item : items) result += (result.size() > 1 ? ", " : "") + text(item);
  return result + "]";
}

/// A table that gives a factor's ends.
bool is_range(const Node& node) { return node.is_table() && (node.has("low") || node.has("high")); }

/// Reads one factor.
class FactorReader {
 public:
  /// `others`: how many values the factors before it have.
  FactorReader(const Input& input, std::size_t others, StudyFactor& factor)
      : input_(input), others_(others), factor_(factor) {}

  bool read() {
    if (input_.node.is_array()) return read_values();
    if (is_range(input_.node)) return read_range();
    input_.wrong_form("factor");
    return false;
  }

 private:
  bool read_values() {
    if (input_.node.items.empty()) return fail("empty_list");
    if (input_.node.items.size() > most_study_values - others_) return too_many(input_.node.items.size());
    std::set<std::string> seen;
    bool good = true;
    for (const Node& item : input_.node.items) {
      std::string text = value_text(item);
      if (!seen.insert(text).second) {
        input_.context.problems.add("duplicate", item.spot, input_.path, {shortened(text)});
        good = false;
      }
      factor_.values.push_back(std::move(text));
    }
    return good;
  }

  bool read_range() {
    if (!only(input_, {"low", "high", "step"})) return false;
    const Node* low = input_.node.find("low");
    const Node* high = input_.node.find("high");
    if (low == nullptr) return fail("missing_key", {"low"});
    if (high == nullptr) return fail("missing_key", {"high"});
    const auto range = range_of(value_text(*low), value_text(*high), std::nullopt);
    if (!range || !(range->low < range->high)) return fail("factor_ends", {value_text(*low), value_text(*high)});
    factor_.low = range->low;
    factor_.high = range->high;
    factor_.unit = range->unit;
    const Node* step = input_.node.find("step");
    return step == nullptr || read_steps(*step, value_text(*low));
  }

  /// A range with a step is the list of its values.
  bool read_steps(const Node& node, const std::string& low) {
    const auto step = range_of(low, value_text(node), std::nullopt);
    if (!step || !(step->high > 0)) return fail("factor_step", {value_text(node)});
    const double count = std::floor((factor_.high - factor_.low) / step->high * (1 + 1e-12)) + 1;
    if (count > static_cast<double>(most_study_values - others_)) return too_many(count);
    for (double k = 0; k < count; ++k) {
      constexpr double billionths = 1e9;  // what is left of rounding in the steps is not meant
      const double value = std::round((factor_.low + k * step->high) * billionths) / billionths;
      factor_.values.push_back(quantity_text(value, factor_.unit));
    }
    return true;
  }

  template <class Number>
  bool too_many(Number values) {
    return fail("too_many", {print_number(static_cast<double>(others_) + static_cast<double>(values)),
                             std::to_string(most_study_values)});
  }

  bool fail(std::string_view code, std::vector<std::string> arguments = {}) {
    input_.problem(code, std::move(arguments));
    return false;
  }

  Input input_;
  std::size_t others_;
  StudyFactor& factor_;
};

/// Paths may be written in quotes, or as tables in tables.
bool read_factors(const Input& input, const std::string& path, std::vector<StudyFactor>& factors) {
  bool good = true;
  for (const Entry& entry : input.node.entries) {
    const std::string whole = path.empty() ? entry.key : path + "." + entry.key;
    if (entry.value.is_table() && !is_range(entry.value)) {
      good = read_factors(input.inside(entry.value, shortened(entry.key)), whole, factors) && good;
      continue;
    }
    StudyFactor factor;
    factor.path = whole;
    factor.spot = entry.spot;
    std::size_t others = 0;
    for (const StudyFactor& other : factors) others += other.values.size();
    good = FactorReader(input.inside(entry.value, shortened(entry.key)), others, factor).read() && good;
    for (const StudyFactor& other : factors)
      if (other.path == whole) {
        input.context.problems.add("duplicate", entry.spot, input.path, {shortened(whole)});
        good = false;
      }
    factors.push_back(std::move(factor));
  }
  return good;
}

/// What is wrong between values that are right by themselves.
void check(const Study& study, const Node& root, Collector& problems) {
  const auto spot_of = [&](const char* key) {
    const Entry* entry = root.entry(key);
    return entry != nullptr ? entry->spot : root.spot;
  };
  const bool filling = fills_space(study.design);
  if (filling && study.points == 0) problems.add("missing_key", spot_of("design"), "points", {"points"});
  if (!filling && study.points > 0) problems.add("points_unused", spot_of("points"), "points");
  std::vector<std::size_t> levels;
  for (const StudyFactor& factor : study.factors) {
    const std::string path = "factors." + factor.path;
    levels.push_back(factor.values.size());
    if (!filling && factor.values.empty()) problems.add("factor_needs_step", factor.spot, path);
    if (study.design == DesignKind::paired && factor.values.size() != levels.front())
      problems.add("wrong_count", factor.spot, path,
                   {std::to_string(factor.values.size()), std::to_string(levels.front())});
  }
  if (study.block > 0 && study.replications % study.block != 0)
    problems.add("not_multiple", spot_of("replications"), "replications",
                 {std::to_string(study.replications), std::to_string(study.block)});
  if (problems.failed()) return;
  const std::uint64_t points = filling ? static_cast<std::uint64_t>(study.points)
                               : study.design == DesignKind::paired && !levels.empty()
                                   ? levels.front()
                                   : analysis::Design::combinations(levels);
  if (points > most_study_points / study.scenarios.size())
    problems.add("too_many_points", root.spot, "",
                 {std::to_string(points), std::to_string(study.scenarios.size()), std::to_string(most_study_points)});
}

Study finish(std::optional<Node> root, const std::string& name, Collector& problems) {
  if (!root) throw sim::InputError{problems.problems()};
  std::map<std::string, models::Belief> beliefs;
  Context context{problems, beliefs};
  const models::Parameter nothing{};
  // What blocks there are must not depend on what comes out of them: shards know nothing of each other.
  if (const Entry* precision = root->entry("precision")) {
    problems.add("study_precision", precision->spot, "precision");
    root->erase("precision");
  }
  Study study;
  static_cast<void>(read(Input{context, *root, nothing, ""}, study));
  for (const auto& [path, belief] : beliefs) problems.add("study_belief", place_of(*root, {path}), path);
  if (!problems.failed()) check(study, *root, problems);
  if (problems.failed()) throw sim::InputError{problems.problems()};
  const std::filesystem::path folder = std::filesystem::path{name}.parent_path();
  for (std::string& file : study.scenarios) file = (folder / file).lexically_normal().string();
  return study;
}

}  // namespace

bool read(const Input& input, analysis::DesignKind& member) { return read_word(input, design_words, member); }

bool read(const Input& input, std::vector<StudyFactor>& member) {
  if (!input.node.is_table()) {
    input.wrong_form("table");
    return false;
  }
  return read_factors(input, "", member);
}

analysis::Design Study::points_of_factors() const {
  std::vector<std::size_t> levels;
  for (const StudyFactor& factor : factors) levels.push_back(factor.values.size());
  return {design, std::move(levels), static_cast<std::uint64_t>(points), static_cast<std::uint64_t>(seed)};
}

std::string study_text(const Study& study) {
  std::string text = "format = " + std::to_string(study.format) + "\n";
  const auto add = [&](const char* key, const std::string& value) { text += std::string{key} + " = " + value + "\n"; };
  const auto add_list = [&](const char* key, const std::vector<std::string>& words) {
    if (!words.empty()) add(key, inline_list(words, [](const std::string& word) { return scenarios::quoted(word); }));
  };
  if (!study.title.empty()) add("title", scenarios::quoted(study.title));
  add_list("scenarios", study.scenarios);
  add_list("departments", study.departments);
  for (const auto& [word, meaning] : design_words)
    if (meaning == study.design) add("design", scenarios::quoted(word));
  if (study.points > 0) add("points", std::to_string(study.points));
  add("seed", std::to_string(study.seed));
  add("replications", std::to_string(study.replications));
  if (study.block > 0) add("block", std::to_string(study.block));
  add_list("measures", study.measures);
  if (!study.factors.empty()) text += "[factors]\n";
  for (const StudyFactor& factor : study.factors)
    add(scenarios::quoted(factor.path).c_str(),
        factor.values.empty()
            ? "{ low = " + literal(quantity_text(factor.low, factor.unit)) +
                  ", high = " + literal(quantity_text(factor.high, factor.unit)) + " }"
            : inline_list(factor.values, [](const std::string& value) { return toml_text(parse_value(value, {})); }));
  return text;
}

bool is_study(const std::string& path) {
  Collector problems;
  const auto text = read_text_file(path, {path, 0, 0}, "", problems);
  if (!text) return false;
  const auto root = parse(*text, path, problems);
  return root && (root->has("scenarios") || root->has("factors"));
}

Study read_study(const std::string& path) {
  Collector problems;
  const auto text = read_text_file(path, {path, 0, 0}, "", problems);
  return finish(text ? parse(*text, path, problems) : std::nullopt, path, problems);
}

Study read_study_text(std::string_view text, const std::string& name) {
  Collector problems;
  return finish(parse(text, name, problems), name, problems);
}

}  // namespace scenarios
