#pragma once

#include <string>
#include <string_view>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/piece.hpp"
#include "scenarios/format/read.hpp"

namespace scenarios {

/// The scenario as TOML, in one canonical form: keys that differ from their neutral default, in the declared order;
/// tables by segment only where segments differ; terms of departments only where they differ from the scenario's work.
/// Reads back to an equal scenario, and writing that gives the same text.
std::string write(const models::Scenario& scenario);
/// The same with the plan at its end, where there is one.
std::string write(const Loaded& loaded);

/// The same before it becomes text.
Piece canonical(const models::Scenario& scenario);

/// Sixteen hexadecimal digits that tell scenarios apart: FNV-1a (Fowler, Noll, Vo), 64 bits, of the canonical text.
/// Comments, layout, units and the order of keys do not change it; the order of segments, stages, departments and roles
/// does.
std::string hash(const models::Scenario& scenario);
/// The same of any text.
std::string hash_of_text(std::string_view text);

}  // namespace scenarios
