#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <vector>

/// A day with staff by the hour, exactly: customers come at a Poisson rate that changes by the hour, work and patience
/// are exponential, and whoever is at work when his shift ends finishes what he has in hand.
///
/// The state is who is busy, in which order the idle ones became idle (the longest idle is taken first) and how many
/// wait. Which seats are busy must be known because the highest ones leave first; idle ones can be told apart only by
/// their order. Within an hour this is a Markov chain with constant rates, solved by uniformisation (Jensen 1953): with
/// Λ at least the sum of all rates of any state and v_k the law after k steps of the chain I + Q/Λ,
///   p(t) = Σ_k Poisson(k; Λt) v_k,   ∫_0^t p = Σ_k P(N_{Λt} > k) v_k / Λ.
/// At the full hour seats that close leave the list of idle ones, and seats that open take up who waits or join its
/// end. Times in minutes, rates per minute.
namespace theory {

struct StaffedDay {
  std::array<double, 24> rates{};  ///< λ by hour
  std::array<int, 24> staff{};     ///< at most `most_seats`
  double work = 1;                 ///< 1/μ
  double patience = 1;             ///< 1/θ
  bool finishes = true;            ///< false: work in hand at the end of a shift goes back to the queue instead
  bool joins_front = false;        ///< whoever begins his shift without work is the next to get some
};

/// What the second of two equal days holds on average, by when the first day's empty beginning is forgotten.
struct StaffedDayMeans {
  double asked = 0;      ///< customers
  double abandoned = 0;  ///< customers
  double waiting = 0;    ///< ∫ number waiting [min]
  double busy = 0;       ///< ∫ people at work within their shift [min]
  double overtime = 0;   ///< ∫ people at work beyond their shift [min]
  double present = 0;    ///< ∫ people within their shift [min]
  double forgotten = 0;  ///< greatest difference between the laws at the two midnights
};

class StaffedDayChain {
 public:
  static constexpr int most_seats = 3;
  static constexpr int most_waiting = 40;  ///< further customers are not let in

  explicit StaffedDayChain(const StaffedDay& day) : day_(day) {}

  StaffedDayMeans solve() {
    Law law{{open(State{}, 0, day_.staff[23]), 1}};
    Law before;
    for (int round = 0; round < 2; ++round) {
      means_ = {};
      before = law;
      for (std::size_t hour = 0; hour < 24; ++hour) {
        law = change(law, day_.staff[(hour + 23) % 24], day_.staff[hour]);
        for (int quarter = 0; quarter < 4; ++quarter) law = pass(law, hour, 15);
        means_.asked += 60 * day_.rates[hour];
        means_.present += 60 * day_.staff[hour];
      }
    }
    means_.abandoned = means_.waiting / day_.patience;
    for (const auto& [state, chance] : law)
      means_.forgotten = std::max(means_.forgotten, std::fabs(chance - before[state]));
    return means_;
  }

  /// Mean number of customers present at the end of each hour of the second day, from the same chain.
  const std::array<double, 24>& present_customers() const { return customers_; }

 private:
  struct State {
    std::array<bool, most_seats> busy{};
    std::vector<int> idle;  ///< longest idle first
    int waiting = 0;
    auto operator<=>(const State&) const = default;
  };
  using Law = std::map<State, double>;

  /// Seats from `from` to `to` begin their shift.
  State open(State state, int from, int to) const {
    for (int seat = from; seat < to; ++seat) {
      if (state.busy[static_cast<std::size_t>(seat)]) continue;
      if (state.waiting > 0) {
        --state.waiting;
        state.busy[static_cast<std::size_t>(seat)] = true;
      } else {
        state.idle.insert(day_.joins_front ? state.idle.begin() : state.idle.end(), seat);
      }
    }
    return state;
  }
  Law change(const Law& law, int from, int to) const {
    Law result;
    for (const auto& [state, chance] : law) {
      State next = open(state, from, to);
      std::erase_if(next.idle, [&](int seat) { return seat >= to; });
      for (int seat = to; seat < most_seats && !day_.finishes; ++seat) {
        if (!next.busy[static_cast<std::size_t>(seat)]) continue;
        next.busy[static_cast<std::size_t>(seat)] = false;
        // His customer is taken over by whoever is idle, or waits.
        if (next.idle.empty()) {
          ++next.waiting;
        } else {
          next.busy[static_cast<std::size_t>(next.idle.front())] = true;
          next.idle.erase(next.idle.begin());
        }
      }
      result[next] += chance;
    }
    return result;
  }

  /// Calls `to(state, rate)` for each transition.
  template <class To>
  void transitions(const State& state, double rate, int staff, To&& to) const {
    State next = state;
    if (!state.idle.empty()) {
      next.busy[static_cast<std::size_t>(state.idle.front())] = true;
      next.idle.erase(next.idle.begin());
      to(next, rate);
    } else if (state.waiting < most_waiting) {
      ++next.waiting;
      to(next, rate);
    }
    if (state.waiting > 0) {
      next = state;
      --next.waiting;
      to(next, state.waiting / day_.patience);
    }
    for (int seat = 0; seat < most_seats; ++seat) {
      if (!state.busy[static_cast<std::size_t>(seat)]) continue;
      next = state;
      if (seat < staff && state.waiting > 0) {
        --next.waiting;
      } else {
        next.busy[static_cast<std::size_t>(seat)] = false;
        if (seat < staff) next.idle.push_back(seat);
      }
      to(next, 1 / day_.work);
    }
  }

  /// The law after `t` minutes of this hour; what happens meanwhile is added to the means.
  Law pass(const Law& start, std::size_t hour, double t) {
    const int staff = day_.staff[hour];
    // Number the states that can be reached, and write down the chain.
    std::map<State, std::size_t> numbers;
    std::vector<State> states;
    const auto number = [&](const State& state) {
      const auto [entry, fresh] = numbers.emplace(state, states.size());
      if (fresh) states.push_back(state);
      return entry->second;
    };
    for (const auto& [state, chance] : start) number(state);
    struct Step {
      std::size_t from, to;
      double rate;
    };
    std::vector<Step> steps;
    std::vector<double> out;
    for (std::size_t i = 0; i < states.size(); ++i) {
      const State state = states[i];
      double sum = 0;
      transitions(state, day_.rates[hour], staff, [&](const State& next, double rate) {
        steps.push_back({i, number(next), rate});
        sum += rate;
      });
      out.push_back(sum);
    }
    const double fastest = *std::max_element(out.begin(), out.end());

    std::vector<double> v(states.size(), 0);
    for (const auto& [state, chance] : start) v[numbers.at(state)] = chance;
    std::vector<double> end(states.size(), 0);
    std::vector<double> integral(states.size(), 0);
    double weight = std::exp(-fastest * t);
    double beyond = 1 - weight;  // P(N > k)
    for (int k = 0; k < fastest * t || beyond > 1e-13; ++k) {
      for (std::size_t i = 0; i < v.size(); ++i) {
        end[i] += weight * v[i];
        integral[i] += beyond / fastest * v[i];
      }
      std::vector<double> next = v;
      for (std::size_t i = 0; i < v.size(); ++i) next[i] -= v[i] * out[i] / fastest;
      for (const Step& step : steps) next[step.to] += v[step.from] * step.rate / fastest;
      v = std::move(next);
      weight *= fastest * t / (k + 1);
      beyond -= weight;
    }

    Law result;
    customers_[hour] = 0;
    for (std::size_t i = 0; i < states.size(); ++i) {
      const State& state = states[i];
      const auto busy = std::count(state.busy.begin(), state.busy.begin() + staff, true);
      const auto over = std::count(state.busy.begin() + staff, state.busy.end(), true);
      means_.waiting += integral[i] * state.waiting;
      means_.busy += integral[i] * static_cast<double>(busy);
      means_.overtime += integral[i] * static_cast<double>(over);
      customers_[hour] += end[i] * (state.waiting + static_cast<double>(busy + over));
      result[state] = end[i];
    }
    return result;
  }

  StaffedDay day_;
  StaffedDayMeans means_;
  std::array<double, 24> customers_{};
};

}  // namespace theory
