#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/queues/erlang.hpp"

namespace analysis {

/// Some time in which neither demand nor staff changes.
struct Stretch {
  double length = 0;  ///< in the pool's unit of time, at least 0
  double rate = 0;    ///< customers per unit of time
  std::uint32_t servers = 0;
  double speed = 1;  ///< of the servers, above 0: work takes so much less
};

/// What becomes of the customers of a stretch, in expectation.
struct Flow {
  double asked = 0;
  double waited = 0;     ///< of them, found all servers busy
  double answered = 0;   ///< of them, are answered within the time that was asked for, at this stretch's staff
  double abandoned = 0;  ///< gave up in this stretch
  double busy = 0;       ///< servers × time at work
  double queue = 0;      ///< customers × time waiting
  double present = 0;    ///< customers at its end
};

/// Exact course of a pool whose demand and staff change from stretch to stretch: the chain of the number present by
/// uniformisation (Jensen 1953; Grassmann 1977), to 1e-12 of a chance. `pool.rate` plays no part; `answer_within` in
/// the pool's unit. Begins with nobody present. States of a chance below 1e-18 are left out as time goes on; costs
/// O(states × (rate + fastest departure) × length). Patience must be finite. Customers in service beyond a lower number
/// of servers go back into the queue, as the number present alone tells.
std::vector<Flow> flow_of(const Pool& pool, std::span<const Stretch> stretches, double answer_within);

/// The same by the Gaussian closure (Massey & Pender 2013, Queueing Systems 75, 243): two differential equations for
/// mean and variance of the number present, as if it were normal, by Runge & Kutta's method. An approximation, exact
/// where patience equals work; its cost does not grow with the number present. `waited` is the normal chance that all
/// servers are busy; `answered` is not told and stays 0.
std::vector<Flow> approximate_flow_of(const Pool& pool, std::span<const Stretch> stretches);

}  // namespace analysis
