#include "app/output/selection.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "app/messages/analysis.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/selection.hpp"
#include "app/output/csv.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

using analysis::known;
using analysis::result::CandidateResult;
using analysis::result::SelectionResult;

constexpr std::size_t most_rows = 20;

/// Short names of candidates: letters in place of the paths, and without the department where there is only one.
class Letters {
 public:
  explicit Letters(const SelectionResult& result) {
    const bool one = std::all_of(result.candidates.begin(), result.candidates.end(), [&](const auto& candidate) {
      return candidate.system == result.candidates.front().system;
    });
    for (const CandidateResult& candidate : result.candidates) {
      std::string settings;
      for (const analysis::result::SettingResult& setting : candidate.settings)
        settings += (settings.empty() ? "" : " ") + letter(setting.path) + "=" + setting.value;
      const std::string whole = candidate.system + (settings.empty() ? "" : " " + settings);
      whole_[candidate.name] = whole;
      names_[candidate.name] = one ? settings : whole;
    }
  }

  /// `conveyor A=3 B=2` of `conveyor departments.conveyor.roles.caller.staff=3 …`.
  const std::string& name(const std::string& candidate) const { return names_.at(candidate); }
  /// The same with the department in any case.
  const std::string& whole(const std::string& candidate) const { return whole_.at(candidate); }
  const std::vector<std::string>& paths() const { return paths_; }

  std::string letter(const std::string& path) {
    constexpr std::size_t alphabet = 26;
    const auto it = std::find(paths_.begin(), paths_.end(), path);
    const auto number = static_cast<std::size_t>(it - paths_.begin());
    if (it == paths_.end()) paths_.push_back(path);
    std::string text(1, static_cast<char>('A' + number % alphabet));
    return number < alphabet ? text : text + std::to_string(number / alphabet);
  }

 private:
  std::vector<std::string> paths_;
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> whole_;
};

/// The best, others that remain, then those that were dropped, the last first.
std::vector<const CandidateResult*> in_order(const SelectionResult& result) {
  std::vector<const CandidateResult*> order;
  for (const CandidateResult& candidate : result.candidates) order.push_back(&candidate);
  const double sign = result.larger_is_better ? 1 : -1;
  std::stable_sort(order.begin(), order.end(), [&](const CandidateResult* a, const CandidateResult* b) {
    const auto rank = [&](const CandidateResult* one) {
      return one->name == result.best ? 0 : one->remaining ? 1 : one->screened ? 3 : 2;
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (a->dropped_after != b->dropped_after) return a->dropped_after > b->dropped_after;
    if (!known(a->mean) || !known(b->mean)) return known(a->mean) && !known(b->mean);
    return sign * a->mean > sign * b->mean;
  });
  return order;
}

double largest_mean(const SelectionResult& result) {
  double largest = 0;
  for (const CandidateResult& candidate : result.candidates)
    if (known(candidate.mean)) largest = std::max(largest, std::fabs(candidate.mean));
  return largest;
}

}  // namespace

std::string selection_text(const SelectionResult& result, Language language) {
  const AmountScale scale(result.unit, largest_mean(result), language);
  const AmountScale exact = AmountScale::unscaled(result.unit, result.indifference, language).of_differences();
  Letters letters(result);
  const std::string title = measure_title(result.measure, language);
  const std::string count = grouped(std::uint64_t{result.candidates.size()}, language);
  if (std::none_of(result.candidates.begin(), result.candidates.end(), [](const auto& one) { return known(one.mean); }))
    return paragraph(say(language, words::no_estimates, title, grouped(result.spent, language)));
  const auto sentence = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  std::string text = paragraph(say(language, result.decided ? words::best_of_candidates : words::leader_of_candidates,
                                   title, count, letters.whole(result.best)) +
                               "; " + say(language, words::spent_replications, grouped(result.spent, language)) + ".");
  const auto became = [&](const CandidateResult& candidate) {
    if (candidate.name == result.best) return sentence(result.decided ? words::is_selected : words::leads_still);
    if (candidate.remaining) return sentence(words::remains);
    if (candidate.dropped_by.empty()) return sentence(words::dropped_without_value);
    return say(language, candidate.screened ? words::screened_after : words::dropped_after,
               grouped(std::uint64_t{candidate.dropped_after}, language), letters.name(candidate.dropped_by),
               scale.number(candidate.behind));
  };
  const std::vector<const CandidateResult*> order = in_order(result);
  const std::size_t shown = order.size() <= most_rows + 1 ? order.size() : most_rows;
  std::vector<std::vector<std::string>> rows{{sentence(words::candidate), say(language, words::mean_of, scale.unit()),
                                              sentence(words::replications_of_it), ""}};
  std::size_t widest = 0;
  for (std::size_t i = 0; i < shown; ++i) widest = std::max(widest, display_width(became(*order[i])));
  std::size_t remaining = 0;
  for (const CandidateResult* candidate : order) remaining += candidate->remaining ? 1U : 0U;
  for (std::size_t i = 0; i < shown; ++i)
    rows.push_back({letters.name(order[i]->name), scale.number(order[i]->mean),
                    grouped(std::uint64_t{order[i]->replications}, language), padded_right(became(*order[i]), widest)});
  text += "\n" + long_table(rows);
  if (shown < order.size())
    text +=
        "  … " + say(language, words::more_candidates, grouped(std::uint64_t{order.size() - shown}, language)) + "\n";
  const std::vector<std::string> paths = letters.paths();
  for (const std::string& path : paths) text += "  " + say(language, words::letters, letters.letter(path), path) + "\n";
  text += "\n";
  const std::string delta = exact.amount(result.indifference);
  const std::string chance = percent_text(result.confidence, language);
  std::uint32_t most = 0;
  for (const CandidateResult& candidate : result.candidates) most = std::max(most, candidate.replications);
  text += paragraph(result.decided
                        ? say(language, words::guarantee, delta, chance)
                        : say(language, words::no_guarantee, delta, chance, grouped(std::uint64_t{most}, language)));
  if (result.decided && remaining > 1) text += paragraph(sentence(words::they_tie));
  return text + paragraph(sentence(words::means_at_last_look));
}

std::string selection_csv(const SelectionResult& result) {
  std::string text =
      "candidate,unit,mean,replications,remaining,dropped_by,dropped_after,behind,screened,best,decided\n";
  const auto truth = [](bool value) { return std::string(value ? "true" : "false"); };
  for (const CandidateResult& candidate : result.candidates)
    text += csv_field(candidate.name) + "," + csv_field(result.unit) + csv_numbers({candidate.mean}) + "," +
            std::to_string(candidate.replications) + "," + truth(candidate.remaining) + "," +
            csv_field(candidate.dropped_by) + "," + std::to_string(candidate.dropped_after) +
            csv_numbers({candidate.behind}) + "," + truth(candidate.screened) + "," +
            truth(candidate.name == result.best) + "," + truth(result.decided) + "\n";
  return text;
}

}  // namespace app
