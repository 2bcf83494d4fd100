#include "app/forecast.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "tests/app/program.hpp"

namespace {

models::Scenario scenario_of(const std::string& file, const std::vector<std::string>& sets = {}) {
  return scenarios::read_file(SALESIM_SOURCE_DIR "/" + file, sets).scenario;
}

/// Mean of the measure `events` over replications.
double mean_events(const models::Scenario& scenario, std::size_t department, std::uint32_t replications) {
  const models::DepartmentSystem system{scenario, department, 1};
  const sim::Catalogue& catalogue = system.catalogue();
  const std::size_t slot = catalogue.measures[catalogue.find("events")].numerator;
  const auto worker = system.worker();
  double sum = 0;
  for (std::uint32_t r = 0; r < replications; ++r) sum += worker->observe(r).totals[slot];
  return sum / replications;
}

constexpr double no_budget = 0;
constexpr double whole = 1e12;

}  // namespace

TEST_CASE("a pilot of the whole time forecasts the events of a run within a quarter") {
  std::size_t departments = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SALESIM_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() != ".toml") continue;
    const models::Scenario scenario = scenarios::read_file(entry.path().string()).scenario;
    const app::Forecast told = app::forecast(scenario, 0, 1, whole);
    const double real = mean_events(scenario, 0, 20);
    CHECK(told.share == 1);
    CHECK_MESSAGE(told.events > real / 1.25, entry.path());
    CHECK_MESSAGE(told.events < real * 1.25, entry.path());
    ++departments;
  }
  CHECK(departments > 10);
}

TEST_CASE("a pilot of a part of the time forecasts the events of an even market within a third") {
  // 24 months are 730 d; a quarter of a quarter … of it that is no shorter than a day and no longer than four is
  // 730 / 256 = 2.9 d, in a scenario that has neither season nor closed days.
  const models::Scenario scenario = scenario_of("scenarios/textbook/mm1.toml", {"horizon=730 d", "warm_up=0 d"});
  const app::Forecast told = app::forecast(scenario, 0, 1, no_budget);
  const double real = mean_events(scenario, 0, 1);
  CHECK(told.share == doctest::Approx(1 / 256.0));
  CHECK(told.events > real / 1.33);
  CHECK(told.events < real * 1.33);
}

TEST_CASE("a forecast grows with what there is to remember") {
  const auto told = [](const char* clients) {
    return app::forecast(scenario_of("scenarios/wholesale.toml", {std::string{"segments.salon.clients="} + clients}), 0);
  };
  const app::Forecast few = told("100");
  const app::Forecast many = told("20000");
  CHECK(few.replication_bytes > 1000);
  CHECK(many.seconds > 0);
#if !defined(__SANITIZE_ADDRESS__)  // whose memory is not counted
  CHECK(few.thread_bytes > 10'000);
  // A client takes at least a hundred bytes.
  CHECK(many.thread_bytes - few.thread_bytes > 19'900 * 100);
#endif
}

TEST_CASE("check says of every department what a run will take, unless it is to be quiet") {
  const program::Outcome outcome = program::good({"check", program::first_steps});
  CHECK(program::contains(outcome.err, "  one_tier: about "));
  CHECK(program::contains(outcome.err, "  lead_desk: about "));
  CHECK(program::contains(outcome.err, "  a run, 400 replications on "));
  CHECK_FALSE(program::contains(outcome.out, "about "));
  CHECK(program::contains(program::good({"check", program::first_steps, "--lang", "ru"}).err, "  one_tier: около "));
  CHECK(program::good({"check", program::first_steps, "--quiet"}).err.empty());
}
