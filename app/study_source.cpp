#include "app/study_source.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/messages/command_line.hpp"
#include "app/messages/studies.hpp"
#include "app/reference.hpp"
#include "app/refused.hpp"
#include "app/study_runner.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/nearest.hpp"
#include "scenarios/format/write.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

/// Files that a pattern with wildcards stands for, sorted; none where it has no wildcards.
std::vector<std::string> matching(const std::string& pattern) {
  std::vector<std::string> files;
  if (pattern.find_first_of("*?[") == std::string::npos) return files;
  glob_t found{};
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
    for (std::size_t i = 0; i < found.gl_pathc; ++i) files.emplace_back(found.gl_pathv[i]);
  globfree(&found);
  return files;
}

/// Refuses what does not exist, and pipes and devices: a sweep reads its files more than once.
void require_ordinary(const std::vector<std::string>& files) {
  sim::Problems problems;
  for (const std::string& file : files) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (fs::is_regular_file(status) || fs::is_directory(status)) continue;
    problems.push_back(
        {fs::exists(status) ? "file_not_ordinary" : "file_missing", {file}, "", {scenarios::shortened(file)}});
  }
  if (!problems.empty()) throw sim::InputError(std::move(problems));
}

std::vector<std::string> scenarios_in(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

/// Every scenario's text and name, folded into one hash as they come.
class Identity {
 public:
  explicit Identity(const std::string& text) : hash_(scenarios::hash_of_text(text)) {}
  void add(const std::string& text) { hash_ = scenarios::hash_of_text(hash_ + text); }
  const std::string& text() const { return hash_; }

 private:
  std::string hash_;
};

/// What decides the results of a block, however many of them are wanted.
scenarios::Study deciding(scenarios::Study study) {
  study.replications = 1;
  study.block = 0;
  return study;
}

/// The largest block that there may be for so many replications.
std::int64_t block_for(std::int64_t replications) {
  std::int64_t block = std::min(replications, scenarios::largest_block);
  while (replications % block != 0) --block;
  return block;
}

void add_new(std::vector<std::string>& all, const std::string& name) {
  if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
}

}  // namespace

StudySource::StudySource(const SweepOptions& options) {
  read_files(options);
  if (options.replications) study_.replications = *options.replications;
  head_.block = static_cast<std::uint32_t>(study_.block > 0 ? study_.block : block_for(study_.replications));
  if (study_.replications % head_.block != 0)
    throw Refused(
        {say(options.language, words::not_in_blocks, study_.replications, head_.block, options.files.front())});
  look_through(options);
  head_.title = study_.title;
  head_.version = SALESIM_VERSION;
  head_.replications = static_cast<std::uint32_t>(study_.replications);
  head_.points = study_.points_of_factors().count() * files_.size();
}

void StudySource::read_files(const SweepOptions& options) {
  const std::string& first = options.files.front();
  std::error_code error;
  if (fs::exists(first, error)) require_ordinary({first});
  is_study_ = !fs::is_directory(first, error) && scenarios::is_study(first);
  const auto complain = [&](const auto& phrase, const auto&... arguments) {
    throw Refused({say(options.language, phrase, arguments...)});
  };
  database_ = fs::path(first).lexically_normal().stem().string();
  if (is_study_) {
    if (options.files.size() > 1) complain(words::study_alone, first, options.files.size());
    if (!options.departments.empty()) complain(words::study_says, "--department", first);
    if (!options.measures.empty()) complain(words::study_says, "--measure", first);
    if (options.seed_given) complain(words::study_says, "--seed", first);
    study_ = scenarios::read_study(first);
    files_ = study_.scenarios;
    const fs::path folder = fs::path(first).parent_path().lexically_normal();
    for (const std::string& file : files_)
      labels_.push_back(folder.empty() ? file : fs::path(file).lexically_relative(folder).string());
  } else {
    for (const std::string& file : options.files) {
      if (fs::is_directory(file, error)) {
        const std::vector<std::string> found = scenarios_in(file);
        if (found.empty()) complain(words::folder_without_scenarios, file);
        for (const std::string& one : found) labels_.push_back(fs::path(one).filename().string());
        files_.insert(files_.end(), found.begin(), found.end());
        continue;
      }
      std::vector<std::string> found = matching(file);
      if (found.empty()) found.push_back(file);
      labels_.insert(labels_.end(), found.begin(), found.end());
      files_.insert(files_.end(), found.begin(), found.end());
    }
    if (fs::is_directory(first, error) && database_.empty())
      database_ = fs::path(first).lexically_normal().parent_path().filename().string();
    if (options.files.size() > 1 || database_.empty() || !matching(first).empty()) database_ = "sweep";
    study_.departments = options.departments;
    if (!options.measures.empty()) study_.measures = options.measures;
    study_.seed = static_cast<std::int64_t>(options.seed);
  }
  require_ordinary(files_);
  database_ += ".db";
  // The files stand in a table of their own.
  study_.scenarios = {"-"};
}

std::vector<std::string> StudySource::paths_of_factors() const {
  std::vector<std::string> paths;
  for (const scenarios::StudyFactor& factor : study_.factors) paths.push_back(factor.path);
  return paths;
}

StoredScenario StudySource::scenario(std::size_t number) const {
  StoredScenario stored;
  stored.file = labels_[number];
  try {
    const scenarios::Variants variants = scenarios::Variants::of_file(files_[number]);
    const models::Scenario& scenario = variants.loaded().scenario;
    const auto& departments = scenario.departments.items;
    std::vector<std::string> known;
    for (std::size_t d = 0; d < departments.size(); ++d) {
      const auto& [name, department] = departments[d];
      if (!study_.departments.empty() &&
          std::find(study_.departments.begin(), study_.departments.end(), name) == study_.departments.end())
        continue;
      stored.departments.push_back({static_cast<std::uint32_t>(d), name, department.title});
      const models::DepartmentSystem system(scenario, d, 0);
      const sim::Catalogue& catalogue = system.catalogue();
      for (std::size_t m = 0; m < study_.measures.size(); ++m) {
        const std::size_t found = catalogue.find(study_.measures[m]);
        if (found == catalogue.measures.size() ||
            std::find(known.begin(), known.end(), study_.measures[m]) != known.end())
          continue;
        known.push_back(study_.measures[m]);
        const sim::Measure& measure = catalogue.measures[found];
        stored.measures.push_back({static_cast<std::uint32_t>(m), measure.name, measure.unit,
                                   std::string{estimator_name(measure.estimator)}});
      }
    }
    std::sort(stored.measures.begin(), stored.measures.end(),
              [](const StoredMeasure& a, const StoredMeasure& b) { return a.number < b.number; });
    stored.title = scenario.title;
    stored.hash = scenarios::hash(scenario);
    stored.text = variants.text();
  } catch (const sim::InputError& error) {
    if (is_study_) throw;
    stored = {labels_[number], "", "", reason_of(error), {}, {}};
  }
  return stored;
}

void StudySource::check_factors(std::size_t number) const {
  const scenarios::Variants variants = scenarios::Variants::of_file(files_[number]);
  sim::Problems problems;
  const auto check = [&](const scenarios::StudyFactor& factor, const std::vector<std::string>& sets) {
    try {
      (void)variants.with(sets);
    } catch (const sim::InputError& error) {
      for (sim::Problem problem : error.problems()) {
        problem.place = factor.spot.place();
        if (std::none_of(problems.begin(), problems.end(), [&](const sim::Problem& other) {
              return other.code == problem.code && other.place == problem.place && other.arguments == problem.arguments;
            }))
          problems.push_back(std::move(problem));
      }
    }
  };
  constexpr std::size_t most_checked = 1000;
  // Values that are paired may be possible together only.
  if (study_.design == analysis::DesignKind::paired && !study_.factors.empty()) {
    for (std::size_t v = 0; v < std::min(study_.factors.front().values.size(), most_checked); ++v) {
      std::vector<std::string> sets;
      for (const scenarios::StudyFactor& factor : study_.factors) sets.push_back(factor.path + "=" + factor.values[v]);
      check(study_.factors.front(), sets);
    }
  } else {
    for (const scenarios::StudyFactor& factor : study_.factors) {
      std::vector<std::string> values(
          factor.values.begin(),
          factor.values.begin() + static_cast<std::ptrdiff_t>(std::min(factor.values.size(), most_checked)));
      if (values.empty())
        values = {scenarios::quantity_text(factor.low, factor.unit),
                  scenarios::quantity_text(factor.high, factor.unit)};
      for (const std::string& value : values) check(factor, {factor.path + "=" + value});
    }
  }
  if (!problems.empty()) throw sim::InputError(std::move(problems));
}

void StudySource::refuse_all() const {
  sim::Problems problems;
  for (const std::string& file : files_) {
    try {
      (void)scenarios::read_file(file);
    } catch (const sim::InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw sim::InputError(std::move(problems));
}

void StudySource::look_through(const SweepOptions& options) {
  const scenarios::Study wanted = deciding(study_);
  scenarios::Study untitled = wanted;
  untitled.title.clear();
  Identity identity(scenarios::study_text(untitled));
  std::vector<std::string> departments;
  std::vector<std::string> all_departments;
  std::set<std::string> measures;
  std::vector<std::string> all_measures;
  bool any_can_be_read = false;
  for (std::size_t s = 0; s < files_.size(); ++s) {
    const StoredScenario one = scenario(s);
    identity.add(one.text);
    any_can_be_read = any_can_be_read || !one.hash.empty();
    for (const StoredDepartment& department : one.departments) add_new(departments, department.name);
    for (const StoredMeasure& measure : one.measures) measures.insert(measure.name);
    if (is_study_) check_factors(s);
    const bool has_all = study_.departments.empty() || one.departments.size() == study_.departments.size();
    if (one.hash.empty() || (has_all && measures.size() == study_.measures.size())) continue;
    // Something is amiss: what there is instead.
    const models::Scenario scenario = scenarios::read_file(files_[s]).scenario;
    for (std::size_t d = 0; d < scenario.departments.items.size(); ++d) {
      add_new(all_departments, scenario.departments.items[d].first);
      const models::DepartmentSystem system(scenario, d, 0);
      for (const sim::Measure& measure : system.catalogue().measures) add_new(all_measures, measure.name);
    }
  }
  if (!any_can_be_read) refuse_all();
  head_.identity = identity.text();
  head_.text = scenarios::study_text(wanted);

  std::vector<std::string> complaints;
  const auto unknown = [&](const Phrase& phrase, const std::string& name, const std::vector<std::string>& all) {
    std::string sentence = say(options.language, phrase, name, scenarios::joined(all));
    if (const std::string meant = scenarios::nearest(name, all); !meant.empty())
      sentence += say(options.language, words::did_you_mean, meant);
    complaints.push_back(std::move(sentence));
  };
  for (const std::string& name : study_.departments) {
    if (std::find(departments.begin(), departments.end(), name) != departments.end()) continue;
    if (all_departments.empty()) all_departments = departments;
    unknown(words::departments_nowhere, name, all_departments);
  }
  if (!departments.empty())
    for (const std::string& name : study_.measures)
      if (!measures.contains(name)) unknown(words::measures_nowhere, name, all_measures);
  if (!complaints.empty()) throw Refused(std::move(complaints));
}

}  // namespace app
