#include "app/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "app/answer.hpp"
#include "app/cases.hpp"
#include "app/customers.hpp"
#include "app/interrupts.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/run.hpp"
#include "app/messages/trace.hpp"
#include "app/output/trace.hpp"
#include "app/refused.hpp"
#include "app/simulation.hpp"
#include "models/department.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

/// Of all departments the two that a list is about, in their order.
std::vector<Case> the_two(std::vector<Case> cases, const TraceOptions& options, std::vector<std::string>& complaints) {
  std::vector<std::string> names;
  for (const Case& one : cases) names.push_back(one.name);
  std::vector<Case> chosen;
  for (const auto& [option, name] : {std::pair{"--won-by", &options.won_by}, {"--lost-by", &options.lost_by}}) {
    const auto it = std::find(names.begin(), names.end(), *name);
    if (it != names.end()) {
      chosen.push_back(cases[static_cast<std::size_t>(it - names.begin())]);
      continue;
    }
    std::string text = say(options.language, words::not_chosen, option, *name, scenarios::joined(names));
    if (const std::string meant = scenarios::nearest(*name, names); !meant.empty())
      text += say(options.language, words::did_you_mean, meant);
    complaints.push_back(std::move(text));
  }
  return chosen;
}

Traced traced(const Case& one, const TraceOptions& options) {
  Traced result{one.name, one.title, std::make_unique<models::DepartmentPlan>(*one.scenario, one.department), {}};
  models::DepartmentAtWork<models::TraceRecorder> at_work(*result.plan);
  try {
    at_work.run(options.seed, options.replication);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw ReplicationFailure(one.name, options.seed, options.replication, error.what());
  }
  result.happenings = std::move(at_work.recorder.happenings);
  return result;
}

/// The days of the options as times.
Window window_of(const TraceOptions& options, const models::DepartmentPlan& plan) {
  Window window;
  const auto time = [&](std::chrono::sys_days day) { return (day - plan.days->start).count() * sim::day; };
  if (options.from) window.from = time(*options.from);
  if (options.to) window.to = time(*options.to) + sim::day;
  if (window.from >= plan.end || window.to <= plan.begin)
    throw Refused({say(options.language, words::dates_outside, day_text(plan, plan.begin),
                       day_text(plan, plan.end - sim::microsecond))});
  return window;
}

/// The command that repeats it, in full: the source of a customer is named.
std::string command_of(const TraceOptions& options, const std::string& customer) {
  std::string text = "salesim trace " + shell_word(options.files.front());
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format(" {} {}", name, shell_word(value));
  };
  const auto add_day = [&](const char* name, const std::optional<std::chrono::sys_days>& day) {
    if (!day) return;
    const std::chrono::year_month_day date{*day};
    add(name, fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()}));
  };
  for (const std::string& set : options.sets) add("--set", set);
  for (const std::string& department : options.departments) add("--department", department);
  add("--lead", customer);
  add("--won-by", options.won_by);
  add("--lost-by", options.lost_by);
  add_day("--from", options.from);
  add_day("--to", options.to);
  add("--replication", fmt::format("{}", options.replication));
  add("--seed", fmt::format("{}", options.seed));
  return text;
}

void write(const std::vector<Traced>& departments, const TraceView& view, const TraceOptions& options, Output& output) {
  const bool list = !options.won_by.empty();
  switch (options.format) {
    case Format::text:
      list ? output.write(bought_and_lost_text(departments, view)) : write_trace_text(departments, view, output);
      break;
    case Format::csv:
    case Format::page:
    case Format::xlsx:  // which the command line does not take
      list ? output.write(bought_and_lost_csv(departments, view)) : write_trace_csv(departments, view, output);
      break;
    case Format::json:
      list ? output.write(bought_and_lost_json(departments, view)) : write_trace_chrome(departments, view, output);
      break;
  }
}

}  // namespace

ExitCode trace(const TraceOptions& options) {
  const std::vector<Source> sources = load_all(options);
  std::vector<std::string> complaints;
  std::vector<Case> cases = choose_cases(sources, options, false, complaints);
  if (complaints.empty() && !options.won_by.empty()) cases = the_two(std::move(cases), options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  if (!options.quiet) fmt::print(stderr, "{}", text_of(sources.front().loaded.warnings, options.language));

  const Interrupts interrupts;
  std::vector<Traced> departments;
  for (const Case& one : cases)
    if (!interrupts.requested()) departments.push_back(traced(one, options));

  if (!interrupts.requested()) {
    const models::DepartmentPlan& plan = *departments.front().plan;
    TraceView view;
    view.language = options.language;
    view.scenario = sources.front().loaded.scenario.title;
    view.replication = options.replication;
    view.seed = options.seed;
    view.window = window_of(options, plan);
    std::string customer;
    if (!options.lead.empty()) {
      Chosen chosen = choose_customer(options, sources.front().loaded.scenario, departments.front());
      view.customer = chosen.customer;
      view.namesakes = std::move(chosen.namesakes);
      customer = customer_text(plan, chosen.customer);
    }
    view.command = command_of(options, customer);
    Output output(options.output);
    write(departments, view, options, output);
    if (!interrupts.requested()) {
      output.finish();
      return ExitCode::done;
    }
  }
  fmt::print(stderr, "salesim: {}\n", std::string{words::trace_interrupted.in(options.language)});
  return ExitCode::interrupted;
}

}  // namespace app
