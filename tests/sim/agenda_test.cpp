#include "sim/agenda.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <vector>

#include "sim/simulation.hpp"

using sim::Agenda;
using sim::Event;
using sim::EventHeap;
using sim::Time;
using sim::WinnerTree;

namespace {

/// Small numbers, so that ties are frequent.
Time moment(std::mt19937_64& engine, Time origin, std::uint64_t range) {
  return origin + static_cast<Time>(engine() % range);
}

}  // namespace

// ---- slots ----

TEST_CASE("the tree's earliest slot is that of a sorted list, ties by slot, however slots are set, moved and cleared") {
  std::mt19937_64 engine(1);
  for (const std::uint32_t slots : {1U, 2U, 3U, 4U, 5U, 7U, 8U, 20U, 31U, 32U, 33U, 1000U}) {
    for (const Time origin : {Time{0}, -400 * sim::day, Time{17}}) {
      WinnerTree tree;
      tree.reset(slots, origin);
      std::vector<Time> reference(slots, sim::never);
      for (int step = 0; step < 2'000; ++step) {
        const auto slot = static_cast<std::uint32_t>(engine() % slots);
        if (engine() % 4 == 0) {
          tree.clear(slot);
          reference[slot] = sim::never;
        } else {
          reference[slot] = moment(engine, origin, 40);
          tree.set(slot, reference[slot]);
        }
        std::uint32_t earliest = 0;
        for (std::uint32_t other = 1; other < slots; ++other)
          if (reference[other] < reference[earliest]) earliest = other;
        REQUIRE(tree.earliest() == reference[earliest]);
        REQUIRE(tree.empty() == (reference[earliest] == sim::never));
        if (!tree.empty()) REQUIRE(tree.earliest_slot() == earliest);
      }
    }
  }
}

TEST_CASE("a tree without slots has nothing to come") {
  WinnerTree tree;
  tree.reset(0, 0);
  CHECK(tree.empty());
  CHECK(tree.earliest() == sim::never);
}

TEST_CASE("resetting a tree forgets what was set, also when it grows or shrinks") {
  WinnerTree tree;
  for (const std::uint32_t slots : {5U, 100U, 2U}) {
    tree.reset(slots, 0);
    CHECK(tree.empty());
    tree.set(slots - 1, 3);
    CHECK(tree.earliest_slot() == slots - 1);
  }
}

TEST_CASE("times up to the tree's span are told apart to the microsecond, for any number of slots") {
  // 64 bits hold the slot number (bits of the count) and the time; span is half of what is left.
  CHECK(WinnerTree::span(20) == (Time{1} << 58) - 1);
  CHECK(WinnerTree::span(1000) == (Time{1} << 53) - 1);
  for (const std::uint32_t slots : {1U, 2U, 20U, 1000U, 65'536U}) {
    const Time origin = -sim::mean_year;
    const Time last = origin + WinnerTree::span(slots);
    WinnerTree tree;
    tree.reset(slots, origin);
    tree.set(0, last);
    tree.set(slots - 1, last - 1);
    CHECK(tree.earliest() == last - 1);
    CHECK(tree.earliest_slot() == slots - 1);
    tree.set(slots - 1, last);
    CHECK(tree.earliest() == last);
    CHECK(tree.earliest_slot() == 0);
  }
  // A company of a thousand people and channels can be simulated for 285 years.
  CHECK(WinnerTree::span(1000) > 285 * sim::mean_year);
}

// ---- the heap ----

TEST_CASE("the heap hands out what a sorted set does: by time, rank and entity, any cancelled or moved in between") {
  using Key = std::tuple<Time, std::uint32_t, std::uint32_t>;
  std::mt19937_64 engine(2);
  EventHeap heap;
  std::map<Key, EventHeap::Handle> reference;
  for (int step = 0; step < 200'000; ++step) {
    const std::uint64_t what = engine() % 10;
    if (what == 9 && !reference.empty()) {
      auto moved = reference.begin();
      std::advance(moved, static_cast<std::ptrdiff_t>(engine() % std::min<std::size_t>(reference.size(), 20)));
      const Key key{moment(engine, -50, 100), std::get<1>(moved->first), std::get<2>(moved->first)};
      if (reference.contains(key)) continue;
      const EventHeap::Handle handle = moved->second;
      heap.move(handle, std::get<0>(key));
      reference.erase(moved);
      reference.emplace(key, handle);
    } else if (what < 5) {
      const Event event{moment(engine, -50, 100), static_cast<std::uint32_t>(engine() % 5),
                        static_cast<std::uint32_t>(engine() % 50)};
      const Key key{event.time, event.rank, event.entity};
      if (reference.contains(key)) continue;  // a tie in everything has no order
      reference.emplace(key, heap.push(event));
    } else if (what < 7 && !reference.empty()) {
      auto victim = reference.begin();
      std::advance(victim, static_cast<std::ptrdiff_t>(engine() % std::min<std::size_t>(reference.size(), 20)));
      heap.cancel(victim->second);
      reference.erase(victim);
    } else if (!reference.empty()) {
      const auto& [time, rank, entity] = reference.begin()->first;
      REQUIRE(heap.earliest() == time);
      REQUIRE(heap.front().rank == rank);
      REQUIRE(heap.front().entity == entity);
      heap.pop();
      reference.erase(reference.begin());
    }
    REQUIRE(heap.empty() == reference.empty());
  }
  CHECK(reference.size() > 100);
  for (; !reference.empty(); reference.erase(reference.begin())) {
    REQUIRE(heap.front().entity == std::get<2>(reference.begin()->first));
    heap.pop();
  }
  CHECK(heap.empty());
  CHECK(heap.earliest() == sim::never);
}

TEST_CASE("simultaneous events of one rank follow their identities, not the places of their entities in memory") {
  EventHeap heap;
  heap.push({5, 1, 7}, 30);
  heap.push({5, 1, 3}, (EventHeap::identities - 1));
  heap.push({5, 1, 9}, 20);
  heap.push({5, EventHeap::ranks - 1, 2}, 0);
  heap.push({5, 0, 1}, EventHeap::identities - 1);
  std::vector<std::uint32_t> order;
  for (; !heap.empty(); heap.pop()) order.push_back(heap.front().entity);
  CHECK(order == std::vector<std::uint32_t>{1, 9, 7, 3, 2});
}

TEST_CASE("a handle stays with its event while others come, go and move") {
  std::mt19937_64 engine(3);
  EventHeap heap;
  std::vector<std::pair<EventHeap::Handle, std::uint32_t>> kept;
  for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
    const EventHeap::Handle handle = heap.push({moment(engine, 0, 1'000'000), 0, entity});
    if (entity % 2 == 0) kept.emplace_back(handle, entity);
  }
  for (const auto& [handle, entity] : kept) heap.cancel(handle);
  std::set<std::uint32_t> left;
  Time before = 0;
  for (; !heap.empty(); heap.pop()) {
    CHECK(heap.earliest() >= before);
    before = heap.earliest();
    left.insert(heap.front().entity);
  }
  CHECK(left.size() == 500);
  for (const std::uint32_t entity : left) CHECK(entity % 2 == 1);
}

// ---- both together ----

TEST_CASE("the agenda merges slots and heap by time, rank and identity") {
  // Slots 0 and 1 have rank 2, slot 2 has rank 4. All is at time 10 except one earlier and one later event.
  const std::vector<std::uint32_t> ranks{2, 2, 4};
  Agenda agenda;
  agenda.reset(ranks, 0);
  agenda.events().push({10, 3, 50});
  agenda.events().push({10, 1, 60});
  agenda.events().push({9, 9, 70});
  agenda.events().push({10, 2, 1});  // the same time, rank and identity as slot 1: the heap's comes first
  agenda.events().push({10, 9, 80});
  agenda.events().push({11, 0, 90});
  for (std::uint32_t slot = 0; slot < 3; ++slot) agenda.slots().set(slot, 10);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  for (Event event = agenda.next(); event.time != sim::never; event = agenda.next()) {
    order.emplace_back(event.rank, event.entity);
    const bool of_slot = event.entity < 3 && event.rank == ranks[event.entity];
    const bool first_of_two =
        order.size() > 1 && event.rank == 2 && event.entity == 1 && order[order.size() - 2].second != 1;
    if (of_slot && !first_of_two) agenda.slots().clear(event.entity);
  }
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected{{9, 70}, {1, 60}, {2, 0},  {2, 1}, {2, 1},
                                                                      {3, 50}, {4, 2},  {9, 80}, {0, 90}};
  CHECK(order == expected);
}

TEST_CASE("the agenda hands out random events of slots and heap in the order of a sorted list") {
  std::mt19937_64 engine(4);
  const std::uint32_t slots = 13;
  std::vector<std::uint32_t> ranks(slots, 3);
  ranks[11] = ranks[12] = 5;
  Agenda agenda;
  agenda.reset(ranks, -20);
  using Key = std::tuple<Time, std::uint32_t, std::uint32_t>;
  std::set<Key> reference;
  std::uint32_t number = slots;  // entities of the heap are never those of slots
  Time now = -20;
  std::size_t handed_out = 0;
  for (int step = 0; step < 100'000; ++step) {
    if (engine() % 2 == 0) {
      const auto slot = static_cast<std::uint32_t>(engine() % slots);
      const auto old =
          std::find_if(reference.begin(), reference.end(), [&](const Key& key) { return std::get<2>(key) == slot; });
      if (old != reference.end()) reference.erase(old);
      const Time time = moment(engine, now, 12);
      agenda.slots().set(slot, time);
      reference.emplace(time, ranks[slot], slot);
    } else if (engine() % 2 == 0) {
      const Event event{moment(engine, now, 12), static_cast<std::uint32_t>(engine() % 8), ++number};
      agenda.events().push(event);
      reference.emplace(event.time, event.rank, event.entity);
    }
    if (engine() % 2 == 0 && !reference.empty()) {
      const Event event = agenda.next();
      REQUIRE(Key{event.time, event.rank, event.entity} == *reference.begin());
      if (event.entity < slots) agenda.slots().clear(event.entity);
      reference.erase(reference.begin());
      now = event.time;
      ++handed_out;
    }
  }
  CHECK(handed_out > 40'000);
}

// ---- the loop ----

namespace {

/// Does nothing but remember; an event with rank 7 brings the end forward.
struct Witness {
  sim::Simulation simulation;
  std::vector<Event> seen;
  Time chain = 0;  ///< the event with rank 6 schedules another one so much later

  void handle(const Event& event) {
    CHECK(simulation.now == event.time);
    seen.push_back(event);
    if (event.rank == 6 && chain > 0) simulation.agenda.events().push({event.time + chain, 6, event.entity + 1});
    if (event.rank == 7) simulation.end = event.time;
  }
};

}  // namespace

TEST_CASE("the loop calls the handler in order with the clock moved and stops before the end") {
  const std::vector<std::uint32_t> ranks;
  Witness witness;
  witness.simulation.agenda.reset(ranks, 0);
  witness.simulation.end = 100;
  witness.chain = 30;
  for (const Time time : {100, 40, 99, 101}) witness.simulation.agenda.events().push({time, 1, 0});
  witness.simulation.agenda.events().push({10, 6, 0});
  witness.simulation.run(witness);
  std::vector<Time> times;
  for (const Event& event : witness.seen) times.push_back(event.time);
  CHECK(times == std::vector<Time>{10, 40, 40, 70, 99});  // 10 + 30 + 30; the chain's 40 has the higher rank
  CHECK(witness.seen[1].rank == 1);
  CHECK(witness.seen[2].rank == 6);
  CHECK(witness.simulation.now == 100);
}

TEST_CASE("a handler that brings the end forward ends the run before the next event, even one of the same moment") {
  const std::vector<std::uint32_t> ranks;
  Witness witness;
  witness.simulation.agenda.reset(ranks, 0);
  witness.simulation.end = 100;
  for (const std::uint32_t rank : {8U, 7U, 6U}) witness.simulation.agenda.events().push({50, rank, 0});
  witness.simulation.run(witness);
  CHECK(witness.seen.size() == 2);
  CHECK(witness.simulation.now == 50);
}

TEST_CASE("a loop without events runs to its end at once") {
  const std::vector<std::uint32_t> ranks{1, 1};
  Witness witness;
  witness.simulation.agenda.reset(ranks, 0);
  witness.simulation.end = 5;
  witness.simulation.run(witness);
  CHECK(witness.seen.empty());
  CHECK(witness.simulation.now == 5);
}
