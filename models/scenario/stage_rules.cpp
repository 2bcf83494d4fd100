#include "models/scenario/stage_rules.hpp"

namespace models {

bool needs_nobody(const Stage& stage) { return !stage.work && !stage.travel && stage.reach >= 1 && stage.show >= 1; }

double chance_to_pass(const Stage& stage) {
  double unreached = stage.reach < 1 ? 1 : 0;
  for (std::int64_t i = 0; i < stage.attempts && unreached > 0; ++i) unreached *= 1 - stage.reach;
  const double reached = 1 - unreached;
  const double later = stage.later ? stage.later->chance : 0;
  const double back = reached * (stage.show * later + (1 - stage.show) * stage.rebook);
  const double passes = stage.pass * (stage.sieve ? stage.sieve->finds : 1);
  return reached * stage.show * (1 - later) / (1 - back) * passes;
}

}  // namespace models
