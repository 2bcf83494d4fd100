#pragma once

#include <cstdint>
#include <vector>

#include "sim/agenda.hpp"
#include "sim/time.hpp"

namespace models {

inline constexpr std::uint32_t none = ~std::uint32_t{0};

/// A customer on his way through the pipeline. His attributes are not kept: they are drawn by address when needed.
struct Lead {
  sim::Time asked = 0;
  sim::Time due = 0;            ///< when he first became due at this visit of the stage
  sim::Time open_due = 0;       ///< the same in open time of the calendar
  sim::Time spell_began = 0;    ///< when the present wait began
  sim::Time first_work = 0;     ///< what the first stage will take the first time, without any slack or speed
  double decay = 1;             ///< factor on the chance to pass, from the wait
  std::uint32_t number = 0;     ///< in his channel
  std::uint32_t source = 0;     ///< channel, counted through all segments
  std::uint32_t segment = 0;
  std::uint32_t stage = 0;
  std::uint32_t owner = none;   ///< seat
  std::uint32_t owner_holder = 0;
  std::uint32_t worker = none;  ///< who did his last job
  std::uint32_t worker_holder = 0;
  std::uint32_t line = none;    ///< where he waits
  std::uint32_t previous = none;
  std::uint32_t next = none;
  sim::EventHeap::Handle patience = sim::EventHeap::no_event;
  std::uint32_t row = 0;        ///< of the ledger: the month in which he asked
  std::uint32_t wait_row = 0;   ///< of the ledger: the month in which he became due
  std::uint16_t visits = 0;        ///< times he came back to this stage after "not now"
  std::uint16_t dials = 0;         ///< attempts to reach him at this stage
  std::uint16_t tries = 0;         ///< attempts in a row
  std::uint16_t appointments = 0;  ///< appointments at this stage, kept or not
  std::uint16_t spells = 0;        ///< times he became due at this stage
  bool fit = true;
  bool waited = false;          ///< the wait of this visit is already recorded
  bool taken = false;           ///< somebody has taken him up at this stage
  bool chilled = false;         ///< he changed hands before this stage
  bool followed = false;        ///< the run-out waits for his end
  bool in_use = false;
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
    std::uint32_t at = free_;
    if (at == none) {
      at = static_cast<std::uint32_t>(leads_.size());
      leads_.emplace_back();
    } else {
      free_ = leads_[at].next;
      leads_[at] = Lead{};
    }
    leads_[at].in_use = true;
    return at;
  }
  void remove(std::uint32_t at) {
    leads_[at].in_use = false;
    leads_[at].next = free_;
    free_ = at;
  }
  Lead& operator[](std::uint32_t at) { return leads_[at]; }
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
  std::vector<Lead> leads_;
  std::uint32_t free_ = none;
};

}  // namespace models
