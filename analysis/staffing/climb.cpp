#include "analysis/staffing/climb.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace analysis::staffing {
namespace {

constexpr std::size_t finalists = 4;
constexpr std::uint32_t of_sweep = 20;  ///< replications of a plan in the sweep
/// Replications that tell whether a chance is kept; before, a plan may lead by luck and all cheaper ones seem to break
/// it.
constexpr std::uint32_t resolved = 256;

/// One step in the same period, or in all of them, of two lines at once: up, down, and one for the other. Only of lines
/// with as many periods.
std::vector<Plan> pairs_of(const Problem& problem, const Plan& plan, std::size_t one, std::size_t other) {
  std::vector<Plan> pairs;
  const std::size_t periods = problem.lines[one].coordinates.size();
  if (periods != problem.lines[other].coordinates.size()) return pairs;
  for (const std::size_t count : periods == 1 ? std::set<std::size_t>{1} : std::set<std::size_t>{1, periods})
    for (std::size_t from = 0; from < (count == periods ? 1 : periods); ++from)
      for (const int up : {1, -1})
        for (const int also : {1, -1})
          if (const std::optional<Plan> half = changed(problem, plan, {one, from, count, up}, false))
            if (const std::optional<Plan> both = changed(problem, *half, {other, from, count, also}))
              pairs.push_back(*both);
  return pairs;
}

/// Moves by which the search leaves a plan. `fine`: the ones that are tried where the others have failed.
std::vector<Plan> field_about(const Problem& problem, const Plan& plan, bool fine) {
  std::vector<Plan> field;
  std::set<Plan> known{plan};
  const auto enter = [&](const std::optional<Plan>& candidate) {
    if (candidate && known.insert(*candidate).second) field.push_back(*candidate);
  };
  if (!fine)
    for (const Change& change : steps_about(problem, plan)) enter(changed(problem, plan, change));
  for (std::size_t l = 0; l < problem.lines.size(); ++l) {
    const Line& line = problem.lines[l];
    const std::size_t periods = line.coordinates.size();
    const std::set<std::size_t> lengths = fine ? std::set<std::size_t>{2, (periods + 2) / 3}
                                               : std::set<std::size_t>{(periods + 3) / 4, (periods + 1) / 2, periods};
    for (const std::size_t length : lengths)
      for (std::size_t from = 0; from < (length == periods ? 1 : periods); ++from)
        for (const int direction : {1, -1})
          if (length <= periods) enter(changed(problem, plan, {l, from, length, direction}));
    if (!fine) continue;
    for (std::size_t other = 0; other < l; ++other)
      for (Plan& both : pairs_of(problem, plan, other, l)) enter(std::move(both));
    if (periods < 2) continue;
    for (std::size_t place = 0; place < periods; ++place) {
      if (place + 1 == periods && !line.cyclic) break;
      for (const int direction : {1, -1}) {
        Plan carried = plan;
        const std::size_t one = line.coordinates[place];
        const std::size_t next = line.coordinates[(place + 1) % periods];
        carried[one] += direction * problem.coordinates[one].step;
        carried[next] -= direction * problem.coordinates[next].step;
        if (problem.admissible(carried)) enter(carried);
      }
    }
  }
  return field;
}

/// A competitor of the plan that leads.
struct Runner {
  Plan plan;
  Score score;
  Gap gain;  ///< over the leader

  double promise() const { return gain.mean + gain.error; }
};

class Climb {
 public:
  Climb(Trials& trials, Plan start, const Effort& effort)
      : trials_(trials), effort_(effort), leader_(std::move(start)), level_(std::max(2U, effort.first)) {}

  Plan run() {
    trials_.run({leader_}, level_);
    if (effort_.better) effort_.better(leader_);
    if (effort_.first < resolved / 4) sweep(std::min(effort_.most, std::max(level_, of_sweep)));
    for (bool fine = false; trials_.spent() < effort_.until;) {
      if (!fine) hope_ = 0;
      if (race(field_about(trials_.problem(), leader_, fine))) {
        fine = false;
        continue;
      }
      if (!fine) {
        fine = true;
        continue;
      }
      fine = false;
      const bool settled =
          hope_ < effort_.indifference && (trials_.problem().requirements.empty() || level_ >= resolved);
      if (level_ >= effort_.most || settled) break;
      level_ = std::min(effort_.most, 2 * level_);
    }
    return leader_;
  }

 private:
  /// One step more or fewer in whole lines, then in halves and quarters of them, then in as few periods as is
  /// admissible, one stretch after the other and as long as it helps, until none does: far from the top this moves more
  /// for the same replications than a race, and long stretches move more than short ones.
  void sweep(std::uint32_t count) {
    if (!affordable({leader_}, count)) return;
    trials_.run({leader_}, count);
    for (const std::size_t parts : std::array<std::size_t, 4>{1, 2, 4, 0})
      if (!sweep(count, parts)) return;
  }

  /// Stretches of a line's length over `parts`, each beginning where the one before ends; 0: the shortest ones, one
  /// from each period on. Whether there were replications enough.
  bool sweep(std::uint32_t count, std::size_t parts) {
    const std::vector<Line>& lines = trials_.problem().lines;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const std::size_t periods = lines[l].coordinates.size();
      if (parts > periods / 2 + 1) continue;
      const std::size_t stride = parts == 0 ? 1 : (periods + parts - 1) / parts;
      for (std::size_t place = 0; place < periods; place += stride) places.emplace_back(l, place);
    }
    for (std::size_t at = 0, idle = 0; idle < places.size(); at = (at + 1) % places.size()) {
      const auto [line, place] = places[at];
      ++idle;
      for (const int direction : {1, -1})
        while (const std::optional<Plan> next = step(line, place, direction, parts)) {
          if (!affordable({*next}, count)) return false;
          trials_.run({*next}, count);
          if (!trials_.score(*next, count).better_than(trials_.score(leader_, count))) break;
          leader_ = *next;
          idle = 0;
        }
      if (idle == 0 && effort_.better) effort_.better(leader_);
    }
    return true;
  }

  std::optional<Plan> step(std::size_t line, std::size_t place, int direction, std::size_t parts) const {
    const std::size_t periods = trials_.problem().lines[line].coordinates.size();
    if (parts > 0) {
      const std::size_t stride = (periods + parts - 1) / parts;
      return changed(trials_.problem(), leader_, {line, place, std::min(stride, periods - place), direction});
    }
    for (std::size_t count = 1; count <= periods; ++count)
      if (std::optional<Plan> next = changed(trials_.problem(), leader_, {line, place, count, direction})) return next;
    return std::nullopt;
  }

  bool affordable(const std::vector<Plan>& plans, std::uint32_t count) {
    return trials_.spent() + trials_.missing(plans, count) <= effort_.until;
  }

  /// Runs these and the leader so far, and tells how they stand, the most promising first.
  std::vector<Runner> standing(std::vector<Plan> plans, std::uint32_t count) {
    plans.push_back(leader_);
    trials_.run(plans, count);
    plans.pop_back();
    std::vector<Runner> runners;
    for (Plan& plan : plans) {
      Runner runner;
      runner.score = trials_.score(plan, count);
      runner.gain = trials_.gap(plan, leader_, count);
      runner.plan = std::move(plan);
      runners.push_back(std::move(runner));
    }
    std::stable_sort(runners.begin(), runners.end(), [](const Runner& one, const Runner& other) {
      return Score{one.score.shortfall, one.promise()}.better_than(Score{other.score.shortfall, other.promise()});
    });
    return runners;
  }

  /// Whether it can still win.
  bool hopeful(const Runner& runner, const Score& leader) const {
    if (Score{runner.score.shortfall, 0}.better_than(Score{leader.shortfall, 0})) return true;
    return !Score{leader.shortfall, 0}.better_than(Score{runner.score.shortfall, 0}) && runner.promise() > 0;
  }

  /// The moves of the best 2, 3, 5, 8 … runners at once, as far as they concern different coordinates.
  std::vector<Plan> together(const std::vector<Runner>& runners) const {
    std::vector<Plan> combined;
    Plan plan = leader_;
    std::size_t members = 0;
    std::size_t next = 2;
    std::size_t after = 3;
    Plan last = leader_;
    for (const Runner& runner : runners) {
      if (runner.gain.mean < runner.gain.error / 2 && runner.score.shortfall <= 0) continue;
      Plan tried = plan;
      bool apart = true;
      for (std::size_t c = 0; c < tried.size(); ++c) {
        if (runner.plan[c] == leader_[c]) continue;
        apart = apart && plan[c] == leader_[c];
        tried[c] = runner.plan[c];
      }
      if (!apart || !trials_.problem().admissible(tried)) continue;
      plan = tried;
      if (++members < next) continue;
      combined.push_back(plan);
      last = plan;
      const std::size_t sum = next + after;
      next = after;
      after = sum;
    }
    if (members > 1 && plan != last) combined.push_back(plan);
    return combined;
  }

  /// Whether somebody took over.
  bool race(const std::vector<Plan>& field) {
    if (field.empty()) return false;
    std::uint32_t count = level_;
    std::vector<Plan> running = field;
    std::vector<Runner> runners;
    for (bool first = true;; first = false) {
      running.push_back(leader_);
      const bool can = affordable(running, count);
      running.pop_back();
      if (!can) {
        if (first) spend_all();
        if (runners.empty()) return false;
        count /= 2;
        break;
      }
      runners = standing(running, count);
      const Score leader = trials_.score(leader_, count);
      std::vector<Plan> left;
      const std::size_t half = std::max(finalists, (runners.size() + 1) / 2);
      for (const Runner& runner : runners)
        if (left.size() < half && hopeful(runner, leader)) left.push_back(runner.plan);
      if (first)
        for (const Plan& plan : together(runners))
          if (std::find(left.begin(), left.end(), plan) == left.end()) left.push_back(plan);
      if (left.empty()) break;
      if (!first && left.size() <= finalists) break;
      if (2 * count > effort_.most) break;
      running = std::move(left);
      count *= 2;
    }
    for (const Runner& runner : runners) hope_ = std::max(hope_, runner.gain.mean + 2 * runner.gain.error);
    const Score leader = trials_.score(leader_, count);
    const Runner* best = nullptr;
    for (const Runner& runner : runners) {
      const bool wins = Score{runner.score.shortfall, 0}.better_than(Score{leader.shortfall, 0}) ||
                        (!Score{leader.shortfall, 0}.better_than(Score{runner.score.shortfall, 0}) &&
                         runner.gain.mean > runner.gain.error);
      if (wins && (best == nullptr || runner.score.better_than(best->score))) best = &runner;
    }
    if (best == nullptr) return false;
    take_over(best->plan, count);
    return true;
  }

  /// Nothing more can be paid for: nobody is to begin again.
  void spend_all() { effort_.until = 0; }

  /// The plan leads, and its move is repeated as long as that helps.
  void take_over(const Plan& winner, std::uint32_t count) {
    Plan move = winner;
    for (std::size_t c = 0; c < move.size(); ++c) move[c] -= leader_[c];
    leader_ = winner;
    for (;;) {
      Plan further = leader_;
      for (std::size_t c = 0; c < further.size(); ++c) further[c] += move[c];
      if (!trials_.problem().admissible(further) || !affordable({further}, count)) break;
      trials_.run({further}, count);
      const Gap gain = trials_.gap(further, leader_, count);
      const Score now = trials_.score(leader_, count);
      const Score then = trials_.score(further, count);
      if (!then.better_than(now) || (then.shortfall >= now.shortfall && gain.mean <= gain.error)) break;
      leader_ = further;
    }
    if (effort_.better) effort_.better(leader_);
  }

  Trials& trials_;
  Effort effort_;
  Plan leader_;
  std::uint32_t level_;
  double hope_ = 0;  ///< most that anybody of the last races may still gain
};

}  // namespace

Plan climb(Trials& trials, const Plan& start, const Effort& effort) { return Climb(trials, start, effort).run(); }

}  // namespace analysis::staffing
