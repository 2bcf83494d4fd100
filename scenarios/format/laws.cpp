#include <cmath>

#include "scenarios/format/nearest.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

/// Distributions: a plain value, or a table of one kind, which may have an atom at zero.
namespace scenarios {
namespace {

using models::Amount;
using models::AmountLaw;
using models::Clock;
using models::Duration;
using models::DurationLaw;
using models::Parameter;
using sim::Distribution;

const Parameter cv_parameter{.key = "cv", .unit = "factor", .low = 0, .high = 20, .above_low = true};
const Parameter k_parameter{.key = "k", .unit = "factor", .low = 1, .high = 1000};
const Parameter shape_parameter{.key = "shape", .unit = "factor", .low = 0.1, .high = 100};
const Parameter zero_parameter{.key = "zero", .unit = "share", .low = 0, .high = 1};

/// One amount or duration as a parameter of a law.
double size_of(const Duration& value) { return static_cast<double>(value.length); }
double size_of(const Amount& value) { return static_cast<double>(value.hundredths); }

/// Reads the parameters of one law of amounts or durations, which share one clock.
template <class Value>
class LawReader {
 public:
  explicit LawReader(const Input& input) : input_(input) {}

  bool good() const { return good_; }
  Clock clock() const { return clock_.value_or(Clock::calendar); }

  Distribution read_law() {
    if (!is_belief(input_.node) && input_.node.is_table()) return read_table();
    const Node::Kind kind = input_.node.kind;
    const bool plain = std::is_same_v<Value, Duration> ? kind == Node::Kind::string : input_.node.is_number();
    Distribution law;
    if (plain || is_belief(input_.node)) {
      law.first = value(input_);
    } else {
      input_.wrong_form(form());
      good_ = false;
    }
    return law;
  }

 private:
  std::string_view form() const {
    if constexpr (std::is_same_v<Value, Amount>) return "money_law";
    return input_.parameter.open_time ? "open_duration_law" : "duration_law";
  }

  double keep_clock(const Input& input, const Value& value) {
    if constexpr (std::is_same_v<Value, Duration>) {
      if (clock_ && *clock_ != value.clock) fail(input, "mixed_clocks", {});
      clock_ = clock_.value_or(value.clock);
    }
    static_cast<void>(input);
    return size_of(value);
  }

  void fail(const Input& input, std::string_view code, std::vector<std::string> arguments) {
    input.problem(code, std::move(arguments));
    good_ = false;
  }

  double value(const Input& input) {
    Value value{};
    if (!read(input, value)) return good_ = false, 0;
    return keep_clock(input, value);
  }

  double positive(const Input& input) {
    const double mean = value(input);
    if (good_ && mean <= 0)
      fail(input, "not_above", {printed(Value{}, input.parameter), printed(Value{}, input.parameter)});
    return mean;
  }

  /// A parameter that is a plain number, with its own bounds.
  double number(const Input& table, const Parameter& parameter) {
    const Node* node = table.node.find(parameter.key);
    if (node == nullptr) return fail(table, "missing_key", {std::string{parameter.key}}), 0;
    const Input input{table.context, *node, parameter, table.path + "." + std::string{parameter.key}};
    double result = 0;
    good_ = read(input, result) && good_;
    if (parameter.key == "k" && std::floor(result) != result) fail(input, "not_whole", {printed(result, parameter)});
    return result;
  }

  /// `{ mean = …, cv = … }` and its likes.
  void mean_and(const Input& input, const Parameter& second, Distribution& law) {
    if (!input.node.is_table()) {
      input.wrong_form("mean_" + std::string{second.key});
      good_ = false;
      return;
    }
    good_ = only(input, {"mean", std::string{second.key}}) && good_;
    if (const Node* mean = input.node.find("mean"))
      law.first = positive(input.inside(*mean, "mean"));
    else
      fail(input, "missing_key", {"mean"});
    law.second = number(input, second);
  }

  /// A list of plain values: exactly `count`, or any number but none if 0; ascending if `ordered`.
  std::vector<double> values(const Input& input, std::size_t count, bool ordered) {
    std::vector<double> result;
    if (!input.node.is_array()) return input.wrong_form("list"), good_ = false, result;
    if (input.node.items.empty() && count == 0) return fail(input, "empty_list", {}), result;
    if (count != 0 && input.node.items.size() != count)
      return fail(input, "wrong_count", {std::to_string(input.node.items.size()), std::to_string(count)}), result;
    for (const Node& node : input.node.items) {
      const Input item{input.context, node, input.parameter, input.path};
      Value read_value{};
      if (!read_plain(item, read_value)) {
        good_ = false;
        continue;
      }
      result.push_back(keep_clock(item, read_value));
      if (ordered && good_ && result.size() > 1 && result[result.size() - 2] > result.back())
        fail(item, "not_ascending", {});
    }
    return result;
  }

  Distribution read_table() {
    std::vector<std::string> allowed = list(distribution_kinds);
    allowed.emplace_back("zero");
    if (!is_distribution(input_.node)) {
      allowed.insert(allowed.end(), belief_words.begin(), belief_words.end());
      allowed.insert(allowed.end(), input_.context.segments.begin(), input_.context.segments.end());
    }
    good_ = only(input_, allowed);
    Distribution law;
    std::vector<std::string> kinds;
    for (const Entry& entry : input_.node.entries)
      if (is_one_of(entry.key, distribution_kinds)) kinds.push_back(entry.key);
    if (kinds.size() > 1) {
      fail(input_, "two_distributions", {joined(kinds)});
      return law;
    }
    if (kinds.empty()) {
      if (good_) fail(input_, "no_distribution", {joined(list(distribution_kinds))});
      return law;
    }
    read_kind(input_.inside(*input_.node.find(kinds.front()), kinds.front()), kinds.front(), law);
    if (input_.node.has("zero")) law.zero = number(input_, zero_parameter);
    return law;
  }

  void read_kind(const Input& input, std::string_view kind, Distribution& law) {
    using Kind = Distribution::Kind;
    if (kind == "exponential") {
      law.kind = Kind::exponential;
      law.first = positive(input);
    } else if (kind == "lognormal" || kind == "gamma") {
      law.kind = kind == "gamma" ? Kind::gamma : Kind::lognormal;
      mean_and(input, cv_parameter, law);
    } else if (kind == "erlang") {
      law.kind = Kind::erlang;
      mean_and(input, k_parameter, law);
    } else if (kind == "weibull") {
      law.kind = Kind::weibull;
      mean_and(input, shape_parameter, law);
    } else if (kind == "empirical") {
      law.kind = Kind::empirical;
      law.values = values(input, 0, false);
    } else {
      law.kind = kind == "uniform" ? Kind::uniform : Kind::triangular;
      std::vector<double> corners = values(input, kind == "uniform" ? 2 : 3, true);
      corners.resize(3);
      law.first = corners[0];
      law.second = corners[1];
      law.third = corners[2];
    }
  }

  const Input& input_;
  std::optional<Clock> clock_;
  bool good_ = true;
};

}  // namespace

bool read(const Input& input, DurationLaw& member) {
  LawReader<Duration> reader{input};
  const Distribution law = reader.read_law();
  if (reader.good()) member = {law, reader.clock()};
  return reader.good();
}

bool read(const Input& input, AmountLaw& member) {
  LawReader<Amount> reader{input};
  const Distribution law = reader.read_law();
  if (reader.good()) member = {law};
  return reader.good();
}

}  // namespace scenarios
