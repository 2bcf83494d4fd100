#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/claims/claim.hpp"

namespace {

constexpr const char* document = SALESIM_SOURCE_DIR "/docs/claims.md";
constexpr const char* update = "SALESIM_UPDATE=1 build/tests/test_claims --test-case='docs/claims.md*'";

std::string told(const claims::Claim& claim, const claims::Finding& finding) {
  return fmt::format("{}: {}\n{}: {:.6g} and {:.6g}, gap {:.6g} ({:.6g} to {:.6g})", claim.of, claim.says, claim.file,
                     finding.a, finding.b, finding.gap, finding.low, finding.high);
}

/// Sanitizers look at what the code does and not at what comes out, and take ten times as long: some claims will do.
#ifdef SALESIM_SANITIZED
constexpr std::size_t stride = 12;
#else
constexpr std::size_t stride = 1;
#endif

/// Whether the claim comes out as recorded, and turns where it is said to turn.
void check(const claims::Claim& claim) {
  const claims::Finding finding = claims::judge(claim);
  CHECK_MESSAGE(finding.outcome == claim.outcome, told(claim, finding));
  if (!claim.turns) return;
  REQUIRE_MESSAGE(claim.outcome != claims::Outcome::holds, claim.says);
  const claims::BreakEven& turns = *claim.turns;
  const claims::Finding beyond = claims::judge(claim, claims::sets_of(turns, turns.beyond));
  if (turns.at.empty()) {
    const claims::Range range = claims::believed(claim.file, turns);
    const bool is_an_end = turns.beyond == range.low || turns.beyond == range.high;
    const bool is_far = is_an_end || claims::is_outside(turns.beyond, range);
    CHECK_MESSAGE(is_far,
                  turns.beyond << " is neither an end of " << range.low << " to " << range.high << " nor beyond");
    CHECK_MESSAGE(beyond.outcome != claims::Outcome::holds, "holds at " << turns.beyond << ": " << told(claim, beyond));
    return;
  }
  CHECK_MESSAGE(beyond.outcome == claims::Outcome::holds, "not yet at " << turns.beyond << ": " << told(claim, beyond));
  const claims::Finding at = claims::judge(claim, claims::sets_of(turns, turns.at));
  const bool holds_zero = at.low <= 0 && at.high >= 0;
  CHECK_MESSAGE(holds_zero, "no turn at " << turns.at << ": " << told(claim, at));
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check_all(const std::vector<claims::Claim>& claims) {
  CHECK(claims.size() > 10);
  for (std::size_t c = 0; c < claims.size(); c += stride) check(claims[c]);
}

}  // namespace

TEST_CASE("what the texts claim of departments comes out as recorded, and turns where it is said to") {
  check_all(claims::of_departments());
}

TEST_CASE("what the texts claim of mechanisms comes out as recorded, and turns where it is said to") {
  check_all(claims::of_mechanisms());
}

TEST_CASE("docs/claims.md says what the tests find") {
  if (stride > 1) {
    MESSAGE("not compared: sanitizers would need half an hour");
    return;
  }
  const std::string found = claims::page();
  if (std::getenv("SALESIM_UPDATE") != nullptr) std::ofstream(document, std::ios::binary) << found;
  const std::string written = read(document);
  const auto [in_found, in_written] = std::mismatch(found.begin(), found.end(), written.begin(), written.end());
  const auto line = 1 + std::count(found.begin(), in_found, '\n');
  CHECK_MESSAGE(found == written, fmt::format("stale from line {} on; {}", line, update));
}
