#include "app/staff.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <memory>

#include "analysis/result/build.hpp"
#include "app/answer.hpp"
#include "app/interrupts.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/staff.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/procedure.hpp"
#include "app/progress.hpp"
#include "app/refused.hpp"
#include "app/staffing/study.hpp"

namespace app {
namespace {

using staffing::Study;
using Studies = std::vector<std::unique_ptr<Study>>;

constexpr std::uint32_t first_of_document = 2'000'000'000;  ///< replications that nothing else has seen
constexpr double share_of_search = 0.65;                    ///< of a time limit
constexpr double share_of_all = 0.9;  ///< of it, when what is told besides the plan must be found; its figures follow

/// One that decides about a department of the plan.
bool is_decided(const scenarios::Loaded& loaded, std::size_t department) {
  for (const scenarios::Decision& decision : loaded.plan->decide.items)
    if (scenarios::place_of_role(loaded.scenario, decision.path)->department == department) return true;
  return false;
}

/// The departments that are asked about: those named, or all about which the plan decides.
std::vector<Case> chosen(const Subject& subject, const StaffOptions& options, std::vector<std::string>& complaints) {
  const scenarios::Loaded& loaded = subject.sources().front().loaded;
  if (!loaded.plan) {
    complaints.push_back(say(options.language, words::no_plan, subject.sources().front().file));
    return {};
  }
  std::vector<Case> cases;
  for (const Case& one : subject.cases()) {
    if (is_decided(loaded, one.department))
      cases.push_back(one);
    else if (!options.departments.empty())
      complaints.push_back(say(options.language, words::nothing_decided, one.name));
  }
  return cases;
}

void check_delta(const StaffOptions& options, std::vector<std::string>& complaints) {
  if (options.delta && options.delta->percent)
    complaints.push_back(say(options.language, words::staff_delta_in_percent, options.delta->text));
}

/// A plan must be possible at all.
void check_possible(const Study& study, const Case& one, const StaffOptions& options, const std::string& currency,
                    std::vector<std::string>& complaints) {
  const analysis::staffing::Problem& problem = study.lattice().problem;
  for (const analysis::staffing::Row& row : problem.rows) {
    const double least = analysis::staffing::least(problem, row);
    if (least <= row.limit) continue;
    complaints.push_back(say(options.language, words::budget_below_smallest, one.name,
                             grouped(least, 0, options.language), grouped(row.limit, 0, options.language), currency));
    return;
  }
  analysis::staffing::Plan smallest;
  for (const analysis::staffing::Coordinate& coordinate : problem.coordinates) smallest.push_back(coordinate.low);
  if (!analysis::staffing::repaired(problem, smallest))
    complaints.push_back(say(options.language, words::no_admissible_plan, one.name));
}

std::string command_text(const StaffOptions& options) {
  OwnOptions own;
  if (options.quick) own.emplace_back("--quick", "");
  if (options.budget) own.emplace_back("--budget", fmt::format("{}", *options.budget));
  if (options.delta) own.emplace_back("--delta", options.delta->text);
  if (options.max_replications != StaffOptions{}.max_replications)
    own.emplace_back("--max-replications", fmt::format("{}", options.max_replications));
  if (options.time_limit) own.emplace_back("--time-limit", fmt::format("{}s", options.time_limit->count()));
  return command_of("staff", options, own);
}

/// Two significant digits.
double rounded(double value) {
  if (!(value > 0)) return 1;
  const double digit = std::pow(10, std::floor(std::log10(value)) - 1);
  return std::round(value / digit) * digit;
}

/// The departments at their plans, on replications that nothing else has seen, and compared if there are several.
void tell_systems(const Studies& studies, const std::vector<Case>& cases, const StaffOptions& options,
                  std::stop_token stop, analysis::result::Result& document) {
  std::vector<std::unique_ptr<sim::System>> systems;
  std::vector<const sim::System*> pointers;
  std::vector<analysis::result::SystemName> names;
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const staffing::Years years = studies[i]->years(document.plan->departments[i]);
    systems.push_back(studies[i]->factory().with(years, std::nullopt, first_of_document));
    pointers.push_back(systems.back().get());
    names.push_back({cases[i].name, cases[i].title});
  }
  sim::Replications replications(pointers, threads_of(options));
  constexpr std::uint32_t fewest = 2;
  if (!replications.run_to(options.replications.value_or(final_of_staff), std::move(stop)) &&
      replications.count() < fewest)
    return;
  analysis::result::BuildOptions build;
  build.version = document.version;
  build.scenario_title = document.scenario_title;
  build.scenario_hash = document.scenario_hash;
  build.seed = document.seed;
  build.measure = document.plan->objective;
  build.comparison.confidence = options.confidence;
  build.comparison.larger_is_better = document.plan->larger_is_better;
  build.warnings = document.warnings;
  const analysis::result::Result built = analysis::result::build(replications, names, build);
  document.replications = built.replications;
  document.systems = built.systems;
  for (analysis::result::SystemResult& system : document.systems)
    std::erase_if(system.measures, [](const auto& measure) { return measure.name.starts_with("requirement."); });
  document.comparison = built.comparison;
  document.distributions = built.distributions;
}

class Command {
 public:
  Command(const Subject& subject, const StaffOptions& options, std::vector<Case> cases, Studies studies)
      : subject_(subject), options_(options), cases_(std::move(cases)), studies_(std::move(studies)) {}

  ExitCode run() {
    analysis::result::Result document = document_of(subject_, options_, command_text(options_));
    // How many people there are is what is decided here.
    std::erase_if(document.warnings, [](const sim::Problem& problem) {
      return problem.code == "payrolls_differ" || problem.code == "one_split";
    });
    const scenarios::StaffingPlan& plan = *subject_.sources().front().loaded.plan;
    analysis::result::PlanResult result;
    result.objective = plan.objective.measure;
    result.unit = subject_.sources().front().loaded.scenario.currency;
    result.larger_is_better = result.objective != "cost";
    result.quick = options_.quick;
    result.confidence = options_.confidence;
    if (options_.budget)
      result.budget = *options_.budget;
    else if (plan.budget)
      result.budget = static_cast<double>(plan.budget->hundredths) / 100;
    document.plan = std::move(result);
    const Interrupts interrupts;
    try {
      if (options_.quick)
        for (const auto& study : studies_) document.plan->departments.push_back(study->quick());
      else
        search(interrupts, document);
    } catch (const analysis::Stopped&) {
      if (!interrupts.requested()) {
        tell_too_short(cases_.front().name);
        return ExitCode::failed;
      }
      fmt::print(stderr, "salesim: {}\n", words::stopped_before_any.in(options_.language));
      return ExitCode::interrupted;
    }
    Presentation presentation;
    presentation.language = options_.language;
    presentation.period = period_of(subject_.sources().front().loaded.scenario);
    presentation.command = command_text(options_);
    presentation.months = !document.systems.empty();
    write_report(document, options_);
    Output output(options_.output);
    output.write(answer_in(options_.format, document, presentation));
    output.finish();
    if (!interrupts.requested()) return ExitCode::done;
    fmt::print(stderr, "salesim: {}\n", words::best_so_far.in(options_.language));
    return ExitCode::interrupted;
  }

 private:
  void tell_too_short(const std::string& department) const {
    fmt::print(stderr, "salesim: {}\n", say(options_.language, words::time_limit_too_short, department));
  }

  void search(const Interrupts& interrupts, analysis::result::Result& document) {
    std::optional<Progress> shown;
    if (!options_.quiet && errors_on_terminal())
      shown.emplace(options_.language, [](const std::string& text) { fmt::print(stderr, "{}", text); });
    std::uint64_t before = 0;
    std::uint64_t within = 0;
    const staffing::Deadline::Moment begin = std::chrono::steady_clock::now();
    staffing::Settings settings;
    settings.confidence = options_.confidence;
    settings.replications = options_.max_replications;
    settings.final = options_.replications.value_or(final_of_staff);
    settings.seed = options_.seed;
    settings.threads = threads_of(options_);
    settings.stop = interrupts.token();
    const std::uint64_t expected = Study::expected(settings) * studies_.size();
    std::string department;
    if (shown)
      settings.doing = [&](const Phrase& what) { shown->now(department + std::string{what.in(options_.language)}); };
    settings.progress = [&](std::uint64_t done, std::uint64_t) {
      if (done < within) before += within;  // another experiment has begun
      within = done;
      if (shown) shown->show(before + done, std::max(expected, before + done));
    };
    if (options_.delta) {
      settings.indifference = options_.delta->value;
    } else {
      double size = 0;
      for (const auto& study : studies_) size = std::max(size, study->size(settings));
      settings.indifference = rounded(delta_of_staff * size);
    }
    document.plan->indifference = settings.indifference;
    for (std::size_t i = 0; i < studies_.size(); ++i) {
      if (studies_.size() > 1) department = cases_[i].name + ", ";
      if (options_.time_limit) {
        const auto share = std::chrono::duration_cast<std::chrono::steady_clock::duration>(*options_.time_limit) /
                           static_cast<int>(studies_.size());
        const auto from = begin + share * static_cast<int>(i);
        settings.search_until =
            from + std::chrono::duration_cast<std::chrono::steady_clock::duration>(share * share_of_search);
        settings.until = from + std::chrono::duration_cast<std::chrono::steady_clock::duration>(share * share_of_all);
      }
      try {
        document.plan->departments.push_back(studies_[i]->searched(settings));
      } catch (const analysis::Stopped&) {
        if (i == 0) throw;
        if (!interrupts.requested()) tell_too_short(cases_[i].name);
        return;  // those before have their plans
      }
    }
    if (interrupts.requested()) return;
    std::optional<staffing::Deadline::Moment> end;
    if (options_.time_limit) end = begin + *options_.time_limit;
    const staffing::Deadline deadline(interrupts.token(), end);
    tell_systems(studies_, cases_, options_, deadline.token(), document);
  }

  const Subject& subject_;
  const StaffOptions& options_;
  std::vector<Case> cases_;
  Studies studies_;
};

}  // namespace

ExitCode staff(const StaffOptions& options) {
  std::vector<std::string> complaints;
  const Subject subject(options, complaints);
  check_delta(options, complaints);
  std::vector<Case> cases;
  if (complaints.empty()) cases = chosen(subject, options, complaints);
  Studies studies;
  if (complaints.empty())
    for (const Case& one : cases) {
      studies.push_back(
          std::make_unique<Study>(subject.variants().front(), one.department, one.name, options.budget, one.seed));
      check_possible(*studies.back(), one, options, subject.unit(), complaints);
    }
  if (!complaints.empty()) throw Refused(std::move(complaints));
  return Command(subject, options, std::move(cases), std::move(studies)).run();
}

}  // namespace app
