#include "app/output/standings.hpp"

#include <algorithm>
#include <cmath>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/messages/standings.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::known;
using analysis::result::MeasureComparison;
using analysis::result::StandingResult;
using Rows = std::vector<std::vector<std::string>>;

constexpr const char* dash = "–";

std::string p_text(double p, Language language) {
  constexpr double smallest = 0.001;
  if (!known(p)) return dash;
  return p < smallest ? std::string{words::below_thousandth.in(language)} : grouped(p, 3, language);
}

std::string share_text(double share, Language language) {
  return known(share) ? percent_text(share, 0, language) : dash;
}

std::string ends(const AmountScale& scale, double low, double high) {
  return known(low) && known(high) ? scale.number(low) + " … " + scale.number(high) : dash;
}

}  // namespace

double mean_of(const std::vector<analysis::result::SystemResult>& systems, const std::string& system,
               const std::string& measure) {
  for (const auto& one : systems)
    if (one.name == system)
      for (const auto& figure : one.measures)
        if (figure.name == measure) return figure.estimate.mean;
  return analysis::absent;
}

std::string comparison_table(const MeasureComparison& comparison,
                             const std::vector<analysis::result::SystemResult>& systems, double confidence,
                             Language language) {
  double size = 0;
  double whole = 0;
  for (const auto& [system, difference, controlled] : comparison.differences)
    if (known(difference.mean)) size = std::max(size, std::fabs(difference.mean));
  for (const auto& [system, best] : comparison.best) {
    const double mean = mean_of(systems, system, comparison.measure);
    if (known(mean)) whole = std::max(whole, std::fabs(mean));
  }
  const AmountScale scale(comparison.unit, size > 0 ? size : whole, language);
  Rows rows{{"", std::string{words::mean.in(language)}, std::string{words::difference.in(language)},
             say(language, words::interval, percent_text(confidence, language)),
             std::string{words::p_value.in(language)}, std::string{words::best_mean_in.in(language)},
             std::string{words::best_run_in.in(language)}}};
  for (std::size_t s = 0; s < comparison.best.size(); ++s) {
    const auto& [system, best] = comparison.best[s];
    std::vector<std::string> row{system, scale.number(mean_of(systems, system, comparison.measure)), "", "", ""};
    const auto it = std::find_if(comparison.differences.begin(), comparison.differences.end(),
                                 [&name = system](const auto& other) { return other.system == name; });
    if (it != comparison.differences.end()) {
      const analysis::Difference& d = it->difference;
      row[2] = scale.change(d.mean);
      row[3] = ends(scale, d.low, d.high) + interval_mark(d.skewed, d.uncorrected);
      row[4] = p_text(d.adjusted, language);
    }
    const std::vector<StandingResult>& standings = comparison.standings.systems;
    row.push_back(share_text(s < standings.size() ? standings[s].chance.share : analysis::absent, language));
    row.push_back(share_with_interval({best.share, {best.low, best.high}}, language));
    rows.push_back(std::move(row));
  }
  return paragraph(say(language, words::against, measure_title(comparison.measure, language), comparison.baseline,
                       scale.unit_with_differences())) +
         folded_table(rows);
}

std::string risk_table(const MeasureComparison& comparison, Language language) {
  const std::vector<StandingResult>& standings = comparison.standings.systems;
  double size = 0;
  bool losses = false;
  bool several = standings.size() > 2;
  for (const StandingResult& one : standings) {
    if (known(one.risk.at_risk)) size = std::max(size, std::fabs(one.risk.at_risk));
    losses = losses || (known(one.risk.loss.share) && one.risk.loss.share > 0);
  }
  if (standings.empty() || !known(standings.front().risk.at_risk)) return "";
  const MeasureWords* measure = find_measure_words(comparison.measure);
  losses = losses && measure != nullptr && measure->better == Better::more;
  const AmountScale scale(comparison.unit, size, language);
  const bool more = comparison.larger_is_better;
  Rows rows{{"", several ? std::string{words::against_best_other.in(language)} : "",
             std::string{(more ? words::bad_run_below : words::bad_run_above).in(language)},
             std::string{words::mean_of_bad_runs.in(language)}, std::string{words::loss_in.in(language)},
             comparison.target ? say(language, more ? words::below_target_in : words::above_target_in,
                                     scale.number(*comparison.target))
                               : ""}};
  for (const StandingResult& one : standings) {
    const analysis::Chance miss = one.risk.miss.value_or(analysis::Chance{});
    rows.push_back({one.system, several ? ends(scale, one.against_best.low, one.against_best.high) : "",
                    scale.number(one.risk.at_risk), scale.number(one.risk.expected),
                    losses ? share_with_interval({one.risk.loss.share, one.risk.loss.interval}, language) : "",
                    comparison.target ? share_with_interval({miss.share, miss.interval}, language) : ""});
  }
  return paragraph(say(language, words::single_runs, measure_title(comparison.measure, language), scale.unit())) +
         folded_table(rows);
}

}  // namespace app
