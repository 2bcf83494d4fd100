#include <algorithm>
#include <cmath>

#include "models/plan/parts.hpp"
#include "sim/elementary.hpp"

namespace models {
namespace {

/// A client who never leaves the market and whose money keeps its worth is priced as if he stayed so long.
constexpr sim::Time longest_priced_life = 10 * sim::mean_year;

/// Splits a lognormal order into a client's size and what varies from order to order: squares of the coefficients of
/// variation plus one multiply. An atom at zero, of chance z, belongs to the order and takes nothing from the clients'
/// share of the whole variance, (1 + square) ÷ (1 − z) − 1 in units of the squared mean, as far as sizes can have it.
void plan_sizes(SegmentPlan& plan, const Segment& segment) {
  const sim::Distribution& law = segment.order->law;
  if (segment.between <= 0 || law.kind != sim::Distribution::Kind::lognormal || law.zero >= 1) return;
  const double square = law.second * law.second;
  const double between = std::min(square, segment.between * ((1 + square) / (1 - law.zero) - 1));
  const double within = (1 + square) / (1 + between) - 1;
  plan.sizes = true;
  plan.size = sim::Sampler(sim::Distribution::lognormal(1, std::sqrt(between)));
  plan.within = sim::Sampler(sim::Distribution::lognormal(law.first, std::sqrt(std::max(0.0, within))).with_zero(law.zero));
}

/// What a customer is like.
void plan_customers(SegmentPlan& plan, const Segment& segment, const std::optional<ShareRate>& discount) {
  plan.fit = segment.fit;
  plan.margin = segment.margin;
  if (segment.paid_after) plan.paid_after = segment.paid_after->length;
  if (segment.stock) plan.stock = static_cast<std::uint32_t>(*segment.stock);
  plan.holding = segment.holding.hundredths;
  plan.clients = static_cast<std::uint32_t>(segment.clients);
  plan.dormant = static_cast<std::uint32_t>(segment.dormant);
  if (segment.order) {
    plan.order = sim::Sampler(segment.order->law);
    plan_sizes(plan, segment);
  }
  if (segment.lifetime) {
    plan.mortal = true;
    plan.life = sim::Sampler(segment.lifetime->law);
    plan.first_life = sim::ResidualSampler(segment.lifetime->law);
  }
  if (!segment.repeat) return;
  plan.repeats = segment.repeat->share;
  plan.initiative = segment.repeat->initiative;
  plan.gap = sim::Sampler(segment.repeat->every->law);
  plan.first_gap = sim::ResidualSampler(segment.repeat->every->law);
  plan.mean_gap = segment.repeat->every->law.mean();
  // Leaving the market and loss of worth both end the stream of needs: their rates add up.
  double ending = plan.mortal ? 1 / sim::mean_residual(segment.lifetime->law) : 0;
  if (discount) ending += sim::log(1 + discount->share) / static_cast<double>(discount->per);
  if (ending <= 0) ending = 1 / static_cast<double>(longest_priced_life);
  const double margin = segment.order ? segment.order->law.mean() * segment.margin : 0;
  plan.worth = plan.mean_gap > 0 ? margin / plan.mean_gap : 0;
  plan.value = plan.worth / ending;
}

/// How the department serves clients.
void plan_terms(SegmentPlan& plan, const Work& work, std::size_t g) {
  if (!work.order.empty()) plan.leave = work.order[g].leave;
  if (!work.reception.empty()) plan.simple = work.reception[g].simple;
  if (!work.contact.empty()) {
    const ContactService& contact = work.contact[g];
    if (contact.every) plan.contact_every = contact.every->length;
    plan.upsell = contact.upsell;
    plan.growth = contact.growth;
  }
  if (!work.neglect.empty()) {
    const Neglect& neglect = work.neglect[g];
    if (neglect.after && neglect.life) {
      plan.neglect_after = std::max<sim::Time>(1, neglect.after->length);
      plan.neglect_clock = neglect.after->clock;
      plan.neglect_life = timed(neglect.life);
    }
  }
  if (!work.dormant.empty() && work.dormant[g].after) plan.dormant_after = work.dormant[g].after->length;
  if (!work.wake.empty()) {
    plan.wake_work = timed(work.wake[g].work);
    plan.wake_chance = work.wake[g].chance;
    plan.wake_rest = work.wake[g].rest;
  }
}

void plan_cold_list(SegmentPlan& plan, const Segment& segment, const Work& work, std::size_t g) {
  if (work.cold_call.empty()) return;
  const ColdCall& call = work.cold_call[g];
  plan.prospects = static_cast<std::uint32_t>(segment.prospects);
  plan.dial = timed(call.dial);
  plan.talk = timed(call.talk);
  plan.reach = call.reach;
  plan.attempts = static_cast<std::uint32_t>(call.attempts);
  plan.retry = call.retry.value_or(Duration{});
  plan.rest = call.rest;
  plan.give_up = call.give_up.values;
  plan.interest = call.interest.values;
  // A fade goes on until it no longer matters.
  constexpr std::size_t longest = 1000;
  if (call.fade != 1) {
    double factor = 1;
    for (double& interest : plan.interest) {
      interest = std::min(1.0, interest * factor);
      factor *= call.fade;
    }
    const double last = call.interest.values.back();
    while (plan.interest.size() < longest && plan.interest.back() > 1e-12 && plan.interest.back() < 1) {
      plan.interest.push_back(std::min(1.0, last * factor));
      factor *= call.fade;
    }
  }
  plan.enters = 0;
  if (!call.enters.empty())
    while (plan.enters < work.stages.size() && work.stages[plan.enters] != call.enters) ++plan.enters;
}

/// Seats of the roles that own clients of a segment.
void plan_keepers(DepartmentPlan& plan, std::uint32_t g) {
  SegmentPlan& segment = plan.segments[g];
  const auto segments = static_cast<std::uint32_t>(plan.segments.size());
  const auto add = [](std::vector<std::uint32_t>& seats, const RolePlan& role) {
    for (std::uint32_t s = 0; s < role.seats; ++s) seats.push_back(role.first_seat + s);
  };
  std::vector<std::uint32_t> others;
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    const RolePlan& role = plan.roles[r];
    if (!role.owns_clients) continue;
    const Does order = plan.does[r][plan.activity(Service::order) * segments + g];
    const Does contact = plan.does[r][plan.activity(Service::contact) * segments + g];
    if (contact == Does::primary) add(segment.receivers, role);
    if (contact != Does::no || order != Does::no) add(segment.keepers, role);
    const bool any = std::any_of(role.duties.begin(), role.duties.end(),
                                 [&](const DutyPlan& duty) { return duty.segments[g] != 0; });
    if (any) add(others, role);
  }
  if (segment.keepers.empty()) segment.keepers = others;
  for (const Does wanted : {Does::primary, Does::fallback})
    for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
      if (plan.roles[r].seats == 0 || plan.does[r][plan.activity(Service::contact) * segments + g] != wanted) continue;
      segment.contacted = segment.contact_every > 0;
      if (segment.caller == none) segment.caller = plan.roles[r].first_seat;
    }
}

/// Which lists each duty calls.
void plan_lists(DepartmentPlan& plan) {
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    bool calls = false;
    for (DutyPlan& duty : plan.roles[r].duties)
      for (std::uint32_t g = 0; g < plan.segments.size(); ++g) {
        const SegmentPlan& segment = plan.segments[g];
        const bool cold = duty.stage == plan.activity(Service::cold_call) && segment.prospects > 0;
        const bool wake = duty.stage == plan.activity(Service::wake) && segment.wake_chance > 0;
        if (duty.segments[g] == 0 || !(cold || wake)) continue;
        duty.lists.push_back(g);
        duty.calls = cold ? Calls::cold : Calls::wake;
        calls = true;
      }
    if (calls) plan.callers.push_back(r);
  }
}

}  // namespace

void plan_service(DepartmentPlan& plan, const Scenario& scenario, const Department& department) {
  const Work& work = department.work;
  for (std::size_t g = 0; g < scenario.segments.size(); ++g) {
    const Segment& segment = scenario.segments.items[g].second;
    SegmentPlan& to = plan.segments[g];
    plan_customers(to, segment, scenario.discount);
    plan_terms(to, work, g);
    plan_cold_list(to, segment, work, g);
    plan_keepers(plan, static_cast<std::uint32_t>(g));
    const Doers& answer = plan.doers[plan.activity(Service::reception) * plan.segments.size() + g];
    to.received = !work.reception.empty() && !(answer.primary.empty() && answer.fallback.empty());
    plan.stocked = plan.stocked || to.stock != none;
    plan.serves = plan.serves || segment.repeat || to.clients > 0 || to.dormant > 0;
    plan.calls = plan.calls || to.prospects > 0 || to.wake_chance > 0;
  }
  plan_lists(plan);
  if (department.handover) {
    const Handover& handover = *department.handover;
    plan.hands_over = true;
    plan.handover_orders = static_cast<std::uint32_t>(handover.after_orders);
    if (handover.within) plan.handover_within = handover.within->length;
    plan.handover_work = timed(handover.work);
    plan.handover_loss = handover.loss;
  }
  if (department.rotation) {
    plan.rotation_after = department.rotation->after->length;
    plan.rotation_boost = department.rotation->boost;
  }
  if (department.reassign) plan.reassign = department.reassign->length;
  for (RolePlan& role : plan.roles) {
    if (!role.pause) continue;
    for (std::uint32_t g = 0; g < plan.segments.size(); ++g)
      if (plan.segments[g].prospects > 0 &&
          std::find(role.pause_stages.begin(), role.pause_stages.end(), plan.segments[g].enters) == role.pause_stages.end())
        role.pause_stages.push_back(plan.segments[g].enters);
  }
}

}  // namespace models
