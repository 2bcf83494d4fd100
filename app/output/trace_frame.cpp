#include "app/output/trace_frame.hpp"

#include "app/messages/report.hpp"
#include "app/messages/trace.hpp"
#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {

std::string paragraph(const std::string& text) {
  std::string result;
  for (const std::string& line : wrap(one_line(text), report_width)) result += line + '\n';
  return result;
}

std::string trace_head(const std::vector<Traced>& departments, const TraceView& view) {
  const models::DepartmentPlan& plan = *departments.front().plan;
  std::string facts = say(view.language, words::one_replication, view.replication, view.seed);
  if (view.customer) facts += "; " + say(view.language, words::the_customer, customer_text(plan, *view.customer));
  if (view.window.from > plan.begin)
    facts += "; " + say(view.language, words::from_day, day_text(plan, view.window.from));
  if (view.window.to < plan.end)
    facts += "; " + say(view.language, words::to_day, day_text(plan, view.window.to - sim::day));
  const std::string& title = view.scenario;
  return paragraph(title.empty() ? std::string{words::untitled.in(view.language)} : title) + paragraph(facts);
}

std::string trace_foot(const TraceView& view) {
  return "\n" + std::string{words::repeat.in(view.language)} + ":\n  " + view.command + "\n";
}

}  // namespace app
