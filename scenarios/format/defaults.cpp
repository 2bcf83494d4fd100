#include "scenarios/format/defaults.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "models/catalogue.hpp"
#include "scenarios/format/fields.hpp"
#include "scenarios/format/parts.hpp"
#include "scenarios/format/pieces.hpp"
#include "scenarios/format/variants.hpp"

namespace scenarios {
namespace {

using models::Parameter;

/// Keys that say what is asked about, or that take over what stands elsewhere if they are left out.
constexpr std::array<std::string_view, 10> no_figures{"format",  "title", "start", "horizon", "warm_up",
                                                      "run_out", "hours", "days",  "rented",  "enters"};

/// A path with and without the names that users have given.
struct Path {
  std::string own;
  std::string starred;
  Path below(std::string_view key) const { return join(key, key); }
  Path named(std::string_view name) const { return join(name, "*"); }

 private:
  Path join(std::string_view name, std::string_view star) const {
    const auto put = [](const std::string& before, std::string_view key) {
      return (before.empty() ? "" : before + ".") + std::string{key};
    };
    return {put(own, name), put(starred, star)};
  }
};

struct Default {
  Path path;
  std::string value;
  std::string unit;
};

/// What a type takes where nothing is said, as text; empty where that is no figure.
template <class T>
std::string text_of(const T& value, const Parameter& parameter) {
  const Piece piece = piece_of(value, parameter);
  if (!piece.keys.empty()) return {};
  const std::string bare =
      piece.text.size() > 1 && piece.text.front() == '"' ? piece.text.substr(1, piece.text.size() - 2) : piece.text;
  return bare == "true" || bare == "false" || quantity_of(bare) ? bare : std::string{};
}

/// The members of a struct as text, in the order of their declaration; empty for those that have keys of their own.
struct Texts {
  std::vector<std::string> found;
  template <class T>
  void operator()(const Parameter& parameter, T& member) {
    if constexpr (Described<T> || is_named<T> || is_optional<T>)
      found.emplace_back();
    else
      found.push_back(text_of(member, parameter));
  }
};

/// Finds the keys of a struct, and of the tables in it, that have their neutral value.
class DefaultFields {
 public:
  using Wanted = std::function<bool(const Parameter&)>;

  template <Described T>
  static void of(T object, const Path& path, const Wanted& wanted, std::vector<Default>& found) {
    T neutral{};
    Texts texts;
    describe(neutral, texts);
    DefaultFields fields{path, wanted, found, std::move(texts.found)};
    describe(object, fields);
  }

  template <class T>
  void operator()(const Parameter& parameter, T& member) {
    const std::string neutral = neutral_[number_++];
    if (std::find(no_figures.begin(), no_figures.end(), parameter.key) != no_figures.end()) return;
    const Path path = path_.below(parameter.key);
    if constexpr (is_named<T>) {
      using Item = typename decltype(member.items)::value_type::second_type;
      if constexpr (Described<Item>)
        for (const auto& [name, item] : member.items) of(item, path.named(name), wanted_, found_);
    } else if constexpr (Described<T>) {
      of(member, path, wanted_, found_);
    } else if constexpr (is_optional<T>) {
      if (!member) {
        if (!parameter.required) add(path, parameter, "false");
      } else if constexpr (Described<typename T::value_type>) {
        of(*member, path, wanted_, found_);
      }
    } else {
      if (!parameter.required && !neutral.empty() && text_of(member, parameter) == neutral)
        add(path, parameter, neutral);
    }
  }

 private:
  DefaultFields(Path path, const Wanted& wanted, std::vector<Default>& found, std::vector<std::string> neutral)
      : path_(std::move(path)), wanted_(wanted), found_(found), neutral_(std::move(neutral)) {}

  void add(const Path& path, const Parameter& parameter, const std::string& value) {
    // A role without a head of its own has the department's.
    if (parameter.key == "head" && path.starred.find(".roles.") != std::string::npos) return;
    if (!wanted_(parameter)) return;
    const auto quantity = quantity_of(value);
    found_.push_back({path, value, quantity && quantity->unit.empty() ? std::string{parameter.unit} : ""});
  }

  Path path_;
  const Wanted& wanted_;
  std::vector<Default>& found_;
  std::vector<std::string> neutral_;
  std::size_t number_ = 0;
};

class Defaults {
 public:
  Defaults(const models::Scenario& scenario, const std::set<std::string>& departments) : scenario_(scenario) {
    for (std::size_t d = 0; d < scenario.departments.items.size(); ++d) {
      if (!departments.contains(scenario.departments.items[d].first)) continue;
      const models::DepartmentPlan plan(scenario, d);
      serves_ = serves_ || plan.serves;
      for (const sim::Measure& measure : models::catalogue(plan).measures) measures_.insert(measure.name);
    }
    // Without repeat there are no clients, so that no measure of theirs could show it: that itself is to be told.
    wanted_ = [this](const Parameter& parameter) {
      return parameter.moves.empty() || parameter.key == "repeat" || moves(parameter.moves);
    };
    DefaultFields::of(scenario, {}, wanted_, found_);
    work(departments);
    for (const auto& [name, department] : scenario.departments.items)
      if (departments.contains(name))
        DefaultFields::of(department, Path{}.below("departments").named(name), wanted_, found_);
  }

  /// Each key once.
  std::vector<Assumption> take() const {
    std::map<std::string, std::size_t> count;
    std::vector<const Default*> said;
    for (const Default& one : found_)
      if (!is_believed(one.path.own) && ++count[one.path.starred] == 1) said.push_back(&one);
    std::vector<Assumption> result;
    for (const Default* one : said)
      result.push_back({count[one->path.starred] > 1 ? one->path.starred : one->path.own, one->value, one->unit, "", "",
                        "", "default", false});
    return result;
  }

 private:
  /// Whether there is a measure of this name or family.
  bool moves(std::string_view name) const {
    const auto first = measures_.lower_bound(std::string{name});
    return first != measures_.end() && first->starts_with(name);
  }

  bool is_believed(const std::string& path) const { return scenario_.beliefs.contains(path); }

  void work(const std::set<std::string>& departments) {
    const models::Work& all = scenario_.work;
    for (std::size_t s = 0; s < all.stages.size(); ++s)
      by_segment(all.pipeline[s], Path{}.below("pipeline").named(all.stages[s]));
    const auto part = [&](std::string_view name, const auto& common) {
      const Path path = is_one_of(name, service_parts) ? Path{}.below("service").below(name) : Path{}.below(name);
      if (!common.empty()) return by_segment(common, path);
      bool there = false;
      for (const auto& [department, its] : scenario_.departments.items)
        if (departments.contains(department)) there = own_part(name, department, its.work) || there;
      // Whoever has clients does without these, if nobody says how they are served.
      if (!there && serves_ && name != "cold_call" && name != "reception") found_.push_back({path, "false", ""});
    };
    visit_parts(part, all);
  }

  /// A part of the work that only a department has.
  bool own_part(std::string_view wanted, const std::string& department, const models::Work& work) {
    bool there = false;
    visit_parts(
        [&](std::string_view name, const auto& part) {
          if (name != wanted || part.empty()) return;
          there = true;
          by_segment(part, Path{}.below("departments").named(department).below("work").below(name));
        },
        work);
    return there;
  }

  /// What all segments have by default at the key itself, what only some of them have at theirs.
  template <class Item>
  void by_segment(const std::vector<Item>& items, const Path& path) {
    std::vector<std::vector<Default>> each(items.size());
    std::vector<std::string> order;
    std::map<std::string, std::vector<std::size_t>> having;
    std::map<std::string, const Default*> example;
    for (std::size_t g = 0; g < items.size(); ++g) {
      DefaultFields::of(items[g], path, wanted_, each[g]);
      for (const Default& one : each[g]) {
        if (having[one.path.own].empty()) order.push_back(one.path.own);
        having[one.path.own].push_back(g);
        example[one.path.own] = &one;
      }
    }
    for (const std::string& key : order) {
      const Default& one = *example[key];
      if (having[key].size() == items.size()) {
        found_.push_back(one);
        continue;
      }
      for (const std::size_t g : having[key])
        found_.push_back({one.path.below(scenario_.segments.items[g].first), one.value, one.unit});
    }
  }

  const models::Scenario& scenario_;
  bool serves_ = false;
  std::set<std::string> measures_;
  DefaultFields::Wanted wanted_;
  std::vector<Default> found_;
};

}  // namespace

std::vector<Assumption> defaults_of(const models::Scenario& scenario, const std::set<std::string>& departments) {
  return Defaults(scenario, departments).take();
}

}  // namespace scenarios
