#include <fmt/format.h>

#include "app/output/csv.hpp"
#include "app/output/trace.hpp"
#include "app/output/trace_words.hpp"

namespace app {

void write_trace_csv(const std::vector<Traced>& departments, const TraceView& view, Output& output) {
  output.write("department,replication,time,customer,what,work,activity,person,seat,holder,detail,money,until\n");
  for (const Traced& traced : departments) {
    const models::DepartmentPlan& plan = *traced.plan;
    const std::string department = csv_field(traced.name);
    for (const models::Happening& happening : traced.happenings) {
      if (!view.shows(happening)) continue;
      const bool customer = happening.source != models::none;
      const bool person = happening.seat >= 0;
      output.write(fmt::format(
          "{},{},{},{},{},{},{},{},{},{},{},{},{}\n", department, view.replication, iso_text(plan, happening.time),
          customer ? csv_field(customer_text(plan, {happening.source, happening.number})) : "", what_word(happening),
          work_word(plan, happening), activity_word(plan, happening), person_text(plan, happening),
          person ? fmt::format("{}", happening.seat) : "", person ? fmt::format("{}", happening.holder) : "",
          detail_word(traced, happening),
          holds_money(happening) ? fmt::format("{}", static_cast<double>(happening.amount) / 100) : "",
          holds_moment(happening) ? iso_text(plan, happening.amount) : ""));
    }
  }
}

}  // namespace app
