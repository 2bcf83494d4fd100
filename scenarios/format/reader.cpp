#include "scenarios/format/reader.hpp"

#include <algorithm>

#include "scenarios/format/by_segment.hpp"
#include "scenarios/format/fields.hpp"
#include "scenarios/format/nearest.hpp"
#include "scenarios/format/parts.hpp"

namespace scenarios {
bool good_name(Context& context, const Entry& entry, const std::string& path, bool activity) {
  if (!is_name(entry.key)) {
    context.problems.add("bad_name", entry.spot, path, {shortened(entry.key)});
    return false;
  }
  const bool taken = is_reserved_activity(entry.key) || is_one_of(entry.key, work_parts);
  if (is_reserved(entry.key) || (activity && taken)) {
    context.problems.add("reserved_name", entry.spot, path, {entry.key});
    return false;
  }
  return true;
}

namespace {

using models::ColdCall;
using models::Department;
using models::Scenario;
using models::Stage;
using models::Work;
using Names = std::vector<std::string>;

const models::Parameter nothing{};

/// A scenario with more stages than this for all segments and departments together would not fit into memory.
constexpr std::size_t most_stages = 100'000;

/// The keys that a struct must have.
struct RequiredKeys {
  template <class T>
  void operator()(const models::Parameter& parameter, T&) {
    if (parameter.required) keys.emplace_back(parameter.key);
  }
  Names keys;
};

/// Reads what is to be done: the scenario's own stages and service, and the terms of departments laid over them.
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
      if (entry.key == "stages" || work.stages.empty()) continue;
      const std::string path = pipeline.path + "." + shortened(entry.key);
      if (!is_one_of(entry.key, work.stages))
        context_.problems.unknown("stage_not_listed", entry.spot, path, entry.key, work.stages);
    }
    for (const std::string& name : work.stages) {
      std::vector<Stage> stage(segments_.size());
      if (const Node* node = pipeline.node.find(name)) read_by_segment(pipeline.inside(*node, name), stage, true);
      work.pipeline.push_back(std::move(stage));
    }
    return work;
  }

  void read_cold_call(const Input& cold_call, Work& work) { read_part(cold_call, work.cold_call); }

  void read_service(const Input& service, Work& work) {
    if (!service.node.is_table()) return service.wrong_form("table");
    static_cast<void>(only(service, list(service_parts)));
    visit_parts(
        [&](std::string_view name, auto& part) {
          const Node* node = is_one_of(name, service_parts) ? service.node.find(name) : nullptr;
          if (node != nullptr) read_part(service.inside(*node, name), part);
        },
        work);
  }

  void read_terms(const Input& terms, Work& work) {
    if (!terms.node.is_table()) return terms.wrong_form("table");
    for (const Entry& entry : terms.node.entries) {
      const Input input = terms.inside(entry.value, shortened(entry.key));
      bool known = false;
      for (std::size_t s = 0; s < work.stages.size(); ++s) {
        if (work.stages[s] != entry.key) continue;
        read_by_segment(input, work.pipeline[s], true);
        known = true;
      }
      visit_parts(
          [&](std::string_view name, auto& part) {
            if (name != entry.key) return;
            read_part(input, part);
            known = true;
          },
          work);
      if (known || work.stages.empty()) continue;
      Names allowed = work.stages;
      allowed.insert(allowed.end(), work_parts.begin(), work_parts.end());
      context_.problems.unknown("unknown_activity", entry.spot, input.path, entry.key, allowed);
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

  /// A part of the service is there for all segments or for none. Where it stands already it is changed.
  template <class Part>
  void read_part(const Input& input, std::vector<Part>& part) {
    const bool laid_over = !part.empty();
    part.resize(segments_.size());
    read_by_segment(input, part, laid_over);
  }

  /// Reads a table into the stage or part of every segment. A segment for which the table says nothing of what a part
  /// must have, though it says so for others, does without the part.
  template <class Item>
  void read_by_segment(const Input& input, std::vector<Item>& items, bool laid_over) {
    if (!input.node.is_table()) return input.wrong_form("table");
    check_segments({context_, input.node, input.parameter, input.path}, segments_);
    RequiredKeys required;
    Item neutral;
    describe(neutral, required);
    const auto says = [&](const Node& node) {
      return std::any_of(required.keys.begin(), required.keys.end(), [&](const auto& key) { return node.has(key); });
    };
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      Varied varied{{}, segments_[s]};
      const Node node = for_segment(input, segments_, varied);
      const bool without = says(input.node) && !says(node);
      context_.varied = &varied;
      TableReader reader{Input{context_, node, input.parameter, input.path}, laid_over || without};
      describe(items[s], reader);
      if (reader.finish()) check_keys(input, items[s], varied);
      context_.varied = nullptr;
    }
  }

  /// A key that cannot do without another.
  void needs(const Input& input, const Varied& varied, const std::string& key, const std::string& inner,
             const std::string& other) {
    const Entry* entry = input.node.entry(key);
    std::string path = input.path + "." + key + inner;
    if (varied.paths.contains(path)) path += "." + varied.segment;
    context_.problems.add("needs_key", entry != nullptr ? entry->spot : input.node.spot, path,
                          {inner.empty() ? key : inner.substr(1), other});
  }

  void check_keys(const Input& input, const Stage& stage, const Varied& varied) {
    if (stage.later && stage.later->chance > 0 && !stage.later->after)
      needs(input, varied, "later", ".chance", "after");
    if (stage.attempts > 1 && stage.reach < 1 && !stage.retry) needs(input, varied, "attempts", "", "retry");
  }
  void check_keys(const Input& input, const ColdCall& call, const Varied& varied) {
    if (call.attempts > 1 && call.reach < 1 && !call.retry) needs(input, varied, "attempts", "", "retry");
  }
  template <class Part>
  void check_keys(const Input&, const Part&, const Varied&) {}

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
  root.context.problems.add(
      "too_many_stages", pipeline->spot, "pipeline",
      {std::to_string(count), std::to_string(segments), std::to_string(copies - 1), std::to_string(most_stages)});
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
  reader.allow("cold_call");
  reader.allow("pipeline");
  reader.allow("service");
  reader.allow("departments");
  reader.allow("role_defaults");
  reader.allow("plan");
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
  if (const Node* cold_call = root.find("cold_call"))
    work.read_cold_call({context, *cold_call, nothing, "cold_call"}, scenario.work);
  if (const Node* service = root.find("service"))
    work.read_service({context, *service, nothing, "service"}, scenario.work);
  if (const Node* departments = root.find("departments"))
    read_departments({context, *departments, nothing, "departments"}, work, scenario);
  else
    problems.add("no_departments", root.spot, "departments");
  return scenario;
}

}  // namespace scenarios
