#include "app/subject.hpp"

#include <memory>

#include "app/messages/command_line.hpp"
#include "app/named_system.hpp"
#include "app/refused.hpp"
#include "app/same_market.hpp"
#include "models/department_system.hpp"

namespace app {

Subject::Subject(const ModelOptions& options, std::vector<std::string>& complaints)
    : variants_(load_variants(options)), sources_(sources_of(variants_, options)), measure_(options.measure) {
  cases_ = choose_cases(sources_, options, false, complaints);
  try {
    refuse_different_markets(sources_, words::unpaired_there, options.language);
  } catch (const Refused& refused) {
    complaints.insert(complaints.end(), refused.complaints().begin(), refused.complaints().end());
  }
  std::vector<std::unique_ptr<sim::System>> systems;
  std::vector<const sim::System*> pointers;
  for (const Case& one : cases_) {
    systems.push_back(std::make_unique<models::DepartmentSystem>(*one.scenario, one.department, one.seed));
    pointers.push_back(systems.back().get());
  }
  if (pointers.empty()) return;
  if (std::string wrong = wrong_with_measure(measure_, pointers, names(), options.language); !wrong.empty()) {
    complaints.push_back(std::move(wrong));
    return;
  }
  const sim::Catalogue& catalogue = pointers.front()->catalogue();
  unit_ = catalogue.measures[catalogue.find(measure_)].unit;
}

std::vector<std::string> Subject::names() const {
  std::vector<std::string> names;
  for (const Case& one : cases_) names.push_back(one.name);
  return names;
}

bool Subject::larger_is_better() const { return app::larger_is_better(measure_); }

}  // namespace app
