#include <fmt/format.h>

#include "app/output/csv.hpp"
#include "app/output/plan.hpp"

namespace app {
namespace {

using analysis::result::DepartmentPlanResult;

/// Lines of one department.
class Lines {
 public:
  Lines(const DepartmentPlanResult& department, std::string unit, std::string& text)
      : department_(department), unit_(std::move(unit)), text_(text) {}

  void write() {
    for (const auto& role : department_.roles)
      for (std::size_t m = 0; m < role.months.size(); ++m)
        line("people", role.role, std::to_string(m + 1), "", "people", {static_cast<double>(role.months[m]), {}});
    for (const auto& action : department_.actions)
      line("action", action.role, action.date,
           action.kind + " " + action.from + (action.until.empty() ? "" : " " + action.until), "people",
           {static_cast<double>(action.people), {}});
    if (analysis::known(department_.objective.value)) {
      line("objective", "", "", "", unit_, department_.objective);
      line("objective", "", "", "formulas_less_this", unit_, department_.start_difference);
      line("statement", "", "", "neighbours_within", unit_, {department_.neighbours_within, {}});
      for (const auto& [what, so] : {std::pair{"keeps", department_.keeps},
                                     {"requirements_certified", department_.requirements_certified},
                                     {"neighbours_certified", department_.neighbours_certified},
                                     {"stopped", department_.stopped}})
        line("statement", "", "", what, "yes", {so ? 1.0 : 0.0, {}});
    }
    for (const auto& one : department_.requirements)
      line("requirement", "", "", fmt::format("{} {} {}", one.measure, one.at_least ? ">=" : "<=", one.level), "share",
           {one.of_runs > 0 ? one.met / static_cast<double>(one.of_runs) : analysis::absent,
            {one.bound, analysis::absent}});
    for (const auto& price : department_.prices)
      line("price", price.role, months_of(price.months), fmt::format("{:+}{}", price.change, price.keeps ? "" : " !"),
           unit_, price.gain);
    for (const auto& delay : department_.delays)
      line("delay", "", "", fmt::format("{} w", delay.weeks), unit_, delay.loss);
    for (std::size_t i = 0; i < department_.plateau.size(); ++i)
      for (std::size_t r = 0; r < department_.roles.size(); ++r)
        for (std::size_t m = 0; m < department_.plateau[i].months[r].size(); ++m)
          line("plateau", department_.roles[r].role, std::to_string(m + 1), std::to_string(i + 1), "people",
               {static_cast<double>(department_.plateau[i].months[r][m]), {}});
    for (const auto& demand : department_.demands) {
      line("demand", "", "", demand.demand + " held", unit_, demand.held);
      line("demand", "", "", demand.demand + " replanned", unit_, demand.replanned);
      line("demand", "", "", demand.demand + " regret", unit_, demand.regret);
    }
    for (const auto& month : department_.quick) {
      line("quick", month.role, month.month, "load", "people", {month.load, {}});
      line("quick", month.role, month.month, "wanted", "people", {month.wanted, {}});
      line("quick", month.role, month.month, "people", "people", {static_cast<double>(month.people), {}});
      line("quick", month.role, month.month, "advertised", "people", {month.advertised, {}});
      line("quick", month.role, month.month, "capacity", "people", {month.capacity, {}});
      line("quick", month.role, month.month, "answered", "share", {month.answered, {}});
      line("quick", month.role, month.month, "abandoned", "share", {month.abandoned, {}});
      line("quick", month.role, month.month, "answered_course", "share", {month.course.answered, {}});
      line("quick", month.role, month.month, "abandoned_course", "share", {month.course.abandoned, {}});
      line("quick", month.role, month.month, "utilisation", "share", {month.utilisation, {}});
      line("quick", month.role, month.month, "utilisation_course", "share", {month.course.utilisation, {}});
      line("quick", month.role, month.month, "utilisation_closure", "share", {month.closure.utilisation, {}});
      line("quick", month.role, month.month, "abandoned_closure", "share", {month.closure.abandoned, {}});
    }
  }

 private:
  static std::string months_of(const std::vector<int>& months) {
    std::string text;
    for (const int month : months) text += (text.empty() ? "" : " ") + std::to_string(month + 1);
    return text;
  }
  void line(const char* figure, const std::string& role, const std::string& month, const std::string& detail,
            const std::string& unit, const analysis::Figure& value) {
    text_ += csv_field(department_.department) + "," + figure + "," + csv_field(role) + "," + csv_field(month) + "," +
             csv_field(detail) + "," + csv_field(unit) +
             csv_numbers({value.value, value.interval.low, value.interval.high}) + "\n";
  }

  const DepartmentPlanResult& department_;
  std::string unit_;
  std::string& text_;
};

}  // namespace

std::string plan_csv(const analysis::result::PlanResult& plan) {
  std::string text = "department,figure,role,month,detail,unit,value,low,high\n";
  for (const DepartmentPlanResult& department : plan.departments) Lines(department, plan.unit, text).write();
  return text;
}

}  // namespace app
