#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/interval.hpp"
#include "analysis/staffing/problem.hpp"

namespace analysis::staffing {

/// What the search is doing.
enum class Phase {
  enumeration,   ///< all plans are compared with each other
  search,        ///< better plans are looked for
  requirements,  ///< the requirements of a plan are tested on fresh replications
  neighbours,    ///< a plan is compared with those one step away, on fresh replications
  estimation     ///< the plan's own figures, on fresh replications
};

/// How a plan is looked for.
struct Options {
  double indifference = 0;   ///< δ > 0: a difference too small to matter, in the objective's unit
  double confidence = 0.95;  ///< of the whole statement, in (0, 1)
  std::vector<Plan> starts;  ///< where the search begins; none: the middle of the lattice
  std::uint64_t replications =
      30'000;                         ///< after about so many in all no new phase begins and nothing more is certified
  std::size_t enumerate = 2'000;      ///< so many admissible plans, if replications allow, are all compared
  std::uint32_t certificate = 1'000;  ///< replications on which the requirements of a plan are tested
  std::uint32_t final = 400;          ///< fresh replications for the figures of the plan found
  bool surroundings = true;           ///< prices and plateau are told, too
  std::uint64_t seed = 1;             ///< of the search's own choices (where it looks first)
  /// Told whenever a better plan is known and whenever a phase begins; the plan is empty before there is any. Called
  /// from the calling thread.
  std::function<void(Phase, const Plan&)> report = {};
};

/// How a plan stands to a requirement.
struct RequirementFound {
  std::uint32_t replications = 0;  ///< on which it was counted: fresh ones, if it was tested
  std::uint32_t met = 0;           ///< in so many of them
  double bound = absent;           ///< the chance is at least this, at `confidence_of_bound` (Clopper–Pearson)
  double confidence_of_bound = absent;
  bool certified = false;  ///< the bound is not below the wanted chance
};

/// What one more or one fewer is worth.
struct Price {
  Change change;
  Plan plan;    ///< after the change
  Figure gain;  ///< of the objective, changed less found plan, paired; positive where the change is better
  std::uint32_t replications = 0;
  bool meets = true;  ///< its requirements hold in these replications
};

/// A plan that was looked at and may be as good as the one found.
struct Alike {
  Plan plan;
  Figure
      difference;  ///< of the objective, less the found plan's, paired; its interval at 1 − α/number of plans compared
  std::uint32_t replications = 0;
  bool shown = false;  ///< the interval even excludes that it is worse by δ
};

/// What was found, and all that a statement about it needs.
struct Outcome {
  Plan plan;                   ///< empty only if no admissible plan is known or nothing was run
  bool stopped = false;        ///< by the stop token: the best plan so far
  bool exhausted = false;      ///< the replications allowed were spent before everything was certified
  bool enumerated = false;     ///< all admissible plans were looked at, not only those one step away
  std::size_t admissible = 0;  ///< number of admissible plans, if they were enumerated

  /// The requirements, in the order of the problem; and whether the plan meets them all as far as is known.
  std::vector<RequirementFound> requirements;
  bool meets = true;                    ///< in the replications of the search, or, if tested, by certificate
  bool requirements_certified = false;  ///< with confidence 1 − `alpha_requirements` (vacuous without requirements)
  std::optional<std::size_t> binding;   ///< where no plan was found that meets them: the one furthest from being met

  /// With confidence 1 − `alpha_neighbours` no one-step change but those `excluded` (or, if enumerated, no admissible
  /// plan that did not break a requirement in a first look, but those) is better by more than this: `indifference` if
  /// the tests came to an end, otherwise what simultaneous intervals of the prices exclude (paired t, Bonferroni).
  /// `absent`: nothing is known.
  double neighbours_within = absent;
  bool neighbours_certified = false;  ///< that is no more than `indifference`
  std::size_t neighbours = 0;         ///< plans compared in the last test
  std::vector<Plan> excluded;         ///< plans that were better, but did not pass the test of the requirements
  double alpha_requirements = 0;
  double alpha_neighbours = 0;
  double indifference = 0;
  double confidence = 0;

  Figure objective;  ///< of the plan, on fresh replications, at `confidence`; of those at hand where it was stopped
  std::uint32_t replications = 0;  ///< of `objective`
  bool fresh = false;              ///< they are such as the search has not seen
  std::vector<Price> prices;       ///< one-step changes about the plan
  std::vector<Alike> plateau;      ///< plans visited that a paired test does not find worse than the plan by δ or more

  std::uint64_t spent = 0;            ///< replications in all
  std::uint64_t spent_searching = 0;  ///< of these, before the first test
  std::size_t plans_visited = 0;
  std::vector<Plan> path;  ///< plans that were the best known, one after the other
};

/// Finds a staffing plan. Deterministic for the experiment's seed and `options`, whatever the number of threads, unless
/// it is stopped. The experiment's measures are numbered as the problem says. Throws as `Experiment::extend`, except
/// `Stopped`, which makes an outcome.
Outcome find_plan(Experiment& experiment, const Problem& problem, const Options& options);

}  // namespace analysis::staffing
