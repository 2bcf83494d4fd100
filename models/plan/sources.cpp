#include <algorithm>

#include "models/plan/parts.hpp"

namespace models {

sim::Word Words::operator()(const std::string& name) {
  const sim::Word hash = sim::word(name);
  const auto [entry, fresh] = names_.emplace(hash, name);
  if (!fresh && entry->second != name) collisions_.push_back(plan_problem("word_collision", "", {name, entry->second}));
  return hash;
}

namespace {

StageWords stage_words(const std::string& source, const std::string& activity, Words& words) {
  const auto word = [&](const char* purpose) { return words(purpose + ("/" + source) + "/" + activity); };
  StageWords result{};
  result.delay = word("delay");
  result.work = word("work");
  result.travel = word("travel");
  result.dial = word("dial");
  result.reach = word("reach");
  result.show = word("show");
  result.rebook = word("rebook");
  result.no_show = word("no_show");
  result.patience = word("patience");
  result.retry = word("retry");
  result.later = word("later");
  result.later_after = word("later_after");
  result.pass = word("pass");
  result.transfer_loss = word("transfer_loss");
  result.transfer_work = word("transfer_work");
  return result;
}

CustomerWords customer_words(const std::string& source, Words& words) {
  const auto word = [&](const char* purpose) { return words(purpose + ("/" + source)); };
  CustomerWords result{};
  result.fit = word("fit");
  result.order = word("order");
  result.size = word("size");
  result.repeats = word("repeats");
  result.gap = word("gap");
  result.first_gap = word("first_gap");
  result.life = word("life");
  result.first_life = word("first_life");
  result.initiative = word("initiative");
  result.coverage = word("coverage");
  result.leave = word("leave");
  result.diligence = word("diligence");
  result.upsell = word("upsell");
  result.upsell_order = word("upsell_order");
  result.neglect = word("neglect");
  result.handover_work = word("handover_work");
  result.handover_loss = word("handover_loss");
  result.takes = word("takes");
  result.off_crm = word("off_crm");
  result.takes_leads = word("takes_leads");
  result.off_crm_leads = word("off_crm_leads");
  result.drops = word("drops");
  result.last_talk = word("last_talk");
  result.last_order = word("last_order");
  result.simple = word("simple");
  result.wake = word("wake");
  result.wake_work = word("wake_work");
  result.wake_order = word("wake_order");
  result.cold_reach = word("cold_reach");
  result.cold_interest = word("cold_interest");
  result.cold_give_up = word("cold_give_up");
  result.cold_dial = word("cold_dial");
  result.cold_talk = word("cold_talk");
  return result;
}

/// A source without arrivals.
std::uint32_t add_source(DepartmentPlan& plan, const std::string& name, std::uint32_t segment, Words& words) {
  SourcePlan source;
  source.name = name;
  source.segment = segment;
  source.customer = customer_words(name, words);
  for (const std::string& activity : plan.stage_names) source.words.push_back(stage_words(name, activity, words));
  plan.sources.push_back(std::move(source));
  return static_cast<std::uint32_t>(plan.sources.size() - 1);
}

sim::ArrivalRule arrivals_of(const Channel& channel, const std::string& name, const Scenario& scenario,
                             const sim::Days& days, Words& words) {
  sim::ArrivalRule rule;
  rule.rate = channel.rate.per_microsecond();
  if (!channel.season.weights.empty()) std::copy_n(channel.season.weights.begin(), 12, rule.season.begin());
  rule.week = sim::ArrivalRule::pieces(
      week_of(channel.hours.value_or(scenario.calendar.hours), channel.days.value_or(scenario.calendar.days)),
      channel.weekday.weights, channel.hour.weights);
  if (!channel.days && !scenario.calendar.holidays.empty()) {
    rule.closed.assign(days.days.size(), 0);
    for (const Date holiday : scenario.calendar.holidays) {
      const auto d = (holiday - days.start).count() - days.first;
      if (d >= 0 && d < static_cast<std::int64_t>(days.days.size())) rule.closed[static_cast<std::size_t>(d)] = 1;
    }
  }
  rule.year = channel.year;
  rule.month = channel.month;
  rule.dispersion = channel.dispersion;
  rule.interarrival = words("interarrival/" + name);
  rule.year_factor = words("year/" + name);
  rule.month_factor = words("month/" + name);
  rule.day_factor = words("day/" + name);
  return rule;
}

}  // namespace

void plan_sources(DepartmentPlan& plan, const Scenario& scenario, Words& words) {
  for (const char* purpose : {"absence/holiday", "absence/sick", "career/hire", "career/returns", "career/tenure",
                              "career/first_tenure", "career/talent", "career/refusal", "career/goes"})
    words(purpose);
  for (std::size_t g = 0; g < scenario.segments.size(); ++g) {
    const auto& [segment_name, segment] = scenario.segments.items[g];
    for (const auto& [channel_name, channel] : segment.inbound.items) {
      const std::string name = segment_name + "/" + channel_name;
      SourcePlan& source = plan.sources[add_source(plan, name, static_cast<std::uint32_t>(g), words)];
      source.cost = channel.cost.hundredths;
      source.arrivals = arrivals_of(channel, name, scenario, *plan.days, words);
    }
  }
  plan.channels = static_cast<std::uint32_t>(plan.sources.size());
  for (std::size_t g = 0; g < scenario.segments.size(); ++g) {
    const auto& [name, segment] = scenario.segments.items[g];
    SegmentPlan& to = plan.segments[g];
    const auto number = static_cast<std::uint32_t>(g);
    to.cold_source = segment.prospects > 0 ? add_source(plan, name + "/*prospects", number, words) : none;
    to.client_source = segment.clients > 0 ? add_source(plan, name + "/*clients", number, words) : none;
    to.dormant_source = segment.dormant > 0 ? add_source(plan, name + "/*dormant", number, words) : none;
  }
}

}  // namespace models
