#include "app/output/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/messages/measures.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/report.hpp"
#include "app/output/answers.hpp"
#include "app/output/conclusion.hpp"
#include "app/output/months.hpp"
#include "app/output/notes.hpp"
#include "app/output/number.hpp"
#include "app/output/people.hpp"
#include "app/output/sections.hpp"
#include "app/output/standings.hpp"
#include "app/output/table.hpp"
#include "app/output/verdict.hpp"
#include "app/output/waterfalls.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

using analysis::result::Result;

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
  const std::string first = day_text(period.first);
  const std::string last = day_text(period.last);
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

std::string listed(const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return "";
  std::string text = "\n" + heading + ":\n";
  for (const std::string& sentence : sentences) text += paragraph(sentence, 4, "  -");
  return text;
}

}  // namespace

std::string report_of(const Result& result, const Presentation& presentation) {
  const Language language = presentation.language;
  std::vector<ReportSection> sections = report_sections(result, language);
  ShownParts shown;
  if (result.comparison && !presentation.details) {
    if (result.systems.size() > 2) shown.estimates = Shown::means;
    if (result.waterfalls.size() > 2) shown.waterfalls = Shown::means;
  }
  if (shown.estimates == Shown::means) leave_essentials(sections);
  std::string text = head(result, presentation);
  std::vector<std::string> said = conclusions(result, presentation.period, language);
  const bool compared = !said.empty();
  if (presentation.alone) said.emplace_back(words::nothing_to_compare.in(language));
  if (result.precision) said.push_back(precision_text(result, language));
  if (!said.empty()) text += "\n";
  for (const std::string& sentence : said) text += paragraph(sentence, 0);
  const std::string answer = answer_text(result, presentation.period, language);
  // Plans are what was asked for; the departments at their plans follow.
  if (result.plan) text += "\n" + answer;
  if (compared) text += "\n" + comparison_table(*result.comparison, result.systems, result.confidence, language);
  if (result.comparison)
    if (const std::string risk = risk_table(*result.comparison, language); !risk.empty()) text += "\n" + risk;
  if (!result.systems.empty()) text += "\n" + estimate_table(result, sections, shown.estimates, language);
  const std::string people = people_tables(result, language);
  if (!people.empty()) text += "\n" + people;
  if (presentation.months) text += "\n" + month_tables(result, language);
  if (!result.waterfalls.empty()) text += "\n" + waterfall_table(result, shown.waterfalls, language);
  if (!result.plan && !answer.empty()) text += "\n" + answer;

  if (!result.systems.empty())
    text += listed(std::string{words::notes.in(language)}, report_notes(result, sections, shown, language));
  std::vector<std::string> warnings;
  for (const sim::Problem& problem : result.warnings) {
    sim::Problem told = problem;
    told.warning = false;  // the heading says so
    warnings.push_back(text_of(told, language));
  }
  text += listed(std::string{words::warnings.in(language)}, warnings);

  text += "\n" + std::string{words::repeat.in(language)} + ":\n  " + presentation.command + "\n";
  return text + "  " + say(language, words::made_of, result.version, result.scenario_hash) + "\n";
}

}  // namespace app
