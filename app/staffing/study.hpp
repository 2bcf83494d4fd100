#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/result/plan.hpp"
#include "analysis/staffing/search.hpp"
#include "app/messages/phrase.hpp"
#include "app/staffing/deadline.hpp"
#include "app/staffing/factory.hpp"
#include "app/staffing/lattice.hpp"
#include "app/staffing/quick.hpp"
#include "scenarios/format/variants.hpp"

namespace app::staffing {

/// How a study is run.
struct Settings {
  double indifference = 0;
  double confidence = 0.95;
  std::uint64_t replications = 0;  ///< of the search
  std::uint32_t final = 400;       ///< of every figure of a plan
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::stop_token stop = {};
  analysis::Running::Progress progress = {};
  std::function<void(const Phrase&)> doing = {};  ///< told what begins
  std::optional<Deadline::Moment> search_until = {};
  std::optional<Deadline::Moment> until = {};  ///< for what follows the search
};

/// The staffing of one department: its lattice, and all that is found out about it.
class Study {
 public:
  /// The scenario must have a plan that decides about the department. `budget` in place of the plan's own.
  Study(const scenarios::Variants& variants, std::size_t department, std::string name, std::optional<double> budget,
        std::uint64_t seed);
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  const Lattice& lattice() const { return lattice_; }
  const scenarios::StaffingPlan& plan() const { return plan_; }
  const StaffFactory& factory() const { return factory_; }

  /// The answer of formulas.
  analysis::result::DepartmentPlanResult quick() const;
  /// Mean size of the objective with the quick plan in a few replications.
  double size(const Settings& settings) const;
  /// The answer of simulation. What no time is left for is left out.
  analysis::result::DepartmentPlanResult searched(const Settings& settings) const;
  /// Months by role of an answer.
  Years years(const analysis::result::DepartmentPlanResult& answer) const;
  /// About how many replications `searched` takes at most.
  static std::uint64_t expected(const Settings& settings);

 private:
  using Answer = analysis::result::DepartmentPlanResult;

  std::vector<std::string> measures() const;
  std::vector<analysis::staffing::Plan> starts() const;
  Years quick_years() const;
  void tell_roles(const Years& years, Answer& answer) const;
  void tell(const analysis::staffing::Outcome& outcome, Answer& answer) const;
  void tell_start(const analysis::staffing::Plan& plan, const Settings& settings, Answer& answer) const;
  void tell_delays(const Years& years, const Settings& settings, Answer& answer) const;
  /// Whether each requirement was met as often as wanted in a point's replications.
  bool keeps_all(const analysis::Experiment& experiment, std::size_t point) const;
  void tell_demand(const std::string& end, const analysis::staffing::Plan& plan, const Settings& settings,
                   Answer& answer) const;

  const scenarios::Variants& variants_;
  std::string name_;
  std::uint64_t seed_;
  scenarios::StaffingPlan plan_;
  std::optional<double> budget_;
  Lattice lattice_;
  models::Scenario scenario_;
  StaffFactory factory_;
  Quick quick_;
};

/// Mean and interval of the paired difference of two points in a measure, `a` less `b`, over their first replications.
analysis::Figure paired_difference(const analysis::Experiment& experiment, std::size_t a, std::size_t b,
                                   double confidence);
/// The same of one point.
analysis::Figure mean_figure(const analysis::Experiment& experiment, std::size_t point, double confidence);

}  // namespace app::staffing
