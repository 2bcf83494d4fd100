#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "tests/theory/chapters.hpp"

// Agreement says something only where disagreement would have been seen: every theory that is a little wrong is
// refused, by each of its promises that differ from the right ones by 1 % or more.
TEST_CASE("a theory with one server more or fewer, or a mean off by 5 %, is refused") {
  for (const auto& [what, wrong] : theory::wrong_theories()) {
    std::size_t refused = 0;
    for (const theory::Promise& promise : wrong.promises) {
      const theory::Finding finding = theory::observe(wrong, promise);
      if (!finding.agrees) ++refused;
      const double off = std::fabs(promise.expected / finding.observed - 1);
      if (off < 0.05) continue;
      CHECK_MESSAGE(!finding.agrees,
                    fmt::format("{}, {}: {} of {} = {:.6g} is not refused, observed {:.6g}", wrong.title, what,
                                promise.measure, promise.department, promise.expected, finding.observed));
    }
    CHECK(refused > 0);
  }
}
