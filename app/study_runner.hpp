#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "analysis/studies/design.hpp"
#include "app/scenario_factory.hpp"
#include "app/store/study_store.hpp"
#include "scenarios/format/study.hpp"
#include "scenarios/format/variants.hpp"

namespace app {

/// Problems as a reason that is the same wherever it is found: in English, and of a bounded length.
std::string reason_of(const sim::InputError& error);

/// The study that a store is of. It could be read when it was stored: throws StoreError where it no longer can.
scenarios::Study study_of(StudyStore& store);

/// A stored scenario, ready to be made with other values; throws as `study_of`.
scenarios::Variants variants_of(StudyStore& store, const StoredScenario& scenario);

/// The points of a study: first all of the first scenario, then those of the next. Each is computed from its number.
class StudyPoints {
 public:
  /// `first`: of the scenarios the first that can be read; where there is none every value between two ends is taken as
  /// it comes.
  StudyPoints(const scenarios::Study& study, std::size_t scenarios, const std::optional<scenarios::Variants>& first);

  std::uint64_t count() const { return design_.count() * scenarios_; }
  std::uint32_t scenario_of(std::uint64_t point) const { return static_cast<std::uint32_t>(point / design_.count()); }
  /// The `path=value` of each factor at a point.
  std::vector<std::string> sets(std::uint64_t point) const;
  /// A value behind `path=`, and as a number in its unit; not a number where it is none.
  static std::pair<std::string, double> parameter(const std::string& set);

 private:
  analysis::Design design_;
  std::size_t scenarios_;
  std::vector<Binding> bindings_;
  std::vector<scenarios::StudyFactor> factors_;
};

/// Computes blocks of a study from what its database says. Blocks may be asked for from several threads at once, and
/// each is a pure function of its number.
class StudyRunner {
 public:
  /// Reads all that there is to know; the store is then needed for scenarios that are asked for the first time only.
  explicit StudyRunner(StudyStore& store);

  const StudyPoints& points() const { return points_; }
  const scenarios::Study& study() const { return study_; }

  /// Runs a block. What the scenario's values or a replication make impossible is told in the block. Nothing if it was
  /// stopped. Throws what neither is to blame for: lack of memory, an unreadable database. `store` guards the store.
  std::optional<Block> compute(std::uint64_t point, std::uint32_t block, const std::stop_token& stop,
                               std::mutex& store);
  /// The same for some replications, which need not be a block.
  std::optional<Block> compute(std::uint64_t point, std::uint32_t first, std::uint32_t count,
                               const std::stop_token& stop, std::mutex& store);

 private:
  /// A file as the database keeps it, ready to be made with other values.
  struct Base {
    StoredScenario stored;
    std::optional<scenarios::Variants> variants;
    std::string failure;  ///< why there is none
  };
  std::shared_ptr<const Base> base_of(std::uint32_t scenario, std::mutex& store);

  StudyStore& store_;
  scenarios::Study study_;
  StudyPoints points_;
  std::vector<std::pair<std::uint32_t, std::shared_ptr<const Base>>> recent_;  ///< guarded as the store is
};

}  // namespace app
