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
  for (Person& person : people_) book_time(person);
  for (std::uint32_t stage = 0; stage < stages_; ++stage) count_queue(stage);
  if (month_ == 0) {
    now_book(layout_.single(LedgerLayout::open_start)) = open_leads_;
  } else {
    close_month();
  }
  const bool last = simulation_.now >= plan_.horizon;
  if (last) book(1, layout_.single(LedgerLayout::open_end)) = open_leads_;
  month_ = last ? 0 : month_ + 1;
  row_ = ledger_.data() + month_ * layout_.slots();
  for (Person& person : people_) {
    person.month_present = person.month_overtime = 0;
    person.month_commission = 0;
  }
  if (last) {
    running_out_ = true;
    if (open_cohort_ == 0) simulation_.end = simulation_.now;
  } else {
    simulation_.agenda.events().push({plan_.months[month_], Rank::month_turns, 0});
  }
}

/// Pays the people for the month that ends.
template <class Recorder>
void DepartmentAtWork<Recorder>::close_month() {
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    const Person& person = people_[seat];
    const Pay& pay = plan_.roles[person.role].pay;
    const sim::Money base = plan_.base[seat][month_ - 1];
    const sim::Money hourly = rounded(static_cast<double>(pay.hourly.hundredths) *
                                      (static_cast<double>(person.month_present + person.month_overtime) /
                                       static_cast<double>(sim::hour)));
    const sim::Money earned = base + hourly + person.month_commission;
    now_book(layout_.single(LedgerLayout::base_pay)) += base;
    now_book(layout_.single(LedgerLayout::hourly_pay)) += hourly;
    now_book(layout_.single(LedgerLayout::commission)) += person.month_commission;
    now_book(layout_.single(LedgerLayout::on_top)) += rounded(static_cast<double>(earned) * pay.on_top);
    now_book(layout_.book(person.role, LedgerLayout::earnings)) += earned;
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::staff_changes() {
  while (next_change_ < plan_.changes.size() && plan_.changes[next_change_].time == simulation_.now) {
    const StaffChange& change = plan_.changes[next_change_++];
    change.on ? joins(change.seat) : leaves(change.seat);
  }
  if (next_change_ < plan_.changes.size())
    simulation_.agenda.events().push({plan_.changes[next_change_].time, Rank::staff_changes, 0});
  offer_to_all_idle();
}

/// Who may act as a fallback can change with the staff.
template <class Recorder>
void DepartmentAtWork<Recorder>::offer_to_all_idle() {
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat)
    if (people_[seat].waiting) takes_work(seat);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::joins(std::uint32_t seat) {
  Person& person = people_[seat];
  book_time(person);
  person.employed = true;
  ++employed_[person.role];
  draw_absences(seat);
  if (person.lead != none) return;  // still busy with what he took up before he left
  person.last_stage = none;
  person.books = person.absent ? Person::Books::absent : Person::Books::idle;
  becomes_free(seat);
}

/// Finishes what is in hand and starts nothing new; what waits for him goes to others.
template <class Recorder>
void DepartmentAtWork<Recorder>::leaves(std::uint32_t seat) {
  Person& person = people_[seat];
  if (person.waiting) stops_waiting(seat);
  book_time(person);
  person.employed = false;
  person.absent = false;
  person.covered = false;
  ++person.holder;
  --employed_[person.role];
  if (person.lead == none) person.books = Person::Books::off;
  for (sim::EventHeap::Handle* event : {&person.absence_event, &person.cover_event})
    if (*event != sim::EventHeap::no_event) {
      simulation_.agenda.events().cancel(*event);
      *event = sim::EventHeap::no_event;
    }
  absences_[seat].clear();
  for (std::uint32_t stage = 0; stage < stages_; ++stage) seek_again(own_lines(seat, stage));
}

/// Days away of the person who now holds the seat, by person and calendar year: holidays in blocks of up to 14 days,
/// sick leave in spells of up to 4, each beginning on an even chance on any day of its own equal slice of the year.
template <class Recorder>
void DepartmentAtWork<Recorder>::draw_absences(std::uint32_t seat) {
  Person& person = people_[seat];
  const RolePlan& role = plan_.roles[person.role];
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
  if (person.absent) {
    person.absent = person.covered = false;
    ++person.next_absence;
    if (person.cover_event != sim::EventHeap::no_event) {
      simulation_.agenda.events().cancel(person.cover_event);
      person.cover_event = sim::EventHeap::no_event;
    }
    set_books(person, idle ? Person::Books::idle : Person::Books::busy);
    if (idle) becomes_free(seat);
  } else {
    person.absent = true;
    if (person.waiting) stops_waiting(seat);
    // A job in progress is finished; interruptible work lies until he is back.
    if (idle || person.interruptible) set_books(person, Person::Books::absent);
    const sim::Time cover = plan_.roles[person.role].cover;
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
  for (std::uint32_t stage = 0; stage < stages_; ++stage) seek_again(own_lines(seat, stage));
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
    if (opens && person.lead == none && available(person)) becomes_free(seat);
  }
}

}  // namespace models
