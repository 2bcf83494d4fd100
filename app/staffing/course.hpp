#pragma once

#include <array>
#include <vector>

#include "analysis/queues/transient.hpp"
#include "analysis/result/plan.hpp"
#include "app/staffing/demand.hpp"

/// Service of a role as it runs through the weeks of a year, by formulas that know no equilibrium.
namespace app::staffing {

using analysis::result::Service;

/// Both by month of the year.
struct Course {
  std::array<Service, months_of_year> exact;    ///< one pool by uniformisation
  std::array<Service, months_of_year> closure;  ///< the same by the Gaussian closure, which tells no times
};

/// What a role does of a task.
struct Portion {
  const Task* task = nullptr;
  ByMonth share{};  ///< of its items, by month of the year
};

/// A role's demand hour by hour: weeks in which leads ask when the channels are busy, those who asked while the company
/// was closed all at once when it opens, and what other stages hand on evenly. Work and patience are exponential with
/// their means over the year.
class RoleCourse {
 public:
  /// `hours` in which the role is there, by month; `presence` as presence_of has it.
  RoleCourse(const models::Scenario& scenario, const std::vector<Portion>& portions, const ByMonth& hours,
             double presence);

  /// The second of two weeks of a month, exactly, with so many people at full speed.
  Service week(std::size_t month, std::uint32_t people) const;
  /// 52 weeks from the month of the start on, with so many people, who together do as much as `capacity` at full speed.
  Course year(const Year& people, const ByMonth& capacity) const;

 private:
  /// Some open time of a week.
  struct Slot {
    double begin = 0;         ///< in open time since Monday [h]
    double length = 0;        ///< [h]
    std::size_t opening = 0;  ///< the open part of the week to which it belongs
    bool first = false;       ///< those who waited for that opening come in
  };
  /// What a role is asked in a slot in every week of a month.
  struct Asked {
    double items = 0;
    double timed = 0;  ///< of them, those that can be answered in time
    double gone = 0;   ///< beside them, given up before the opening
  };
  struct Sums;

  static std::vector<Slot> slots_of(const models::CalendarRule& calendar);
  double share_of(const Task& task, const Slot& slot) const;
  void ask(const std::vector<Portion>& portions, std::size_t month);
  void add_week(std::size_t month, std::uint32_t people, double speed, std::vector<analysis::Stretch>& stretches) const;
  void sum(std::size_t month, const analysis::Flow* flows, Sums& sums) const;
  std::array<Service, months_of_year> by_month(const std::vector<analysis::Flow>& flows, const Year& people,
                                               bool exact) const;

  std::vector<Slot> slots_;
  double week_;                                           ///< open [h]
  std::vector<std::size_t> months_;                       ///< of the year, by week
  ByMonth weeks_{};                                       ///< of a month
  ByMonth timed_{};                                       ///< items in a week of the month
  std::array<std::vector<Asked>, months_of_year> asked_;  ///< by slot
  analysis::Pool pool_;
  double within_ = 0;  ///< an answer is in time [h]
  bool any_ = false;   ///< something is asked, and somebody is there
};

}  // namespace app::staffing
