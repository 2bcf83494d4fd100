#include "app/output/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/messages/notes.hpp"
#include "app/messages/problems.hpp"
#include "app/output/losses.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace result = analysis::result;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json measures_of(const result::SystemResult& system) {
  Json measures = Json::object();
  for (const result::MeasureResult& measure : system.measures) {
    const analysis::Estimate& estimate = measure.estimate;
    measures[measure.name] = {
        {"mean", number(estimate.mean)}, {"low", number(estimate.low)}, {"high", number(estimate.high)},
        {"sd", number(estimate.sd)},     {"p05", number(estimate.p05)}, {"p50", number(estimate.p50)},
        {"p95", number(estimate.p95)},   {"unit", measure.unit},        {"empty", estimate.empty}};
  }
  return measures;
}

Json months_of(const result::SystemResult& system) {
  Json months = Json::array();
  for (const result::Month& month : system.months) {
    Json measures = Json::object();
    for (const result::MonthMeasure& measure : month.measures)
      measures[measure.name] = {{"mean", number(measure.mean)},
                                {"low", number(measure.low)},
                                {"high", number(measure.high)},
                                {"p05", number(measure.p05)},
                                {"p95", number(measure.p95)}};
    months.push_back({{"month", month.label}, {"measures", std::move(measures)}});
  }
  return months;
}

Json mean_of(const result::MeasureResult* measure) {
  if (measure == nullptr) return nullptr;
  const analysis::Estimate& estimate = measure->estimate;
  return {{"mean", number(estimate.mean)}, {"low", number(estimate.low)}, {"high", number(estimate.high)}};
}

/// The ledger of losses: of leads and of clients, all together and by cause.
Json losses_json(const result::SystemResult& system) {
  Json ledger = Json::object();
  for (const std::string_view who : who_is_lost) {
    Json kind = {{"total", nullptr}, {"causes", Json::object()}};
    const std::vector<Loss> losses = losses_of(system, who);
    for (const Loss& loss : losses) {
      Json line = {{"heads", mean_of(loss.heads)}, {"margin", mean_of(loss.margin)}};
      (loss.cause.empty() ? kind["total"] : kind["causes"][loss.cause]) = std::move(line);
    }
    if (!losses.empty()) ledger[std::string(who)] = std::move(kind);
  }
  return ledger;
}

Json department_of(const result::SystemResult& system, Language language) {
  Json department = Json::object();
  if (!system.title.empty()) department["title"] = system.title;
  if (system.seed) department["seed"] = *system.seed;
  department["measures"] = measures_of(system);
  department["months"] = months_of(system);
  if (Json losses = losses_json(system); !losses.empty()) department["losses"] = std::move(losses);
  if (system.notes.empty()) return department;
  Json& notes = department["notes"] = Json::array();
  for (const result::Note& note : system.notes)
    notes.push_back({{"code", note.code}, {"arguments", note.arguments}, {"message", note_text(note, language)}});
  return department;
}

Json comparison_of(const result::MeasureComparison& comparison) {
  Json differences = Json::object();
  for (const auto& [system, difference] : comparison.differences)
    differences[system] = {{"mean", number(difference.mean)}, {"low", number(difference.low)},
                           {"high", number(difference.high)}, {"correlation", number(difference.correlation)},
                           {"sd", number(difference.sd)},     {"variance_ratio", number(difference.variance_ratio)},
                           {"resolved", difference.resolved}, {"empty", difference.empty}};
  Json best = Json::object();
  for (const auto& [system, share] : comparison.best)
    best[system] = {
        {"share_of_replications", number(share.share)}, {"low", number(share.low)}, {"high", number(share.high)}};
  return {{"measure", comparison.measure},
          {"unit", comparison.unit},
          {"baseline", comparison.baseline},
          {"paired", comparison.paired},
          {"larger_is_better", comparison.larger_is_better},
          {"differences", std::move(differences)},
          {"best", std::move(best)}};
}

Json step_of(const analysis::Step& step) {
  return {{"mean", number(step.mean)}, {"low", number(step.low)}, {"high", number(step.high)}};
}

Json waterfall_of(const result::WaterfallResult& waterfall) {
  Json steps = Json::array();
  for (const analysis::Step& step : waterfall.waterfall.steps) {
    Json one = {{"measure", step.measure}, {"sign", step.sign}};
    one.update(step_of(step));
    steps.push_back(std::move(one));
  }
  return {{"measure", waterfall.measure},
          {"unit", waterfall.unit},
          {"from", waterfall.from},
          {"to", waterfall.to},
          {"before", number(waterfall.waterfall.start)},
          {"after", number(waterfall.waterfall.end)},
          {"difference", step_of(waterfall.waterfall.whole)},
          {"steps", std::move(steps)}};
}

Json warnings_of(const sim::Problems& problems, Language language) {
  Json warnings = Json::array();
  for (const sim::Problem& problem : problems)
    warnings.push_back({{"code", problem.code},
                        {"file", problem.place.source},
                        {"line", problem.place.line},
                        {"column", problem.place.column},
                        {"path", problem.path},
                        {"arguments", problem.arguments},
                        {"message", text_of(problem, language)}});
  return warnings;
}

std::string scalar(const Json& value) {
  // The library's own form of a double is not always the shortest one.
  if (value.is_number_float()) return fmt::format("{}", value.get<double>());
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_flat(const Json& value) {
  for (const Json& item : value)
    if (item.is_structured() && !item.empty()) return false;
  return true;
}

/// Objects and lists of plain values on one line, the others with a line for each entry.
void print(const Json& value, std::size_t depth, std::string& text) {
  if (!value.is_structured()) {
    text += scalar(value);
    return;
  }
  const bool object = value.is_object();
  if (value.empty()) {
    text += object ? "{}" : "[]";
    return;
  }
  const bool flat = is_flat(value) && depth > 0;
  const std::string line = flat ? " " : "\n" + std::string(2 * (depth + 1), ' ');
  text += object ? "{" : "[";
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    if (!first) text += ",";
    text += first && flat && !object ? "" : line;
    first = false;
    if (object) text += scalar(Json(key)) + ": ";
    print(item, depth + 1, text);
  }
  if (flat)
    text += object ? " " : "";
  else
    text += "\n" + std::string(2 * depth, ' ');
  text += object ? "}" : "]";
}

}  // namespace

std::string json_of(const analysis::result::Result& answer, Language language) {
  Json document = {{"format", answer.format},
                   {"salesim", answer.version},
                   {"scenario", {{"title", answer.scenario_title}, {"hash", answer.scenario_hash}}},
                   {"seed", answer.seed},
                   {"replications", answer.replications},
                   {"confidence", answer.confidence}};
  if (answer.precision)
    document["precision"] = {{"measure", answer.precision->measure},
                             {"wanted", number(answer.precision->wanted)},
                             {"reached", number(answer.precision->reached)},
                             {"resolved", answer.precision->resolved}};
  if (answer.interrupted)
    document["interrupted"] = {{"done", answer.interrupted->done}, {"wanted", answer.interrupted->wanted}};
  Json& departments = document["departments"] = Json::object();
  for (const result::SystemResult& system : answer.systems) departments[system.name] = department_of(system, language);
  if (answer.comparison) document["comparison"] = comparison_of(*answer.comparison);
  for (const result::MeasureComparison& further : answer.further)
    document["further_comparisons"].push_back(comparison_of(further));
  for (const result::WaterfallResult& waterfall : answer.waterfalls)
    document["waterfalls"].push_back(waterfall_of(waterfall));
  if (!answer.warnings.empty()) document["warnings"] = warnings_of(answer.warnings, language);
  std::string text;
  print(document, 0, text);
  return text + "\n";
}

}  // namespace app
