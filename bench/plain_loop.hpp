#pragma once

#include <cstdint>

namespace bench {

/// What a plain loop knows about its customers.
struct PlainSums {
  std::int64_t served = 0;
  double wait = 0;  ///< of all served [min]
  double busy = 0;  ///< work done by all servers [min]
};

/// The queue M/M/c as anybody would write it for this one purpose with the standard library, until the last of
/// `customers` has been served: the measure of what generality costs. Times in minutes.
PlainSums plain_loop(std::uint64_t seed, std::int64_t customers, std::int32_t servers, double mean_between,
                     double mean_work);

}  // namespace bench
