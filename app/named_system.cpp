#include "app/named_system.hpp"

#include <algorithm>
#include <new>

#include "app/messages/command_line.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/phrase.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

class NamedWorker : public sim::Worker {
 public:
  NamedWorker(std::unique_ptr<sim::Worker> worker, const std::string& name, std::uint64_t seed)
      : worker_(std::move(worker)), name_(name), seed_(seed) {}

  sim::Observation observe(std::uint32_t replication) override {
    try {
      return worker_->observe(replication);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      throw ReplicationFailure(name_, seed_, replication, error.what());
    }
  }

 private:
  std::unique_ptr<sim::Worker> worker_;
  const std::string& name_;
  std::uint64_t seed_;
};

}  // namespace

std::unique_ptr<sim::Worker> NamedSystem::worker() const {
  return std::make_unique<NamedWorker>(system_->worker(), name_, seed_);
}

std::string wrong_with_measure(const std::string& measure, const std::vector<const sim::System*>& systems,
                               const std::vector<std::string>& names, Language language) {
  const auto has = [](const sim::System* system, const std::string& name) {
    return system->catalogue().find(name) < system->catalogue().measures.size();
  };
  std::vector<std::string> all;
  std::vector<std::string> with;
  std::vector<std::string> without;
  for (std::size_t s = 0; s < systems.size(); ++s) {
    (has(systems[s], measure) ? with : without).push_back(names[s]);
    for (const sim::Measure& known : systems[s]->catalogue().measures)
      if (std::find(all.begin(), all.end(), known.name) == all.end()) all.push_back(known.name);
  }
  if (without.empty()) return "";
  if (with.empty()) {
    std::string text = say(language, words::unknown_measure, measure, scenarios::joined(all));
    if (const std::string meant = scenarios::nearest(measure, all); !meant.empty())
      text += say(language, words::did_you_mean, meant);
    return text;
  }
  std::erase_if(all, [&](const std::string& name) {
    return !std::all_of(systems.begin(), systems.end(), [&](const sim::System* system) { return has(system, name); });
  });
  return say(language, words::measure_not_shared, measure, scenarios::joined(with), scenarios::joined(without),
             scenarios::joined(all));
}

bool larger_is_better(const std::string& measure) {
  const MeasureWords* words = find_measure_words(measure);
  return words == nullptr || words->better != Better::less;
}

}  // namespace app
