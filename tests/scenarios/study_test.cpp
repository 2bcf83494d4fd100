#include "scenarios/format/study.hpp"

#include <doctest/doctest.h>

#include "scenarios/format/variants.hpp"
#include "scenarios/format/write.hpp"

using analysis::DesignKind;
using scenarios::Study;
using scenarios::Variants;

namespace {

sim::Problems problems_of(const std::string& text) {
  try {
    scenarios::read_study_text(text, "study.toml");
    return {};
  } catch (const sim::InputError& error) {
    return error.problems();
  }
}

std::string with_factors(const std::string& factors, const std::string& more = "") {
  return "scenarios = [\"a.toml\"]\n" + more + "[factors]\n" + factors + "\n";
}

/// The single problem of a text.
sim::Problem problem_of(const std::string& text) {
  const sim::Problems problems = problems_of(text);
  REQUIRE_MESSAGE(problems.size() == 1, text);
  return problems.front();
}

}  // namespace

TEST_CASE("a study's scenarios are relative to its file, and what it does not say has defaults") {
  const Study study = scenarios::read_study_text("scenarios = [\"../a.toml\", \"b.toml\"]\n", "dir/studies/one.toml");
  CHECK(study.scenarios == std::vector<std::string>{"dir/a.toml", "dir/studies/b.toml"});
  CHECK(study.design == DesignKind::grid);
  CHECK(study.replications == 100);
  CHECK(study.seed == 1);
  CHECK(study.measures == std::vector<std::string>{"profit", "revenue", "deals"});
  CHECK(study.points_of_factors().count() == 1);
}

TEST_CASE("factors are lists or ranges; a range with a step is the list of its values; paths may be quoted or nested") {
  const Study study = scenarios::read_study_text(
      with_factors("\"pipeline.meet.pass\" = { low = \"20 %\", high = \"30 %\", step = \"5 %\" }\n"
                   "segments.retail.inbound.web.rate = [\"60 / mo\", \"90 / mo\"]\n"
                   "\"departments.one.roles.seller.staff\" = { low = 1, high = 3, step = 1 }\n"
                   "\"pipeline.meet.work\" = [{ exponential = \"10 min\" }, \"5 min\"]"),
      "study.toml");
  REQUIRE(study.factors.size() == 4);
  CHECK(study.factors[0].path == "pipeline.meet.pass");
  CHECK(study.factors[0].values == std::vector<std::string>{"20 %", "25 %", "30 %"});
  CHECK(study.factors[1].path == "segments.retail.inbound.web.rate");
  CHECK(study.factors[1].values == std::vector<std::string>{"60 / mo", "90 / mo"});
  CHECK(study.factors[2].values == std::vector<std::string>{"1", "2", "3"});
  CHECK(study.factors[3].values.front() == "{ exponential = \"10 min\" }");
  CHECK(study.points_of_factors().count() == 3 * 2 * 3 * 2);
}

TEST_CASE("steps do not carry what is left of rounding") {
  const Study study =
      scenarios::read_study_text(with_factors("\"a.b\" = { low = 0.1, high = 0.5, step = 0.1 }"), "study.toml");
  CHECK(study.factors[0].values == std::vector<std::string>{"0.1", "0.2", "0.3", "0.4", "0.5"});
}

TEST_CASE("ends in other units are converted into the unit of the low one") {
  const Study study = scenarios::read_study_text(
      with_factors("\"a.b\" = { low = \"30 min\", high = \"1 h\" }", "design = \"sobol\"\npoints = 8\n"), "study.toml");
  CHECK(study.factors[0].values.empty());
  CHECK(study.factors[0].low == 30);
  CHECK(study.factors[0].high == 60);
  CHECK(study.factors[0].unit == " min");
}

TEST_CASE("what is wrong in a study is told with its place") {
  CHECK(problem_of("title = \"x\"\n").code == "missing_key");
  CHECK(problem_of("scenarios = [\"a.toml\"]\ndesing = \"grid\"\n").code == "unknown_key");
  CHECK(problem_of("scenarios = [\"a.toml\"]\ndesign = \"gird\"\n").code == "unknown_word");
  CHECK(problem_of("scenarios = [\"a.toml\"]\ndesign = \"lhs\"\n").code == "missing_key");
  CHECK(problem_of("scenarios = [\"a.toml\"]\npoints = 5\n").code == "points_unused");
  CHECK(problem_of("scenarios = [\"a.toml\"]\nreplications = 10\nblock = 4\n").code == "not_multiple");
  CHECK(problem_of("scenarios = [\"a.toml\"]\nprecision = \"1 %\"\n").code == "study_precision");
  CHECK(problem_of("scenarios = [\"a.toml\"]\nseed = { value = 1, low = 0, high = 3 }\n").code == "study_belief");
  CHECK(problem_of(with_factors("\"a.b\" = 3")).code == "wrong_type");
  CHECK(problem_of(with_factors("\"a.b\" = []")).code == "empty_list");
  CHECK(problem_of(with_factors("\"a.b\" = [1, 2, 1]")).code == "duplicate");
  CHECK(problem_of(with_factors("\"a.b\" = [1]\na.b = [2]")).code == "duplicate");
  CHECK(problem_of(with_factors("\"a.b\" = { low = 3, high = 2 }")).code == "factor_ends");
  CHECK(problem_of(with_factors("\"a.b\" = { low = 1, high = \"2 d\" }")).code == "factor_ends");
  CHECK(problem_of(with_factors("\"a.b\" = { low = 1, high = 2, step = 0 }")).code == "factor_step");
  CHECK(problem_of(with_factors("\"a.b\" = { low = 1, high = 2 }")).code == "factor_needs_step");
  CHECK(problem_of(with_factors("\"a.b\" = { low = 1 }")).code == "missing_key");
  CHECK(problem_of(with_factors("\"a.b\" = [1, 2]\n\"a.c\" = [1, 2, 3]", "design = \"paired\"\n")).code ==
        "wrong_count");
  CHECK(problem_of(with_factors("\"a.b\" = { low = 0, high = 5000, step = 1 }\n\"a.c\" = { low = 0, high = 5000, step "
                                "= 1 }"))
            .code == "too_many_points");
  CHECK(
      problem_of(with_factors("\"a.b\" = { low = 0, high = 60000, step = 1 }\n\"a.c\" = { low = 0, high = 60000, step "
                              "= 1 }",
                              "design = \"paired\"\n"))
          .code == "too_many");
  const sim::Problem problem = problem_of(with_factors("\"a.b\" = { low = 3, high = 2 }"));
  CHECK(problem.place.line == 3);
  CHECK(problem.path == "factors.a.b");
}

TEST_CASE("a study of as many values as there may be is written and read back") {
  const Study study = scenarios::read_study_text(
      with_factors("\"a.b\" = { low = \"0.00001 / mo\", high = \"1 / mo\", step = \"0.00001 / mo\" }"), "study.toml");
  REQUIRE(study.factors[0].values.size() == scenarios::most_study_values);
  CHECK(scenarios::read_study_text(scenarios::study_text(study), "study.toml").factors[0].values ==
        study.factors[0].values);
}

TEST_CASE("a study that is written reads back to the same one") {
  const std::string text =
      "title = \"All \\\"of\\\" it\"\nscenarios = [\"a.toml\", \"b.toml\"]\ndepartments = [\"one\"]\ndesign = "
      "\"lhs\"\npoints = 12\nseed = 7\nreplications = 20\nblock = 5\nmeasures = [\"profit\"]\n[factors]\n\"a.b\" = { "
      "low = \"20 %\", high = \"50 %\" }\n\"c.d\" = [1, \"2 d\", true, { exponential = \"3 h\" }, \"true\"]\n";
  const Study study = scenarios::read_study_text(text, "study.toml");
  const std::string written = scenarios::study_text(study);
  const Study again = scenarios::read_study_text(written, "study.toml");
  CHECK(scenarios::study_text(again) == written);
  CHECK(again.factors[1].values == study.factors[1].values);
  CHECK(study.factors[1].values ==
        std::vector<std::string>{"1", "2 d", "true", "{ exponential = \"3 h\" }", "\"true\""});
  CHECK(again.factors[0].unit == " %");
  CHECK(again.block == 5);
}

TEST_CASE("a scenario kept as text stands for itself: the same values set on it give the same scenario") {
  const std::string folder = std::string{SALESIM_SOURCE_DIR} + "/scenarios/";
  for (const char* file : {"wholesale.toml", "lead_desk_splits.toml", "protected_hours.toml", "first_steps.toml"}) {
    const Variants original = Variants::of_file(folder + file);
    const Variants kept = Variants::of_text(original.text(), "kept");
    CHECK_MESSAGE(kept.loaded().scenario == original.loaded().scenario, file);
    CHECK(kept.text() == original.text());
    CHECK(kept.with({"horizon=3 mo"}) == original.with({"horizon=3 mo"}));
  }
  const Variants original = Variants::of_file(folder + "wholesale.toml");
  const Variants kept = Variants::of_text(original.text(), "kept");
  const std::vector<std::string> sets{"role_defaults.diligence=50 %", "departments.one_tier.roles.manager.staff=7"};
  CHECK(kept.with(sets) == original.with(sets));
}
