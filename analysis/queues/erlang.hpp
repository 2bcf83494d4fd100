#pragma once

#include <cstdint>
#include <vector>

namespace analysis {

/// Share of customers that find all servers of M/G/c/c busy and go away: Erlang's loss formula (Erlang 1917) by
/// B_k = a B_{k−1}/(k + a B_{k−1}), B_0 = 1. `load` is rate × mean work, at least 0 [Erlang]. Costs O(servers).
double erlang_b(std::uint32_t servers, double load);

/// Chance to wait in M/M/c: C = B/(1 − ρ(1 − B)), ρ = load/servers. 1 where the load is not below the servers, since the
/// queue then has no end.
double erlang_c(std::uint32_t servers, double load);

/// A pool in which customers ask at random, take exponential work and give up after an exponential patience: M/M/c+M,
/// Erlang A (Palm 1957; Garnett, Mandelbaum & Reiman 2002, Manufacturing & Service Operations Management 4, 208). All
/// times in one unit, whichever it is.
struct Pool {
  double rate = 0;      ///< customers per unit of time, at least 0
  double work = 1;      ///< mean, above 0
  double patience = 0;  ///< mean, above 0; infinite: nobody gives up
  double load() const { return rate * work; }
};

/// The pool in equilibrium with a number of servers.
///
/// Whoever finds all servers busy and j others waiting would be served after V_j, the sum of j + 1 exponential times with
/// rates cμ, cμ + θ, …, cμ + jθ, so that e^{−θ V_j} has the law Beta(cμ/θ, j + 1), and the shares below are incomplete
/// beta functions. Without an end of patience M/M/c; where that has no equilibrium, all wait and nobody is answered.
/// Costs O(states), the chances below 1e-16 of the largest left out.
class ErlangA {
 public:
  ErlangA(std::uint32_t servers, const Pool& pool);

  double waits() const { return waits_; }              ///< share who have to wait
  double abandoned() const { return abandoned_; }      ///< share who give up
  double queue() const { return queue_; }              ///< mean number who wait
  double mean_wait() const;                            ///< of all, whether they give up or not
  double utilisation() const;                          ///< share of their time that servers work; 1 without servers
  double answered_within(double time) const;           ///< share of all who are answered after no more than this
  double waits_longer(double time) const;              ///< share of all who wait longer, however it ends

 private:
  std::uint32_t servers_;
  Pool pool_;
  std::vector<double> waiting_;  ///< chance that all servers are busy and j wait
  double waits_ = 0;
  double abandoned_ = 0;
  double queue_ = 0;
};

}  // namespace analysis
