#include "app/output/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "app/messages/analysis.hpp"
#include "app/messages/explanation.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/mechanisms.hpp"
#include "app/output/csv.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::Figure;
using analysis::known;
using analysis::result::ExplanationResult;

constexpr const char* unproven_mark = " ?";
constexpr std::size_t most_named = 3;

bool proven(const Figure& figure) {
  return known(figure.interval.low) && (figure.interval.low > 0 || figure.interval.high < 0);
}

/// A part that makes no difference at all.
bool nothing(const Figure& figure) {
  return figure.value == 0 && (!known(figure.interval.low) || (figure.interval.low == 0 && figure.interval.high == 0));
}

/// Puts the text together.
class Text {
 public:
  Text(const ExplanationResult& result, double confidence, Language language)
      : result_(result),
        confidence_(confidence),
        language_(language),
        scale_(AmountScale(result.unit, largest(), language).of_differences()) {}

  std::string text() const {
    std::string text = paragraph(question());
    const std::string count = grouped(std::uint64_t{result_.mechanisms.size()}, language_);
    const std::string units = grouped(std::uint64_t{result_.explanation.units}, language_);
    text += paragraph(say(language_, result_.explanation.exact ? words::exact_how : words::orders_how, count, units,
                          say(language_, words::spent_replications, grouped(result_.spent, language_))));
    if (!known(result_.explanation.whole.value)) return text;
    const Figure& whole = result_.explanation.whole;
    if (nothing(whole) && nothing(result_.explanation.rest) && order().empty()) return text;
    if (known(whole.interval.low) && !proven(whole) && !nothing(whole))
      text += paragraph(say(language_, words::whole_unproven, percent_text(confidence_, language_),
                            scale_.change(whole.interval.low), scale_.amount(whole.interval.high)));
    text += "\n" + table() + "\n" + paragraph(reasons());
    return text + paragraph(words_of(words::parts_mean)) + paragraph(words_of(words::parts_round));
  }

 private:
  std::string words_of(const Phrase& phrase) const { return std::string{phrase.in(language_)}; }

  double largest() const {
    const analysis::Explanation& all = result_.explanation;
    double largest = std::max(size_of(all.whole.value), size_of(all.rest.value));
    for (const Figure& part : all.parts) largest = std::max(largest, size_of(part.value));
    return largest;
  }
  static double size_of(double value) { return known(value) ? std::fabs(value) : 0; }

  std::string question() const {
    const double whole = result_.explanation.whole.value;
    const std::string title = measure_title(result_.measure, language_);
    if (!known(whole)) return say(language_, words::why_unknown, title, result_.system, result_.against);
    const std::string amount = scale_.amount(std::fabs(whole));
    if (whole > 0) return say(language_, words::why_more, title, amount, result_.system, result_.against);
    if (whole < 0) return say(language_, words::why_less, title, amount, result_.system, result_.against);
    return say(language_, words::why_same, title, result_.system, result_.against);
  }

  /// Numbers of the mechanisms that make a difference, the largest part first.
  std::vector<std::size_t> order() const {
    const std::vector<Figure>& parts = result_.explanation.parts;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!nothing(parts[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::fabs(parts[a].value) > std::fabs(parts[b].value);
    });
    return order;
  }

  /// The values of the rest and of these parts in whole steps of the last digit shown, so that they add up to the
  /// whole's: each is rounded down or up, those with the largest remainder up.
  std::vector<double> rounded(const std::vector<std::size_t>& order) const {
    const double step = scale_.step();
    const analysis::Explanation& all = result_.explanation;
    std::vector<double> steps{all.rest.value / step};
    for (const std::size_t i : order) steps.push_back(all.parts[i].value / step);
    std::vector<double> down;
    for (const double value : steps) down.push_back(std::floor(value));
    const double missing = std::round(all.whole.value / step) - std::accumulate(down.begin(), down.end(), 0.0);
    std::vector<std::size_t> by_remainder(steps.size());
    std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
    std::stable_sort(by_remainder.begin(), by_remainder.end(),
                     [&](std::size_t a, std::size_t b) { return steps[a] - down[a] > steps[b] - down[b]; });
    const auto up = static_cast<std::size_t>(std::clamp(missing, 0.0, static_cast<double>(steps.size())));
    for (std::size_t i = 0; i < up; ++i) down[by_remainder[i]] += 1;
    for (double& value : down) value *= step;
    return down;
  }

  std::string name(std::size_t i) const {
    return result_.mechanisms[i] + " " + mechanism_title(result_.mechanisms[i], language_);
  }

  std::string table() const {
    const std::vector<std::size_t> all = order();
    const std::vector<double> values = rounded(all);
    std::vector<std::vector<std::string>> rows{
        {"", say(language_, words::part_of, scale_.unit()),
         say(language_, words::interval_of, percent_text(confidence_, language_)), ""}};
    const auto add = [&](const std::string& title, double value, const Figure& figure, bool judged) {
      const std::string interval =
          known(figure.interval.low) ? scale_.change(figure.interval.low) + " … " + scale_.change(figure.interval.high)
                                     : std::string{};
      rows.push_back({title, scale_.change(value), interval, judged && !proven(figure) ? unproven_mark : ""});
    };
    const analysis::Explanation& explanation = result_.explanation;
    add(words_of(words::who_does_what), values.front(), explanation.rest, true);
    for (std::size_t i = 0; i < all.size(); ++i) add(name(all[i]), values[i + 1], explanation.parts[all[i]], true);
    add(words_of(words::all_together), std::round(explanation.whole.value / scale_.step()) * scale_.step(),
        explanation.whole, true);
    return plain_table(rows);
  }

  /// What counts most for the system, and what against it, as far as it is proven.
  std::string reasons() const {
    // As the table has them.
    const std::vector<std::size_t> numbers = order();
    const std::vector<double> values = rounded(numbers);
    std::vector<std::pair<double, std::string>> all;
    if (proven(result_.explanation.rest)) all.emplace_back(values.front(), words_of(words::who_does_what));
    for (std::size_t i = 0; i < numbers.size(); ++i)
      if (proven(result_.explanation.parts[numbers[i]])) all.emplace_back(values[i + 1], name(numbers[i]));
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return std::fabs(a.first) > std::fabs(b.first); });
    const auto list = [&](bool positive) {
      std::string text;
      std::size_t count = 0;
      for (const auto& [value, title] : all) {
        if ((value > 0) != positive || count++ >= most_named) continue;
        text += (text.empty() ? "" : "; ") + title + " (" + scale_.change(value) + ")";
      }
      return text;
    };
    const std::string above = list(larger_is_better());
    const std::string below = list(!larger_is_better());
    if (above.empty() && below.empty()) return words_of(words::nothing_proven);
    if (below.empty()) return say(language_, words::largest_for, result_.system, above);
    if (above.empty()) return say(language_, words::largest_against, result_.system, below);
    return say(language_, words::largest_parts, result_.system, above, below);
  }

  bool larger_is_better() const {
    const MeasureWords* known_words = find_measure_words(result_.measure);
    return known_words == nullptr || known_words->better != Better::less;
  }

  const ExplanationResult& result_;
  double confidence_;
  Language language_;
  AmountScale scale_;
};

}  // namespace

std::string explanation_text(const ExplanationResult& result, double confidence, Language language) {
  return Text(result, confidence, language).text();
}

std::string explanation_csv(const ExplanationResult& result) {
  std::string text = "part,unit,value,low,high\n";
  const auto add = [&](const std::string& part, const Figure& figure) {
    text += csv_field(part) + "," + csv_field(result.unit) +
            csv_numbers({figure.value, figure.interval.low, figure.interval.high}) + "\n";
  };
  add("whole", result.explanation.whole);
  add("rest", result.explanation.rest);
  for (std::size_t i = 0; i < result.mechanisms.size(); ++i) add(result.mechanisms[i], result.explanation.parts[i]);
  return text;
}

}  // namespace app
