#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/best.hpp"
#include "analysis/breakeven.hpp"
#include "analysis/chance_of_best.hpp"
#include "analysis/control_variates.hpp"
#include "analysis/dominance.hpp"
#include "analysis/explanation.hpp"
#include "analysis/risk.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/regression.hpp"
#include "analysis/sensitivity/sobol.hpp"
#include "analysis/sensitivity/tornado.hpp"
#include "analysis/uncertainty.hpp"
#include "analysis/winner_map.hpp"

/// The answers of the procedures with the names that people know systems and factors by: parts of the one document.
namespace analysis::result {

/// What else is known of a system among those that are compared by one measure.
struct StandingResult {
  std::string system;     ///< its name
  WithBest against_best;  ///< simultaneous for all systems
  WithBest if_spherical;  ///< the same, if all differences vary alike; absent of independent samples
  ChanceOfBest chance;    ///< of having the best mean
  Risk risk;              ///< of its single runs
};

/// A system that dominates another in the sample, where the test rejects the opposite.
struct DominanceResult {
  std::string better;               ///< its name
  std::string worse;                ///< the other's
  int order = 1;                    ///< 1: for whoever prefers more; 2: for whoever also dislikes risk
  double p_value = absent;          ///< of "the better dominates": not small
  double reverse_p_value = absent;  ///< of the opposite: small
};

/// A comparison of several systems beyond the differences to one of them.
struct Standings {
  std::string best;                        ///< system with the best mean
  bool resolved = false;                   ///< no other may be the best
  std::vector<StandingResult> systems;     ///< in the order given
  std::vector<DominanceResult> dominance;  ///< pairs of which it can be said
};

/// A factor and its range.
struct FactorResult {
  std::string path;      ///< by which it is set
  std::string unit;      ///< of the numbers, as it is written behind them; empty if there is none
  double low = absent;   ///< one end of the range
  double high = absent;  ///< the other
  double base = absent;  ///< as it is; absent where the scenario does not say it
};

/// A value that makes a candidate another one than its system.
struct SettingResult {
  std::string path;   ///< what is set
  std::string value;  ///< as written
};

/// A candidate of a selection.
struct CandidateResult {
  std::string name;                     ///< system, with what was varied
  std::string system;                   ///< its name
  std::vector<SettingResult> settings;  ///< what was varied
  double mean = absent;                 ///< estimate at its last look
  std::uint32_t replications = 0;       ///< that it cost
  bool remaining = true;                ///< was not dropped
  std::string dropped_by;               ///< the candidate that it lost to; empty if it remained
  std::uint32_t dropped_after = 0;      ///< replications of its stage
  double behind = absent;               ///< how much worse its mean was than that one's
  bool screened = false;                ///< dropped in the screening
};

/// The best of several candidates.
struct SelectionResult {
  std::string measure;
  std::string unit;
  bool larger_is_better = true;
  double indifference = absent;             ///< difference too small to matter
  double confidence = 0.95;                 ///< chance of a correct selection
  bool decided = false;                     ///< the guarantee holds
  std::string best;                         ///< the candidate
  std::uint64_t spent = 0;                  ///< replications of all together
  std::vector<CandidateResult> candidates;  ///< in the order given
};

/// What an answer hangs on.
struct SensitivityResult {
  std::string measure;
  std::string unit;
  std::string system;
  std::string against;                ///< system that it is the difference to; empty: the measure itself
  std::string method;                 ///< `tornado`, `morris`, `sobol` or `regression`
  std::uint32_t points = 0;           ///< trajectories of Morris, rows of Sobol' and regression
  std::uint32_t replications = 0;     ///< at each point
  std::uint64_t spent = 0;            ///< replications in all
  std::vector<FactorResult> factors;  ///< by number
  std::optional<Tornado> tornado;
  std::vector<MorrisEffect> morris;
  std::optional<SobolIndices> sobol;
  std::optional<Regression> regression;
};

/// Who wins where.
struct MapResult {
  std::string measure;
  std::string unit;
  bool larger_is_better = true;
  double confidence = 0.95;  ///< of each resolved cell by itself
  std::vector<std::string> systems;
  FactorResult x;
  FactorResult y;
  WinnerMap map;
};

/// Where the best changes.
struct BreakevenResult {
  std::string measure;
  std::string unit;
  std::vector<std::string> systems;
  FactorResult factor;
  std::uint32_t replications = 0;  ///< of each system at each value
  std::uint64_t spent = 0;         ///< replications in all
  Breakeven breakeven;
};

/// What makes a difference.
struct ExplanationResult {
  std::string measure;
  std::string unit;
  std::string system;
  std::string against;
  std::vector<std::string> mechanisms;  ///< numbers, e.g. `M12`, in the order of the parts
  std::uint64_t spent = 0;              ///< replications
  Explanation explanation;
};

/// Of one system, or of its difference to another.
struct UncertainResult {
  std::string system;
  std::string against;  ///< empty: the measure itself
  Uncertainty uncertainty;
};

/// What is not known, and what knowing it is worth.
struct UncertaintyResult {
  std::string measure;
  std::string unit;
  std::uint32_t draws = 0;         ///< from the beliefs
  std::uint32_t replications = 0;  ///< at each
  std::vector<FactorResult> factors;
  std::vector<UncertainResult> answers;  ///< systems, then differences to the baseline
  std::string best;                   ///< system with the best mean over the beliefs; empty where there is one system
  Figure everything;                  ///< worth of knowing all of it
  bool moved = false;                 ///< the assumptions are seen to move some difference between systems
  std::vector<ValueOfKnowing> worth;  ///< by factor
  std::vector<Figure> share_best;     ///< by system
};

}  // namespace analysis::result
