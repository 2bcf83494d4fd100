#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "sim/time.hpp"

namespace sim {

/// Pending times of a fixed set of slots, at most one per slot, with the earliest at hand.
///
/// A tournament: each leaf holds one 64-bit key, time in the upper bits and slot in the lower ones, each inner node the
/// smaller of its two children, so setting a slot costs log2(slots) minima without a branch. Equal times are ordered by
/// slot. Times count from `origin`, so that keys are unsigned.
class WinnerTree {
 public:
  /// Empties the tree for slots 0 … `slots` - 1 and times not before `origin`.
  void reset(std::uint32_t slots, Time origin) {
    bits_ = static_cast<unsigned>(std::bit_width(slots));
    leaves_ = std::bit_ceil(slots < 2 ? 2U : slots);
    origin_ = origin;
    nodes_.assign(2 * static_cast<std::size_t>(leaves_), none);
  }
  /// The last moment that fits in a key beside `slots` slots, from `origin` on [µs].
  static Time span(std::uint32_t slots) { return static_cast<Time>((none >> 1) >> std::bit_width(slots)); }

  void set(std::uint32_t slot, Time time) { put(slot, (static_cast<std::uint64_t>(time - origin_) << bits_) | slot); }
  void clear(std::uint32_t slot) { put(slot, none); }

  bool empty() const { return nodes_[1] == none; }
  Time earliest() const { return nodes_[1] == none ? never : static_cast<Time>(nodes_[1] >> bits_) + origin_; }
  std::uint32_t earliest_slot() const {
    return static_cast<std::uint32_t>(nodes_[1] & ((std::uint64_t{1} << bits_) - 1));
  }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};

  void put(std::uint32_t slot, std::uint64_t key) {
    std::uint64_t* const nodes = nodes_.data();
    std::size_t node = leaves_ + slot;
    nodes[node] = key;
    while (node > 1) {
      const std::uint64_t other = nodes[node ^ 1];
      key = other < key ? other : key;
      node >>= 1;
      nodes[node] = key;
    }
  }

  std::vector<std::uint64_t> nodes_;  ///< [1] is the root, [leaves_ + slot] a leaf
  std::uint32_t leaves_ = 2;
  unsigned bits_ = 1;
  Time origin_ = 0;
};

/// What happens at a moment: which kind of event (its rank) to which thing.
struct Event {
  Time time = never;
  std::uint32_t rank = 0;
  std::uint32_t entity = 0;
};

/// Events of any number and kind, earliest first, that can be cancelled: a four-way heap that knows where each event
/// is. Simultaneous events are ordered by rank, then identity.
class EventHeap {
 public:
  using Handle = std::uint32_t;
  static constexpr Handle no_event = ~Handle{0};
  static constexpr std::uint32_t ranks = 1U << 8;                      ///< ranks are below this
  static constexpr std::uint64_t identities = std::uint64_t{1} << 56;  ///< identities are below this

  void clear() {
    heap_.clear();
    where_.clear();
    free_ = no_event;
  }
  bool empty() const { return heap_.empty(); }
  Time earliest() const { return heap_.empty() ? never : heap_.front().time; }
  Event front() const { return {heap_.front().time, rank_of(heap_.front()), heap_.front().entity}; }

  /// Whether the earliest event's rank and identity come after these.
  bool later_than(std::uint32_t rank, std::uint64_t identity) const {
    return ((std::uint64_t{rank} << 56) | identity) < heap_.front().order;
  }

  /// The entity is the identity where it is a number for life.
  Handle push(const Event& event) { return push(event, event.entity); }
  /// Where the entity is a place in memory that others use after it, `identity` says by what it is known, so that the
  /// order of simultaneous events does not depend on who had which place.
  Handle push(const Event& event, std::uint64_t identity) {
    Handle handle = free_;
    if (handle == no_event) {
      handle = static_cast<Handle>(where_.size());
      where_.push_back(0);
    } else {
      free_ = where_[handle];
    }
    heap_.push_back({});
    rise(heap_.size() - 1, {event.time, (std::uint64_t{event.rank} << 56) | identity, handle, event.entity});
    return handle;
  }
  void pop() { remove(0); }
  /// Takes back an event that has not happened yet.
  void cancel(Handle handle) { remove(where_[handle]); }
  /// Puts an event that has not happened yet to another time.
  void move(Handle handle, Time time) {
    const std::size_t at = where_[handle];
    Node node = heap_[at];
    node.time = time;
    if (at > 0 && before(node, heap_[(at - 1) / 4])) {
      rise(at, node);
    } else {
      sink(at, node);
    }
  }

 private:
  struct Node {
    Time time = 0;
    std::uint64_t order = 0;  ///< rank and identity
    Handle handle = 0;
    std::uint32_t entity = 0;
  };
  static std::uint32_t rank_of(const Node& node) { return static_cast<std::uint32_t>(node.order >> 56); }
  static bool before(const Node& a, const Node& b) { return a.time != b.time ? a.time < b.time : a.order < b.order; }

  void place(std::size_t at, const Node& node) {
    heap_[at] = node;
    where_[node.handle] = static_cast<std::uint32_t>(at);
  }
  void rise(std::size_t at, const Node& node) {
    while (at > 0) {
      const std::size_t parent = (at - 1) / 4;
      if (!before(node, heap_[parent])) break;
      place(at, heap_[parent]);
      at = parent;
    }
    place(at, node);
  }
  void sink(std::size_t at, const Node& node) {
    for (;;) {
      std::size_t child = 4 * at + 1;
      if (child >= heap_.size()) break;
      const std::size_t last = child + 4 < heap_.size() ? child + 4 : heap_.size();
      for (std::size_t other = child + 1; other < last; ++other)
        if (before(heap_[other], heap_[child])) child = other;
      if (!before(heap_[child], node)) break;
      place(at, heap_[child]);
      at = child;
    }
    place(at, node);
  }
  void remove(std::size_t at) {
    const Handle handle = heap_[at].handle;
    const Node last = heap_.back();
    heap_.pop_back();
    where_[handle] = free_;
    free_ = handle;
    if (at == heap_.size()) return;
    if (at > 0 && before(last, heap_[(at - 1) / 4])) {
      rise(at, last);
    } else {
      sink(at, last);
    }
  }

  std::vector<Node> heap_;
  std::vector<std::uint32_t> where_;  ///< by handle: place in the heap, or the next free handle
  Handle free_ = no_event;
};

/// All that is going to happen: slots with one pending event each (whoever works finishes, whoever asks next), in the
/// tree; the irregular rest in the heap.
class Agenda {
 public:
  /// `ranks[slot]` is the rank of a slot's events; ranks must not fall with the slot number.
  void reset(const std::vector<std::uint32_t>& ranks, Time origin) {
    ranks_ = &ranks;
    tree_.reset(static_cast<std::uint32_t>(ranks.size()), origin);
    heap_.clear();
  }

  /// The earliest event by (time, rank, identity); its time is `never` if there is none. A slot's identity is its
  /// number; where it meets the heap's event in all three, the heap's comes first. A heap's event is taken out; a
  /// slot's stays until the slot is set or cleared again, which its handler must do.
  Event next() {
    const Time slot_time = tree_.earliest();
    const Time heap_time = heap_.earliest();
    if (slot_time < heap_time) return slot_event(slot_time);
    if (heap_time == never) return {};
    if (slot_time == heap_time && heap_.later_than((*ranks_)[tree_.earliest_slot()], tree_.earliest_slot()))
      return slot_event(slot_time);
    const Event event = heap_.front();
    heap_.pop();
    return event;
  }

  WinnerTree& slots() { return tree_; }
  EventHeap& events() { return heap_; }

 private:
  Event slot_event(Time time) const {
    const std::uint32_t slot = tree_.earliest_slot();
    return {time, (*ranks_)[slot], slot};
  }

  const std::vector<std::uint32_t>* ranks_ = nullptr;
  WinnerTree tree_;
  EventHeap heap_;
};

}  // namespace sim
