#include "app/output/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "app/messages/analysis.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/sensitivity.hpp"
#include "app/output/csv.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

using analysis::Figure;
using analysis::known;
using analysis::result::FactorResult;
using analysis::result::SensitivityResult;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_rows = 15;  ///< of assumptions in a text

double size_of(double value) { return known(value) ? std::fabs(value) : 0; }

/// Numbers of the elements by falling size of what `value` tells of them; unknown ones last.
template <class Items, class Value>
std::vector<std::size_t> by_size(const Items& items, const Value& value) {
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double one = value(items[a]);
    const double other = value(items[b]);
    if (!known(one) || !known(other)) return known(one) && !known(other);
    return std::fabs(one) > std::fabs(other);
  });
  return order;
}

/// Puts an answer together.
class Text {
 public:
  Text(const SensitivityResult& result, double confidence, Language language)
      : result_(result), confidence_(confidence), language_(language) {}

  std::string text() const {
    std::string text = paragraph(say(language_, words::hangs_on, asked()) + ".");
    if (result_.tornado) text += tornado(*result_.tornado);
    if (!result_.morris.empty()) text += morris();
    if (result_.sobol) text += sobol(*result_.sobol);
    if (result_.regression) text += regression(*result_.regression);
    return text;
  }

 private:
  std::string asked() const {
    const std::string title = measure_title(result_.measure, language_);
    return result_.against.empty()
               ? say(language_, words::measure_of, title, result_.system)
               : say(language_, words::measure_of_difference, title, result_.system, result_.against);
  }

  std::string count(std::size_t number) const { return grouped(std::uint64_t{number}, language_); }

  std::string how(const Phrase& phrase) const {
    const bool single = result_.tornado.has_value();
    std::string text = single ? say(language_, phrase, count(result_.factors.size()), count(result_.replications))
                              : say(language_, phrase, count(result_.factors.size()), count(result_.points),
                                    count(result_.replications));
    return paragraph(text + "; " + say(language_, words::spent_replications, grouped(result_.spent, language_)) + ".") +
           "\n";
  }

  /// Rows of the assumptions in this order, the path and range before what `cells` tells; only so many.
  template <class Items>
  std::string table(std::vector<std::string> heading, const Items& items, const std::vector<std::size_t>& order,
                    const std::function<std::vector<std::string>(std::size_t)>& cells) const {
    std::vector<std::string> first{std::string{words::assumption.in(language_)},
                                   std::string{words::from_low_to_high.in(language_)}};
    first.insert(first.end(), heading.begin(), heading.end());
    Rows rows{first};
    const std::size_t shown = order.size() <= most_rows + 1 ? order.size() : most_rows;
    for (std::size_t i = 0; i < shown; ++i) {
      const FactorResult& factor = result_.factors[items[order[i]].factor];
      std::vector<std::string> row{factor.path, factor_range(factor, language_)};
      for (std::string& cell : cells(order[i])) row.push_back(std::move(cell));
      rows.push_back(std::move(row));
    }
    std::string text = long_table(rows);
    if (shown < order.size()) text += "  … " + say(language_, words::all_in_json, count(order.size() - shown)) + "\n";
    return text + "\n";
  }

  /// For what is asked about: a measure, or a difference of it.
  AmountScale answers(double largest) const {
    const AmountScale scale(result_.unit, largest, language_);
    return result_.against.empty() ? scale : scale.of_differences();
  }

  std::string tornado(const analysis::Tornado& tornado) const {
    double largest = 0;
    for (const analysis::TornadoBar& bar : tornado.bars) largest = std::max(largest, size_of(bar.swing));
    const AmountScale changes = AmountScale(result_.unit, largest, language_).of_differences();
    const AmountScale whole = answers(std::max(largest, size_of(tornado.base)));
    std::string text = how(words::tornado_how);
    text += paragraph(known(tornado.base_interval.low)
                          ? say(language_, words::as_it_stands, whole.amount(tornado.base),
                                percent_text(confidence_, language_), whole.number(tornado.base_interval.low),
                                whole.number(tornado.base_interval.high))
                          : say(language_, words::as_it_stands_known, whole.amount(tornado.base)));
    std::vector<std::size_t> order(tornado.bars.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    text += "\n" + table({std::string{words::change_at_low.in(language_)} + ", " + changes.unit(),
                          std::string{words::change_at_high.in(language_)}},
                         tornado.bars, order, [&](std::size_t i) {
                           const analysis::TornadoBar& bar = tornado.bars[i];
                           const double base = result_.factors[bar.factor].base;
                           const auto cell = [&](const analysis::TornadoEnd& end) {
                             return end.value == base ? std::string{words::as_it_is.in(language_)}
                                                      : changes.with_margin(end.change, end.interval);
                           };
                           return std::vector<std::string>{cell(bar.low), cell(bar.high)};
                         });
    bool turned = false;
    std::vector<std::string> possible;  // ends where the estimate has the other sign without proof
    std::size_t unresolved = 0;
    for (const analysis::TornadoBar& bar : tornado.bars) {
      const FactorResult& factor = result_.factors[bar.factor];
      if (!bar.low.resolved && !bar.high.resolved) ++unresolved;
      for (const analysis::TornadoEnd* end : {&bar.low, &bar.high}) {
        if (!end->turns) {
          if (end->answer * tornado.base < 0)
            possible.push_back(
                say(language_, words::at_value, factor.path, factor_value(factor, end->value, language_)));
          continue;
        }
        turned = true;
        text += paragraph(say(language_, words::turns_at, factor.path, factor_value(factor, end->value, language_),
                              whole.amount(end->answer)));
      }
    }
    if (!result_.against.empty()) {
      const analysis::Interval& base = tornado.base_interval;
      if (!possible.empty()) text += paragraph(say(language_, words::may_turn, scenarios::joined(possible)));
      if (!(base.low > 0 || base.high < 0))
        text += paragraph(std::string{words::base_open.in(language_)});
      else if (!turned && possible.empty())
        text += paragraph(std::string{words::nothing_turns.in(language_)});
    }
    std::string notes = say(language_, words::together_hold, percent_text(confidence_, language_));
    if (unresolved > 0) notes = say(language_, words::unresolved_ones, count(unresolved)) + " " + notes;
    return text + paragraph(notes);
  }

  std::string morris() const {
    double largest = 0;
    double noise = 0;
    for (const analysis::MorrisEffect& effect : result_.morris) {
      largest = std::max(largest, size_of(effect.absolute.value));
      noise = std::max(noise, size_of(effect.noise));
    }
    const AmountScale scale = AmountScale(result_.unit, largest, language_).of_differences();
    const std::string text =
        how(words::morris_how) +
        table({std::string{words::effect_size.in(language_)} + ", " + scale.unit(),
               std::string{words::effect_mean.in(language_)}, std::string{words::effect_spread.in(language_)}},
              result_.morris, by_size(result_.morris, [](const auto& effect) { return effect.absolute.value; }),
              [&](std::size_t i) {
                const analysis::MorrisEffect& effect = result_.morris[i];
                const auto plain = [&](const Figure& figure) {
                  const std::string around = scale.margin(figure.value, figure.interval);
                  return scale.number(figure.value) + (around.empty() ? "" : " ± " + around);
                };
                return std::vector<std::string>{plain(effect.absolute),
                                                scale.with_margin(effect.mean.value, effect.mean.interval),
                                                plain(effect.spread)};
              });
    return text + paragraph(say(language_, words::morris_reading, scale.amount(noise))) +
           paragraph(say(language_, words::each_holds, percent_text(confidence_, language_)));
  }

  std::string sobol(const analysis::SobolIndices& sobol) const {
    const AmountScale scale = answers(std::max(size_of(sobol.mean), size_of(sobol.deviation)));
    std::string text = how(words::rows_how);
    const bool any = std::any_of(sobol.factors.begin(), sobol.factors.end(),
                                 [](const auto& index) { return known(index.total.value); });
    if (!known(sobol.mean)) return text + paragraph(std::string{words::value_missing.in(language_)});
    if (!any) return text + paragraph(std::string{words::sobol_nothing.in(language_)});
    text +=
        paragraph(say(language_, words::sobol_mean, scale.amount(sobol.mean), scale.amount(sobol.deviation))) + "\n";
    constexpr double too_wide = 0.5;
    const bool wide = std::any_of(sobol.factors.begin(), sobol.factors.end(), [&](const auto& index) {
      return !(index.total.interval.high - index.total.interval.low <= 2 * too_wide);
    });
    const AmountScale shares("share", 1, language_);
    const auto share = [&](const Figure& figure) {
      const std::string around = shares.margin(figure.value, figure.interval);
      return shares.number(figure.value) + (around.empty() ? "" : " ± " + around);
    };
    return text +
           table({std::string{words::first_share.in(language_)}, std::string{words::total_share.in(language_)}},
                 sobol.factors, by_size(sobol.factors, [](const auto& index) { return index.total.value; }),
                 [&](std::size_t i) {
                   return std::vector<std::string>{share(sobol.factors[i].first), share(sobol.factors[i].total)};
                 }) +
           (wide ? paragraph(std::string{words::sobol_too_wide.in(language_)}) : "") +
           paragraph(say(language_, words::each_holds, percent_text(confidence_, language_)));
  }

  std::string regression(const analysis::Regression& regression) const {
    constexpr double poor = 0.7;
    const bool fitted = std::any_of(regression.factors.begin(), regression.factors.end(),
                                    [](const auto& factor) { return known(factor.effect.value); });
    if (!fitted) return how(words::rows_how) + paragraph(std::string{words::value_missing.in(language_)});
    if (!known(regression.r_squared))
      return how(words::rows_how) + paragraph(std::string{words::regression_nothing.in(language_)});
    double largest = 0;
    for (const auto& factor : regression.factors) largest = std::max(largest, size_of(factor.effect.value));
    const AmountScale scale = AmountScale(result_.unit, largest, language_).of_differences();
    const AmountScale plain("", 1, language_);
    std::string text =
        how(words::rows_how) +
        table({std::string{words::line_effect.in(language_)} + ", " + scale.unit(),
               std::string{words::standardised.in(language_)}, std::string{words::of_ranks.in(language_)}},
              regression.factors,
              by_size(regression.factors, [](const auto& factor) { return factor.standardised.value; }),
              [&](std::size_t i) {
                const analysis::RegressionEffect& factor = regression.factors[i];
                return std::vector<std::string>{
                    scale.with_margin(factor.effect.value, factor.effect.interval),
                    plain.with_margin(factor.standardised.value, factor.standardised.interval),
                    plain.with_margin(factor.rank.value, factor.rank.interval)};
              });
    std::string reading = say(language_, words::r_squared, percent_text(regression.r_squared, 0, language_),
                              percent_text(regression.rank_r_squared, 0, language_));
    if (regression.r_squared < poor) reading += " " + std::string{words::line_is_poor.in(language_)};
    return text + paragraph(reading) +
           paragraph(say(language_, words::each_holds, percent_text(confidence_, language_)));
  }

  const SensitivityResult& result_;
  double confidence_;
  Language language_;
};

}  // namespace

std::string sensitivity_text(const SensitivityResult& sensitivity, double confidence, Language language) {
  return Text(sensitivity, confidence, language).text();
}

std::string sensitivity_csv(const SensitivityResult& sensitivity) {
  std::string text = "factor,unit,from,to,base,figure,value,low,high\n";
  const auto line = [&](const FactorResult* factor, const char* figure, double value, const analysis::Interval& range) {
    if (factor != nullptr)
      text += csv_field(factor->path) + "," + csv_field(factor->unit) +
              csv_numbers({factor->low, factor->high, factor->base});
    else
      text += ",,,,";
    text += std::string(",") + figure + csv_numbers({value, range.low, range.high}) + "\n";
  };
  const auto figure = [&](std::size_t factor, const char* name, const Figure& one) {
    line(&sensitivity.factors[factor], name, one.value, one.interval);
  };
  if (sensitivity.tornado) {
    line(nullptr, "base", sensitivity.tornado->base, sensitivity.tornado->base_interval);
    for (const analysis::TornadoBar& bar : sensitivity.tornado->bars) {
      line(&sensitivity.factors[bar.factor], "change_at_low", bar.low.change, bar.low.interval);
      line(&sensitivity.factors[bar.factor], "change_at_high", bar.high.change, bar.high.interval);
    }
  }
  for (const analysis::MorrisEffect& effect : sensitivity.morris) {
    figure(effect.factor, "mean", effect.mean);
    figure(effect.factor, "absolute", effect.absolute);
    figure(effect.factor, "spread", effect.spread);
  }
  if (sensitivity.sobol) {
    line(nullptr, "mean", sensitivity.sobol->mean, {});
    line(nullptr, "deviation", sensitivity.sobol->deviation, {});
    for (const analysis::SobolIndex& index : sensitivity.sobol->factors) {
      figure(index.factor, "first", index.first);
      figure(index.factor, "total", index.total);
    }
  }
  if (sensitivity.regression) {
    line(nullptr, "r_squared", sensitivity.regression->r_squared, {});
    line(nullptr, "rank_r_squared", sensitivity.regression->rank_r_squared, {});
    for (const analysis::RegressionEffect& effect : sensitivity.regression->factors) {
      figure(effect.factor, "effect", effect.effect);
      figure(effect.factor, "standardised", effect.standardised);
      figure(effect.factor, "rank", effect.rank);
    }
  }
  return text;
}

}  // namespace app
