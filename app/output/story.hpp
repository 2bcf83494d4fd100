#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/output/traced.hpp"

namespace app {

/// A sentence of a story. Several happenings of one moment may be one sentence.
struct Told {
  sim::Time time = 0;
  const models::Happening* happening = nullptr;  ///< the first that it tells
  std::string text;
};

/// A customer's life in sentences, in order.
std::vector<Told> story_of(const Traced& traced, const Life& life, Language language);

/// What happens to a person, if it is told at all.
std::optional<Told> person_story(const Traced& traced, const models::Happening& happening, Language language);

/// What has come of a customer.
struct Ending {
  std::optional<sim::Time> bought;  ///< the first time; a sleeping client: when he was woken
  sim::Money first = 0;             ///< for how much
  std::int64_t further = 0;         ///< orders after that; of a client of the start all of his orders
  sim::Money further_value = 0;
  const models::Happening* lost = nullptr;  ///< the latest loss as a lead
  const models::Happening* gone = nullptr;  ///< loss as a client
  bool open = false;                        ///< a lead at the end
  bool client = false;                      ///< has ever been one
  bool at_start = false;                    ///< client or sleeper from the start
  bool asleep = false;                      ///< at the end
};
Ending ending_of(const Life& life);

/// Cause of a customer's loss, and the activity at which a lead was lost (empty for a client).
std::string cause_text(const models::Happening& loss, Language language);

/// The ending as part of a sentence: `bought for 23,400 RUB on 2026-02-12, still a client at the end`.
std::string ending_text(const Traced& traced, const Life& life, Language language);

}  // namespace app
