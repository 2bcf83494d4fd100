#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/client.hpp"
#include "models/lead.hpp"
#include "models/person.hpp"
#include "models/plan.hpp"
#include "models/recorder.hpp"
#include "models/rounding.hpp"
#include "sim/histogram.hpp"
#include "sim/open_clock.hpp"
#include "sim/simulation.hpp"

namespace models {

/// What an order brings [hundredths].
struct Sale {
  sim::Money revenue = 0;
  sim::Money margin = 0;
};

/// A department at work: what happens to leads, clients and people in one replication.
///
/// A lead takes the stages in order. At each it lets its own time go by (`delay`), becomes due, and waits for somebody
/// who does the stage: its owner, whoever it is dealt to, or whoever has been idle longest. Who takes it up finds out
/// whether the lead is reached and shows up, works, and the lead goes on, comes back later, or is lost. Every random
/// number is drawn by the customer's address, so it does not matter who draws it or when. Who buys and will buy again
/// becomes a client with a calendar of his own; his orders, contacts and handovers wait in the same lines as leads.
///
/// The memory is used again by the next replication. Nothing is allocated per event once the pools have grown.
template <class Recorder = NoRecorder>
class DepartmentAtWork {
 public:
  explicit DepartmentAtWork(const DepartmentPlan& plan);

  /// Runs one replication from beginning to end; then `ledger`, `waits` and `recorder` hold what happened.
  /// Throws std::logic_error if the books do not balance, std::runtime_error for all else that goes wrong; both say
  /// seed and replication.
  void run(std::uint64_t seed, std::uint32_t replication);

  /// Rows of the ledger: [row * layout.slots() + slot], row 0 outside the reported period, then one per month.
  std::span<const std::int64_t> ledger() const { return ledger_; }
  /// Waits by stage that began in the reported period.
  std::span<const sim::Histogram> waits() const { return waits_; }
  /// What each seat's holders did and got in the reported period.
  std::span<const SeatBooks> seats() const { return seat_books_; }
  /// Paid time on each activity in the reported period [µs]: [seat * activities + activity].
  std::span<const sim::Time> seat_activities() const { return seat_activities_; }
  Recorder recorder;

  /// Called by the loop.
  [[gnu::always_inline]] inline void handle(const sim::Event& event);

 private:
  // What every lead meets is inlined: calls would be a seventh of its instructions.

  // Leads (department/leads.hpp).
  void lead_asks(std::uint32_t source);
  [[gnu::always_inline]] inline std::uint32_t new_lead(std::uint32_t source, std::uint32_t number, std::uint32_t address);
  void enter_stage(std::uint32_t at);
  [[gnu::always_inline]] inline void becomes_due(std::uint32_t at);
  [[gnu::always_inline]] inline void find_somebody(std::uint32_t at);
  bool has_owner(const Lead& lead) const;
  bool find_owner(std::uint32_t at);
  bool find_assistant(std::uint32_t at);
  bool is_simple(const Lead& lead) const;
  bool deal_in_turn(std::uint32_t at, const Doers& doers);
  void give_to(std::uint32_t at, std::uint32_t seat);
  [[gnu::always_inline]] inline void wait_in(std::uint32_t at, std::uint32_t line);
  [[gnu::always_inline]] inline void take_out(std::uint32_t at);
  [[gnu::always_inline]] inline void cancel_event(Lead& lead);
  [[gnu::always_inline]] inline void record_wait(Lead& lead, bool answered);
  void gives_up(std::uint32_t at);
  [[gnu::always_inline]] inline void passes(std::uint32_t at, std::uint32_t seat);
  [[gnu::always_inline]] inline void wins(std::uint32_t at, std::uint32_t seat);
  void loses(std::uint32_t at, LeadLoss cause);
  [[gnu::always_inline]] inline void close_lead(std::uint32_t at);
  void due_at(std::uint32_t at, sim::Time when);
  void seek_again(std::uint32_t first_line);
  [[gnu::always_inline]] inline void finish_talk(std::uint32_t at, std::uint32_t seat);
  [[gnu::always_inline]] inline void follow(Lead& lead);

  // Money and units (department/money.hpp).
  [[gnu::always_inline]] inline Sale sells(OrderKind kind, std::uint32_t segment, double value, double discount, sim::Time paid_after);
  [[gnu::always_inline]] inline bool takes_unit(std::uint32_t segment);
  void sells_out(std::uint32_t segment);
  void count_stock();
  std::uint32_t row_of(sim::Time moment) const;

  // People at work (department/people.hpp).
  void starts(std::uint32_t seat, std::uint32_t at);
  [[gnu::always_inline]] inline Person::Job decide_job(std::uint32_t seat, std::uint32_t at, sim::Time& desk, sim::Time& fixed);
  [[gnu::always_inline]] inline void begins_job(std::uint32_t seat, std::uint32_t activity, sim::Time desk, sim::Time fixed, bool interruptible);
  void ends(std::uint32_t seat);
  [[gnu::always_inline]] inline void ends_lead(std::uint32_t seat, std::uint32_t at);
  [[gnu::always_inline]] inline bool takes_work(std::uint32_t seat);
  [[gnu::always_inline]] inline void becomes_free(std::uint32_t seat);
  [[gnu::always_inline]] inline void waits_for_work(std::uint32_t seat);
  [[gnu::always_inline]] inline void stops_waiting(std::uint32_t seat);
  bool fallback_acts(const Doer& doer, std::uint32_t stage, std::uint32_t segment) const;
  std::uint32_t first_dealt(std::uint32_t stage, std::uint32_t segment) const;
  [[gnu::always_inline]] inline std::uint32_t longest_idle(std::span<const Doer> doers, std::uint32_t activity) const;
  std::uint32_t idle_fallback(const Doers& doers, std::uint32_t stage, std::uint32_t segment) const;
  sim::Time finish_time(const Person& person, std::uint32_t seat, sim::Time work) const;
  double ramped(std::uint32_t seat) const;
  [[gnu::always_inline]] inline double odds(std::uint32_t seat, std::uint32_t activity) const;
  [[gnu::always_inline]] inline void book_time(Person& person);
  [[gnu::always_inline]] inline void set_books(Person& person, Person::Books books);

  // Lists to be called (department/lists.hpp).
  bool calls_cold(std::uint32_t seat, const DutyPlan& duty);
  void begins_call(std::uint32_t seat, std::uint32_t segment, std::uint32_t company);
  void ends_call(std::uint32_t seat);
  void warms(std::uint32_t seat, std::uint32_t segment, std::uint32_t company);
  void rests(std::uint32_t segment, std::uint32_t company);
  bool wakes(std::uint32_t seat, const DutyPlan& duty);
  void ends_wake(std::uint32_t seat);
  bool paused(std::uint32_t role);
  void resume_calls(std::uint32_t stage);
  bool acts_for(std::uint32_t seat, const DutyPlan& duty, std::uint32_t segment) const;
  void wait_for_lists(std::uint32_t seat);
  void list_grows(sim::Time due);
  void list_due_at(sim::Time when);
  void lists_due();
  sim::Time next_due(std::uint32_t seat, const DutyPlan& duty);
  void drop_stale(Sleepers& sleepers);

  // Clients (department/clients.hpp).
  void first_clients();
  std::uint32_t new_client(std::uint32_t source, std::uint32_t number);
  void becomes_client(std::uint32_t source, std::uint32_t number, sim::Time asked, std::uint32_t closer);
  bool keeps_or_deals(std::uint32_t at, std::uint32_t seller);
  void begins_handover(std::uint32_t at, bool stays);
  bool keeps_in_touch(std::uint32_t seat, std::uint32_t segment) const {
    return plan_.does[people_[seat].role][plan_.activity(Service::contact) * segments_ + segment] != Does::no;
  }
  void client_turns(std::uint32_t at);
  void reschedule(std::uint32_t at);
  void next_need(Client& client, sim::Time from);
  void needs(std::uint32_t at);
  void contact_falls_due(std::uint32_t at);
  void talked(Client& client);
  void ordered(Client& client);
  void set_contact(Client& client);
  void set_neglect(Client& client);
  bool neglected(std::uint32_t at);
  bool falls_asleep(std::uint32_t at);
  void loses_client(std::uint32_t at, ClientLoss cause);
  std::uint32_t open_case(std::uint32_t at, Lead::Kind kind, Service service, std::uint32_t nth);
  void close_case(std::uint32_t at);
  void drop_cases(Client& client, bool contacts_only);
  void ends_case(std::uint32_t seat, std::uint32_t at);
  void order_lost(std::uint32_t at);
  void books_order(Client& client, double value, OrderKind kind);
  [[gnu::always_inline]] inline double order_value(std::uint32_t source, sim::Word word, std::uint32_t number, std::uint32_t attempt, double size) const;
  double size_of(std::uint32_t source, std::uint32_t number) const;
  double price(const Client& client) const;
  double worth(const Client& client) const;
  void count_clients();

  // Who owns whom (department/owners.hpp).
  std::uint32_t fewest(std::span<const std::uint32_t> seats, std::uint32_t role, std::uint32_t except) const;
  void gets_owner(std::uint32_t at, std::uint32_t seat);
  void loses_owner(std::uint32_t at);
  void assign_owner(std::uint32_t at);
  void owner_moment(std::uint32_t at);
  void hand_over(std::uint32_t at);
  void cases_follow(const Client& client);
  bool more_valuable(std::uint32_t at, std::uint32_t than) const;
  bool must_be_handed_on(std::uint32_t role, std::uint32_t segment) const;
  bool rotates(std::uint32_t at);
  void strand(std::uint32_t at);
  void find_owners_for_stranded();
  void bury_one(std::uint32_t seat);
  void dig_up_one(std::uint32_t seat);
  void clients_of_leaver(std::uint32_t seat, bool quits);
  void leads_of_leaver(std::uint32_t seat);
  void count_owned(std::uint32_t seat);

  // Careers (department/careers.hpp).
  void staff_changes();
  void joins(std::uint32_t seat, bool at_start, bool trained, sim::Time ramp, double ramp_from);
  void newcomer_starts(std::uint32_t seat);
  void fill_vacancy(std::uint32_t seat, sim::Time advertised);
  bool promotes_into(std::uint32_t seat);
  void training_ends(std::uint32_t seat);
  void begins_work(std::uint32_t seat);
  enum class Leaving : std::uint8_t { quits, promoted, given_up };
  void leaves(std::uint32_t seat, Leaving why);
  void quits(std::uint32_t seat);
  void draw_talent(std::uint32_t seat);
  void count_trained(std::uint32_t role, int change);
  void set_heads();
  void count_employment(std::uint32_t seat);
  void count_heads();
  void cancel(sim::EventHeap::Handle& event);

  // The clock (department/clock.hpp).
  void begins(std::uint64_t seed, std::uint32_t replication);
  void month_turns();
  void absence_changes(std::uint32_t seat);
  void cover_begins(std::uint32_t seat);
  void shift_changes(std::uint32_t calendar);
  void block_changes();
  void draw_absences(std::uint32_t seat);
  void schedule_absence(std::uint32_t seat);
  void offer_to_all_idle();

  // The books (department/books.hpp).
  void count_everything();
  void close_month();
  void book_seats();
  sim::Money penalty_of(std::uint32_t seat, const Pay& pay, sim::Money base);
  void close_books();
  void close_cash();
  void check_books() const;

  // Small helpers.
  std::int64_t& book(std::uint32_t row, std::uint32_t slot) { return ledger_[row * layout_.slots() + slot]; }
  std::int64_t& now_book(std::uint32_t slot) { return row_[slot]; }
  bool available(const Person& person) const {
    return person.employed && person.trained && !person.absent && open_[person.calendar] != 0 &&
           stands_still_[person.role] == 0;
  }
  /// Whether protected hours let people of a role take up an activity now.
  bool allowed(std::uint32_t role, std::uint32_t activity) const { return allowed_[role * activities_ + activity] != 0; }
  // Lines of a stage begin with the first segment's.
  std::uint32_t own_lines(std::uint32_t seat, std::uint32_t stage) const { return own_lines_ + (seat * activities_ + stage) * segments_; }
  std::uint32_t cover_lines(std::uint32_t role, std::uint32_t stage) const {
    return cover_lines_ + (role * activities_ + stage) * segments_;
  }
  std::uint32_t common_lines(std::uint32_t stage) const { return stage * segments_; }
  sim::Time open_now() { return clocks_[0](simulation_.now); }
  sim::Time reading(Clock clock, sim::Time t) const;
  sim::Time after(Clock clock, sim::Time from, sim::Time span) const;
  sim::Time after(Clock clock, sim::Time span) const { return after(clock, simulation_.now, span); }
  [[gnu::always_inline]] inline void count_queue(std::uint32_t stage);
  void place_at(Lead& lead, std::uint32_t stage) const {
    lead.stage = stage;
    lead.plan = &plan_.stages[stage * segments_ + lead.segment];
  }
  const StageWords& words_of(const Lead& lead) const { return plan_.sources[lead.source].words[lead.stage]; }
  [[gnu::always_inline]] inline sim::Time first_work(std::uint32_t source, std::uint32_t number);
  sim::Time draw(const TimedSampler& law, sim::Word word, const Lead& lead, std::uint32_t attempt) const;
  double uniform(sim::Word word, const Lead& lead, std::uint32_t attempt) const {
    return draws_.uniform(word, lead.number, lead.address + attempt);
  }
  template <class Law>
  sim::Time drawn(const Law& law, sim::Word word, std::uint32_t number, std::uint32_t attempt) const {
    if constexpr (requires { law.is_constant(); })
      if (law.is_constant()) return whole(law.constant_value());
    sim::Stream stream = draws_.at(word, number, attempt);
    const double span = law(stream);
    return span < static_cast<double>(sim::never) ? whole(span) : sim::never;
  }
  // What the recorder is told; nothing where it is off.
  void trace(Happening::What what, const Lead& lead, std::uint32_t seat = none, std::int32_t detail = 0,
             std::int64_t amount = 0);
  void trace(Happening::What what, const Client& client, std::uint32_t stage, std::uint32_t seat = none,
             std::int32_t detail = 0, std::int64_t amount = 0);
  void trace_company(Happening::What what, std::uint32_t segment, std::uint32_t company, std::uint32_t seat = none,
                     std::int32_t detail = 0, std::int64_t amount = 0);
  void trace_person(Happening::What what, std::uint32_t seat, std::int32_t detail = 0);
  [[gnu::always_inline]] inline void set_slot(std::uint32_t slot, sim::Time time);

  const DepartmentPlan& plan_;
  const LedgerLayout layout_;
  const std::uint32_t seats_;
  const std::uint32_t activities_;      ///< all activities
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
  std::vector<Career> careers_;                ///< by seat
  std::vector<std::array<sim::Money, 24>> orders_by_month_;  ///< by seat, the latest first; none without penalties
  std::vector<sim::Time> month_activities_;    ///< [seat * activities + activity]: paid time of this month
  std::vector<SeatBooks> seat_books_;          ///< by seat
  std::vector<sim::Time> seat_activities_;     ///< [seat * activities + activity]: of the reported period
  std::vector<double> talent_;                 ///< [seat * activities + activity]: factor on odds
  std::vector<IdleList> idle_;                 ///< by role
  std::vector<std::uint32_t> trained_;         ///< by role: people who can work now
  std::vector<std::uint8_t> stands_still_;     ///< by role: too few of them
  std::vector<std::uint8_t> open_;             ///< by calendar
  std::vector<sim::OpenClock> clocks_;         ///< by calendar
  std::vector<std::vector<sim::Interval>> absences_;  ///< by seat, whole days
  std::vector<std::uint32_t> idle_order_;      ///< scratch of offer_to_all_idle
  std::vector<std::uint32_t> moved_;           ///< scratch of seek_again
  std::vector<std::uint8_t> allowed_;          ///< [role * activities + activity]: by protected hours
  std::vector<std::uint32_t> turn_;            ///< [stage * segments + segment]: who is dealt next
  std::vector<std::uint32_t> waiting_;         ///< by activity: how many wait
  std::vector<sim::Time> counted_;             ///< by activity: open time up to which the queue is booked
  std::vector<Client> clients_;
  std::vector<ColdList> cold_lists_;           ///< by segment
  std::vector<Sleepers> sleepers_;             ///< by segment
  std::vector<std::uint8_t> paused_;           ///< by role: cold calls stand still
  std::uint32_t paused_roles_ = 0;             ///< how many roles' do
  std::vector<std::uint32_t> callers_;         ///< who waits for the lists; memory of `lists_due`
  std::vector<std::uint32_t> stranded_;        ///< clients who wait for an owner
  std::vector<std::uint32_t> heads_;           ///< by group: how many there are now
  std::vector<sim::Time> heads_counted_;       ///< by group: up to when they are paid
  std::vector<sim::Time> month_heads_;         ///< by group: time of all heads this month
  std::vector<std::uint32_t> stock_;           ///< by segment: units left
  std::vector<sim::Time> month_stock_;         ///< by segment: units × time this month
  sim::Time stock_counted_ = 0;
  sim::EventHeap::Handle list_event_ = sim::EventHeap::no_event;
  sim::Time list_time_ = sim::never;
  sim::Time wake_due_ = sim::never;            ///< no sleeping client may be called before
  sim::Time clients_counted_ = 0;
  std::int64_t active_ = 0;                    ///< clients now
  std::int64_t buried_ = 0;
  std::int64_t sleeping_ = 0;
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
