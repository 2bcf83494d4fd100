#pragma once

#include <string>
#include <vector>

#include "app/output/traced.hpp"
#include "app/trace.hpp"

namespace app {

/// Whom `--lead` means, and the other customers who have the same number where it was given alone.
struct Chosen {
  Customer customer;
  std::vector<std::string> namesakes;
};

/// A number alone is one of the first source: the first channel, where there is one. Throws Refused for a source that
/// is none, or a number that nobody has in this replication.
Chosen choose_customer(const TraceOptions& options, const models::Scenario& scenario, const Traced& traced);

}  // namespace app
