#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "tests/theory/chapters.hpp"

// Agreement says something only where disagreement would have been seen: every theory that is a little wrong is
// refused, by each of its promises that is off by 5 % or more.
TEST_CASE("a theory with one server more or fewer, or a mean off by 5 %, is refused") {
  for (const theory::WrongTheory& theory : theory::wrong_theories()) {
    const theory::Chapter& wrong = theory.chapter;
    std::size_t refused = 0;
    for (const theory::Promise& promise : wrong.promises) {
      const theory::Finding finding = theory::observe(wrong, promise);
      if (!finding.agrees) ++refused;
      if (std::fabs(promise.expected / finding.observed - 1) < 0.05) continue;
      CHECK_MESSAGE(!finding.agrees,
                    fmt::format("{}, {}: {} of {} = {:.6g} is not refused, observed {:.6g}", wrong.title, theory.what,
                                promise.measure, promise.department, promise.expected, finding.observed));
    }
    CHECK_MESSAGE(refused > 0, wrong.title << ", " << theory.what);
  }
}
