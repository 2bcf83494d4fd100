#pragma once

#include <string>
#include <vector>

#include "models/department_system.hpp"
#include "scenarios/format/codes.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/write.hpp"
#include "sim/problem.hpp"

/// What reading promises of any text whatever; held by the tests of random edits and by the fuzz targets.
namespace promise {

/// What came of reading a text.
struct Outcome {
  bool valid = false;                  ///< it was a scenario
  std::string broken{};                ///< the promise that was broken, as a sentence; empty if all were kept
  models::Scenario scenario{};         ///< of a valid one
};

/// What is wrong with problems as data, or nothing.
inline std::string wrong_with(const sim::Problems& problems) {
  if (problems.empty()) return "the text was refused without a problem";
  for (const sim::Problem& problem : problems) {
    const scenarios::Code* code = scenarios::find_code(problem.code);
    if (code == nullptr) return "no such code: " + problem.code;
    if (problem.arguments.size() != code->count()) return "another number of arguments than declared: " + problem.code;
    if (problem.warning != code->warning) return "a warning for an error, or the reverse: " + problem.code;
  }
  return "";
}

/// Reading ends: with a scenario that can be written and read again, or with problems that all have their code and
/// their number of arguments.
inline Outcome of(const std::string& text, const std::vector<std::string>& sets = {}) {
  Outcome outcome;
  std::string written;
  try {
    outcome.scenario = scenarios::read_text(text, "x.toml", sets).scenario;
    outcome.valid = true;
    written = scenarios::write(outcome.scenario);
    const models::Scenario again = scenarios::read_text(written, "y.toml").scenario;
    if (!(again == outcome.scenario)) outcome.broken = "what was written reads back to another scenario:\n" + written;
    if (scenarios::write(again) != written) outcome.broken = "what was read back is written otherwise:\n" + written;
  } catch (const sim::InputError& error) {
    outcome.broken = wrong_with(error.problems());
    if (outcome.valid) outcome.broken = "what was written is refused (" + error.problems().front().code + "):\n" + written;
  }
  return outcome;
}

/// Makes each department ready to run. Whatever reading accepts can be made ready, or is refused with problems.
inline std::string made_ready(const models::Scenario& scenario) {
  for (std::size_t d = 0; d < scenario.departments.size(); ++d) {
    try {
      const models::DepartmentSystem system{scenario, d, 1};
      if (system.worker() == nullptr) return "there is no worker";
    } catch (const sim::InputError& error) {
      if (std::string wrong = wrong_with(error.problems()); !wrong.empty()) return wrong;
    }
  }
  return "";
}

}  // namespace promise
