#pragma once

#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/output/text.hpp"
#include "app/simulation.hpp"

namespace app {

/// Runs a simulation that is ready and hands its answer on in the form that the options ask for. An interrupted one
/// writes nothing but a sentence on standard error.
ExitCode answer(Simulation& simulation, const std::vector<Source>& sources, const SimulationOptions& options,
                Presentation presentation);

/// Writes the page of results beside the answer, where the options ask for it.
void write_report(const analysis::result::Result& result, const ModelOptions& options);

/// What an answer is about.
Period period_of(const models::Scenario& scenario);

/// The command that repeats an answer: everything that decides it, and nothing else.
std::string command_of(const std::string& command, const SimulationOptions& options);

/// A command as it is typed, put together from what decides its answer.
class CommandText {
 public:
  /// Begins with files, `--set` and departments.
  CommandText(const std::string& command, const ModelOptions& options);

  /// An option with its value, or a flag.
  void add(const std::string& name, const std::string& value = "");
  /// The measure, where it is not the usual one.
  void measure(const ModelOptions& options);
  /// The confidence, where it is not the usual one, and the seed.
  void chance(const ModelOptions& options);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// A word as a shell takes it.
std::string shell_word(const std::string& word);

}  // namespace app
