#pragma once

#include <cstdint>
#include <vector>

#include "sim/agenda.hpp"
#include "sim/time.hpp"

namespace models {

struct StagePlan;

inline constexpr std::uint32_t none = ~std::uint32_t{0};

/// What a customer is known by for life, in the order of simultaneous events.
inline std::uint64_t identity_of(std::uint32_t source, std::uint32_t number) {
  return std::uint64_t{source} << 32 | number;
}

/// Something that has to be done for a customer: a lead on its way through the pipeline, or an order, a contact or the
/// handover of a client. A customer's attributes are not kept: they are drawn by address when needed.
struct Lead {
  enum class Kind : std::uint8_t { lead, order, contact, handover };

  sim::Time asked = 0;
  sim::Time due = 0;            ///< when he first became due at this visit of the stage
  sim::Time open_due = 0;       ///< the same in open time of the calendar
  sim::Time spell_began = 0;    ///< when the present wait began
  sim::Time first_work = 0;     ///< what the first stage will take the first time, without any slack or speed
  const StagePlan* plan = nullptr;  ///< of his stage, for his segment
  double decay = 1;             ///< factor on the chance to pass, from the wait
  std::uint32_t number = 0;     ///< of the customer in his source
  std::uint32_t source = 0;     ///< channel, counted through all segments; then cold lists and first clients
  std::uint32_t segment = 0;
  std::uint32_t stage = 0;      ///< or another activity
  std::uint32_t owner = none;   ///< seat
  std::uint32_t owner_holder = 0;
  std::uint32_t worker = none;  ///< who did the last job
  std::uint32_t worker_holder = 0;
  std::uint32_t line = none;    ///< where he waits
  std::uint32_t previous = none;
  std::uint32_t next = none;
  std::uint32_t client = none;  ///< of an order, a contact or a handover, none when he has gone meanwhile; or the company
  std::uint32_t sibling = none; ///< the client's next open case
  std::uint32_t nth = 0;        ///< which order, contact or handover of the client it is
  std::uint32_t address = 0;    ///< from which attempt on a lead draws: a company of the cold list can become one again
  sim::EventHeap::Handle event = sim::EventHeap::no_event;  ///< when it becomes due, or gives up
  std::uint32_t row = 0;        ///< of the ledger: the month in which he asked
  std::uint32_t wait_row = 0;   ///< of the ledger: the month in which he became due
  std::uint32_t visits = 0;        ///< times he came back to this stage after "not now"
  std::uint32_t dials = 0;         ///< attempts to reach him at this stage
  std::uint32_t tries = 0;         ///< attempts in a row
  std::uint32_t appointments = 0;  ///< appointments at this stage, kept or not
  std::uint32_t spells = 0;        ///< times he became due at this stage
  Kind kind = Kind::lead;
  bool fit = true;
  bool waited = false;          ///< the wait of this visit is already recorded
  bool taken = false;           ///< somebody has taken him up at this stage
  bool chilled = false;         ///< he changed hands before this stage
  bool followed = false;        ///< the run-out waits for his end
  bool in_use = false;
  std::uint8_t leavers = 0;     ///< people who had him and have left

  std::uint64_t identity() const { return identity_of(source, number); }
};

/// A waiting line: first due first.
struct Line {
  std::uint32_t first = none;
  std::uint32_t last = none;
  std::uint32_t length = 0;
};

/// Memory for the leads that are open; slots are used again.
class LeadPool {
 public:
  void clear() {
    leads_.clear();
    free_ = none;
  }
  std::uint32_t add() {
    if (free_ == none) grow();
    const std::uint32_t at = free_;
    Lead& lead = leads_[at];
    free_ = lead.next;
    lead = Lead{};
    lead.in_use = true;
    return at;
  }
  void remove(std::uint32_t at) {
    leads_[at].in_use = false;
    leads_[at].next = free_;
    free_ = at;
  }
  Lead& operator[](std::uint32_t at) { return leads_[at]; }
  const Lead& operator[](std::uint32_t at) const { return leads_[at]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(leads_.size()); }

  /// Puts a lead into a line behind all that began to wait no later.
  void enqueue(Line& line, std::uint32_t line_index, std::uint32_t at) {
    Lead& lead = leads_[at];
    std::uint32_t after = line.last;
    while (after != none && leads_[after].spell_began > lead.spell_began) after = leads_[after].previous;
    lead.line = line_index;
    lead.previous = after;
    lead.next = after == none ? line.first : leads_[after].next;
    (lead.next == none ? line.last : leads_[lead.next].previous) = at;
    (after == none ? line.first : leads_[after].next) = at;
    ++line.length;
  }
  void dequeue(Line& line, std::uint32_t at) {
    Lead& lead = leads_[at];
    (lead.previous == none ? line.first : leads_[lead.previous].next) = lead.next;
    (lead.next == none ? line.last : leads_[lead.next].previous) = lead.previous;
    lead.line = none;
    --line.length;
  }

 private:
  void grow() {
    free_ = static_cast<std::uint32_t>(leads_.size());
    leads_.emplace_back();
  }

  std::vector<Lead> leads_;
  std::uint32_t free_ = none;
};

}  // namespace models
