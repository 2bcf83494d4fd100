#include "app/output/losses.hpp"

namespace app {

std::vector<Loss> losses_of(const analysis::result::SystemResult& system, std::string_view who) {
  const auto find = [&](const std::string& name) -> const analysis::result::MeasureResult* {
    for (const auto& measure : system.measures)
      if (measure.name == name) return &measure;
    return nullptr;
  };
  const std::string heads = std::string(who) + "_lost";
  std::vector<Loss> losses;
  for (const auto& measure : system.measures) {
    if (measure.name == heads) losses.push_back({"", &measure, find("margin_lost_" + std::string(who))});
    if (!measure.name.starts_with(heads + ".")) continue;
    const std::string cause = measure.name.substr(heads.size() + 1);
    losses.push_back({cause, &measure, find("margin_lost." + cause)});
  }
  return losses;
}

}  // namespace app
