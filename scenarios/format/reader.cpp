#include "scenarios/format/reader.hpp"

#include <algorithm>

#include "scenarios/format/by_segment.hpp"
#include "scenarios/format/fields.hpp"
#include "scenarios/format/nearest.hpp"

namespace scenarios {
bool good_name(Context& context, const Entry& entry, const std::string& path, bool activity) {
  if (!is_name(entry.key)) {
    context.problems.add("bad_name", entry.spot, path, {shortened(entry.key)});
    return false;
  }
  if (is_reserved(entry.key) || (activity && is_reserved_activity(entry.key))) {
    context.problems.add("reserved_name", entry.spot, path, {entry.key});
    return false;
  }
  return true;
}

namespace {

using models::Department;
using models::Scenario;
using models::Stage;
using models::Work;
using Names = std::vector<std::string>;

const models::Parameter nothing{};

/// A scenario with more stages than this for all segments and departments together would not fit into memory.
constexpr std::size_t most_stages = 100'000;

/// Reads pipelines: the scenario's own and the terms of departments laid over it.
class WorkReader {
 public:
  WorkReader(Context& context, Names segments)
      : context_{context.problems, context.beliefs, segments}, segments_(std::move(segments)) {}

  Work read_pipeline(const Input& pipeline) {
    Work work;
    if (!pipeline.node.is_table()) {
      pipeline.wrong_form("table");
      return work;
    }
    work.stages = read_stage_names(pipeline);
    for (const Entry& entry : pipeline.node.entries) {
      if (entry.key == "stages") continue;
      const std::string path = pipeline.path + "." + shortened(entry.key);
      if (!is_one_of(entry.key, work.stages))
        context_.problems.unknown("stage_not_listed", entry.spot, path, entry.key, work.stages);
    }
    for (const std::string& name : work.stages) {
      std::vector<Stage> stage(segments_.size());
      if (const Node* node = pipeline.node.find(name)) read_stage(pipeline.inside(*node, name), stage);
      work.pipeline.push_back(std::move(stage));
    }
    return work;
  }

  void read_terms(const Input& terms, Work& work) {
    if (!terms.node.is_table()) return terms.wrong_form("table");
    for (const Entry& entry : terms.node.entries) {
      const Input input = terms.inside(entry.value, shortened(entry.key));
      std::size_t index = 0;
      while (index < work.stages.size() && work.stages[index] != entry.key) ++index;
      if (index < work.stages.size())
        read_stage(input, work.pipeline[index]);
      else
        context_.problems.unknown("unknown_activity", entry.spot, input.path, entry.key, work.stages);
    }
  }

 private:
  Names read_stage_names(const Input& pipeline) {
    Names names;
    const Node* list = pipeline.node.find("stages");
    if (list == nullptr) {
      pipeline.context.problems.add("missing_key", pipeline.node.spot, pipeline.path + ".stages", {"stages"});
      return names;
    }
    const Input input = pipeline.inside(*list, "stages");
    if (!list->is_array()) return input.wrong_form("names"), names;
    if (list->items.empty()) return input.problem("empty_list"), names;
    if (!few_enough(input)) return names;
    for (const Node& item : list->items) {
      const Input name{context_, item, nothing, input.path};
      if (!item.is_string())
        name.wrong_form("name");
      else if (is_one_of(item.text, names))
        name.problem("duplicate", {shortened(item.text)});
      else if (good_name(context_, Entry{item.text, item.spot, {}}, input.path, true)) {
        names.push_back(item.text);
        if (!pipeline.node.has(item.text)) name.problem("stage_missing", {item.text});
      }
    }
    return names;
  }

  /// Reads a stage's table into the stage of every segment.
  void read_stage(const Input& input, std::vector<Stage>& stages) {
    if (!input.node.is_table()) return input.wrong_form("table");
    check_segments({context_, input.node, input.parameter, input.path}, segments_);
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      Varied varied{{}, segments_[s]};
      const Node node = for_segment(input, segments_, varied);
      context_.varied = &varied;
      TableReader reader{Input{context_, node, input.parameter, input.path}};
      describe(stages[s], reader);
      if (reader.finish()) check_stage(input, stages[s], varied);
      context_.varied = nullptr;
    }
  }

  /// Keys of a stage that cannot do without another.
  void check_stage(const Input& input, const Stage& stage, const Varied& varied) {
    const auto needs = [&](const std::string& key, const std::string& inner, const std::string& other) {
      const Entry* entry = input.node.entry(key);
      std::string path = input.path + "." + key + inner;
      if (varied.paths.contains(path)) path += "." + varied.segment;
      context_.problems.add("needs_key", entry != nullptr ? entry->spot : input.node.spot, path,
                            {inner.empty() ? key : inner.substr(1), other});
    };
    if (stage.later && stage.later->chance > 0 && !stage.later->after) needs("later", ".chance", "after");
    if (stage.attempts > 1 && stage.reach < 1 && !stage.retry) needs("attempts", "", "retry");
  }

  Context context_;
  Names segments_;
};

/// Whether the tables of stages would fit into memory once they are copied for every segment and department.
bool fits(const Scenario& scenario, const Input& root) {
  const Node* pipeline = root.node.find("pipeline");
  const Node* departments = root.node.find("departments");
  if (pipeline == nullptr) return true;
  const Node* stages = pipeline->find("stages");
  const std::size_t count = stages != nullptr ? stages->items.size() : 0;
  const std::size_t copies = 1 + (departments != nullptr ? departments->entries.size() : 0);
  const std::size_t segments = std::max<std::size_t>(1, scenario.segments.size());
  if (count * segments <= most_stages / copies) return true;
  root.context.problems.add("too_many_stages", pipeline->spot, "pipeline",
                            {std::to_string(count), std::to_string(segments), std::to_string(copies - 1),
                             std::to_string(most_stages)});
  return false;
}

void read_department(const Input& input, WorkReader& terms, Department& department) {
  if (!input.node.is_table()) return input.wrong_form("table");
  TableReader reader{input};
  describe(department, reader);
  reader.allow("work");
  reader.allow("role_defaults");
  reader.finish();
  if (const Node* work = input.node.find("work")) terms.read_terms(input.inside(*work, "work"), department.work);
}

void read_departments(const Input& input, WorkReader& terms, Scenario& scenario) {
  if (!input.node.is_table()) return input.wrong_form("table");
  if (!few_enough(input)) return;
  for (const Entry& entry : input.node.entries) {
    const Input item = input.inside(entry.value, shortened(entry.key));
    good_name(input.context, entry, item.path);
    Department department;
    department.work = scenario.work;
    read_department(item, terms, department);
    scenario.departments.items.emplace_back(entry.key, std::move(department));
  }
}

}  // namespace

Scenario read_scenario(const Node& root, Collector& problems) {
  Scenario scenario;
  Context context{problems, scenario.beliefs};
  const Input input{context, root, nothing, ""};
  TableReader reader{input};
  describe(scenario, reader);
  reader.allow("pipeline");
  reader.allow("departments");
  reader.allow("role_defaults");
  reader.allow("extends");
  reader.finish();
  if (!fits(scenario, input)) return scenario;

  Names segments;
  for (const auto& [name, segment] : scenario.segments.items) segments.push_back(name);
  const bool without_segments = segments.empty();
  if (without_segments) segments.emplace_back();  // so that stages are read and their problems found
  WorkReader work{context, segments};
  if (const Node* pipeline = root.find("pipeline"))
    scenario.work = work.read_pipeline({context, *pipeline, nothing, "pipeline"});
  else
    problems.add("missing_key", root.spot, "pipeline", {"pipeline"});
  if (const Node* departments = root.find("departments"))
    read_departments({context, *departments, nothing, "departments"}, work, scenario);
  else
    problems.add("no_departments", root.spot, "departments");
  return scenario;
}

}  // namespace scenarios
