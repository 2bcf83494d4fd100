#include "app/output/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/messages/staff.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::known;
using analysis::result::DepartmentPlanResult;
using analysis::result::PlanResult;
using Rows = std::vector<std::vector<std::string>>;

constexpr int months_of_year = 12;

/// Puts a department's plan into words.
class PlanText {
 public:
  PlanText(const PlanResult& plan, const DepartmentPlanResult& department, unsigned first_month, Language language)
      : plan_(plan),
        department_(department),
        first_month_(static_cast<int>(first_month) - 1),
        language_(language),
        scale_(plan.unit, size_of(plan, department), language) {}

  std::string text() const {
    std::string text = heading() + people() + "\n" + actions();
    if (plan_.quick) return text + "\n" + quick();
    text += "\n" + statement();
    if (!department_.requirements.empty()) text += "\n" + requirements();
    if (!department_.prices.empty()) text += "\n" + prices();
    const bool compared = std::any_of(department_.prices.begin(), department_.prices.end(),
                                      [](const auto& price) { return price.keeps; });
    if (!department_.plateau.empty() || (department_.keeps && compared)) text += plateau();
    if (!department_.delays.empty()) text += "\n" + delays();
    if (!department_.demands.empty()) text += "\n" + demands();
    return text + "\n" + quick();
  }

 private:
  std::string said(const Phrase& phrase) const { return std::string{phrase.in(language_)}; }
  std::string month(int m) const { return said(words::month_words[static_cast<std::size_t>(m % months_of_year)]); }
  std::string role_name(const std::string& name) const {
    for (const auto& role : department_.roles)
      if (role.role == name && !role.title.empty()) return role.title;
    return name;
  }
  static double size_of(const PlanResult& plan, const DepartmentPlanResult& department) {
    double size = plan.budget.value_or(0);
    if (known(department.objective.value)) size = std::max(size, std::fabs(department.objective.value));
    return size;
  }
  AmountScale scale_for(double largest) const { return {plan_.unit, largest, language_}; }

  std::string heading() const {
    if (plan_.quick) return paragraph(say(language_, words::quick_heading, department_.department));
    const analysis::Figure& figure = department_.objective;
    if (!known(figure.value)) return paragraph(department_.department + ":");
    return paragraph(say(language_, department_.fresh ? words::plan_heading : words::plan_heading_stopped,
                         department_.department, measure_title(plan_.objective, language_), scale_.amount(figure.value),
                         scale_.number(figure.interval.low), scale_.number(figure.interval.high),
                         grouped(std::uint64_t{department_.replications}, language_)));
  }

  std::string people() const {
    Rows rows{{said(words::people_by_month)}};
    for (int m = 0; m < months_of_year; ++m) rows.front().push_back(month(first_month_ + m));
    for (const auto& role : department_.roles) {
      std::vector<std::string> row{role_name(role.role)};
      for (int m = 0; m < months_of_year; ++m)
        row.push_back(std::to_string(role.months[static_cast<std::size_t>((first_month_ + m) % months_of_year)]));
      rows.push_back(std::move(row));
    }
    return "\n" + plain_table(rows);
  }

  std::string actions() const {
    std::string text = said(words::actions_heading) + ":\n";
    if (department_.actions.empty()) text += paragraph(said(words::nothing_to_do), 2);
    for (const auto& action : department_.actions) {
      const std::string date = action.already ? say(language_, words::at_once, action.date) : action.date;
      const std::string role = role_name(action.role);
      if (action.kind == "release") {
        text += paragraph(say(language_, words::release_on, date, action.people, role, action.from), 2);
        continue;
      }
      const bool sign = action.kind == "sign";
      if (action.until.empty())
        text += paragraph(
            say(language_, sign ? words::sign_open : words::look_open, date, action.people, role, action.from), 2);
      else
        text += paragraph(say(language_, sign ? words::sign_until : words::look_until, date, action.people, role,
                              action.from, action.until),
                          2);
    }
    return text;
  }

  std::string statement() const {
    std::string text;
    const double within = department_.neighbours_within;
    const auto chance = [&](double alpha) { return percent_text(alpha, language_); };
    if (!department_.keeps && !department_.requirements.empty()) {
      std::string worst = "?";
      for (const auto& requirement : department_.requirements)
        if (requirement.binding) worst = measure_title(requirement.measure, language_);
      text += paragraph(say(language_, words::no_plan_keeps, worst));
    }
    const bool certain = known(within) || (department_.requirements_certified && !department_.requirements.empty());
    const bool whole = department_.requirements_certified && known(within);
    if (department_.stopped && !whole)
      text += paragraph(said(certain ? words::stopped_halfway : words::not_certified_stopped));
    else if (!whole)
      text += paragraph(said(words::not_certified));
    if (department_.requirements_certified && !department_.requirements.empty())
      text += paragraph(say(language_, words::statement_requirements, chance(department_.alpha_requirements)) + ".");
    if (known(within)) {
      const Phrase& statement = !department_.enumerated            ? words::statement_neighbours
                                : department_.requirements.empty() ? words::statement_enumerated
                                                                   : words::statement_kept;
      text +=
          paragraph(say(language_, statement, chance(department_.alpha_neighbours), scale_for(within).amount(within),
                        grouped(std::uint64_t{department_.neighbours}, language_)));
      if (department_.excluded > 0)
        text += paragraph(
            say(language_, words::statement_excluded, grouped(std::uint64_t{department_.excluded}, language_)));
    }
    text += paragraph(say(language_, words::work_done, grouped(std::uint64_t{department_.visited}, language_),
                          grouped(department_.spent, language_)));
    if (plan_.budget)
      text += paragraph(say(language_, words::budget_of_month, scale_for(*plan_.budget).amount(*plan_.budget)));
    const analysis::Figure& start = department_.start_difference;
    if (known(start.value) && was_start()) {
      text += paragraph(said(words::start_was_it));
    } else if (known(start.value)) {
      const AmountScale scale = scale_for(std::fabs(start.value));
      text += paragraph(say(language_, words::start_was_worse, scale.change(start.value) + " " + scale.unit(),
                            scale.number(start.interval.low), scale.number(start.interval.high)));
    }
    return text;
  }

  bool was_start() const {
    for (std::size_t r = 0; r < department_.roles.size(); ++r)
      if (department_.start[r] != department_.roles[r].months) return false;
    return true;
  }

  std::string level(const analysis::result::PlannedRequirement& requirement) const {
    if (requirement.unit == "share") return percent_text(requirement.level, language_);
    return AmountScale::unscaled(requirement.unit, requirement.level, language_).amount(requirement.level);
  }

  std::string requirements() const {
    Rows rows{{said(words::requirements_heading), said(words::chance_wanted), said(words::chance_seen),
               said(words::chance_bound), ""}};
    for (const auto& requirement : department_.requirements) {
      const std::string title = measure_title(requirement.measure, language_);
      const std::string sign = requirement.at_least ? "≥" : "≤";
      const double seen =
          requirement.of_runs > 0 ? requirement.met / static_cast<double>(requirement.of_runs) : analysis::absent;
      rows.push_back({requirement.of_months ? say(language_, words::of_some_months, title, sign, level(requirement),
                                                  percent_text(requirement.in, language_))
                                            : say(language_, words::of_whole_run, title, sign, level(requirement)),
                      percent_text(requirement.chance, language_), known(seen) ? percent_text(seen, 1, language_) : "–",
                      known(requirement.bound) ? percent_text(requirement.bound, 1, language_) : "–",
                      said(requirement.certified       ? words::is_certified
                           : seen < requirement.chance ? words::is_not_kept
                                                       : words::is_not_certified)});
    }
    return long_table(rows);
  }

  std::string months_text(const std::vector<int>& months) const {
    if (months.size() == months_of_year) return said(words::all_year);
    if (months.size() == 1) return month(months.front());
    return month(months.front()) + "–" + month(months.back());
  }

  std::string prices() const {
    double largest = 0;
    for (const auto& price : department_.prices)
      if (known(price.gain.value)) largest = std::max(largest, std::fabs(price.gain.value));
    const AmountScale scale = scale_for(largest);
    const auto cell = [&](const analysis::result::PlannedPrice& price) {
      if (!price.keeps) return scale.with_margin(price.gain.value, price.gain.interval) + " !";
      return scale.with_margin(price.gain.value, price.gain.interval);
    };
    Rows rows{{said(words::role_word), said(words::when_word), said(words::one_more), said(words::one_fewer)}};
    bool broken = false;
    for (const auto& role : department_.roles)
      for (int m = 0; m < months_of_year; ++m) {
        const int first = (first_month_ + m) % months_of_year;
        Rows added;
        for (const auto& price : department_.prices) {
          if (price.role != role.role || price.months.front() != first) continue;
          broken = broken || !price.keeps;
          const std::string when = months_text(price.months);
          auto row = std::find_if(added.begin(), added.end(), [&](const auto& one) {
            return one[1] == when && one[price.change > 0 ? 2 : 3].empty();
          });
          if (row == added.end()) row = added.insert(added.end(), {role_name(role.role), when, "", ""});
          (*row)[price.change > 0 ? 2 : 3] = cell(price);
        }
        rows.insert(rows.end(), added.begin(), added.end());
      }
    std::string text = say(language_, words::prices_heading, scale.unit()) + "\n" + long_table(rows);
    if (broken) text += paragraph("! " + said(words::breaks_requirement), 2);
    return text;
  }

  std::string plateau() const {
    const std::string delta = scale_for(plan_.indifference).amount(plan_.indifference);
    if (department_.plateau.empty()) return paragraph(say(language_, words::no_plateau, delta));
    std::string text = paragraph(
        say(language_, words::plateau_line, grouped(std::uint64_t{department_.plateau.size()}, language_), delta));
    Rows rows{{said(words::plateau_ranges)}};
    for (int m = 0; m < months_of_year; ++m) rows.front().push_back(month(first_month_ + m));
    for (std::size_t r = 0; r < department_.roles.size(); ++r) {
      std::vector<std::string> row{role_name(department_.roles[r].role)};
      for (int i = 0; i < months_of_year; ++i) {
        const auto m = static_cast<std::size_t>((first_month_ + i) % months_of_year);
        int low = department_.roles[r].months[m];
        int high = low;
        for (const auto& alike : department_.plateau) {
          low = std::min(low, alike.months[r][m]);
          high = std::max(high, alike.months[r][m]);
        }
        row.push_back(low == high ? std::to_string(low) : std::to_string(low) + "–" + std::to_string(high));
      }
      rows.push_back(std::move(row));
    }
    return text + plain_table(rows);
  }

  std::string delays() const {
    std::string text = say(language_, words::delays_heading, department_.decide_by) + ":\n";
    double largest = 0;
    for (const auto& delay : department_.delays)
      if (known(delay.loss.value)) largest = std::max(largest, std::fabs(delay.loss.value));
    const AmountScale scale = scale_for(largest);
    for (const auto& delay : department_.delays)
      text += paragraph(say(language_, words::delay_line, delay.weeks, scale.amount(delay.loss.value),
                            scale.number(delay.loss.interval.low), scale.number(delay.loss.interval.high), delay.late),
                        2);
    return text;
  }

  std::string demands() const {
    Rows rows{{said(words::demand_heading) + ", " + scale_.unit(), said(words::plan_held), said(words::plan_again),
               said(words::regret_word)}};
    bool broken = false;
    const auto cell = [&](const analysis::Figure& figure, bool keeps) {
      broken = broken || !keeps;
      return scale_.number(figure.value) + (keeps ? "" : " !");
    };
    for (const auto& demand : department_.demands)
      rows.push_back({said(demand.demand == "low" ? words::low_demand : words::high_demand),
                      cell(demand.held, demand.held_keeps), cell(demand.replanned, demand.replanned_keeps),
                      scale_.with_margin(demand.regret.value, demand.regret.interval)});
    return long_table(rows) + (broken ? paragraph("! " + said(words::breaks_requirement), 2) : "");
  }

  std::string quick() const {
    std::string text = paragraph(said(words::quick_table));
    const auto number = [&](double value) { return grouped(value, 1, language_); };
    const auto share = [&](double value) { return known(value) ? percent_text(value, 0, language_) : std::string(); };
    for (const auto& role : department_.roles) {
      Rows rows{{"", said(words::load_word), said(words::wanted_word), said(words::people_word),
                 said(words::capacity_word), said(words::advertise_word)}};
      if (!plan_.quick)
        for (const Phrase* word : {&words::busy_word, &words::answered_word, &words::given_up_word})
          rows.front().push_back(said(*word));
      for (const auto& month : department_.quick) {
        if (month.role != role.role) continue;
        rows.push_back({month.month, number(month.load), number(month.wanted), std::to_string(month.people),
                        number(month.capacity), number(month.advertised)});
        if (!plan_.quick)
          for (const double value : {month.course.utilisation, month.course.answered, month.course.abandoned})
            rows.back().push_back(share(value));
      }
      text += "\n  " + role_name(role.role) + "\n" + folded_table(rows);
      if (plan_.quick) text += services(role.role);
    }
    if (plan_.quick) text += "\n" + paragraph(said(words::quick_formulas), 2);
    return text;
  }

  /// What three formulas say of a role's service.
  std::string services(const std::string& role) const {
    const auto share = [&](double value) { return known(value) ? percent_text(value, 0, language_) : std::string(); };
    const std::string still = ", " + said(words::by_month_word);
    const std::string course = ", " + said(words::by_hour_word);
    const std::string closure = ", " + said(words::closure_word);
    Rows rows{{said(words::service_word), said(words::answered_word) + still, said(words::answered_word) + course,
               said(words::given_up_word) + still, said(words::given_up_word) + course,
               said(words::given_up_word) + closure, said(words::busy_word) + still, said(words::busy_word) + course,
               said(words::busy_word) + closure}};
    for (const auto& month : department_.quick)
      if (month.role == role && known(month.course.abandoned))
        rows.push_back({month.month, share(month.answered), share(month.course.answered), share(month.abandoned),
                        share(month.course.abandoned), share(month.closure.abandoned), share(month.utilisation),
                        share(month.course.utilisation), share(month.closure.utilisation)});
    return rows.size() > 1 ? "\n" + folded_table(rows) : "";
  }

  const PlanResult& plan_;
  const DepartmentPlanResult& department_;
  int first_month_;
  Language language_;
  AmountScale scale_;
};

}  // namespace

std::string plan_text(const analysis::result::Result& result, const Period& period, Language language) {
  const unsigned first = unsigned{std::chrono::year_month_day{period.first}.month()};
  std::string text;
  for (const DepartmentPlanResult& department : result.plan->departments)
    text += (text.empty() ? "" : "\n") + PlanText(*result.plan, department, first, language).text();
  return text;
}

}  // namespace app
