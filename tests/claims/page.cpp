#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "tests/claims/claim.hpp"

namespace claims {
namespace {

std::string word(Outcome outcome) {
  switch (outcome) {
    case Outcome::holds:
      return "holds";
    case Outcome::fails:
      return "**fails**";
    case Outcome::undecided:
      return "undecided";
  }
  return {};
}

/// Four significant digits, and thousands apart.
std::string number(double value) {
  const double size = std::fabs(value);
  if (size >= 1e6) return fmt::format("{:.1f} m", value / 1e6);
  if (size >= 1e5) return fmt::format("{:.0f} k", value / 1e3);
  if (size >= 100) return fmt::format("{:.0f}", value);
  if (size >= 1) return fmt::format("{:.1f}", value);
  return fmt::format("{:.3f}", value);
}

std::string side(const Side& of, double factor, double constant) {
  if (of.department.empty()) return number(factor * constant);
  std::string text = factor == 1 ? "" : fmt::format("{:.3g} × ", factor);
  text += fmt::format("`{}`", of.department);
  if (of.month) text += fmt::format(" in month {}", *of.month + 1);
  if (!of.told.empty()) return text + " " + of.told;
  for (const std::string& set : of.sets) text += fmt::format(" with `{}`", set);
  return text;
}

bool bounded(double bound) { return std::isfinite(bound); }

/// What is compared, as an inequality.
std::string question(const Claim& claim) {
  const bool same_measure = claim.a.measure == claim.b.measure || claim.b.department.empty();
  const auto other = [&](double factor) {
    std::string text = side(claim.b, factor, claim.constant);
    if (!same_measure) text = fmt::format("`{}` of ", claim.b.measure) + text;
    return text;
  };
  std::string text = fmt::format("`{}` of {}", claim.a.measure, side(claim.a, 1, 0));
  if (bounded(claim.size.least)) text += " > " + other(claim.size.least);
  if (bounded(claim.size.most)) text += (bounded(claim.size.least) ? " and < " : " < ") + other(claim.size.most);
  return text;
}

/// The two sides and their ratio; or the one side and the bounds, where it is compared with a number.
std::string found(const Claim& claim, const Finding& finding) {
  std::string text = number(finding.a) + " : ";
  if (!claim.b.department.empty()) {
    text += number(finding.b);
    return finding.a > 0 && finding.b > 0 ? text + fmt::format(" ({:.2f} times)", finding.a / finding.b) : text;
  }
  if (bounded(claim.size.least)) text += number(claim.size.least * claim.constant);
  if (bounded(claim.size.least) && bounded(claim.size.most)) text += " to ";
  if (bounded(claim.size.most)) text += number(claim.size.most * claim.constant);
  return text;
}

std::string row(const Claim& claim) {
  const Finding finding = judge(claim);
  std::string where = fmt::format("[`{0}`](../scenarios/{0})", claim.file);
  for (const std::string& set : claim.sets) where += fmt::format(", `{}`", set);
  std::string bound;
  if (bounded(claim.size.least) && bounded(claim.size.most))
    bound = finding.of_most ? " from the upper bound" : " from the lower bound";
  return fmt::format("| {} | {} | {} | {} | {} | {} [{} … {}]{}{} | {} |\n", claim.of, claim.says, where,
                     question(claim), found(claim, finding), number(finding.gap), number(finding.low),
                     number(finding.high), bound, finding.skewed ? " !" : "", word(finding.outcome));
}

/// What would make it true, for claims that are not.
std::string note(const Claim& claim) {
  if (claim.why.empty() && !claim.turns) return {};
  std::string text = fmt::format("- **{}**, {}:", claim.of, claim.says);
  if (!claim.why.empty()) text += " " + claim.why;
  if (claim.turns) {
    const BreakEven& turns = *claim.turns;
    const std::string path = fmt::format("`{}`", fmt::join(turns.paths, "` and `"));
    const std::string unit = turns.unit.empty() ? "" : " " + turns.unit;
    const Range range = believed(claim.file, turns);
    const bool beyond_belief = is_outside(turns.beyond, range);
    const char* is = turns.paths.size() > 1 ? "are both" : "is";
    if (!turns.at.empty())
      text += fmt::format(" It turns where {} {} {}{}; at {} it holds", path, is, turns.at, unit, turns.beyond);
    else if (beyond_belief)
      text += fmt::format(" No value of {} makes it so, believed or not: not even {}{}", path, turns.beyond, unit);
    else
      text += fmt::format(" No believed value of {} makes it so: not even {}{}", path, turns.beyond, unit);
    text += range.low.empty() ? "." : fmt::format(" (believed: {} to {}).", range.low, range.high);
    if (!turns.at.empty() && is_outside(turns.at, range))
      text += " That is outside of what is believed.";
    else if (!turns.at.empty() && beyond_belief)
      text += " It holds outside of what is believed only.";
  }
  return text + "\n";
}

std::string part(const std::string& title, const std::vector<Claim>& claims) {
  std::string text = fmt::format("## {}\n\n", title);
  text += "| of | claim | scenario | tested as | found | difference | outcome |\n|---|---|---|---|---|---|---|\n";
  for (const Claim& claim : claims) text += row(claim);
  std::string notes;
  for (const Claim& claim : claims) notes += note(claim);
  return text + "\nWhy, and what would turn it:\n\n" + notes + "\n";
}

}  // namespace

std::string page() {
  std::vector<Claim> all = of_departments();
  const std::vector<Claim> mechanisms = of_mechanisms();
  all.insert(all.end(), mechanisms.begin(), mechanisms.end());
  std::size_t counts[3] = {0, 0, 0};
  for (const Claim& claim : all) ++counts[static_cast<std::size_t>(judge(claim).outcome)];
  const std::string command = fmt::format(
      "build/salesim compare scenarios/FILE --department A --department B --measure MEASURE --replications {} --seed "
      "{} "
      "--confidence {:g}",
      Claim{}.replications, seed, confidence);
  const std::string update = "SALESIM_UPDATE=1 build/tests/test_claims --test-case='docs/claims.md*'";
  return fmt::format(
             "# What the texts claim\n\n"
             "Five texts on sales departments say which is better, by how much, and why. Each claim is put to a "
             "shipped "
             "scenario, whose figures come from sources or are guesses with a range, never from the claim: *holds* "
             "means "
             "that the interval of the paired difference lies wholly on the claimed side, *fails* wholly on the other. "
             "What "
             "is so here is so for these companies; put in your own figures.\n\n"
             "Of {} claims {} hold, {} fail, {} are undecided with the replications given. Each claim is tested by "
             "itself, "
             "at {:g} %, on {} replications: of a hundred that are true, one would be found wrong by chance. To repeat "
             "one: "
             "`{}`, with `--set` for what is set. This page is written by the tests: `{}` writes it anew, and a test "
             "fails "
             "when it is stale.\n\n"
             "Each difference is the distance to what is claimed, positive on the claimed side; where there are two "
             "bounds, it is that to the bound which is nearer to being crossed. "
             "`!` marks a difference too skewed for its interval to be trusted fully.\n\n",
             all.size(), counts[0], counts[1], counts[2], 100 * confidence, Claim{}.replications, command, update) +
         part("Departments", of_departments()) + part("Mechanisms", of_mechanisms());
}

}  // namespace claims
