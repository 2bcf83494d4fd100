#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/lead.hpp"
#include "sim/agenda.hpp"
#include "sim/time.hpp"

namespace models {

/// A customer who has bought and will buy again, or one who sleeps. Everything that happens to him by itself is one of a
/// few pending moments; the earliest of them is his one event in the agenda.
struct Client {
  /// Pending moments, in the order in which they happen at the same time.
  enum Moment : std::uint8_t {
    need,      ///< his own calendar says that he needs something
    contact,   ///< we should call him
    new_owner, ///< he is handed on, or gets a new owner after the old one has gone
    rotation,  ///< he has been silent so long that another person gets him
    sleep,     ///< he has not ordered for long
    neglect,   ///< he begins to look around, or leaves
    end,       ///< he leaves the market
    moments
  };
  enum class State : std::uint8_t { active, asleep, gone };

  std::array<sim::Time, moments> when{sim::never, sim::never, sim::never, sim::never, sim::never, sim::never, sim::never};
  sim::Time last_talk = 0;
  sim::Time last_order = 0;
  double size = 1;    ///< his orders' mean in that of the segment
  double growth = 1;  ///< what contacts have made of it
  sim::EventHeap::Handle event = sim::EventHeap::no_event;
  sim::Time event_time = sim::never;
  std::uint32_t source = 0;  ///< where he came from, and
  std::uint32_t number = 0;  ///< which one there: his identity for life
  std::uint32_t owner = none;   ///< seat
  std::uint32_t previous = none;  ///< among the clients of his owner
  std::uint32_t next = none;
  std::uint32_t cases = none;     ///< first of his open orders, contacts and handovers
  std::uint32_t needs = 0;      ///< number of his next need
  std::uint32_t contacts = 0;   ///< contacts that fell due since the last need
  std::uint32_t talks = 0;      ///< finished talks of any kind
  std::uint32_t owners = 0;     ///< how many have had him
  std::uint32_t wakes = 0;      ///< attempts to wake him
  std::uint32_t orders = 0;     ///< since he was won or woken
  std::uint32_t sleeps = 0;     ///< how often he fell asleep
  State state = State::active;
  bool looks_around = false;    ///< his contact has been overdue for too long
  bool buried = false;          ///< beyond what his owner can look after
  bool unknown = false;         ///< nobody knows of him until he orders
  bool boosted = false;         ///< by a new owner, until he orders
  bool with_seller = false;     ///< still to be handed on
  bool stranded = false;        ///< waits for somebody to own him
};

/// Who sleeps and may be called, or which company: an entry of a list whose dates only grow.
struct ListEntry {
  sim::Time due = 0;
  std::uint32_t who = 0;
  std::uint32_t stamp = 0;  ///< tells an entry that has become stale
};

/// Entries in order of their dates; memory is used again.
class DueList {
 public:
  void clear() {
    entries_.clear();
    head_ = 0;
    due_ = sim::never;
  }
  bool empty() const { return head_ == entries_.size(); }
  const ListEntry& front() const { return entries_[head_]; }
  /// Date of the front; `never` if there is none.
  sim::Time due() const { return due_; }
  void push(const ListEntry& entry) {
    if (head_ > 1024 && 2 * head_ > entries_.size()) {
      entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(head_));
      head_ = 0;
    }
    if (empty()) due_ = entry.due;
    entries_.push_back(entry);
  }
  void pop() {
    ++head_;
    due_ = empty() ? sim::never : entries_[head_].due;
  }

 private:
  std::vector<ListEntry> entries_;
  std::size_t head_ = 0;
  sim::Time due_ = sim::never;
};

/// A company of the cold list that has been called; its place in the list is its number.
struct Company {
  std::uint32_t leads = 0;  ///< that it has become
  std::uint32_t dials = 0;  ///< ever
  std::uint32_t talks = 0;  ///< ever
  std::uint32_t tries = 0;  ///< in this round
};

/// The cold list of a segment: companies by number, of which the first `fresh` have been called.
struct ColdList {
  std::vector<Company> called;
  DueList retries;
  DueList rests;

  std::uint32_t fresh() const { return static_cast<std::uint32_t>(called.size()); }
  void clear() {
    called.clear();
    retries.clear();
    rests.clear();
  }
};

/// Sleeping clients of a segment who may be called.
struct Sleepers {
  DueList fresh;  ///< never called since they fell asleep
  DueList rests;
  void clear() {
    fresh.clear();
    rests.clear();
  }
};

}  // namespace models
