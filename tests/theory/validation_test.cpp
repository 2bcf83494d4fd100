#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "analysis/quantiles.hpp"
#include "tests/theory/chapters.hpp"
#include "tests/theory/coverage.hpp"

namespace {

constexpr const char* document = SALESIM_SOURCE_DIR "/docs/validation.md";
constexpr const char* update = "SALESIM_UPDATE=1 build/tests/test_theory --test-case='docs/validation.md*'";

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The comment that a scenario file begins with, as one line.
std::string opening_comment(const std::string& file) {
  const std::string text = read(std::string(SALESIM_SOURCE_DIR "/") + file);
  std::string comment;
  for (std::size_t at = 0; text.compare(at, 2, "# ") == 0;) {
    const std::size_t end = text.find('\n', at);
    comment += (comment.empty() ? "" : " ") + text.substr(at + 2, end - at - 2);
    at = end + 1;
  }
  return comment;
}

/// So many significant digits, without an exponent.
std::string number(double value, int digits) {
  const std::string scientific = fmt::format("{:.{}e}", value, digits - 1);
  const int exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
  return fmt::format("{:.{}f}", std::stod(scientific), std::max(0, digits - 1 - exponent));
}

std::string link(const std::string& file) { return fmt::format("[`{0}`](../{0})", file); }

std::string chapter_text(const theory::Chapter& chapter) {
  std::string text =
      fmt::format("### {}\n\n{}: {}\n\n`{}`\n\n", chapter.title, link(chapter.file), opening_comment(chapter.file),
                  fmt::format("build/salesim run {} --replications {} --seed {}", chapter.file, chapter.replications,
                              chapter.seed));
  text += "| department | measure | unit | expected | observed | standard error | z |\n|---|---|---|--:|--:|--:|--:|\n";
  for (const theory::Promise& promise : chapter.promises) {
    const theory::Finding finding = theory::observe(chapter, promise);
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {:.2f} |\n", promise.department, promise.measure, finding.unit,
                        number(promise.expected, 5), number(finding.observed, 5), number(finding.error, 2), finding.z);
  }
  return text + "\n";
}

std::string textbooks() {
  std::size_t promises = 0;
  std::size_t beyond_two = 0;
  double largest = 0;
  std::string chapters;
  for (const theory::Chapter& chapter : theory::chapters()) {
    chapters += chapter_text(chapter);
    for (const theory::Promise& promise : chapter.promises) {
      const double z = std::fabs(theory::observe(chapter, promise).z);
      ++promises;
      if (z > 2) ++beyond_two;
      largest = std::max(largest, z);
    }
  }
  return fmt::format(
             "## Textbooks\n\n"
             "Each file is read, run and estimated as any other scenario. The expected values are closed forms (or, "
             "for the day "
             "with staff by the hour, the exact solution of the chain) that `tests/theory/` computes. A value agrees "
             "if it lies in "
             "the interval that the run itself states, at a confidence that leaves all {} comparisons together a "
             "false-alarm "
             "probability of {:g} for a new seed, shared out evenly; for the normal law that is |z| < {:.2f}. Here the "
             "largest |z| is "
             "{:.2f}, and {} of {} are above 2 (4.6 % of independent ones would be; measures of one file go "
             "together).\n\n",
             promises, theory::false_alarm, analysis::normal_quantile(1 - theory::share_of_false_alarm() / 2), largest,
             beyond_two, promises) +
         chapters;
}

std::string wrong_theories() {
  std::string text =
      "## Wrong theories\n\n"
      "The same runs held against theories that are a little wrong. A wrong theory must be refused, by every promise "
      "that is off "
      "by 5 % or more.\n\n"
      "| file | theory with | promises | refused | largest \\|z\\| |\n|---|---|--:|--:|--:|\n";
  for (const auto& [what, wrong] : theory::wrong_theories()) {
    std::size_t refused = 0;
    double largest = 0;
    for (const theory::Promise& promise : wrong.promises) {
      const theory::Finding finding = theory::observe(wrong, promise);
      if (!finding.agrees) ++refused;
      largest = std::max(largest, std::fabs(finding.z));
    }
    text += fmt::format("| {} | {} | {} | {} | {:.0f} |\n", link(wrong.file), what, wrong.promises.size(), refused,
                        largest);
  }
  return text + "\n";
}

std::string coverage() {
  std::string text = fmt::format(
      "## Coverage\n\n"
      "Short runs of the same files with {0} seeds each, and how many of their {1:g} % intervals hold the truth. The "
      "count must "
      "lie in the band that the true coverage leaves with a chance of 99.9 % for new seeds. The true coverage is the "
      "nominal one, "
      "or, where few and skewed replications make it less, what a long run of 50,000 seeds found. *Skewed* counts the "
      "intervals "
      "that the program marks as possibly covering less than they say (fewer replications than 25 × skewness²).\n\n"
      "| file | set | replications | measure | truth | true coverage | covered | band | skewed |\n"
      "|---|---|--:|---|--:|--:|--:|--:|--:|\n",
      theory::coverage_seeds(), 100 * theory::confidence);
  for (const theory::Experiment& experiment : theory::experiments()) {
    const std::vector<theory::Coverage>& measured = theory::measure(experiment);
    std::string sets;
    for (const std::string& set : experiment.sets) sets += (sets.empty() ? "`" : ", `") + set + "`";
    for (std::size_t t = 0; t < measured.size(); ++t) {
      const theory::Target& target = experiment.targets[t];
      const theory::Band band = theory::band(target.coverage);
      text += fmt::format("| {} | {} | {} | {} of {}{} | {} | {:.1f} % | {} | {} … {} | {} |\n", link(experiment.file),
                          sets, experiment.replications, target.measure, target.department,
                          target.minus.empty() ? "" : " − " + target.minus, number(target.truth, 5),
                          100 * target.coverage, measured[t].covered, band.least, band.most, measured[t].skewed);
    }
  }
  return text;
}

std::string validation() {
  return fmt::format(
             "# Validation\n\n"
             "What the program says where the truth is known. This page is written by the tests: `{}` writes it anew, "
             "and a "
             "test fails when it is stale. `SALESIM_FRESH=n build/tests/test_theory` repeats the tests with other "
             "seeds, n = 1, "
             "2, …\n\n",
             update) +
         textbooks() + wrong_theories() + coverage();
}

}  // namespace

TEST_CASE("docs/validation.md says what the tests find") {
  if (theory::fresh() != 0 || std::getenv("SALESIM_SEEDS") != nullptr) {
    MESSAGE("not compared: these are not the seeds of the record");
    return;
  }
  const std::string found = validation();
  if (std::getenv("SALESIM_UPDATE") != nullptr) std::ofstream(document, std::ios::binary) << found;
  const std::string written = read(document);
  const auto [in_found, in_written] = std::mismatch(found.begin(), found.end(), written.begin(), written.end());
  const auto line = 1 + std::count(found.begin(), in_found, '\n');
  CHECK_MESSAGE(found == written, fmt::format("stale from line {} on; {}", line, update));
}
