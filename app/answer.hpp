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

/// What an answer is about.
Period period_of(const models::Scenario& scenario);

/// The command that repeats an answer: everything that decides it, and nothing else.
std::string command_of(const std::string& command, const SimulationOptions& options);

/// A word as a shell takes it.
std::string shell_word(const std::string& word);

}  // namespace app
