#include "scenarios/format/reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "scenarios/format/codes.hpp"

using scenarios::all_parameters;
using scenarios::ParameterEntry;

namespace {

const ParameterEntry* find(const std::vector<ParameterEntry>& all, const std::string& path) {
  for (const ParameterEntry& entry : all)
    if (entry.path == path) return &entry;
  return nullptr;
}

}  // namespace

TEST_CASE("every parameter is listed once, with its meaning and a form that has words") {
  std::set<std::string> paths;
  for (const ParameterEntry& entry : all_parameters()) {
    CHECK_MESSAGE(paths.insert(entry.path).second, entry.path);
    CHECK_MESSAGE(!entry.meaning.empty(), entry.path);
    CHECK_MESSAGE(std::count(scenarios::forms.begin(), scenarios::forms.end(), entry.form) == 1, entry.path,
                  entry.form);
    CHECK_MESSAGE(!(entry.required && !entry.neutral.empty()), entry.path);
  }
  CHECK(paths.size() > 150);
}

TEST_CASE("a parameter is listed with placeholders, unit, default and bounds as they are written") {
  const auto all = all_parameters();
  const ParameterEntry* rate = find(all, "segments.<segment>.inbound.<channel>.rate");
  REQUIRE(rate != nullptr);
  CHECK(rate->form == "rate");
  CHECK(rate->required);
  CHECK(rate->moves == "leads");
  const ParameterEntry* patience = find(all, "pipeline.<stage>.patience");
  REQUIRE(patience != nullptr);
  CHECK(patience->form == "open_duration_law");
  CHECK(patience->neutral.empty());
  CHECK(patience->low == "0 s");
  const ParameterEntry* finds = find(all, "pipeline.<stage>.sieve.finds");
  REQUIRE(finds != nullptr);
  CHECK(finds->neutral == "\"100 %\"");
  CHECK(finds->high == "100 %");
  const ParameterEntry* holiday = find(all, "departments.<department>.roles.<role>.absence.holiday");
  REQUIRE(holiday != nullptr);
  CHECK(holiday->high == "300 d");
  for (const char* path :
       {"cold_call.interest", "service.contact.every", "departments.<department>.roles.<role>.skill.<activity>",
        "departments.<department>.roles.<role>.drops.<segment>", "calendar.hours", "pipeline.stages"})
    CHECK_MESSAGE(find(all, path) != nullptr, path);
}

TEST_CASE("the page has a row for every parameter but the bare calendar") {
  const std::string page = scenarios::reference_page();
  std::size_t rows = 0;
  for (std::size_t at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1)) ++rows;
  CHECK(rows == all_parameters().size() - 1);
}
