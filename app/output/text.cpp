#include "app/output/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/messages/measures.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/report.hpp"
#include "app/output/answers.hpp"
#include "app/output/months.hpp"
#include "app/output/notes.hpp"
#include "app/output/number.hpp"
#include "app/output/people.hpp"
#include "app/output/sections.hpp"
#include "app/output/table.hpp"
#include "app/output/verdict.hpp"
#include "app/output/waterfalls.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

using analysis::result::Result;

std::string date_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
}

std::string paragraph(const std::string& text, std::size_t indent, const std::string& bullet = "") {
  std::string result;
  bool first = true;
  for (const std::string& line : wrap(one_line(text), report_width - indent)) {
    result += first && !bullet.empty() ? padded_right(bullet, indent) : std::string(indent, ' ');
    result += line + '\n';
    first = false;
  }
  return result;
}

std::string head(const Result& result, const Presentation& presentation) {
  const Language language = presentation.language;
  const Period& period = presentation.period;
  std::string text =
      paragraph(result.scenario_title.empty() ? std::string{words::untitled.in(language)} : result.scenario_title, 0);
  const std::string first = date_text(period.first);
  const std::string last = date_text(period.last);
  std::string facts = period.months > 0
                          ? say(language, words::months_long, first, last, period.months)
                          : say(language, words::days_long, first, last, (period.last - period.first).count() + 1);
  if (result.replications > 0)
    facts += "; " + say(language, words::replications_done, grouped(std::uint64_t{result.replications}, language));
  if (result.systems.size() > 1) {
    const bool own = result.comparison && !result.comparison->paired;
    facts += "; " + std::string{(own ? words::own_customers : words::same_customers).in(language)};
  }
  return text + paragraph(facts, 0);
}

std::string comparison_table(const Result& result, Language language) {
  const analysis::result::MeasureComparison& comparison = *result.comparison;
  const bool share = comparison.unit == "share";
  double size = 0;
  for (const auto& [system, difference] : comparison.differences)
    if (analysis::known(difference.mean)) size = std::max(size, std::abs(difference.mean));
  const int decimals = share ? 1 : decimals_for(size);
  const auto number = [&](double value) {
    return analysis::known(value) ? grouped(share ? value * 100 : value, decimals, language) : std::string("–");
  };
  std::vector<std::vector<std::string>> rows{{"", std::string{words::difference.in(language)},
                                              say(language, words::interval, percent_text(result.confidence, language)),
                                              std::string{words::correlation.in(language)},
                                              std::string{words::best_in.in(language)}, ""}};
  for (const auto& [system, best] : comparison.best) {
    const auto it = std::find_if(comparison.differences.begin(), comparison.differences.end(),
                                 [&name = system](const auto& other) { return other.system == name; });
    std::vector<std::string> row{system, "", "", ""};
    if (it != comparison.differences.end()) {
      const analysis::Difference& d = it->difference;
      row = {system, number(d.mean), number(d.low) + " … " + number(d.high) + interval_mark(d.skewed, d.uncorrected),
             analysis::known(d.correlation) ? grouped(d.correlation, 2, language) : std::string("–")};
    }
    const bool won = analysis::known(best.share);
    row.push_back(won ? percent_text(best.share, 0, language) : "–");
    row.push_back(won && analysis::known(best.low)
                      ? "(" + grouped(best.low * 100, 0, language) + " … " + percent_text(best.high, 0, language) + ")"
                      : "");
    rows.push_back(std::move(row));
  }
  const std::string unit = share ? "%" : unit_title(comparison.unit, language);
  return paragraph(
             say(language, words::against, measure_title(comparison.measure, language), comparison.baseline, unit), 0) +
         plain_table(rows);
}

std::string listed(const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return "";
  std::string text = "\n" + heading + ":\n";
  for (const std::string& sentence : sentences) text += paragraph(sentence, 4, "  -");
  return text;
}

}  // namespace

std::string report_of(const Result& result, const Presentation& presentation) {
  const Language language = presentation.language;
  const std::vector<ReportSection> sections = report_sections(result, language);
  std::string text = head(result, presentation);
  if (!result.systems.empty()) text += "\n" + estimate_table(result, sections, language);
  const std::string people = people_tables(result, language);
  if (!people.empty()) text += "\n" + people;
  if (presentation.months) text += "\n" + month_tables(result, language);
  if (result.comparison) text += "\n" + comparison_table(result, language) + "\n";
  if (result.comparison)
    for (const std::string& sentence : verdict(result, *result.comparison, presentation.period, language))
      text += paragraph(sentence, 0);
  for (const std::string& sentence : further_verdicts(result, presentation.period, language))
    text += paragraph(sentence, 0);
  if (!result.waterfalls.empty()) text += "\n" + waterfall_table(result, language);
  if (const std::string answer = answer_text(result, presentation.period, language); !answer.empty())
    text += "\n" + answer;
  if (presentation.alone) text += "\n" + paragraph(std::string{words::nothing_to_compare.in(language)}, 0);
  if (result.precision) text += paragraph(precision_text(result, language), 0);

  if (!result.systems.empty())
    text += listed(std::string{words::notes.in(language)}, report_notes(result, sections, language));
  std::vector<std::string> warnings;
  for (const sim::Problem& problem : result.warnings) {
    sim::Problem said = problem;
    said.warning = false;  // the heading says so
    warnings.push_back(text_of(said, language));
  }
  text += listed(std::string{words::warnings.in(language)}, warnings);

  text += "\n" + std::string{words::repeat.in(language)} + ":\n  " + presentation.command + "\n";
  return text + "  " + say(language, words::made_of, result.version, result.scenario_hash) + "\n";
}

}  // namespace app
