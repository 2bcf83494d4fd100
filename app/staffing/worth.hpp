#pragma once

#include "app/staffing/lattice.hpp"
#include "models/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace app::staffing {

/// What customers bring, as far as the plan's objective counts it [money].
class Worths {
 public:
  /// `clients`: mean number of clients of all segments.
  Worths(const models::Scenario& scenario, const Lattice& lattice, const models::DepartmentPlan& plan, double clients);

  /// Margin of an order less the commission of whoever closes it.
  double order(std::size_t segment) const;
  /// Margin that one more client brings who is won at any time of the period. Where the portfolios of those who look
  /// after clients are full, one more is one more who is neglected: he stays for a shorter time, and buys of his own
  /// accord only.
  double client(std::size_t segment) const;

 private:
  bool have_room(double clients) const;

  const models::Scenario& scenario_;
  const models::Department& department_;
  const Lattice& lattice_;
  const models::DepartmentPlan& plan_;
  bool room_;
};

}  // namespace app::staffing
