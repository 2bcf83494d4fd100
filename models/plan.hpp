#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/lead.hpp"
#include "models/ledger.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/arrivals.hpp"
#include "sim/calendar.hpp"
#include "sim/distribution.hpp"
#include "sim/residual.hpp"

namespace models {

/// A law of durations ready to be drawn from, with the clock that it counts.
struct TimedSampler {
  sim::Sampler sampler;
  Clock clock = Clock::calendar;
  bool on = false;  ///< the key is set
};

/// A stage for one segment, ready to run.
struct StagePlan {
  TimedSampler delay, work, travel, dial, no_show, patience, retry, later_after;
  double pass_fit = 1;    ///< chance of a fit lead to pass, at neutral skill
  double pass_unfit = 1;
  double reach = 1;
  double show = 1;
  double rebook = 0;
  double later = 0;
  double floor = 0;
  sim::Time half_life = 0;  ///< 0: the wait does not matter
  Clock half_life_clock = Clock::calendar;
  sim::Time answer_within = -1;  ///< negative: not set
  Clock answer_clock = Clock::calendar;
  std::uint32_t attempts = 1;
  bool sieves = false;
  bool interruptible = false;
  bool alone = false;    ///< nothing to do for anybody: the lead goes through by itself
  sim::Money value = 0;  ///< price of a fit lead at this stage: chance to pass the rest × margin × mean order
};

/// Purposes of a source's draws at one activity.
struct StageWords {
  sim::Word delay, work, travel, dial, reach, show, rebook, no_show, patience, retry, later, later_after, pass,
      transfer_loss, transfer_work;
};

/// Purposes of the draws that belong to a source's clients and to the companies of a cold list.
struct CustomerWords {
  sim::Word fit, order, size, repeats, gap, first_gap, life, first_life, initiative, coverage, leave, diligence, upsell,
      upsell_order, neglect, handover_work, handover_loss, takes, off_crm, takes_leads, off_crm_leads, drops, last_talk,
      last_order, simple, wake, wake_work, wake_order, cold_reach, cold_interest, cold_give_up, cold_dial, cold_talk;
};

/// Where customers come from: a channel, the cold list, or those who were there at the start.
struct SourcePlan {
  std::string name;  ///< `segment/channel`; of the others `segment/*prospects` and the like
  std::uint32_t segment = 0;
  sim::ArrivalRule arrivals;      ///< of a channel only
  sim::Money cost = 0;
  CustomerWords customer{};
  std::vector<StageWords> words;  ///< by activity
};

/// What customers of a segment are like, and how the department serves them.
struct SegmentPlan {
  double fit = 1;
  double margin = 1;
  sim::Sampler order;            ///< of anybody
  bool sizes = false;            ///< clients differ: an order is size × growth × a draw of `within`
  sim::Sampler size;             ///< mean 1
  sim::Sampler within;
  double repeats = 0;            ///< share of customers who become clients
  double initiative = 1;
  sim::Sampler gap;              ///< between two needs
  sim::ResidualSampler first_gap;
  double mean_gap = 0;           ///< [µs]
  bool mortal = false;           ///< clients leave the market
  sim::Sampler life;
  sim::ResidualSampler first_life;
  sim::Time paid_after = 0;
  std::uint32_t stock = none;    ///< units to sell; none: no end of them
  sim::Money holding = 0;        ///< of a unit per calendar month
  double value = 0;              ///< price of a client of size and growth 1 [hundredths]
  double worth = 0;              ///< margin per need of such a client ÷ mean gap: orders clients by value
  std::uint32_t clients = 0;     ///< at the start
  std::uint32_t dormant = 0;     ///< at the start
  std::uint32_t client_source = 0;
  std::uint32_t dormant_source = 0;
  std::uint32_t cold_source = 0;
  // Terms of the department.
  bool received = false;         ///< somebody answers before all others
  double simple = 0;             ///< share of orders that he serves himself
  double leave = 0;
  sim::Time contact_every = 0;   ///< 0: no contacts, and every need comes to us
  bool contacted = false;        ///< somebody does contacts
  std::uint32_t caller = none;   ///< first seat of the role that does them where clients belong to nobody
  double upsell = 0;
  double growth = 0;
  sim::Time neglect_after = 0;   ///< overdue by so long; 0: nobody minds
  Clock neglect_clock = Clock::calendar;
  TimedSampler neglect_life;
  sim::Time dormant_after = 0;   ///< 0: nobody falls asleep
  TimedSampler wake_work;
  double wake_chance = 0;
  std::optional<Duration> wake_rest;
  // The cold list.
  std::uint32_t prospects = 0;
  TimedSampler dial, talk;
  double reach = 1;
  std::vector<double> interest;  ///< by talk, the last repeats
  std::vector<double> give_up;   ///< by talk, the last repeats
  std::uint32_t attempts = 1;
  Duration retry;
  std::optional<Duration> rest;
  std::uint32_t enters = 0;      ///< stage
  // Who may own a client.
  std::vector<std::uint32_t> keepers;    ///< seats, of roles that own clients and serve or call this segment's
  std::vector<std::uint32_t> receivers;  ///< of them those who keep in touch
};

/// What kind of list is called under a duty.
enum class Calls : std::uint8_t { nothing, cold, wake };

/// One line of a role's duties.
struct DutyPlan {
  std::uint32_t stage = 0;
  std::vector<std::uint8_t> segments;  ///< by segment: does he take it
  std::vector<std::uint32_t> lists;    ///< segments with a list to be called under this duty
  Calls calls = Calls::nothing;          ///< there are such lists
  bool fallback = false;
  std::optional<std::uint32_t> overflow;
};

struct RolePlan {
  std::string name;
  std::vector<DutyPlan> duties;
  std::vector<double> skill;  ///< by activity: factor on odds
  std::vector<double> drops;  ///< by segment
  bool owns_leads = false;
  bool owns_clients = false;
  bool rented = false;
  bool ramp_odds = false;
  Assign assign = Assign::shared;
  bool personal = false;      ///< something can wait for one of its people alone
  sim::Time switching = 0;
  double effort = 1;
  double speed = 1;
  sim::Time holiday = 0;
  sim::Time sick = 0;
  sim::Time cover = sim::never;
  double talent = 0;            ///< coefficient of variation
  std::uint32_t candidates = 1;
  double comfort = 0;           ///< clients; 0: any number is as good
  double diligence = 1;
  std::uint32_t portfolio = none;
  std::optional<Pause> pause;
  std::vector<std::uint32_t> pause_stages;  ///< that its cold calls enter
  double learning_limit = 1;
  sim::Time learning_half = 0;  ///< 0: nothing is learnt
  double returns = 0;
  sim::Time ahead = 0;
  TimedSampler hire;
  sim::Time training = 0;
  sim::Time ramp = 0;           ///< 0: at once
  double ramp_from = 1;
  TimedSampler tenure;
  sim::ResidualSampler first_tenure;
  double refusal_quit = 0;
  std::uint32_t promotes_to = none;  ///< role
  std::uint32_t assists = none;      ///< role
  sim::Time promotion_ramp = 0;
  double takes_chance = 0;
  double takes_share = 0;
  double takes_leads = 0;
  double off_crm = 0;
  double discount = 0;          ///< share of a first order's price
  double discount_odds = 1;     ///< factor on the odds of the last stage
  sim::Time deferral = 0;       ///< of the payment of a first order
  std::uint32_t minimum = 0;    ///< people; with fewer it stands still
  std::uint32_t head = none;    ///< group of heads
  Pay pay;
  std::uint32_t first_seat = 0;
  std::uint32_t seats = 0;
};

/// A role that does a stage for a segment.
struct Doer {
  std::uint32_t role = 0;
  std::optional<std::uint32_t> overflow;
};

/// Whether a role does a stage for a segment.
enum class Does : std::uint8_t { no, primary, fallback };

/// Who does a stage for a segment.
struct Doers {
  std::vector<Doer> primary;
  std::vector<Doer> fallback;
  std::vector<std::uint32_t> dealt;  ///< seats of the primary roles that are dealt leads in turn
};

struct SeatPlan {
  std::uint32_t role = 0;
  std::uint32_t calendar = 0;
  std::vector<sim::Interval> wanted;  ///< when it is to be filled, in order
};

/// Protected hours of a role.
struct BlockPlan {
  std::uint32_t role = 0;
  sim::Calendar hours;
  std::vector<std::uint8_t> does;  ///< by activity
  bool strict = false;
};

/// People who share their heads.
struct HeadPlan {
  Head terms;
  std::vector<std::uint32_t> seats;
};

/// A seat is opened or given up after the first moment of the run.
struct StaffChange {
  sim::Time time = 0;
  std::uint32_t seat = 0;
  bool on = false;
};

/// One department of a scenario with everything worked out that is the same in all replications.
struct DepartmentPlan {
  /// Throws sim::InputError where the scenario cannot be run: too long for its number of seats, names that collide.
  DepartmentPlan(const Scenario& scenario, std::size_t department);

  std::string name;
  std::string currency;
  sim::Time begin = 0;    ///< start of the warm-up, not after 0 [µs]
  sim::Time horizon = 0;  ///< end of the reported period [µs]
  sim::Time end = 0;      ///< end of the run-out [µs]
  std::vector<sim::Time> months;           ///< where the reported months begin; one more: the horizon
  std::vector<std::string> month_names;    ///< `2026-02`
  std::unique_ptr<sim::Days> days;
  std::vector<sim::Calendar> calendars;    ///< [0] the company's; the others are people's
  sim::Calendar open_days;                 ///< open days of the company, each of 24 h
  std::vector<sim::Time> month_lengths;    ///< whole calendar months, by reported month
  std::uint32_t stage_count = 0;           ///< of the pipeline
  std::vector<std::string> stage_names;    ///< of all activities: the pipeline's, then the services
  std::vector<StagePlan> stages;           ///< [activity * segments + segment]
  std::vector<SegmentPlan> segments;
  std::uint32_t channels = 0;              ///< the first so many sources
  std::vector<SourcePlan> sources;
  std::vector<RolePlan> roles;
  std::vector<HeadPlan> heads;
  std::vector<BlockPlan> blocks;
  bool assisted = false;                   ///< somebody has an assistant of his own
  std::vector<Doers> doers;                ///< [activity * segments + segment]
  std::vector<std::vector<Does>> does;     ///< [role][activity * segments + segment]
  std::vector<SeatPlan> seats;
  std::vector<std::vector<std::uint32_t>> seats_of_calendar;
  std::vector<StaffChange> changes;        ///< by time, then seat
  sim::Sampler transfer_work;
  bool transfers = false;                  ///< a change of hands has any effect
  double transfer_loss = 0;
  double transfer_chill = 1;
  bool hands_over = false;
  std::uint32_t handover_orders = 1;
  sim::Time handover_within = sim::never;
  TimedSampler handover_work;
  double handover_loss = 0;
  sim::Time rotation_after = 0;            ///< 0: clients do not change hands
  double rotation_boost = 1;
  sim::Time reassign = 0;
  bool stocked = false;                    ///< there are segments with an end of units to sell
  bool serves = false;                     ///< there are clients
  bool calls = false;                      ///< there are lists to be called
  std::vector<std::uint32_t> callers;      ///< roles that call them
  LedgerLayout layout;
  std::vector<std::uint32_t> ranks;        ///< of the agenda's slots: seats, then channels
  std::vector<std::vector<sim::Time>> wanted;   ///< [role][month]: time in which seats are to be filled, all together

  std::uint32_t activity(Service service) const { return stage_count + static_cast<std::uint32_t>(service); }
  const StagePlan& stage(std::uint32_t s, std::uint32_t segment) const { return stages[s * segments.size() + segment]; }
};

}  // namespace models
