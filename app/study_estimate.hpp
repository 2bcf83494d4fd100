#pragma once

#include "app/exit_code.hpp"
#include "app/study_source.hpp"
#include "app/sweep.hpp"

namespace app {

/// What a study will take, from a few replications of its first, middle and last point.
struct StudyEstimate {
  double replication = 0;  ///< of all departments [s]
  double point = 0;        ///< to make a scenario with its values, for each block [s]
  double bytes = 0;        ///< of the database
};

/// What a database holds of a study.
struct StoredPart {
  std::uint64_t points = 0;  ///< of which it has at least a block
  std::uint64_t blocks = 0;  ///< of these points
};

/// What a shard's own database will hold.
StoredPart part_of(const StudyHead& head, const Shard& shard);

/// Bytes of a database of so many blocks and points.
double size_of_store(const StudyHead& head, const StoredPart& part, std::size_t factors, double departments,
                     double measures);

/// Lists the points of a study, or of a shard of it, with their values, and what it will take.
ExitCode list_points(const StudySource& source, const SweepOptions& options);

}  // namespace app
