#include "models/plan/parts.hpp"
#include "models/rounding.hpp"
#include "models/scenario/stage_rules.hpp"

namespace models {

TimedSampler timed(const std::optional<DurationLaw>& law) {
  if (!law) return {};
  return {sim::Sampler{law->law}, law->clock, true};
}

namespace {

StagePlan plan_stage(const Stage& stage, bool last) {
  StagePlan plan;
  plan.delay = timed(stage.delay);
  plan.work = timed(stage.work);
  plan.travel = timed(stage.travel);
  plan.dial = timed(stage.dial);
  plan.no_show = timed(stage.no_show_work);
  plan.patience = timed(stage.patience);
  plan.retry = timed(stage.retry);
  plan.sieves = stage.sieve.has_value();
  const Sieve sieve = stage.sieve.value_or(Sieve{});
  plan.pass_fit = stage.pass * sieve.finds;
  plan.pass_unfit = last ? 0 : stage.pass * sieve.lets_through;
  plan.reach = stage.reach;
  plan.attempts = static_cast<std::uint32_t>(stage.attempts);
  plan.show = stage.show;
  plan.rebook = stage.rebook;
  if (stage.later) {
    plan.later = stage.later->chance;
    plan.later_after = timed(stage.later->after);
  }
  plan.floor = stage.floor;
  if (stage.half_life) {
    plan.half_life = stage.half_life->length;
    plan.half_life_clock = stage.half_life->clock;
  }
  if (stage.answer_within) {
    plan.answer_within = stage.answer_within->length;
    plan.answer_clock = stage.answer_within->clock;
  }
  plan.interruptible = stage.interruptible;
  plan.alone = needs_nobody(stage);
  return plan;
}

}  // namespace

void plan_stages(DepartmentPlan& plan, const Scenario& scenario, const Work& work) {
  const std::size_t segments = scenario.segments.size();
  for (std::size_t s = 0; s < plan.stage_count; ++s)
    for (std::size_t g = 0; g < segments; ++g)
      plan.stages.push_back(plan_stage(work.pipeline[s][g], s + 1 == plan.stage_count));
  plan.stages.resize(plan.stage_names.size() * segments);
  for (std::size_t g = 0; g < segments; ++g) {
    const Segment& segment = scenario.segments.items[g].second;
    double worth = segment.order ? segment.order->law.mean() * segment.margin : 0;
    for (std::size_t s = plan.stage_count; s-- > 0;) {
      worth *= chance_to_pass(work.pipeline[s][g]);
      plan.stages[s * segments + g].value = rounded(worth);
    }
    StagePlan& order = plan.stages[plan.activity(Service::order) * segments + g];
    order.alone = work.order.empty() || !work.order[g].work;
    if (!order.alone) {
      order.work = timed(work.order[g].work);
      order.patience = timed(work.order[g].patience);
    }
    StagePlan& reception = plan.stages[plan.activity(Service::reception) * segments + g];
    reception.alone = work.reception.empty() || !work.reception[g].work;
    reception.value = plan.stages[g].value;
    if (!reception.alone) {
      reception.work = timed(work.reception[g].work);
      reception.patience = timed(work.reception[g].patience);
      if (const std::optional<Duration>& within = work.reception[g].answer_within) {
        reception.answer_within = within->length;
        reception.answer_clock = within->clock;
      }
    }
    if (!work.contact.empty())
      plan.stages[plan.activity(Service::contact) * segments + g].work = timed(work.contact[g].work);
  }
}

}  // namespace models
