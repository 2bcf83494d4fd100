#include "app/output/roles.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace app {
namespace {

constexpr std::array<std::string_view, 9> of_roles{"headcount.", "vacancies.", "quits.",   "utilisation.", "overtime.",
                                                   "portfolio.", "earnings.",  "payroll.", "joined."};

}  // namespace

std::string_view role_of(std::string_view measure) {
  const auto before = std::find_if(of_roles.begin(), of_roles.end(),
                                   [&](std::string_view beginning) { return measure.starts_with(beginning); });
  if (before == of_roles.end()) return {};
  const std::string_view rest = measure.substr(before->size());
  return rest.substr(0, rest.find('.'));
}

bool is_unmanned(const analysis::result::SystemResult& system, std::string_view role) {
  const auto is_zero = [&](std::string_view beginning) {
    const std::string name = std::string{beginning} + std::string{role};
    return std::any_of(system.measures.begin(), system.measures.end(),
                       [&](const auto& measure) { return measure.name == name && measure.estimate.mean == 0; });
  };
  return is_zero("headcount.") && is_zero("vacancies.");
}

}  // namespace app
