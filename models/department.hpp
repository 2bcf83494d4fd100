#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/lead.hpp"
#include "models/person.hpp"
#include "models/plan.hpp"
#include "models/recorder.hpp"
#include "sim/histogram.hpp"
#include "sim/simulation.hpp"

namespace models {

/// A department at work: what happens to leads and people in one replication.
///
/// A lead takes the stages in order. At each it lets its own time go by (`delay`), becomes due, and waits for somebody
/// who does the stage: its owner, whoever it is dealt to, or whoever has been idle longest. Who takes it up finds out
/// whether the lead is reached and shows up, works, and the lead goes on, comes back later, or is lost. Every random
/// number is drawn by the lead's address, so it does not matter who draws it or when.
///
/// The memory is used again by the next replication. Nothing is allocated per event once the pools have grown.
template <class Recorder = NoRecorder>
class DepartmentAtWork {
 public:
  explicit DepartmentAtWork(const DepartmentPlan& plan);

  /// Runs one replication from beginning to end; then `ledger`, `waits` and `recorder` hold what happened.
  /// Throws std::logic_error if the books do not balance.
  void run(std::uint64_t seed, std::uint32_t replication);

  /// Rows of the ledger: [row * layout.slots() + slot], row 0 outside the reported period, then one per month.
  std::span<const std::int64_t> ledger() const { return ledger_; }
  /// Waits by stage that began in the reported period.
  std::span<const sim::Histogram> waits() const { return waits_; }
  Recorder recorder;

  /// Called by the loop.
  void handle(const sim::Event& event);

 private:
  // Leads.
  void lead_asks(std::uint32_t source);
  void enter_stage(std::uint32_t at);
  void becomes_due(std::uint32_t at);
  void find_somebody(std::uint32_t at);
  bool find_owner(std::uint32_t at);
  bool deal_in_turn(std::uint32_t at, const Doers& doers);
  void give_to(std::uint32_t at, std::uint32_t seat);
  void wait_in(std::uint32_t at, std::uint32_t line);
  void take_out(std::uint32_t at);
  void record_wait(Lead& lead, bool answered);
  void gives_up(std::uint32_t at);
  void passes(std::uint32_t at, std::uint32_t seat);
  void wins(std::uint32_t at, std::uint32_t seat);
  void loses(std::uint32_t at, LeadLoss cause);
  void close_lead(std::uint32_t at);
  void due_at(std::uint32_t at, sim::Time when);
  void seek_again(std::uint32_t first_line);
  void finish_talk(std::uint32_t at, std::uint32_t seat);
  void follow(Lead& lead);

  // People.
  void starts(std::uint32_t seat, std::uint32_t at);
  void ends(std::uint32_t seat);
  bool takes_work(std::uint32_t seat);
  void becomes_free(std::uint32_t seat);
  void stops_waiting(std::uint32_t seat);
  bool fallback_acts(const Doer& doer, std::uint32_t stage, std::uint32_t segment) const;
  std::uint32_t longest_idle(std::span<const Doer> doers) const;
  std::uint32_t idle_fallback(const Doers& doers, std::uint32_t stage, std::uint32_t segment) const;
  sim::Time finish_time(const Person& person, std::uint32_t seat, sim::Time work) const;
  void book_time(Person& person);
  void set_books(Person& person, Person::Books books);

  // The clock.
  void begins(std::uint64_t seed, std::uint32_t replication);
  void month_turns();
  void staff_changes();
  void joins(std::uint32_t seat);
  void leaves(std::uint32_t seat);
  void absence_changes(std::uint32_t seat);
  void cover_begins(std::uint32_t seat);
  void shift_changes(std::uint32_t calendar);
  void draw_absences(std::uint32_t seat);
  void schedule_absence(std::uint32_t seat);
  void offer_to_all_idle();
  void close_month();
  void close_books();
  void check_books() const;

  // Small helpers.
  std::int64_t& book(std::uint32_t row, std::uint32_t slot) { return ledger_[row * layout_.slots() + slot]; }
  std::int64_t& now_book(std::uint32_t slot) { return row_[slot]; }
  bool available(const Person& person) const {
    return person.employed && !person.absent && open_[person.calendar] != 0;
  }
  // Lines of a stage begin with the first segment's.
  std::uint32_t own_lines(std::uint32_t seat, std::uint32_t stage) const { return own_lines_ + (seat * stages_ + stage) * segments_; }
  std::uint32_t cover_lines(std::uint32_t role, std::uint32_t stage) const {
    return cover_lines_ + (role * stages_ + stage) * segments_;
  }
  std::uint32_t common_lines(std::uint32_t stage) const { return stage * segments_; }
  sim::Time open_now() const { return plan_.calendars[0].open_before(simulation_.now); }
  sim::Time reading(Clock clock, sim::Time t) const;
  sim::Time after(Clock clock, sim::Time span) const;
  void count_queue(std::uint32_t stage);
  const StagePlan& stage_of(const Lead& lead) const {
    return plan_.stages[lead.stage * segments_ + lead.segment];
  }
  const StageWords& words_of(const Lead& lead) const { return plan_.sources[lead.source].words[lead.stage]; }
  sim::Time first_work(std::uint32_t source, std::uint32_t number);
  sim::Time draw(const TimedSampler& law, sim::Word word, const Lead& lead, std::uint32_t attempt) const;
  double uniform(sim::Word word, const Lead& lead, std::uint32_t attempt) const {
    return draws_.uniform(word, lead.number, attempt);
  }
  void trace(Happening::What what, const Lead& lead, std::uint32_t seat = none, std::int32_t detail = 0);
  void set_slot(std::uint32_t slot, sim::Time time);

  const DepartmentPlan& plan_;
  const LedgerLayout layout_;
  const std::uint32_t stages_;
  const std::uint32_t segments_;
  const std::uint32_t own_lines_;
  const std::uint32_t cover_lines_;

  sim::Draws draws_{0, 0};
  sim::Simulation simulation_;
  std::vector<sim::Arrivals> arrivals_;        ///< by source
  std::vector<std::array<sim::Time, sim::Draws::row>> first_work_;  ///< by source: of the latest leads
  LeadPool leads_;
  std::vector<Line> lines_;                    ///< common, then own, then cover
  std::vector<Person> people_;                 ///< by seat
  std::vector<IdleList> idle_;                 ///< by role
  std::vector<std::uint32_t> employed_;        ///< by role: people now
  std::vector<std::uint8_t> open_;             ///< by calendar
  std::vector<std::vector<sim::Interval>> absences_;  ///< by seat, whole days
  std::vector<std::uint32_t> turn_;            ///< [stage * segments + segment]: who is dealt next
  std::vector<std::uint32_t> waiting_;         ///< by stage: how many wait
  std::vector<sim::Time> counted_;             ///< by stage: open time up to which the queue is booked
  std::size_t next_change_ = 0;
  std::uint32_t month_ = 0;                    ///< row of the ledger that is open
  std::int64_t* row_ = nullptr;                ///< the same, as a place
  std::int64_t open_leads_ = 0;
  std::int64_t open_cohort_ = 0;               ///< open leads that asked in the reported period
  std::int64_t events_ = 0;
  std::uint32_t replication_ = 0;
  bool running_out_ = false;                   ///< past the horizon
  std::vector<std::int64_t> ledger_;
  std::vector<sim::Histogram> waits_;
};

extern template class DepartmentAtWork<NoRecorder>;
extern template class DepartmentAtWork<TraceRecorder>;

}  // namespace models
