#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <thread>

#include "analysis/comparison.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "sim/replications.hpp"

TEST_CASE("in every shipped scenario the same customers tie the revenues of the departments together") {
  // Twin customers: correlation of revenue, replication by replication, between any two departments of a file. With 40
  // replications a true correlation of 0.5 would give less than 0.5 in half of all cases, so this holds only because the
  // true ones lie well above.
  constexpr std::uint32_t replications = 40;
  std::size_t pairs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SALESIM_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() != ".toml") continue;
    const models::Scenario scenario = scenarios::read_file(entry.path().string()).scenario;
    std::vector<std::unique_ptr<models::DepartmentSystem>> systems;
    std::vector<const sim::System*> views;
    for (std::size_t d = 0; d < scenario.departments.size(); ++d) {
      systems.push_back(std::make_unique<models::DepartmentSystem>(scenario, d, 1));
      views.push_back(systems.back().get());
    }
    sim::Replications runs(views, std::thread::hardware_concurrency());
    runs.run_to(replications);
    const std::vector<analysis::Series> revenue = analysis::series_of(runs, "revenue", replications);
    for (std::size_t a = 0; a < revenue.size(); ++a)
      for (std::size_t b = a + 1; b < revenue.size(); ++b) {
        const double correlation = analysis::difference(revenue[b], revenue[a], 0.95).correlation;
        ++pairs;
        CHECK_MESSAGE(correlation > 0.5, fmt::format("{}: {} and {}: {:.2f}", entry.path().filename().string(),
                                                     scenario.departments.items[a].first,
                                                     scenario.departments.items[b].first, correlation));
        INFO(correlation);
      }
  }
  CHECK(pairs > 10);
}
