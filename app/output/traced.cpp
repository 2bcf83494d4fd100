#include "app/output/traced.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "app/messages/measures.hpp"
#include "app/messages/story.hpp"
#include "app/output/number.hpp"
#include "app/output/period.hpp"

namespace app {
namespace {

constexpr std::uint32_t letters = 26;

std::chrono::sys_days day_of(const models::DepartmentPlan& plan, sim::Time time) {
  const sim::Time before = time < 0 ? time - (sim::day - 1) : time;  // days are rounded down
  return plan.days->start + std::chrono::days{before / sim::day};
}


/// Time of day [µs].
sim::Time clock_of(const models::DepartmentPlan& plan, sim::Time time) {
  return time - (day_of(plan, time) - plan.days->start).count() * sim::day;
}

}  // namespace

std::map<Customer, Life> lives_of(const Traced& traced) {
  std::map<Customer, Life> lives;
  for (const models::Happening& happening : traced.happenings)
    if (happening.source != models::none) lives[{happening.source, happening.number}].push_back(&happening);
  return lives;
}

Life life_of(const Traced& traced, Customer customer) {
  Life life;
  for (const models::Happening& happening : traced.happenings)
    if (happening.source == customer.source && happening.number == customer.number) life.push_back(&happening);
  return life;
}

std::string source_text(const models::DepartmentPlan& plan, std::uint32_t source) {
  std::string name = plan.sources[source].name;
  const std::size_t star = name.find('*');
  if (star == std::string::npos) return name;
  const std::string plain = name.substr(0, star) + name.substr(star + 1);
  const auto same = [&](const models::SourcePlan& other) { return other.name == plain; };
  return std::any_of(plan.sources.begin(), plan.sources.end(), same) ? name : plain;
}

std::string customer_text(const models::DepartmentPlan& plan, Customer customer) {
  return fmt::format("{}/{}", source_text(plan, customer.source), customer.number);
}

namespace {

std::string person_text(const models::DepartmentPlan& plan, std::uint32_t seat, std::uint32_t holder) {
  const models::RolePlan& role = plan.roles[plan.seats[seat].role];
  std::string text = fmt::format("{} {}", role.name, seat - role.first_seat + 1);
  if (holder == 0) return text;
  return holder < letters ? text + static_cast<char>('a' + holder) : fmt::format("{}/{}", text, holder + 1);
}

}  // namespace

std::string person_text(const models::DepartmentPlan& plan, const models::Happening& happening) {
  return happening.seat < 0 ? "" : person_text(plan, static_cast<std::uint32_t>(happening.seat), happening.holder);
}

std::string other_person_text(const Traced& traced, const models::Happening& happening) {
  const models::DepartmentPlan& plan = *traced.plan;
  if (happening.what != models::Happening::What::promoted)
    return person_text(plan, static_cast<std::uint32_t>(happening.detail),
                       static_cast<std::uint32_t>(happening.amount));
  const models::Happening* joins = &happening;  // the other seat, at the same moment
  while (joins->what != models::Happening::What::joins || joins->seat != happening.detail) ++joins;
  return person_text(plan, *joins);
}

std::string day_text(const models::DepartmentPlan& plan, sim::Time time) { return day_text(day_of(plan, time)); }

std::string moment_text(const models::DepartmentPlan& plan, sim::Time time) {
  const sim::Time clock = clock_of(plan, time);
  return fmt::format("{} {:02}:{:02}", day_text(plan, time), clock / sim::hour, clock % sim::hour / sim::minute);
}

std::string iso_text(const models::DepartmentPlan& plan, sim::Time time) {
  const sim::Time clock = clock_of(plan, time);
  return fmt::format("{}T{:02}:{:02}:{:02}", day_text(plan, time), clock / sim::hour, clock % sim::hour / sim::minute,
                     clock % sim::minute / sim::second);
}

std::string span_text(sim::Time span, Language language) {
  const auto in = [&](const Phrase& phrase, sim::Time unit) {
    const double value = static_cast<double>(span) / static_cast<double>(unit);
    const int decimals = value < 9.95 && span % unit != 0 && unit >= sim::hour ? 1 : 0;
    return say(language, phrase, grouped(value, decimals, language));
  };
  if (span < sim::minute) return in(words::seconds_long, sim::second);
  if (span < 2 * sim::hour) return in(words::minutes_long, sim::minute);
  return span < 2 * sim::day ? in(words::hours_long, sim::hour) : in(words::whole_days_long, sim::day);
}

std::string money_text(const models::DepartmentPlan& plan, sim::Money money, Language language) {
  const std::string amount = grouped(static_cast<double>(money) / 100, 0, language);
  return amount + " " + unit_title(plan.currency, language);
}

}  // namespace app
