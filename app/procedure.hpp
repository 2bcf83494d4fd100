#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/result/result.hpp"
#include "app/exit_code.hpp"
#include "app/output/text.hpp"
#include "app/scenario_factory.hpp"

namespace app {

/// What a command does with an experiment; its answer becomes a part of the document.
using Procedure = std::function<void(analysis::Experiment&, analysis::result::Result&)>;

/// Options of one command with their values, for the line that repeats the answer.
using OwnOptions = std::vector<std::pair<std::string, std::string>>;

/// Runs a procedure on the departments of a subject, made with these bindings, and hands its answer on in the form that
/// the options ask for. Says on a terminal how far it is. An interrupted one writes nothing but a sentence on standard
/// error.
ExitCode answer(const Subject& subject, const std::vector<Binding>& bindings, const AnalysisOptions& options,
                const std::string& command, const Procedure& procedure);

/// The document as it is before a procedure has said anything.
analysis::result::Result document_of(const Subject& subject, const AnalysisOptions& options,
                                     const std::string& command);

/// A document in the form that is asked for.
std::string answer_in(Format format, const analysis::result::Result& result, const Presentation& presentation);

/// The command that repeats an answer: what all procedures take, and `own`.
std::string command_of(const std::string& command, const AnalysisOptions& options, const OwnOptions& own);

}  // namespace app
