#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/ledger.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/arrivals.hpp"
#include "sim/calendar.hpp"
#include "sim/distribution.hpp"

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

/// Purposes of a channel's draws at one stage.
struct StageWords {
  sim::Word delay, work, travel, dial, reach, show, rebook, no_show, patience, retry, later, later_after, pass,
      transfer_loss, transfer_work;
};

/// A channel of a segment.
struct SourcePlan {
  std::string name;  ///< `segment/channel`
  std::uint32_t segment = 0;
  sim::ArrivalRule arrivals;
  sim::Money cost = 0;
  sim::Word fit = 0;
  sim::Word order = 0;
  std::vector<StageWords> words;  ///< by stage
};

struct SegmentPlan {
  double fit = 1;
  double margin = 1;
  sim::Sampler order;
};

/// One line of a role's duties.
struct DutyPlan {
  std::uint32_t stage = 0;
  std::vector<std::uint8_t> segments;  ///< by segment: does he take it
  bool fallback = false;
  std::optional<std::uint32_t> overflow;
};

struct RolePlan {
  std::string name;
  std::vector<DutyPlan> duties;
  std::vector<double> skill;  ///< by stage: factor on odds
  bool owns_leads = false;
  Assign assign = Assign::shared;
  sim::Time switching = 0;
  double effort = 1;
  double speed = 1;
  sim::Time holiday = 0;
  sim::Time sick = 0;
  sim::Time cover = sim::never;
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
  std::vector<sim::Interval> employed;  ///< in order
};

/// A change of a seat's employment after the first moment of the run.
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
  std::vector<std::string> stage_names;
  std::vector<StagePlan> stages;           ///< [stage * segments + segment]
  std::vector<SegmentPlan> segments;
  std::vector<SourcePlan> sources;
  std::vector<RolePlan> roles;
  std::vector<Doers> doers;                ///< [stage * segments + segment]
  std::vector<std::vector<Does>> does;     ///< [role][stage * segments + segment]
  std::vector<SeatPlan> seats;
  std::vector<std::vector<std::uint32_t>> seats_of_calendar;
  std::vector<StaffChange> changes;        ///< by time, then seat
  sim::Sampler transfer_work;
  bool transfers = false;                  ///< a change of hands has any effect
  double transfer_loss = 0;
  double transfer_chill = 1;
  LedgerLayout layout;
  std::vector<std::uint32_t> ranks;        ///< of the agenda's slots: seats, then channels
  std::vector<std::vector<sim::Time>> paid;     ///< [role][month]: open time for which people are paid
  std::vector<std::vector<sim::Money>> base;    ///< [seat][month]: base pay
  std::vector<std::vector<sim::Time>> employed; ///< [role][month]: time of employment, all people together

  const StagePlan& stage(std::uint32_t s, std::uint32_t segment) const { return stages[s * segments.size() + segment]; }
};

}  // namespace models
