#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/draws.hpp"
#include "tests/models/company.hpp"

/// Cold lists, clients and the terms on which they are served, in the small companies of company.hpp.
namespace company {

using What = models::Happening::What;

inline models::Department& house(Scenario& s) { return s.departments.items[0].second; }
inline models::Segment& market(Scenario& s, std::size_t segment = 0) { return s.segments.items[segment].second; }

template <class Part>
Part& term(std::vector<Part>& parts, const Scenario& s, std::size_t segment) {
  parts.resize(s.segments.size());
  return parts[segment];
}
inline models::ColdCall& cold_call(Scenario& s, std::size_t segment = 0) {
  return term(house(s).work.cold_call, s, segment);
}
inline models::OrderService& order(Scenario& s, std::size_t segment = 0) {
  return term(house(s).work.order, s, segment);
}
inline models::ContactService& contact(Scenario& s, std::size_t segment = 0) {
  return term(house(s).work.contact, s, segment);
}
inline models::Neglect& neglect(Scenario& s, std::size_t segment = 0) {
  return term(house(s).work.neglect, s, segment);
}
inline models::Dormancy& dormancy(Scenario& s, std::size_t segment = 0) {
  return term(house(s).work.dormant, s, segment);
}
inline models::Wake& wake(Scenario& s, std::size_t segment = 0) { return term(house(s).work.wake, s, segment); }

inline models::Role& hire(Scenario& s, const std::string& name, std::int64_t staff,
                          std::vector<std::string> activities) {
  house(s).roles.items.push_back({name, role(staff, std::move(activities))});
  return house(s).roles.items.back().second;
}
/// The one role of the company does this instead.
inline models::Role& people_do(Scenario& s, std::int64_t staff, std::vector<std::string> activities) {
  return people(s) = role(staff, std::move(activities));
}

/// Nobody asks. A cold list; who is interested meets us at once and, as `shop` has it, buys for 100.
inline Scenario campaign(std::int64_t companies, sim::Time horizon, std::int64_t callers = 1) {
  Scenario s = shop({"meet"}, {1, day}, horizon);
  market(s).inbound.items.clear();
  market(s).prospects = companies;
  stage(s).work.reset();
  people_do(s, callers, {"cold_call"});
  cold_call(s).interest = {{0}};
  return s;
}

/// Whoever asks buys for 100 at once, without anybody's help, and needs something every `gap` from then on. Orders take
/// nobody's time either. The people have nothing to do unless a test gives them something.
inline Scenario walk_ins(double per_day, sim::Time horizon, sim::Time gap) {
  Scenario s = shop({"serve"}, {per_day, day}, horizon, 0);
  stage(s).work.reset();
  market(s).repeat = models::Repeat{1, constant(gap), 1};
  return s;
}
/// So many clients at the start and nobody else; they need something every `gap` and bring it. Orders take nobody's
/// time.
inline Scenario clientele(std::int64_t clients, sim::Time horizon, sim::Time gap) {
  Scenario s = walk_ins(1, horizon, gap);
  market(s).inbound.items.clear();
  market(s).clients = clients;
  return s;
}

/// The address of a source's draws for a purpose.
inline sim::Word purpose(const std::string& what, const std::string& source) { return sim::word(what + "/" + source); }
inline constexpr const char* door_source = "customers/door";
inline constexpr const char* list_source = "customers/*prospects";
inline constexpr const char* client_source = "customers/*clients";
inline constexpr const char* dormant_source = "customers/*dormant";
/// The draws of the run that `Run` makes unless it is told another.
inline sim::Draws draws() { return {1, 0}; }

/// What of this kind happened at an activity, in order.
inline std::vector<models::Happening> seen(const Run& run, What what, const std::string& activity) {
  std::vector<models::Happening> result;
  for (const models::Happening& happening : run.trace())
    if (happening.what == what && run.plan.stage_names[happening.stage] == activity) result.push_back(happening);
  return result;
}
/// When it happened to this customer.
inline std::vector<sim::Time> seen(const Run& run, What what, const std::string& activity, std::uint32_t number,
                                   std::uint32_t source = 0) {
  std::vector<sim::Time> result;
  for (const models::Happening& happening : seen(run, what, activity))
    if (happening.number == number && happening.source == source) result.push_back(happening.time);
  return result;
}
/// When customers asked, by number.
inline std::vector<sim::Time> asked(const Run& run, std::uint32_t source = 0) {
  std::vector<sim::Time> result;
  for (const models::Happening& happening : run.trace())
    if (happening.what == What::asks && happening.source == source) result.push_back(happening.time);
  return result;
}
/// Everything that a run has counted and done.
inline bool same(const Run& a, const Run& b) {
  const auto left = a.at_work.ledger();
  const auto right = b.at_work.ledger();
  return std::vector(left.begin(), left.end()) == std::vector(right.begin(), right.end()) && a.trace() == b.trace();
}

}  // namespace company
