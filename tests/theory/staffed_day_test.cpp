#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/theory/chapters.hpp"
#include "tests/theory/staffed_day.hpp"

namespace theory {
namespace {

/// The day of the scenario file: 8 customers an hour on average, most before and after noon.
StaffedDay day_of(double patience, bool finishes, int peak) {
  constexpr std::array<double, 24> weights{1, 1, 1, 1, 1, 1, 2, 4, 8, 10, 10, 8, 6, 8, 10, 10, 8, 6, 4, 2, 1, 1, 1, 1};
  StaffedDay day;
  double sum = 0;
  for (const double weight : weights) sum += weight;
  for (std::size_t h = 0; h < 24; ++h) day.rates[h] = 8.0 / 60 * 24 * weights[h] / sum;
  day.staff = {1, 1, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 2, 2, 3, 3, 3, 2, 2, 1, 1, 1, 1, 1};
  for (int& people : day.staff) people = std::min(people, peak);
  day.work = 12;
  day.patience = patience;
  day.finishes = finishes;
  return day;
}

}  // namespace

/// What one day holds by the exact chain, as averages over the days of the period: the process repeats every day once
/// its beginning is forgotten, which takes less than the day of warm-up. In a day that repeats, the waits of those who
/// begin to wait in it add up to the time integral of the queue.
Chapter staffed_day(bool finishes, int peak) {
  constexpr double days = 60;
  Chapter chapter{"a day with staff by the hour (exact chain)", "scenarios/textbook/staffed_day.toml", 10, 160, {}};
  for (const auto& [department, patience] : {std::pair{"alike", 12.0}, {"patient", 30.0}}) {
    const StaffedDayMeans means = StaffedDayChain(day_of(patience, finishes, peak)).solve();
    chapter.promises.push_back({department, "leads", days * means.asked});
    chapter.promises.push_back({department, "leads_lost.abandoned", days * means.abandoned});
    chapter.promises.push_back({department, "win_rate", 1 - means.abandoned / means.asked});
    chapter.promises.push_back({department, "wait.serve.mean", means.waiting / means.asked});
    chapter.promises.push_back({department, "queue.serve", means.waiting / (24 * 60)});
    chapter.promises.push_back({department, "utilisation.server", means.busy / means.present});
    chapter.promises.push_back({department, "worked_time.server", days * means.busy / 60});
    chapter.promises.push_back({department, "overtime.server", days * means.overtime / 60});
  }
  return chapter;
}

}  // namespace theory

TEST_CASE("a day with staff by the hour is that of the exact chain, calls in hand being finished past the shift") {
  theory::check(theory::staffed_day());
}

TEST_CASE("where a seat that opens stands among the idle ones does not matter to the exact chain of a day") {
  // What it could change is who is at work when the next seat closes, hours later. Standard errors are above 1/5,000.
  theory::StaffedDay day = theory::day_of(30, true, 3);
  const theory::StaffedDayMeans last = theory::StaffedDayChain(day).solve();
  day.joins_front = true;
  const theory::StaffedDayMeans first = theory::StaffedDayChain(day).solve();
  CHECK(first.waiting == doctest::Approx(last.waiting).epsilon(1e-6));
  CHECK(first.busy == doctest::Approx(last.busy).epsilon(1e-6));
  CHECK(first.overtime == doctest::Approx(last.overtime).epsilon(1e-6));

  // It does matter where the third is there for a single quiet hour.
  day.rates.fill(1.0 / 60);
  day.staff.fill(2);
  day.staff[9] = 3;
  const double to_front = theory::StaffedDayChain(day).solve().overtime;
  day.joins_front = false;
  CHECK(to_front > 1.5 * theory::StaffedDayChain(day).solve().overtime);
}

TEST_CASE("the exact chain of a day forgets its beginning in a day") {
  for (const double patience : {12.0, 30.0})
    CHECK(theory::StaffedDayChain(theory::day_of(patience, true, 3)).solve().forgotten < 1e-9);
}

TEST_CASE("where patience has the law of work, the exact chain of a day holds as many as M/M/infinity does") {
  // Everybody leaves at rate μ, served or not: the mean number m obeys m' = λ(t) − μ m, which within an hour tends to
  // λ/μ as e^{−μt}, however many serve and whether or not calls are finished past the shift.
  for (const bool finishes : {true, false}) {
    const theory::StaffedDay day = theory::day_of(12, finishes, 3);
    theory::StaffedDayChain chain(day);
    chain.solve();
    double present = 0;
    for (int round = 0; round < 3; ++round)
      for (std::size_t h = 0; h < 24; ++h) {
        const double tends_to = day.rates[h] * 12;
        present = tends_to + (present - tends_to) * std::exp(-60.0 / 12);
        if (round == 2) CHECK(chain.present_customers()[h] == doctest::Approx(present).epsilon(1e-9));
      }
  }
}
