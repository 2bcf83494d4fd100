#include "app/output/sections.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/output/losses.hpp"
#include "app/output/number.hpp"
#include "app/output/roles.hpp"

namespace app {
namespace {

using analysis::result::MeasureResult;
using analysis::result::Result;

struct SectionRule {
  const Phrase& title;
  std::array<std::string_view, 13> patterns;  ///< with `*` for a stage, a role or a cause; empty ones at the end
};

constexpr std::array rules{
    SectionRule{words::money,
                {"revenue", "discounts", "gross_margin", "payroll", "cost.leads", "cost.hiring", "cost.dismissal",
                 "cost.seats", "cost.holding", "cost.heads", "cost", "profit", "profit_with_base"}},
    SectionRule{words::cash, {"cash", "cash_lowest", "cash_lowest_month", "break_even_month"}},
    SectionRule{words::leads,
                {"leads", "leads_cold", "leads_qualified", "deals", "win_rate", "cycle_time", "censored", "unsold_end",
                 "sold_out_on"}},
    SectionRule{words::orders, {"orders.first", "orders.repeat", "orders.upsell", "orders.missed"}},
    SectionRule{words::clients, {"clients", "buried", "clients_won", "woken", "asleep"}},
    SectionRule{words::calls, {"dials", "talks", "contacts"}},
    SectionRule{words::waits, {"wait.*.mean", "wait.*.p90", "answered_within.*"}},
    SectionRule{words::people,
                {"headcount.*", "vacancies.*", "quits.*", "utilisation.*", "overtime.*", "portfolio.*", "earnings.*"}},
};

/// Units that only repeat what the label says.
constexpr std::array<std::string_view, 11> counted{"leads",    "deals", "orders", "people", "events", "clients",
                                                   "contacts", "dials", "talks",  "units",  "month"};
constexpr std::array always_shown{"revenue", "cost", "profit", "leads", "deals"};

const MeasureResult* find(const analysis::result::SystemResult& system, std::string_view name) {
  for (const MeasureResult& measure : system.measures)
    if (measure.name == name) return &measure;
  return nullptr;
}

/// What stands for `*` of the pattern in the name.
std::string_view star_of(std::string_view pattern, std::string_view name) {
  const std::size_t before = pattern.find('*');
  if (before == std::string_view::npos) return {};
  return name.substr(before, name.size() - (pattern.size() - 1));
}

/// Names of all measures of a section: those of one stage or role together, in the order in which they first appear.
std::vector<std::string> names_of(const Result& result, const SectionRule& rule) {
  std::vector<std::string> stars;
  for (const auto& system : result.systems)
    for (const MeasureResult& measure : system.measures)
      for (const std::string_view pattern : rule.patterns) {
        if (pattern.empty() || !matches(pattern, measure.name)) continue;
        const std::string star{star_of(pattern, measure.name)};
        if (std::find(stars.begin(), stars.end(), star) == stars.end()) stars.push_back(star);
      }
  std::vector<std::string> names;
  for (const std::string& star : stars)
    for (const std::string_view pattern : rule.patterns) {
      const std::size_t at = pattern.find('*');
      if (pattern.empty() || (at == std::string_view::npos) != star.empty()) continue;
      std::string name{pattern};
      if (at != std::string_view::npos) name.replace(at, 1, star);
      names.push_back(std::move(name));
    }
  return names;
}

bool says_something(const ReportRow& row) {
  if (std::find(always_shown.begin(), always_shown.end(), row.measure) != always_shown.end()) return true;
  return std::any_of(row.estimates.begin(), row.estimates.end(), [](const analysis::Estimate* estimate) {
    return estimate != nullptr && analysis::known(estimate->mean) && estimate->mean != 0;
  });
}

double size_of(const ReportRow& row) {
  double size = 0;
  for (const analysis::Estimate* estimate : row.estimates)
    if (estimate != nullptr && analysis::known(estimate->mean)) size = std::max(size, std::fabs(estimate->mean));
  return size;
}

/// Shares become per cent, long minutes hours.
void choose_unit(ReportRow& row, Language language) {
  if (row.unit == "share") {
    row.unit = "%";
    row.scale = 100;
    row.decimals = 1;
    return;
  }
  if (row.unit == "min" && size_of(row) >= 180) {
    row.unit = "h";
    row.scale = 1.0 / 60;
  }
  row.decimals = decimals_for(size_of(row) * row.scale);
  const bool counts = std::find(counted.begin(), counted.end(), row.unit) != counted.end();
  row.unit = counts ? "" : unit_title(row.unit, language);
}

/// In sections of money.
bool is_money(const ReportRow& row) {
  return !row.measure.ends_with("_month") && !row.measure.starts_with("leads_lost") &&
         !row.measure.starts_with("clients_lost");
}

/// Large sums of money are shown in thousands or millions, all of a section alike.
void shorten_money(ReportSection& section, Language language) {
  double size = 0;
  for (const ReportRow& row : section.rows)
    if (is_money(row)) size = std::max(size, size_of(row));
  const bool millions = size >= 1e10;
  if (size < 1e7) return;
  for (ReportRow& row : section.rows) {
    if (!is_money(row)) continue;
    row.scale = millions ? 1e-6 : 1e-3;
    row.decimals = std::min(1, decimals_for(size_of(row) * row.scale));
    row.unit = say(language, millions ? words::millions : words::thousands, row.unit);
  }
}

/// One unit of all rows stands in the heading, others behind each label. What is counted is named by the labels anyway.
void tell_units(ReportSection& section) {
  const std::string& unit = section.rows.front().unit;
  const bool alike =
      std::all_of(section.rows.begin(), section.rows.end(), [&](const ReportRow& row) { return row.unit == unit; });
  if (alike && !unit.empty()) {
    section.title += ", " + unit;
    return;
  }
  for (ReportRow& row : section.rows)
    if (!row.unit.empty()) row.label += ", " + row.unit;
}

bool cash_matters(const Result& result) {
  const auto mean = [](const analysis::result::SystemResult& system, std::string_view name) {
    const MeasureResult* measure = find(system, name);
    return measure == nullptr ? 0.0 : measure->estimate.mean;
  };
  return std::any_of(result.systems.begin(), result.systems.end(), [&](const auto& system) {
    return mean(system, "cash") != mean(system, "profit") || mean(system, "cash_lowest") < 0;
  });
}

ReportRow row_of(const Result& result, const std::string& name, Language language) {
  ReportRow row;
  row.measure = name;
  row.label = measure_label(name, language);
  for (const auto& system : result.systems) {
    const MeasureResult* measure = find(system, name);
    const std::string_view role = role_of(name);
    const bool said = measure != nullptr && (role.empty() || !is_unmanned(system, role));
    row.estimates.push_back(said ? &measure->estimate : nullptr);
    if (measure != nullptr) row.unit = measure->unit;
  }
  choose_unit(row, language);
  return row;
}

/// How often there is a month of break-even at all, beside its mean over the replications that have one.
ReportRow share_breaking_even(const Result& result, Language language) {
  ReportRow row = row_of(result, "break_even_month", language);
  row.label = words::share_breaking_even.in(language);
  row.unit = "%";
  row.scale = 100;
  row.decimals = 0;
  row.shares = true;
  return row;
}

/// The ledger of losses: by cause how many, and under it the margin that was expected of them.
void add_losses(const Result& result, std::string_view who, const Phrase& title, Language language,
                std::vector<ReportSection>& sections) {
  ReportSection section{std::string{title.in(language)}, {}};
  std::vector<std::string> seen;
  for (const auto& system : result.systems)
    for (const Loss& loss : losses_of(system, who)) {
      if (std::find(seen.begin(), seen.end(), loss.cause) != seen.end()) continue;
      seen.push_back(loss.cause);
      ReportRow heads = row_of(result, loss.heads->name, language);
      if (!says_something(heads)) continue;
      section.rows.push_back(std::move(heads));
      ReportRow margin = row_of(result, loss.margin->name, language);
      if (!says_something(margin)) continue;
      margin.label = "  " + std::string{words::lost_margin.in(language)};
      section.rows.push_back(std::move(margin));
    }
  if (section.rows.empty()) return;
  shorten_money(section, language);
  for (ReportRow& row : section.rows)
    if (is_money(row)) {
      if (!section.title.ends_with(row.unit)) section.title += ", " + row.unit;
      row.unit.clear();
    }
  sections.push_back(std::move(section));
}

}  // namespace

std::vector<ReportSection> report_sections(const Result& result, Language language) {
  std::vector<ReportSection> sections;
  for (const SectionRule& rule : rules) {
    if (&rule.title == &words::calls) {
      add_losses(result, "leads", words::lost_leads, language, sections);
      add_losses(result, "clients", words::lost_clients, language, sections);
    }
    ReportSection section{std::string{rule.title.in(language)}, {}};
    for (const std::string& name : names_of(result, rule)) {
      ReportRow row = row_of(result, name, language);
      if (says_something(row)) section.rows.push_back(std::move(row));
    }
    if (&rule.title == &words::cash) section.rows.push_back(share_breaking_even(result, language));
    if (&rule.title == &words::money || &rule.title == &words::cash) shorten_money(section, language);
    // Without clients that come back first orders are the deals.
    const bool repeats = &rule.title == &words::orders && section.rows.size() < 2;
    // Cash is worth a section where it is not profit, or where it does not suffice.
    const bool dull = &rule.title == &words::cash && !cash_matters(result);
    if (section.rows.empty() || repeats || dull) continue;
    tell_units(section);
    sections.push_back(std::move(section));
  }
  return sections;
}

void leave_essentials(std::vector<ReportSection>& sections) {
  constexpr std::array<std::string_view, 5> second{"wait.*.p90", "vacancies.*", "quits.*", "overtime.*",
                                                   "margin_lost.*"};
  for (ReportSection& section : sections)
    std::erase_if(section.rows, [&](const ReportRow& row) {
      return std::any_of(second.begin(), second.end(),
                         [&](std::string_view pattern) { return matches(pattern, row.measure); });
    });
  std::erase_if(sections, [](const ReportSection& section) { return section.rows.empty(); });
}

}  // namespace app
