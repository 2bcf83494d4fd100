#include "analysis/staffing/search.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "analysis/quantiles.hpp"
#include "analysis/selection.hpp"
#include "analysis/staffing/certificate.hpp"
#include "analysis/staffing/climb.hpp"
#include "analysis/staffing/standard.hpp"
#include "analysis/staffing/trials.hpp"

namespace analysis::staffing {
namespace {

// Blocks of replications. None of a later phase was seen by an earlier one.
constexpr std::uint32_t searching = 0;
constexpr std::uint32_t screening = 0x10000000;
constexpr std::uint32_t requiring = 0x20000000;
constexpr std::uint32_t comparing = 0x40000000;
constexpr std::uint32_t estimating = 0x60000000;
constexpr std::uint32_t between_blocks = 1U << 20;

constexpr std::uint32_t rounds = 12;       ///< tests of neighbours, at most
constexpr std::uint32_t attempts = 24;     ///< tests of requirements, at most
constexpr std::uint32_t for_prices = 100;  ///< replications of a plan for a price
constexpr std::size_t most_alike = 12;     ///< plans of the plateau that are run again
constexpr std::uint32_t first_of_kn = 20;  ///< replications before anybody is dropped where all plans are compared
constexpr std::uint32_t first_of_neighbours = 40;  ///< where neighbours are, who get `for_prices` in the end anyhow
constexpr double share_of_climb = 0.3;             ///< of the replications, before the first test

class Finder {
 public:
  Finder(Experiment& experiment, const Problem& problem, const Options& options)
      : experiment_(experiment),
        problem_(problem),
        options_(options),
        begun_(experiment.spent()),
        trials_(experiment, problem, searching, {}) {
    const double alpha = 1 - options.confidence;
    result_.alpha_requirements = problem.requirements.empty() ? 0 : alpha / 2;
    result_.alpha_neighbours = alpha - result_.alpha_requirements;
    result_.indifference = options.indifference;
    result_.confidence = options.confidence;
    certificate_ = options.certificate;
    for (const Requirement& requirement : problem.requirements)
      certificate_ = std::max(certificate_, 2 * fewest_replications(requirement.chance, alpha_of(attempts - 1)));
    tolerate(1);
  }

  Outcome run() {
    try {
      experiment_.expect(begun_ + options_.replications);
      look();
      describe();
    } catch (const Stopped&) {
      result_.stopped = true;
      result_.plan = leader_;
    }
    complete();
    return std::move(result_);
  }

 private:
  /// Error of one requirement's test at this attempt: parts 1/2, 1/6, 1/12 … of the whole, which sum to 1, so that all
  /// attempts together err as little as promised.
  double alpha_of(std::uint32_t attempt) const {
    const double part = (attempt + 1.0) * (attempt + 2.0);
    return result_.alpha_requirements / part / static_cast<double>(problem_.requirements.size());
  }
  std::uint64_t limit(double share) const {
    return begun_ + static_cast<std::uint64_t>(share * static_cast<double>(options_.replications));
  }
  void report(Phase phase) const {
    if (options_.report) options_.report(phase, leader_);
  }
  void lead(const Plan& plan) {
    leader_ = plan;
    if (result_.path.empty() || result_.path.back() != plan) result_.path.push_back(plan);
  }

  /// Shares of failures that the search tolerates: what the first certificate allows, less a standard error of it, so
  /// that a plan which just keeps them is likely to pass. `part`: only so much of that.
  void tolerate(double part) {
    std::vector<double> shares;
    const double n = certificate_;
    for (const Requirement& requirement : problem_.requirements) {
      const double share =
          static_cast<double>(failures_allowed(certificate_, requirement.chance, alpha_of(0)).value_or(0)) / n;
      shares.push_back(part * std::max(0.0, share - std::sqrt(share * (1 - share) / n)));
    }
    tolerated_ = shares;
    trials_.tolerate(std::move(shares));
  }

  void look() {
    const std::optional<std::vector<Plan>> all = all_plans(problem_, options_.enumerate);
    if (all && all->empty()) return;
    if (all && 2 * first_of_kn * all->size() <= options_.replications / 2) {
      enumerate(*all);
    } else {
      search();
      examine();
    }
  }

  // ---- all plans

  void enumerate(std::vector<Plan> plans) {
    result_.enumerated = true;
    result_.admissible = plans.size();
    result_.plans_visited = plans.size();
    lead(plans.front());
    report(Phase::enumeration);
    if (!problem_.requirements.empty()) plans = keeping(plans);
    for (std::uint32_t attempt = 0; !plans.empty(); ++attempt) {
      std::vector<Candidate> candidates;
      for (const Plan& plan : plans)
        candidates.push_back({std::vector<double>(plan.begin(), plan.end()), problem_.system});
      SelectionOptions wanted;
      wanted.indifference = options_.indifference;
      wanted.confidence = 1 - std::ldexp(result_.alpha_neighbours, -static_cast<int>(attempt + 1));
      wanted.larger_is_better = problem_.larger_is_better;
      wanted.first = first_of_kn;
      const std::uint64_t spoken_for = experiment_.spent() + (problem_.requirements.empty() ? 0 : certificate_);
      const std::uint64_t rest = limit(1) > spoken_for ? limit(1) - spoken_for : 0;
      wanted.cap = static_cast<std::uint32_t>(
          std::max<std::uint64_t>(2 * first_of_kn, rest / std::min<std::size_t>(6, plans.size())));
      const Selection selection = select_best(experiment_, candidates, wanted);
      lead(plans[selection.best]);
      result_.neighbours = plans.size() - 1;
      result_.neighbours_certified = selection.decided;
      if (!selection.decided) result_.exhausted = true;
      const double sign = problem_.larger_is_better ? 1 : -1;
      promising_.clear();
      for (std::size_t i = 0; i < plans.size(); ++i) {
        const double behind = sign * (selection.means[selection.best] - selection.means[i]);
        if (behind < 2 * options_.indifference) promising_.emplace_back(behind, plans[i]);
      }
      if (result_.spent_searching == 0) result_.spent_searching = experiment_.spent() - begun_;
      if (result_.neighbours_certified) result_.neighbours_within = options_.indifference;
      if (certify(leader_, attempt, trials_)) return;
      if (result_.exhausted) return untested();
      if (attempt + 1 == attempts) break;
      result_.excluded.push_back(leader_);
      plans.erase(plans.begin() + static_cast<std::ptrdiff_t>(selection.best));
      report(Phase::enumeration);
    }
    result_.meets = problem_.requirements.empty();
    if (!result_.meets) untested();
  }

  /// Nothing can be said of the plan that leads.
  void untested() {
    result_.neighbours_certified = false;
    result_.neighbours_within = absent;
  }

  /// Those plans that do not break requirements in replications of this purpose; the one that breaks them least leads
  /// if there are none.
  std::vector<Plan> keeping(const std::vector<Plan>& plans) {
    Trials trials(experiment_, problem_, screening, tolerated_);
    const auto count = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(
        options_.replications / (4 * plans.size()), first_of_kn, std::max(first_of_kn, certificate_)));
    trials.run(plans, count);
    std::vector<Plan> left;
    for (const Plan& plan : plans) {
      if (trials.score(plan, count).better_than(trials.score(leader_, count))) lead(plan);
      if (trials.score(plan, count).shortfall <= 0) left.push_back(plan);
    }
    if (left.empty()) {
      std::uint32_t attempt = 0;
      certify(leader_, attempt, trials);
      result_.meets = false;
    }
    return left;
  }

  // ---- search

  void search() {
    report(Phase::search);
    std::vector<Plan> starts;
    for (const Plan& start : options_.starts)
      if (const std::optional<Plan> plan = repaired(problem_, start)) starts.push_back(*plan);
    Plan middle;
    for (const Coordinate& coordinate : problem_.coordinates)
      middle.push_back(coordinate.low + (coordinate.high - coordinate.low) / coordinate.step / 2 * coordinate.step);
    if (starts.empty())
      if (const std::optional<Plan> plan = repaired(problem_, middle)) starts.push_back(*plan);
    if (starts.empty()) return;
    lead(starts.front());
    constexpr std::uint32_t count = 2 * first_of_kn;
    trials_.run(starts, count);
    for (const Plan& start : starts)
      if (trials_.score(start, count).better_than(trials_.score(leader_, count))) lead(start);
    climb_on(8, limit(share_of_climb));
    result_.spent_searching = experiment_.spent() - begun_;
  }

  void climb_on(std::uint32_t first, std::uint64_t until) {
    Effort effort;
    effort.until = until;
    effort.first = first;
    effort.most = 512;
    effort.indifference = options_.indifference / 2;
    effort.seed = options_.seed;
    effort.better = [this](const Plan& plan) {
      lead(plan);
      report(Phase::search);
    };
    lead(climb(trials_, leader_, effort));
  }

  /// Tests on fresh replications: of requirements, and against neighbours; moves as long as one of these wins.
  void examine() {
    if (leader_.empty()) return;
    std::uint32_t attempt = 0;
    double part = 1;
    while (!certify(leader_, attempt, trials_)) {
      if (++attempt == attempts || result_.exhausted) return;
      // Less is tolerated, and the search goes on from there.
      tolerate(part *= 0.8);
      const Plan failed = leader_;
      report(Phase::search);
      climb_on(64, std::min(limit(0.8), experiment_.spent() + options_.replications / 6));
      if (leader_ == failed) return;
    }
    for (std::uint32_t round = 0; round < rounds; ++round) {
      const std::optional<Plan> better = beaten(round, attempt);
      if (!better) return;
      lead(*better);
    }
    result_.exhausted = true;
    tested_ = comparing + rounds * between_blocks;
    round_ = rounds;
  }

  /// A plan that beats the leader in this round's test and is certified to meet the requirements, if there is one.
  std::optional<Plan> beaten(std::uint32_t round, std::uint32_t& attempt) {
    Trials trials(experiment_, problem_, comparing + round * between_blocks, tolerated_);
    std::vector<Plan> challengers;
    for (const Change& change : steps_about(problem_, leader_))
      challengers.push_back(*changed(problem_, leader_, change));
    result_.neighbours = challengers.size();
    report(Phase::neighbours);
    if (challengers.empty()) {
      result_.neighbours_certified = true;
      return std::nullopt;
    }
    StandardTest test;
    test.indifference = options_.indifference;
    test.alpha = std::ldexp(result_.alpha_neighbours / 2, -static_cast<int>(round + 1));
    test.until = limit(1);
    test.first = first_of_neighbours;
    for (;;) {
      const StandardOutcome outcome = compare_with_standard(trials, leader_, challengers, result_.excluded, test);
      tested_ = comparing + round * between_blocks;
      round_ = round;
      if (outcome.better.empty()) {
        result_.neighbours_certified = outcome.decided;
        if (outcome.decided) result_.neighbours_within = options_.indifference;
        if (!outcome.decided) result_.exhausted = true;
        return std::nullopt;
      }
      const Plan& best = challengers[outcome.better.front()];
      const Plan joined = together(trials, best, challengers);
      const std::uint32_t count = std::max(trials.count(best), for_prices);
      trials.run({leader_, best, joined}, count);  // few replications would say little of a chance
      const bool gains = trials.score(joined, count).better_than(trials.score(best, count));
      for (const Plan& plan : gains ? std::vector<Plan>{joined, best} : std::vector<Plan>{best})
        if (takes_over(plan, trials, count, attempt)) return plan;
      if (attempt + 1 >= attempts) result_.exhausted = true;
      if (result_.exhausted) return std::nullopt;  // the one that won was not tested
      result_.excluded.push_back(best);
      report(Phase::neighbours);
    }
  }

  /// The change that won and all others that look like gains, as far as they concern different coordinates.
  Plan together(const Trials& trials, const Plan& best, const std::vector<Plan>& challengers) const {
    std::vector<std::pair<double, const Plan*>> gains;
    for (const Plan& plan : challengers) {
      const Gap gap = trials.gap(plan, leader_, std::min(trials.count(plan), trials.count(leader_)));
      if (gap.mean > gap.error) gains.emplace_back(-gap.mean, &plan);
    }
    std::sort(gains.begin(), gains.end());
    Plan joined = best;
    for (const auto& [loss, plan] : gains) {
      Plan next = joined;
      bool apart = true;
      for (std::size_t c = 0; c < next.size(); ++c) {
        if ((*plan)[c] == leader_[c]) continue;
        apart = apart && joined[c] == leader_[c];
        next[c] = (*plan)[c];
      }
      if (apart && problem_.admissible(next)) joined = next;
    }
    return joined;
  }

  /// Whether a plan that won is certified to meet the requirements: it is tested if, on the replications of the
  /// comparison, it breaks them no more than the leader.
  bool takes_over(const Plan& plan, Trials& trials, std::uint32_t count, std::uint32_t& attempt) {
    if (problem_.requirements.empty()) return true;
    if (trials.score(plan, count).shortfall > trials.score(leader_, count).shortfall) return false;
    if (attempt + 1 >= attempts) return false;
    const std::vector<RequirementFound> before = result_.requirements;
    if (certify(plan, ++attempt, trials)) return true;
    result_.requirements = before;  // the leader's, which was certified
    result_.meets = result_.requirements_certified = true;
    return false;
  }

  /// Replications for a certificate: as few as will do, if the plan goes on to fail as often as in these trials and a
  /// little more. They are fixed before the first of them is run.
  std::uint32_t certificate_for(const Plan& plan, std::uint32_t attempt, Trials& seen) const {
    const std::uint32_t count = std::max(seen.count(plan), 4 * first_of_neighbours);
    seen.run({plan}, count);
    for (const std::uint32_t n : {certificate_ / 8, certificate_ / 4, certificate_ / 2}) {
      bool enough = true;
      for (std::size_t q = 0; q < problem_.requirements.size(); ++q) {
        const double share = (count - seen.met(plan, q, count) + 1.0) / (count + 2.0);
        const double failed = share + 2 * std::sqrt(share * (1 - share) / count);
        const auto allowed = failures_allowed(n, problem_.requirements[q].chance, alpha_of(attempt));
        enough = enough && allowed && n * failed + 2 * std::sqrt(n * failed * (1 - failed)) <= *allowed;
      }
      if (enough) return n;
    }
    return certificate_;
  }

  /// Tests on fresh replications whether the plan meets all requirements, once more on more of them if it fails on few.
  /// `attempt`: the number of this test, in the end that of the last one made; `seen`: trials that tell how many
  /// replications it takes.
  bool certify(const Plan& plan, std::uint32_t& attempt, Trials& seen) {
    if (problem_.requirements.empty()) {
      result_.requirements_certified = result_.meets = true;
      return true;
    }
    const std::uint32_t count = certificate_for(plan, attempt, seen);
    if (certify_on(plan, attempt, count, seen)) return true;
    if (count == certificate_ || result_.exhausted || attempt + 1 == attempts) return false;
    return certify_on(plan, ++attempt, certificate_, seen);
  }

  /// How often a plan met each requirement in replications that are no test.
  std::vector<RequirementFound> counted(const Trials& trials, const Plan& plan) const {
    std::vector<RequirementFound> all;
    const std::uint32_t count = trials.count(plan);
    for (std::size_t q = 0; count > 0 && q < problem_.requirements.size(); ++q) {
      RequirementFound found;
      found.replications = count;
      found.met = trials.met(plan, q, count);
      all.push_back(found);
    }
    return all;
  }

  /// Counts on fresh replications how often the plan meets each requirement; whether all are certified.
  bool certify_on(const Plan& plan, std::uint32_t attempt, std::uint32_t count, const Trials& seen) {
    report(Phase::requirements);
    Trials trials(experiment_, problem_, requiring + attempt * between_blocks, tolerated_);
    result_.requirements_certified = result_.meets = false;
    if (experiment_.spent() + count > limit(1)) {
      result_.exhausted = true;
      result_.requirements = counted(seen, plan);
      return false;
    }
    result_.requirements.clear();
    trials.run({plan}, count);
    bool all = true;
    for (std::size_t q = 0; q < problem_.requirements.size(); ++q) {
      RequirementFound found;
      found.replications = count;
      found.met = trials.met(plan, q, count);
      found.confidence_of_bound = 1 - alpha_of(attempt);
      found.bound = clopper_pearson_lower(found.met, found.replications, alpha_of(attempt));
      found.certified = found.bound >= problem_.requirements[q].chance;
      all = all && found.certified;
      result_.requirements.push_back(found);
    }
    result_.requirements_certified = result_.meets = all;
    return all;
  }

  // ---- the plan found

  /// The plan's own figures, prices of one step, and the plateau.
  void describe() {
    if (leader_.empty()) return;
    result_.plan = leader_;
    report(Phase::estimation);
    Trials fresh(experiment_, problem_, estimating, tolerated_);
    fresh.run({leader_}, options_.final);
    estimate(fresh, options_.final);
    result_.fresh = true;
    if (!options_.surroundings) return;
    const Trials neighbours = run_neighbours();
    price(neighbours);
    bound(neighbours);
    look_around(fresh, neighbours);
  }

  /// By how much a neighbour may be better: the tests have one half of the error, these intervals the other, of which
  /// the round whose block they are on has as much as its test, since it is the data that choose the round.
  void bound(const Trials& trials) {
    if (known(result_.neighbours_within) || result_.enumerated || !result_.requirements_certified) return;
    const double all = std::ldexp(result_.alpha_neighbours / 2, -static_cast<int>(round_ + 1));
    const double each = all / static_cast<double>(std::max<std::size_t>(1, result_.prices.size()));
    double most = 0;
    for (const Price& price : result_.prices) {
      if (std::find(result_.excluded.begin(), result_.excluded.end(), price.plan) != result_.excluded.end()) continue;
      const Figure difference = figure_of(trials, price.plan, for_prices, 1 - 2 * each);
      most = std::max(most, problem_.larger_is_better ? difference.interval.high : -difference.interval.low);
    }
    result_.neighbours_within = most;
    result_.neighbours_certified = most <= options_.indifference;
  }

  /// The plan and its neighbours on the replications of the last test, of which a fixed number is used, so that the
  /// looks of the test do not matter.
  Trials run_neighbours() {
    Trials trials(experiment_, problem_, tested_, tolerated_);
    std::vector<Plan> plans{leader_};
    for (const Change& change : steps_about(problem_, leader_)) plans.push_back(*changed(problem_, leader_, change));
    trials.run(plans, for_prices);
    return trials;
  }

  void estimate(const Trials& trials, std::uint32_t count) {
    Moments moments;
    for (const double value : trials.values(leader_, count))
      if (known(value)) moments.add(value);
    const MeanInterval interval = mean_interval(moments, options_.confidence);
    result_.objective = {moments.count() == 0 ? absent : moments.mean(), {interval.low, interval.high}};
    result_.replications = count;
  }

  Figure figure_of(const Trials& trials, const Plan& plan, std::uint32_t count, double confidence) const {
    Moments moments;
    for (const double difference : trials.differences(plan, leader_, count)) moments.add(difference);
    const MeanInterval interval = mean_interval(moments, confidence);
    return {moments.count() == 0 ? absent : moments.mean(), {interval.low, interval.high}};
  }

  void price(const Trials& trials) {
    for (const Change& change : steps_about(problem_, leader_)) {
      Price price;
      price.change = change;
      price.plan = *changed(problem_, leader_, change);
      price.replications = for_prices;
      price.gain = figure_of(trials, price.plan, for_prices, options_.confidence);
      if (!problem_.larger_is_better)
        price.gain = {-price.gain.value, {-price.gain.interval.high, -price.gain.interval.low}};
      for (std::size_t q = 0; q < problem_.requirements.size(); ++q)
        price.meets =
            price.meets && trials.met(price.plan, q, for_prices) >= problem_.requirements[q].chance * for_prices;
      result_.prices.push_back(std::move(price));
    }
  }

  /// Neighbours and the most promising of the plans that the search has seen, unless a paired test finds them worse by
  /// δ.
  void look_around(Trials& fresh, const Trials& tested) {
    const auto priced = [&](const Plan& plan) {
      return std::any_of(result_.prices.begin(), result_.prices.end(),
                         [&](const Price& price) { return price.plan == plan; });
    };
    for (const auto& [plan, point] : trials_.plans()) {
      const std::uint32_t count = std::min(trials_.count(plan), trials_.count(leader_));
      if (count < 2 || trials_.score(plan, count).shortfall > 0) continue;
      const Gap gap = trials_.gap(plan, leader_, count);
      if (gap.mean + 2 * gap.error > -options_.indifference) promising_.emplace_back(-gap.mean, plan);
    }
    std::sort(promising_.begin(), promising_.end());
    std::vector<Plan> plans;
    for (const auto& [behind, plan] : promising_)
      if (plan != leader_ && !priced(plan) && plans.size() < most_alike) plans.push_back(plan);
    fresh.run(plans, for_prices);
    const auto compared = static_cast<double>(plans.size() + result_.prices.size());
    const double confidence = 1 - (1 - options_.confidence) / std::max(1.0, compared);
    for (const Plan& plan : plans) alike(plan, figure_of(fresh, plan, for_prices, confidence));
    for (const Price& price : result_.prices)
      if (price.meets) alike(price.plan, figure_of(tested, price.plan, for_prices, confidence));
    const double sign = problem_.larger_is_better ? 1 : -1;
    std::stable_sort(result_.plateau.begin(), result_.plateau.end(), [&](const Alike& one, const Alike& other) {
      return sign * one.difference.value > sign * other.difference.value;
    });
  }

  void alike(const Plan& plan, const Figure& difference) {
    const double best = problem_.larger_is_better ? difference.interval.high : -difference.interval.low;
    const double worst = problem_.larger_is_better ? difference.interval.low : -difference.interval.high;
    if (best <= -options_.indifference) return;
    result_.plateau.push_back({plan, difference, for_prices, worst > -options_.indifference});
  }

  /// What can be said of a search that was broken off, and the requirement that binds.
  void complete() {
    result_.spent = experiment_.spent() - begun_;
    if (!result_.enumerated) result_.plans_visited = trials_.plans().size();
    if (leader_.empty()) {
      result_.meets = false;
      return;
    }
    result_.plan = leader_;
    const std::uint32_t count = trials_.count(leader_);
    if (!known(result_.objective.value) && count > 0) estimate(trials_, count);
    if (result_.requirements.empty() && count > 0) {
      result_.meets = true;
      result_.requirements = counted(trials_, leader_);
      for (std::size_t q = 0; q < problem_.requirements.size(); ++q)
        result_.meets = result_.meets && result_.requirements[q].met >= problem_.requirements[q].chance * count;
    }
    if (result_.meets) return;
    double furthest = 0;
    for (std::size_t q = 0; q < result_.requirements.size(); ++q) {
      const RequirementFound& found = result_.requirements[q];
      const double missed = problem_.requirements[q].chance - static_cast<double>(found.met) / found.replications;
      if (found.certified || (result_.binding && missed <= furthest)) continue;
      furthest = missed;
      result_.binding = q;
    }
  }

  Experiment& experiment_;
  const Problem& problem_;
  const Options& options_;
  std::uint64_t begun_;
  Trials trials_;
  std::vector<double> tolerated_;
  std::uint32_t certificate_ = 0;
  std::uint32_t tested_ = estimating;  ///< the block on which prices are taken: that of the last test, if there was one
  std::uint32_t round_ = 0;            ///< of that test
  Plan leader_;
  std::vector<std::pair<double, Plan>> promising_;  ///< by how much worse than the leader they seemed
  Outcome result_;
};

}  // namespace

Outcome find_plan(Experiment& experiment, const Problem& problem, const Options& options) {
  assert(options.indifference > 0 && options.confidence > 0 && options.confidence < 1);
  return Finder(experiment, problem, options).run();
}

}  // namespace analysis::staffing
