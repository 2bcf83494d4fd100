#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <unordered_map>

#include "analysis/series.hpp"
#include "app/messages/problems.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/codes.hpp"
#include "scenarios/format/parse.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/study.hpp"

/// What a consultant reads when something is wrong. `tests/data/broken/*.toml` are files with mistakes, and the text
/// that each of them gives stands beside it in English and Russian. Lines `# --set …` at the top of a file are set on
/// it.
///
/// `SALESIM_UPDATE_EXPECTED=1 build/tests/test_app --test-case="*says what*"` writes the texts anew.
namespace {

namespace fs = std::filesystem;

/// The folder of the files while they are read, so that messages name them as a user in that folder would.
class InFolder {
 public:
  InFolder() : before_(fs::current_path()) { fs::current_path(SALESIM_SOURCE_DIR "/tests/data/broken"); }
  ~InFolder() { fs::current_path(before_); }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;

 private:
  fs::path before_;
};

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The values that a file's first lines set.
std::vector<std::string> sets_of(const std::string& text) {
  const std::string mark = "# --set ";
  std::vector<std::string> sets;
  std::size_t at = 0;
  while (text.compare(at, mark.size(), mark) == 0) {
    const std::size_t end = text.find('\n', at);
    sets.push_back(text.substr(at + mark.size(), end - at - mark.size()));
    at = end + 1;
  }
  return sets;
}

sim::Problems caught(const std::function<sim::Problems()>& run) {
  try {
    return run();
  } catch (const sim::InputError& error) {
    return error.problems();
  }
}

sim::Problems problems_of_file(const std::string& path, const std::vector<std::string>& sets = {}) {
  return caught([&] { return scenarios::read_file(path, sets).warnings; });
}

sim::Problems problems_of_text(const std::string& text, const std::vector<std::string>& sets = {}) {
  return caught([&] { return scenarios::read_text(text, "large.toml", sets).warnings; });
}

sim::Problems problems_of_study(const std::string& text) {
  return caught([&] {
    scenarios::read_study_text(text, "study.toml");
    return sim::Problems{};
  });
}

/// What a department says that is made ready to run.
sim::Problems problems_of_plan(const std::vector<std::string>& sets, const std::string& more = {}) {
  return caught([&] {
    const auto scenario = scenarios::read_text(content("base/office.toml") + more, "large.toml", sets).scenario;
    const models::DepartmentSystem system{scenario, 0, 1};
    return sim::Problems{};
  });
}

/// Two channel names that share a word of their draws: some pair among 2^18 names, as there are 2^32 words.
std::pair<std::string, std::string> colliding_channels() {
  std::mt19937_64 engine{2026};
  std::unordered_map<sim::Word, std::string> seen;
  for (int i = 0; i < 1 << 20; ++i) {
    const std::string name = "channel_" + std::to_string(engine());
    const auto [entry, fresh] = seen.emplace(sim::word("fit/retail/" + name), name);
    if (!fresh) return {entry->second, name};
  }
  return {};
}

/// Mistakes that no small file can hold, by the name of their expected text.
std::map<std::string, std::function<sim::Problems()>> situations() {
  std::map<std::string, std::function<sim::Problems()>> all;
  all["file_missing"] = [] { return problems_of_file("nowhere.toml"); };
  all["file_folder"] = [] { return problems_of_file("base"); };
  all["file_unreadable"] = [] { return problems_of_file("/proc/self/mem"); };
  all["file_too_large"] = [] { return problems_of_text("# " + std::string(scenarios::largest_file, 'x') + "\n"); };
  all["too_many"] = [] {
    std::string text;
    for (int i = 0; i < 20'001; ++i) text += "key_" + std::to_string(i) + " = 1\n";
    return problems_of_text(text);
  };
  all["too_many_stages"] = [] {
    std::string text = content("base/office.toml");
    std::string stages;
    for (int i = 0; i < 1000; ++i) stages += "\"stage_" + std::to_string(i) + "\", ";
    for (int i = 0; i < 50; ++i) text += "[departments.number_" + std::to_string(i) + "]\n";
    return problems_of_text(text, {"pipeline.stages=[" + stages + "]"});
  };
  all["too_many_lines"] = [] {
    std::string text = content("base/office.toml");
    for (int i = 0; i < 400; ++i) text += "[segments.number_" + std::to_string(i) + "]\n";
    return problems_of_text(text, {"departments.one_tier.roles.manager.staff=10000"});
  };
  all["more_problems"] = [] {
    std::string text = content("base/office.toml");
    for (int i = 0; i < 250; ++i) text += "[segments.number_" + std::to_string(i) + "]\nmarign = 1\n";
    sim::Problems problems = problems_of_text(text);
    problems.erase(problems.begin(), problems.end() - 2);
    return problems;
  };
  all["word_collision"] = [] {
    const auto [one, other] = colliding_channels();
    return problems_of_plan({}, "[segments.retail.inbound." + one + "]\nrate = \"1 / d\"\n[segments.retail.inbound." +
                                    other + "]\nrate = \"1 / d\"\n");
  };
  all["too_long_for_seats"] = [] {
    return problems_of_plan({"departments.one_tier.roles.manager.staff=10000", "horizon=200 y"});
  };
  all["study_factors"] = [] {
    return problems_of_study("scenarios = [\"a.toml\"]\nprecision = \"1 %\"\nseed = { value = 3, low = 1, high = 4 }\n[factors]\nhorizon = 3\nwarm_up = { low = "
                             "\"2 d\", high = \"1 d\" }\nrun_out = { low = \"1 d\", high = \"2 d\", step = \"1 wd\" }\n");
  };
  all["study_design"] = [] {
    return problems_of_study("scenarios = [\"a.toml\"]\npoints = 3\nreplications = 10\nblock = 4\n[factors]\nhorizon = { "
                             "low = \"1 d\", high = \"2 d\" }\n");
  };
  all["study_points"] = [] {
    return problems_of_study("scenarios = [\"a.toml\"]\n[factors]\nhorizon = { low = \"1 d\", high = \"5000 d\", step = "
                             "\"1 d\" }\nwarm_up = { low = \"1 d\", high = \"5000 d\", step = \"1 d\" }\n");
  };
  all["unknown_measure"] = [] {
    return caught([] {
      const auto scenario = scenarios::read_file("base/office.toml").scenario;
      const models::DepartmentSystem system{scenario, 0, 1};
      const sim::Replications replications{{&system}, 1};
      analysis::series_of(replications, "happiness", 0);
      return sim::Problems{};
    });
  };
  return all;
}

std::string in_both_languages(const sim::Problems& problems) {
  return app::text_of(problems, app::Language::en) + "\n" + app::text_of(problems, app::Language::ru);
}

/// Every problem that the files and situations give, by the name of their expected text; found once for all tests.
const std::map<std::string, sim::Problems>& all_problems() {
  static std::map<std::string, sim::Problems> all;
  if (!all.empty()) return all;
  const InFolder folder;
  for (const auto& entry : fs::directory_iterator(".")) {
    if (entry.path().extension() != ".toml") continue;
    const std::string name = entry.path().filename().string();
    all[entry.path().stem().string()] = problems_of_file(name, sets_of(content(name)));
  }
  for (const auto& item : situations()) {
    const std::string& name = item.first;
    REQUIRE_MESSAGE(!all.contains(name), name);
    all[name] = item.second();
  }
  return all;
}

}  // namespace

TEST_CASE("every broken file says what is wrong with it, in both languages") {
  const bool update = std::getenv("SALESIM_UPDATE_EXPECTED") != nullptr;
  const auto& all = all_problems();
  const InFolder folder;
  for (const auto& item : all) {
    const std::string& name = item.first;
    const sim::Problems& problems = item.second;
    const std::string text = in_both_languages(problems);
    CHECK_MESSAGE(!problems.empty(), name);
    if (update) std::ofstream{name + ".txt", std::ios::binary} << text;
    CHECK_MESSAGE(content(name + ".txt") == text, name);
  }
  for (const auto& entry : fs::directory_iterator("."))
    if (entry.path().extension() == ".txt") CHECK_MESSAGE(all.contains(entry.path().stem().string()), entry.path());
}

TEST_CASE("every code of a problem is triggered by a file or a situation, and no other") {
  std::set<std::string> triggered;
  for (const auto& [name, problems] : all_problems())
    for (const sim::Problem& problem : problems) triggered.insert(problem.code);
  std::set<std::string> listed;
  for (const scenarios::Code& code : scenarios::codes) listed.emplace(code.name);
  CHECK(listed.size() == scenarios::codes.size());
  for (const std::string& code : listed) CHECK_MESSAGE(triggered.contains(code), code << " is never triggered");
  for (const std::string& code : triggered) CHECK_MESSAGE(listed.contains(code), code << " is not listed");
}

TEST_CASE("problems have as many arguments as their code says, and words for forms and types") {
  const auto& all = all_problems();
  for (const auto& [name, problems] : all)
    for (const sim::Problem& problem : problems) {
      const scenarios::Code* code = scenarios::find_code(problem.code);
      REQUIRE_MESSAGE(code != nullptr, problem.code);
      CHECK_MESSAGE(problem.arguments.size() == code->count(), problem.code);
      CHECK_MESSAGE(problem.warning == code->warning, problem.code);
      for (std::size_t i = 0; i < problem.arguments.size(); ++i) {
        const std::string& argument = problem.arguments[i];
        if (code->arguments[i].kind == scenarios::ArgumentKind::form)
          CHECK_MESSAGE(std::count(scenarios::forms.begin(), scenarios::forms.end(), argument) == 1, argument);
        if (code->arguments[i].kind == scenarios::ArgumentKind::type)
          CHECK_MESSAGE(std::count(scenarios::types.begin(), scenarios::types.end(), argument) == 1, argument);
      }
    }
}
