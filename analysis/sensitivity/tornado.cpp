#include "analysis/sensitivity/tornado.hpp"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

TornadoEnd end_of(const Answer& base, const Answer& here, double value, double confidence) {
  TornadoEnd end;
  end.value = value;
  end.answer = here.center;
  if (!known(here.center) || !known(base.center)) return end;
  std::vector<double> changes;
  for (std::size_t r = 0; r < here.values.size(); ++r)
    changes.push_back(known(here.values[r]) && known(base.values[r]) ? here.values[r] - base.values[r] : absent);
  const Moments moments = moments_of_known(changes);
  if (moments.count() == 0) return end;
  end.change = moments.count() == changes.size() ? here.center - base.center : moments.mean();
  const MeanInterval interval = interval_around(end.change, moments, confidence);
  end.interval = {interval.low, interval.high};
  end.resolved = interval.low > 0 || interval.high < 0;
  const MeanInterval own = interval_around(here.center, moments_of_known(here.values), confidence);
  end.turns = (base.center > 0 && own.high < 0) || (base.center < 0 && own.low > 0);
  return end;
}

}  // namespace

Tornado tornado(Experiment& experiment, std::span<const Factor> factors, const TornadoOptions& options) {
  const std::vector<double> base = base_of(factors);
  std::vector<std::size_t> points{experiment.add(base)};
  std::vector<std::size_t> ends;  // [factor * 2 + end]: point
  for (std::size_t f = 0; f < factors.size(); ++f)
    for (const double value : {factors[f].at(0), factors[f].at(1)}) {
      std::vector<double> values = base;
      values[f] = value;
      if (value != base[f]) points.push_back(experiment.add(values));
      ends.push_back(value != base[f] ? points.back() : points.front());
    }
  experiment.expect(experiment.spent() +
                    std::uint64_t{options.replications} * points.size() * systems_of(options.question));
  run_for(experiment, points, options.question, options.replications);

  Tornado result;
  const Answer center = answer_at(experiment, points.front(), options.question);
  result.base = center.center;
  const MeanInterval interval = interval_around(center.center, moments_of_known(center.values), options.confidence);
  result.base_interval = {interval.low, interval.high};
  const double confidence =
      1 - (1 - options.confidence) / static_cast<double>(2 * std::max<std::size_t>(1, factors.size()));
  for (std::size_t f = 0; f < factors.size(); ++f) {
    TornadoBar bar;
    bar.factor = f;
    bar.low = end_of(center, answer_at(experiment, ends[2 * f], options.question), factors[f].at(0), confidence);
    bar.high = end_of(center, answer_at(experiment, ends[2 * f + 1], options.question), factors[f].at(1), confidence);
    for (const TornadoEnd* end : {&bar.low, &bar.high})
      if (known(end->change) && !(std::fabs(end->change) <= bar.swing)) bar.swing = std::fabs(end->change);
    result.bars.push_back(bar);
  }
  std::stable_sort(result.bars.begin(), result.bars.end(), [](const TornadoBar& a, const TornadoBar& b) {
    if (!known(a.swing) || !known(b.swing)) return known(a.swing) && !known(b.swing);
    return a.swing > b.swing;
  });
  return result;
}

}  // namespace analysis
