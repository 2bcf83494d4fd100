#include "scenarios/format/read.hpp"

#include "scenarios/format/limits.hpp"
#include "scenarios/format/load.hpp"
#include "scenarios/format/reader.hpp"

namespace scenarios {
namespace {

/// Whether a `path=value` speaks of defaults of roles, which must be known before the roles get them.
bool sets_defaults(const std::string& set) {
  const std::string path = "." + set.substr(0, set.find_first_of("= ")) + ".";
  return path.find(".role_defaults.") != std::string::npos;
}

}  // namespace

Loaded read_tree(Node root, const std::vector<std::string>& sets, Collector& problems, bool warned) {
  for (const std::string& set : sets)
    if (sets_defaults(set)) assign(root, set, problems);
  apply_role_defaults(root, problems);
  remove_false(root);
  for (const std::string& set : sets)
    if (!sets_defaults(set)) assign(root, set, problems);
  remove_false(root);
  Loaded loaded;
  loaded.scenario = read_scenario(root, problems);
  check(loaded.scenario, root, problems);
  loaded.plan = read_plan(root, problems);
  if (!problems.failed()) check_limits(loaded.scenario, root, problems);
  if (problems.failed()) throw sim::InputError{problems.problems()};
  if (!warned) return loaded;
  if (loaded.plan) check_plan(*loaded.plan, loaded.scenario, root, problems);
  if (problems.failed()) throw sim::InputError{problems.problems()};
  warn(loaded.scenario, root, problems);
  loaded.warnings = problems.warnings();
  return loaded;
}

namespace {

Loaded finish(std::optional<Node> root, const std::vector<std::string>& sets, Collector& problems) {
  if (!root) throw sim::InputError{problems.problems()};
  return read_tree(std::move(*root), sets, problems, true);
}

}  // namespace

Loaded read_file(const std::string& path, const std::vector<std::string>& sets) {
  Collector problems;
  return finish(load_file(path, problems), sets, problems);
}

Loaded read_text(std::string_view text, const std::string& name, const std::vector<std::string>& sets) {
  Collector problems;
  return finish(load_text(text, name, problems), sets, problems);
}

}  // namespace scenarios
