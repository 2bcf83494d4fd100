#include "scenarios/format/reference.hpp"

#include "scenarios/format/fields.hpp"
#include "scenarios/format/parts.hpp"
#include "scenarios/format/pieces.hpp"
#include "scenarios/format/plan.hpp"
#include "scenarios/format/quantity.hpp"

namespace scenarios {
namespace {

using models::Parameter;

/// Name of the form that a type is written in.
template <class T>
struct Form {
  static std::string_view of(const Parameter&) { return "table"; }
};
template <class T>
struct Form<std::optional<T>> : Form<T> {};
template <class T>
struct Form<models::Named<T>> {
  static std::string_view of(const Parameter& parameter) { return Described<T> ? "table" : Form<T>::of(parameter); }
};
template <>
struct Form<bool> {
  static std::string_view of(const Parameter&) { return "truth"; }
};
template <>
struct Form<std::string> {
  static std::string_view of(const Parameter&) { return "text"; }
};
template <>
struct Form<double> {
  static std::string_view of(const Parameter& parameter) { return parameter.unit == "share" ? "share" : "number"; }
};
template <>
struct Form<std::int64_t> {
  static std::string_view of(const Parameter&) { return "whole"; }
};
template <>
struct Form<models::Duration> {
  static std::string_view of(const Parameter& parameter) { return parameter.open_time ? "open_duration" : "duration"; }
};
template <>
struct Form<models::DurationLaw> {
  static std::string_view of(const Parameter& parameter) {
    return parameter.open_time ? "open_duration_law" : "duration_law";
  }
};
template <>
struct Form<models::Profile<12>> {
  static std::string_view of(const Parameter&) { return "twelve"; }
};
template <>
struct Form<models::Profile<7>> {
  static std::string_view of(const Parameter&) { return "seven"; }
};
template <>
struct Form<models::Profile<24>> {
  static std::string_view of(const Parameter&) { return "twenty_four"; }
};

template <class T>
constexpr std::string_view plain_form() {
  using models::Amount, models::AmountLaw, models::Date, models::Hours, models::Owns, models::Rate;
  if constexpr (std::is_same_v<T, Amount>) return "money";
  if constexpr (std::is_same_v<T, AmountLaw>) return "money_law";
  if constexpr (std::is_same_v<T, Rate>) return "rate";
  if constexpr (std::is_same_v<T, models::ShareRate>) return "share_rate";
  if constexpr (std::is_same_v<T, models::Shares>) return "shares";
  if constexpr (std::is_same_v<T, models::Span>) return "span";
  if constexpr (std::is_same_v<T, Date>) return "date";
  if constexpr (std::is_same_v<T, std::vector<Date>>) return "dates";
  if constexpr (std::is_same_v<T, Hours>) return "hours";
  if constexpr (std::is_same_v<T, models::Days>) return "days";
  if constexpr (std::is_same_v<T, models::Staff>) return "staff";
  if constexpr (std::is_same_v<T, std::vector<models::Duty>>) return "duties";
  if constexpr (std::is_same_v<T, std::vector<std::string>>) return "names";
  if constexpr (std::is_same_v<T, Owns>) return "words";
  if constexpr (std::is_same_v<T, models::Assign> || std::is_same_v<T, models::Base>) return "word";
  if constexpr (std::is_same_v<T, Objective> || std::is_same_v<T, Scope>) return "word";
  if constexpr (std::is_same_v<T, Periods>) return "periods";
  if constexpr (std::is_same_v<T, Level>) return "share";
  if constexpr (std::is_same_v<T, Requirements>) return "requirements";
  return {};
}

template <class T>
struct Unwrapped {
  using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
  using type = T;
};

template <class T>
std::string form_of(const Parameter& parameter) {
  constexpr std::string_view plain = plain_form<typename Unwrapped<T>::type>();
  return std::string{plain.empty() ? Form<T>::of(parameter) : plain};
}

/// A bound of a parameter as its values are written; durations are bounded in days.
std::string bound_text(double bound, const std::string& form) {
  if (!(bound > -std::numeric_limits<double>::infinity() && bound < std::numeric_limits<double>::infinity())) return {};
  if (form.starts_with("share")) return print_share(bound);
  if (form.find("duration") == std::string::npos && form != "span") return print_number(bound);
  return print_duration({static_cast<sim::Time>(bound * static_cast<double>(sim::day))});
}

/// What stands for the names in a table of that key.
std::string metavariable(std::string_view key) {
  if (key == "inbound") return "<channel>";
  if (key == "skill") return "<activity>";
  if (key == "drops") return "<segment>";
  if (key == "minimum") return "<role>";
  std::string name{key};
  name.pop_back();  // segments, roles
  return "<" + name + ">";
}

/// Lists the keys that a struct declares, and those of the tables in it.
class Lister {
 public:
  Lister(std::string path, std::vector<ParameterEntry>& entries) : path_(std::move(path)), entries_(entries) {}

  template <class T>
  void operator()(const Parameter& parameter, T& member) {
    const std::string path = (path_.empty() ? "" : path_ + ".") + std::string{parameter.key};
    using Value = typename Unwrapped<T>::type;
    if constexpr (Described<Value>) {
      add<T>(parameter, path, {});
      below<Value>(path);
    } else {
      list(parameter, path, member);
    }
  }

  template <class Value>
  void below(const std::string& path) {
    Lister inner{path, entries_};
    Value value{};
    describe(value, inner);
  }

 private:
  template <class T>
  void list(const Parameter& parameter, const std::string& path, const models::Named<T>&) {
    const std::string item = path + "." + metavariable(parameter.key);
    if constexpr (Described<T>)
      below<T>(item);
    else
      add<models::Named<T>>(parameter, item, {});
  }
  template <class T>
  void list(const Parameter& parameter, const std::string& path, const T& member) {
    if constexpr (std::is_same_v<T, Decisions>) return below<Decision>(path + ".<staff>");
    if constexpr (std::is_same_v<T, Requirements>) below<Requirement>(path);
    const Piece neutral = piece_of(member, parameter);
    add<T>(parameter, path, parameter.required ? "" : inline_text(neutral));
  }

  template <class T>
  void add(const Parameter& parameter, const std::string& path, std::string neutral) {
    const std::string form = form_of<T>(parameter);
    if (neutral == "{}" || neutral == "\"\"") neutral.clear();
    entries_.push_back({path, form, std::string{parameter.unit}, std::move(neutral), bound_text(parameter.low, form),
                        bound_text(parameter.high, form), parameter.above_low, parameter.required,
                        std::string{parameter.meaning}, std::string{parameter.mechanism}, std::string{parameter.moves},
                        std::string{parameter.source}});
  }

  std::string path_;
  std::vector<ParameterEntry>& entries_;
};

}  // namespace

std::vector<ParameterEntry> all_parameters() {
  std::vector<ParameterEntry> entries;
  Lister lister{"", entries};
  lister.below<models::Scenario>("");
  lister.below<models::ColdCall>("cold_call");
  ParameterEntry stages;
  stages.path = "pipeline.stages";
  stages.form = "names";
  stages.required = true;
  stages.meaning = "Names of the stages in the order in which a lead takes them.";
  entries.push_back(stages);
  lister.below<models::Stage>("pipeline.<stage>");
  const models::Work work;
  visit_parts(
      [&](std::string_view name, const auto& part) {
        using Part = typename std::remove_cvref_t<decltype(part)>::value_type;
        if (is_one_of(name, service_parts)) lister.below<Part>("service." + std::string{name});
      },
      work);
  lister.below<models::Department>("departments.<department>");
  lister.below<StaffingPlan>("plan");
  return entries;
}

}  // namespace scenarios
