#pragma once

// What the clock brings: months, staff, absences, shifts; members of models::DepartmentAtWork, included by department.cpp only.

#include <algorithm>

#include "models/department.hpp"
#include "models/rounding.hpp"

namespace models {

inline constexpr sim::Time holiday_block = 14 * sim::day;
inline constexpr sim::Time sick_spell = 4 * sim::day;

template <class Recorder>
void DepartmentAtWork<Recorder>::month_turns() {
  count_everything();
  const auto state = [&](LedgerLayout::Single clients, LedgerLayout::Single sleeping, LedgerLayout::Single value) {
    double sum = 0;
    for (const Client& client : clients_)
      if (client.state == Client::State::active) sum += price(client);
    const std::uint32_t row = month_ == 0 ? 1 : month_;
    book(row, layout_.single(clients)) = active_;
    book(row, layout_.single(sleeping)) = sleeping_;
    book(row, layout_.single(value)) = rounded(sum);
  };
  using L = LedgerLayout;
  if (month_ == 0) {
    book(1, layout_.single(L::open_start)) = open_leads_;
    state(L::clients_start, L::sleeping_start, L::base_value_start);
    for (std::uint32_t seat = 0; seat < people_.size(); ++seat) seat_books_[seat].holders = people_[seat].employed ? 1 : 0;
  } else {
    close_month();
  }
  const bool last = simulation_.now >= plan_.horizon;
  if (last) {
    book(1, layout_.single(L::open_end)) = open_leads_;
    state(L::clients_end, L::sleeping_end, L::base_value_end);
    for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
      if (!people_[seat].employed) continue;
      seat_books_[seat].there = 1;
      seat_books_[seat].tenure_there = simulation_.now - careers_[seat].joined;
    }
  }
  month_ = last ? 0 : month_ + 1;
  row_ = ledger_.data() + month_ * layout_.slots();
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    people_[seat].month = {};
    people_[seat].month_commission = 0;
    Career& career = careers_[seat];
    career.month_employed = career.month_paid = career.month_owned = 0;
    career.month_leads = career.month_contacts = 0;
    career.month_pieces = career.month_orders = 0;
  }
  std::fill(month_activities_.begin(), month_activities_.end(), 0);
  std::fill(month_heads_.begin(), month_heads_.end(), 0);
  std::fill(month_stock_.begin(), month_stock_.end(), 0);
  if (last) {
    running_out_ = true;
    if (open_cohort_ == 0) simulation_.end = simulation_.now;
  } else {
    simulation_.agenda.events().push({plan_.months[month_], Rank::month_turns, 0});
  }
}

/// Lets all idle people look for work, the longest idle first: after a change of staff, since who may act as a fallback
/// can change with it, and when a shift begins.
template <class Recorder>
void DepartmentAtWork<Recorder>::offer_to_all_idle() {
  idle_order_.clear();
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat)
    if (people_[seat].waiting) idle_order_.push_back(seat);
  std::sort(idle_order_.begin(), idle_order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return people_[a].idle_since != people_[b].idle_since ? people_[a].idle_since < people_[b].idle_since : a < b;
  });
  for (const std::uint32_t seat : idle_order_)
    if (people_[seat].waiting && !takes_work(seat) && plan_.calls) wait_for_lists(seat);
}

/// Days away of the person who now holds the seat, by person and calendar year: holidays in blocks of up to 14 days,
/// sick leave in spells of up to 4, each beginning on an even chance on any day of its own equal slice of the year.
template <class Recorder>
void DepartmentAtWork<Recorder>::draw_absences(std::uint32_t seat) {
  Person& person = people_[seat];
  const RolePlan& role = *person.plan;
  std::vector<sim::Interval>& absences = absences_[seat];
  absences.clear();
  person.next_absence = 0;
  if (role.holiday == 0 && role.sick == 0) return;
  constexpr sim::Word holiday_word = sim::word("absence/holiday");
  constexpr sim::Word sick_word = sim::word("absence/sick");
  const auto start_year = int{std::chrono::year_month_day{plan_.days->start}.year()};
  const sim::Time last = plan_.days->end();
  const std::chrono::year_month_day first_date{plan_.days->start + std::chrono::days{plan_.days->first}};
  for (int year = int{first_date.year()};; ++year) {
    using std::chrono::January;
    const std::chrono::sys_days new_year = std::chrono::year{year} / January / 1;
    const sim::Time begin = (new_year - plan_.days->start).count() * sim::day;
    if (begin >= last) break;
    const std::chrono::sys_days next_year = std::chrono::year{year + 1} / January / 1;
    const auto days = static_cast<double>((next_year - new_year).count());
    for (const auto& [length, block, word] : {std::tuple{role.holiday, holiday_block, holiday_word},
                                              std::tuple{role.sick, sick_spell, sick_word}}) {
      const sim::Time whole_days = (length + sim::day / 2) / sim::day;
      const sim::Time block_days = block / sim::day;
      const sim::Time blocks = (whole_days + block_days - 1) / block_days;
      for (sim::Time b = 0; b < blocks; ++b) {
        const sim::Time away = std::min(block_days, whole_days - b * block_days);
        const double slice = days / static_cast<double>(blocks);
        const auto from = static_cast<sim::Time>(slice * static_cast<double>(b));
        const auto to = static_cast<sim::Time>(slice * static_cast<double>(b + 1));
        const sim::Time room = std::max<sim::Time>(0, to - from - away) + 1;
        // Address of a block: holder, year and block of this seat.
        const auto attempt = static_cast<std::uint32_t>(
            (((person.holder & 0xff) << 8) | (static_cast<unsigned>(year - start_year + 64) & 0xff)) << 7) |
            static_cast<std::uint32_t>(b);
        const double u = draws_.uniform(word, seat, attempt);
        const sim::Time day = from + static_cast<sim::Time>(u * static_cast<double>(room));
        const sim::Interval interval{begin + day * sim::day, begin + (day + away) * sim::day};
        if (interval.end > simulation_.now) absences.push_back(interval);
      }
    }
  }
  std::sort(absences.begin(), absences.end(), [](const sim::Interval& a, const sim::Interval& b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const sim::Interval& interval : absences) {
    if (kept > 0 && interval.begin <= absences[kept - 1].end) {
      absences[kept - 1].end = std::max(absences[kept - 1].end, interval.end);
    } else {
      absences[kept++] = interval;
    }
  }
  absences.resize(kept);
  schedule_absence(seat);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::schedule_absence(std::uint32_t seat) {
  Person& person = people_[seat];
  person.absence_event = sim::EventHeap::no_event;
  if (person.next_absence >= absences_[seat].size()) return;
  const sim::Interval& next = absences_[seat][person.next_absence];
  const sim::Time when = person.absent ? next.end : std::max(next.begin, simulation_.now);
  person.absence_event = simulation_.agenda.events().push({when, Rank::absence_changes, seat});
}

template <class Recorder>
void DepartmentAtWork<Recorder>::absence_changes(std::uint32_t seat) {
  Person& person = people_[seat];
  const bool idle = person.lead == none;
  trace_person(person.absent ? Happening::What::back : Happening::What::away, seat);
  if (person.absent) {
    person.absent = person.covered = false;
    ++person.next_absence;
    if (person.cover_event != sim::EventHeap::no_event) {
      simulation_.agenda.events().cancel(person.cover_event);
      person.cover_event = sim::EventHeap::no_event;
    }
    if (!person.trained && idle) {
      schedule_absence(seat);
      return;
    }
    set_books(person, idle ? Person::Books::idle : Person::Books::busy);
    if (idle) becomes_free(seat);
  } else {
    person.absent = true;
    if (person.waiting) stops_waiting(seat);
    // A job in progress is finished; interruptible work lies until he is back.
    if (idle || person.interruptible) set_books(person, Person::Books::absent);
    const sim::Time cover = person.plan->cover;
    if (cover < sim::never && simulation_.now + cover < absences_[seat][person.next_absence].end)
      person.cover_event = simulation_.agenda.events().push({simulation_.now + cover, Rank::cover_begins, seat});
  }
  schedule_absence(seat);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::cover_begins(std::uint32_t seat) {
  Person& person = people_[seat];
  person.cover_event = sim::EventHeap::no_event;
  person.covered = true;
  trace_person(Happening::What::covered, seat);
  for (std::uint32_t activity = 0; activity < activities_; ++activity) seek_again(own_lines(seat, activity));
}

/// Works out what everybody may take up from now on: in protected hours only what they are for, at other times all but what
/// is done in strict ones alone.
template <class Recorder>
void DepartmentAtWork<Recorder>::block_changes() {
  const sim::Time now = simulation_.now;
  std::vector<std::uint8_t>& allowed = allowed_;
  std::fill(allowed.begin(), allowed.end(), std::uint8_t{1});
  sim::Time next = sim::never;
  for (const bool running : {false, true})
    for (std::uint32_t b = 0; b < plan_.blocks.size(); ++b) {
      const BlockPlan& block = plan_.blocks[b];
      const bool runs = block.hours.is_open(now);
      if (runs != running) continue;
      next = std::min(next, runs ? block.hours.close_after(now) : block.hours.next_open(now));
      std::uint8_t* const of_role = &allowed[block.role * activities_];
      if (!runs) {
        for (std::uint32_t a = 0; a < activities_ && block.strict; ++a)
          if (block.does[a] != 0) of_role[a] = 0;
        continue;
      }
      const auto others = [&](const BlockPlan& other) { return other.role == block.role && other.hours.is_open(now); };
      const bool first = std::find_if(plan_.blocks.begin(), plan_.blocks.end(), others) == plan_.blocks.begin() + b;
      if (first) std::fill_n(of_role, activities_, std::uint8_t{0});
      for (std::uint32_t a = 0; a < activities_; ++a)
        if (block.does[a] != 0) of_role[a] = 1;
    }
  if (next < simulation_.end) simulation_.agenda.events().push({next, Rank::block_changes, 0});
}

template <class Recorder>
void DepartmentAtWork<Recorder>::shift_changes(std::uint32_t calendar) {
  const sim::Calendar& hours = plan_.calendars[calendar];
  const bool opens = open_[calendar] == 0;
  open_[calendar] = opens ? 1 : 0;
  const sim::Time next = opens ? hours.close_after(simulation_.now) : hours.next_open(simulation_.now);
  if (next < simulation_.end) simulation_.agenda.events().push({next, Rank::shift_changes, calendar});
  for (const std::uint32_t seat : plan_.seats_of_calendar[calendar]) {
    const Person& person = people_[seat];
    if (!opens && person.waiting) stops_waiting(seat);
    if (opens && person.lead == none && available(person)) waits_for_work(seat);
  }
  if (opens) offer_to_all_idle();
}

}  // namespace models
