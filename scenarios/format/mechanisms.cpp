#include "scenarios/format/mechanisms.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "scenarios/format/fields.hpp"
#include "scenarios/format/parts.hpp"

namespace scenarios {
namespace {

/// Parameters that stay although their mechanism is off: what there is, what must be done, and by whom. Keys as they
/// are declared. Of tables among them, the parameters inside are judged one by one.
constexpr std::array<std::string_view, 13> kept{"work",     "simple",  "assists", "does",  "owns",
                                                "handover", "every",   "pass",    "stock", "after_orders",
                                                "pay",      "holding", "rented"};

/// Gives parameters of some mechanisms their neutral default.
class Switch {
 public:
  explicit Switch(const std::set<std::string>& off) : off_(off) {}

  template <Described T>
  void apply(T& object) const {
    T fresh{};
    std::vector<const void*> defaults;
    Addresses addresses{defaults};
    describe(fresh, addresses);
    Setter setter{*this, defaults, 0};
    describe(object, setter);
  }

 private:
  /// Where the members of a struct lie, in the order of their declaration.
  struct Addresses {
    std::vector<const void*>& found;
    template <class T>
    void operator()(const models::Parameter&, T& member) {
      found.push_back(&member);
    }
  };

  struct Setter {
    const Switch& owner;
    const std::vector<const void*>& defaults;
    std::size_t number;

    template <class T>
    void operator()(const models::Parameter& parameter, T& member) {
      const void* neutral = defaults[number++];
      if constexpr (std::is_copy_assignable_v<T>)
        if (owner.off_.contains(mechanism_of(parameter)) && !owner.keeps(parameter)) {
          member = *static_cast<const T*>(neutral);
          return;
        }
      if constexpr (Described<T>) {
        owner.apply(member);
      } else if constexpr (is_named<T>) {
        using Item = typename decltype(member.items)::value_type::second_type;
        if constexpr (Described<Item>)
          for (auto& [name, item] : member.items) owner.apply(item);
      } else if constexpr (is_optional<T>) {
        if constexpr (Described<typename T::value_type>)
          if (member) owner.apply(*member);
      }
    }
  };

  /// Hourly pay is declared with the pausing of callers, which it makes worth while; it is pay.
  static std::string mechanism_of(const models::Parameter& parameter) {
    return parameter.key == "hourly" ? "M17" : std::string{parameter.mechanism};
  }

  bool keeps(const models::Parameter& parameter) const {
    // The work of a handover or transfer is a cost of the mechanism itself; that of a stage is what must be done.
    if (parameter.key == "work") return parameter.mechanism != "M11" && parameter.mechanism != "M34";
    return parameter.required || std::find(kept.begin(), kept.end(), parameter.key) != kept.end();
  }

  const std::set<std::string>& off_;
};

/// Parts of the work that are there only for a mechanism, so that it takes them away.
template <class Part>
void remove_part(std::string_view name, std::vector<Part>& part, const std::set<std::string>& off) {
  if (name == "neglect" && off.contains("M4")) part.clear();
}

void apply(const Switch& change, models::Work& work, const std::set<std::string>& off) {
  for (std::vector<models::Stage>& row : work.pipeline)
    for (models::Stage& stage : row) change.apply(stage);
  visit_parts(
      [&](std::string_view name, auto& part) {
        for (auto& one : part) change.apply(one);
        remove_part(name, part, off);
      },
      work);
}

}  // namespace

const std::vector<std::string>& switchable_mechanisms() {
  static const std::vector<std::string> all{"M1",  "M2",  "M3",  "M4",  "M5",  "M6",  "M7",  "M9",  "M10", "M11",
                                            "M12", "M13", "M15", "M16", "M17", "M18", "M19", "M21", "M24", "M25",
                                            "M26", "M27", "M28", "M29", "M30", "M31", "M32", "M33", "M34"};
  return all;
}

models::Scenario without(const models::Scenario& scenario, const std::set<std::string>& mechanisms) {
  models::Scenario result = scenario;
  const Switch change{mechanisms};
  for (auto& [name, segment] : result.segments.items) change.apply(segment);
  apply(change, result.work, mechanisms);
  for (auto& [name, department] : result.departments.items) {
    change.apply(department);
    apply(change, department.work, mechanisms);
  }
  return result;
}

std::vector<std::string> mechanisms_in(const models::Scenario& scenario, const std::vector<std::string>& departments) {
  models::Scenario part = scenario;
  std::erase_if(part.departments.items, [&](const auto& item) {
    return std::find(departments.begin(), departments.end(), item.first) == departments.end();
  });
  std::vector<std::string> result;
  for (const std::string& mechanism : switchable_mechanisms())
    if (!(without(part, {mechanism}) == part)) result.push_back(mechanism);
  return result;
}

}  // namespace scenarios
