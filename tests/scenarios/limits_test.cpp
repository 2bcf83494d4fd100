#include "scenarios/format/limits.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "models/department_system.hpp"
#include "tests/scenarios/office.hpp"

namespace {

/// Events of replication 0.
double real_events(const models::Scenario& scenario, std::size_t department) {
  const models::DepartmentSystem system{scenario, department, 1};
  const sim::Catalogue& catalogue = system.catalogue();
  const std::size_t slot = catalogue.measures[catalogue.find("events")].numerator;
  return system.worker()->observe(0).totals[slot];
}

/// Clients who are kept in touch with, set on the office.
office::Sets clientele() {
  return {"segments.retail.clients=10", "segments.retail.repeat={ every = \"90 d\" }",
          "service={ contact = { every = \"30 d\", work = \"10 min\" } }",
          "departments.one_tier.roles.seller.does=[\"contact\", \"meet\", \"qualify\"]",
          "departments.one_tier.roles.seller.owns=[\"clients\"]"};
}

}  // namespace

TEST_CASE("shipped scenarios have between a fifteenth of the expected events and ten times as many") {
  std::size_t departments = 0;
  for (const char* folder : {"/scenarios", "/scenarios/textbook"})
    for (const auto& entry : std::filesystem::directory_iterator(SALESIM_SOURCE_DIR + std::string{folder})) {
      if (entry.path().extension() != ".toml") continue;
      const models::Scenario scenario = scenarios::read_file(entry.path().string()).scenario;
      for (std::size_t d = 0; d < scenario.departments.size(); ++d) {
        const double expected = scenarios::expected_events(scenario, d);
        const double real = real_events(scenario, d);
        CHECK_MESSAGE(expected < 15 * real, entry.path(), " ", d, ": ", expected, " for ", real);
        CHECK_MESSAGE(expected > real / 10, entry.path(), " ", d, ": ", expected, " for ", real);
        ++departments;
      }
    }
  CHECK(departments > 20);
}

TEST_CASE("a cold list is called no longer than until everybody has refused for good") {
  // 100 companies answer every second dial. A first talk keeps 1 - 0.75 × 0.4 = 0.7 of them, each further one
  // 1 - 0.5 × 1 = 0.5, so that a company has 1 + 0.7 / 0.5 = 2.4 talks in 4.8 dials: 480 dials for all of them. Leads
  // make no more than 0.5 × 480 × 0.5 = 120 visits of the one stage; each dial and visit is two events.
  const auto expected = [](const char* give_up) {
    return scenarios::expected_events(
        scenarios::read_file(
            SALESIM_SOURCE_DIR "/scenarios/textbook/cold_list.toml",
            {"segments.companies.prospects=100", "cold_call.reach=0.5", "cold_call.interest=[0.25, 0.5]",
             std::string{"cold_call.give_up="} + give_up, "cold_call.attempts=1000"})
            .scenario,
        0);
  };
  CHECK(expected("[0.4, 1]") == doctest::Approx(2 * (480 + 120)));
  CHECK(expected("[0, 0.001]") > 100 * expected("[0.4, 1]"));
}

TEST_CASE("events without end are refused at the value that they come from") {
  const auto blamed = [](const std::string& set) {
    office::Sets sets = clientele();
    sets.push_back(set);
    return office::wrong(sets);
  };
  const auto is_at = [](const office::Lines& lines, const std::string& path) {
    REQUIRE_FALSE(lines.empty());
    for (const std::string& line : lines) CHECK_MESSAGE(line.starts_with("too_many_events " + path + " ("), line);
  };
  CHECK(office::wrong(clientele()).empty());
  is_at(blamed("segments.retail.inbound.web.rate=100000 / s"), "segments.retail.inbound.web.rate");
  is_at(blamed("segments.retail.repeat.every=0.001 s"), "segments.retail.repeat.every");
  is_at(blamed("service.contact={ every = \"0.001 s\" }"), "service.contact.every");
  is_at(blamed("departments.one_tier.roles.seller.tenure=0.001 s"), "departments.one_tier.roles.seller.tenure");
  is_at(blamed("departments.one_tier.rotation={ after = \"0.001 s\" }"), "departments.one_tier.rotation.after");
}

TEST_CASE("the limit of events lies between a year of a large company and what nobody would wait for") {
  // In six months 300 a month and 2 a day are about 1,800 and 365 leads, each of which visits two stages. A thousand
  // times that is some ten million events; a hundred million times 1,800 leads alone are above the limit.
  CHECK(office::wrong({"segments.retail.inbound.web.rate=300000 / mo", "segments.wholesale.inbound.fair.rate=2000 / d"})
            .empty());
  CHECK_FALSE(office::wrong({"segments.retail.inbound.web.rate=30000000000 / mo"}).empty());
}
