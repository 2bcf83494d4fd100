#pragma once

#include "models/scenario/service.hpp"
#include "models/scenario/stage.hpp"

namespace models {

/// What must be done, whoever does it: the stages of the pipeline and the service of clients, each for every segment in
/// the order of the file. A part of the service that is not set is empty.
struct Work {
  std::vector<std::string> stages;           ///< names, in order
  std::vector<std::vector<Stage>> pipeline;  ///< [stage][segment]
  std::vector<ColdCall> cold_call;           ///< by segment
  std::vector<Reception> reception;          ///< by segment
  std::vector<OrderService> order;           ///< by segment
  std::vector<ContactService> contact;       ///< by segment
  std::vector<Neglect> neglect;              ///< by segment
  std::vector<Dormancy> dormant;             ///< by segment
  std::vector<Wake> wake;                    ///< by segment
  bool operator==(const Work&) const = default;
};

}  // namespace models
