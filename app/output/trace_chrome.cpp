#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/output/trace.hpp"
#include "app/output/trace_words.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using models::Happening;
using What = Happening::What;

constexpr std::uint32_t customers_row = 0;  ///< seats follow

/// The events of one department.
class Department {
 public:
  Department(const Traced& traced, const TraceView& view, std::size_t number, bool& first, Output& output)
      : traced_(traced),
        plan_(*traced.plan),
        view_(view),
        process_(number + 1),
        first_(first),
        output_(output),
        rows_(plan_.seats.size()) {}

  void write() {
    name("process_name", customers_row, traced_.title.empty() ? traced_.name : traced_.name + ": " + traced_.title);
    name("thread_name", customers_row, "customers");
    for (std::uint32_t seat = 0; seat < rows_.size(); ++seat) {
      Happening who;
      who.seat = static_cast<std::int32_t>(seat);
      name("thread_name", seat + 1, person_text(plan_, who));
    }
    for (const Happening& happening : traced_.happenings) tell(happening);
    for (const Row& row : rows_)  // what is in hand when the run ends
      if (row.job != nullptr) job(*row.job, nullptr, traced_.happenings.back().time);
  }

 private:
  /// A seat and what is not over yet.
  struct Row {
    const Happening* job = nullptr;
    const Happening* training = nullptr;
    const Happening* away = nullptr;
    std::vector<sim::Interval> absences;
    sim::Time shown = std::numeric_limits<sim::Time>::min();  ///< up to when the row is taken
  };

  void emit(const Json& event) {
    output_.write((first_ ? "\n" : ",\n") + event.dump());
    first_ = false;
  }

  void name(const char* what, std::uint32_t row, const std::string& text) {
    emit({{"ph", "M"}, {"pid", process_}, {"tid", row}, {"name", what}, {"args", {{"name", text}}}});
  }

  std::string customer_of(const Happening& happening) const {
    return customer_text(plan_, {happening.source, happening.number});
  }

  void slice(std::uint32_t row, sim::Time begin, sim::Time end, const std::string& what, const std::string& category,
             Json arguments) {
    if (end <= view_.window.from || begin >= view_.window.to) return;
    arguments["from"] = iso_text(plan_, begin);
    emit({{"ph", "X"},
          {"pid", process_},
          {"tid", row},
          {"ts", begin - plan_.begin},
          {"dur", end - begin},
          {"name", what},
          {"cat", category},
          {"args", std::move(arguments)}});
  }

  void instant(std::uint32_t row, const Happening& happening) {
    if (!view_.shows(happening)) return;
    Json arguments = Json::object();
    const auto add = [&](const char* key, const std::string& text) {
      if (!text.empty()) arguments[key] = text;
    };
    if (happening.source != models::none) arguments["customer"] = customer_of(happening);
    add("activity", activity_word(plan_, happening));
    add("person", person_text(plan_, happening));
    add("detail", detail_word(traced_, happening));
    if (holds_money(happening)) arguments["money"] = static_cast<double>(happening.amount) / 100;
    if (holds_moment(happening)) arguments["until"] = iso_text(plan_, happening.amount);
    arguments["at"] = iso_text(plan_, happening.time);
    emit({{"ph", "i"},
          {"s", "t"},
          {"pid", process_},
          {"tid", row},
          {"ts", happening.time - plan_.begin},
          {"name", what_word(happening)},
          {"cat", happening.source == models::none ? "person" : "customer"},
          {"args", std::move(arguments)}});
  }

  bool interruptible(const Happening& begun) const {
    return begun.what == What::starts && plan_.stage(begun.stage, plan_.sources[begun.source].segment).interruptible;
  }

  void job(const Happening& begun, const Happening* ended, sim::Time end) {
    const auto seat = static_cast<std::uint32_t>(begun.seat);
    Row& row = rows_[seat];
    const auto piece = [&](sim::Time from, sim::Time to) {
      row.shown = to;
      if (view_.customer && !(Customer{begun.source, begun.number} == *view_.customer)) return;
      slice(seat + 1, from, to, activity_word(plan_, begun), work_word(plan_, begun),
            {{"customer", customer_of(begun)},
             {"person", person_text(plan_, begun)},
             {"outcome", ended == nullptr ? "unfinished" : detail_word(traced_, *ended)}});
    };
    if (!interruptible(begun)) {
      piece(begun.time, end);
      return;
    }
    const sim::Calendar& hours = plan_.calendars[plan_.seats[seat].calendar];
    for (sim::Time from = hours.next_open(begun.time); from < end; from = hours.next_open(from)) {
      sim::Time to = hours.always() ? end : std::min(end, hours.close_after(from));
      sim::Time after = to;
      for (const sim::Interval& absence : row.absences) {
        if (absence.end <= from || absence.begin >= to) continue;
        to = std::max(from, absence.begin);
        after = absence.end;
        break;
      }
      if (to > from) piece(from, to);
      from = after;
    }
  }

  /// Training or an absence is over; the person may still have been busy in its beginning, or all the time.
  void over(std::uint32_t seat, const Happening*& begun, sim::Time end, const char* what) {
    Row& row = rows_[seat];
    if (begun == nullptr) return;
    const sim::Time begin = std::max(begun->time, row.shown);
    const bool busy = row.job != nullptr && !interruptible(*row.job);
    if (!busy && begin < end && !view_.customer)
      slice(seat + 1, begin, end, what, "person", {{"person", person_text(plan_, *begun)}});
    if (!busy) row.shown = std::max(row.shown, end);
    begun = nullptr;
  }

  void leave(std::uint32_t seat, sim::Time now) {
    Row& row = rows_[seat];
    if (row.away != nullptr) row.absences.push_back({row.away->time, now});
    over(seat, row.away, now, "away");
    over(seat, row.training, now, "training");
  }

  void tell(const Happening& happening) {
    const auto seat = static_cast<std::uint32_t>(happening.seat);
    switch (happening.what) {
      case What::starts:
      case What::calls:
        rows_[seat].job = &happening;
        return;
      case What::ends:
      case What::called:
        if (happening.seat < 0) {
          instant(customers_row, happening);
        } else {
          const Happening* begun = rows_[seat].job;
          rows_[seat].job = nullptr;
          job(*begun, &happening, happening.time);
        }
        return;
      case What::joins:
        if (happening.detail == 2) rows_[seat].training = &happening;
        break;
      case What::trained:
        over(seat, rows_[seat].training, happening.time, "training");
        break;
      case What::away:
        rows_[seat].away = &happening;
        break;
      case What::back:
        if (rows_[seat].away != nullptr) rows_[seat].absences.push_back({rows_[seat].away->time, happening.time});
        over(seat, rows_[seat].away, happening.time, "away");
        break;
      case What::leaves:
      case What::quits:
        leave(seat, happening.time);
        break;
      default:
        break;
    }
    instant(happening.source == models::none ? seat + 1 : customers_row, happening);
  }

  const Traced& traced_;
  const models::DepartmentPlan& plan_;
  const TraceView& view_;
  std::size_t process_;
  bool& first_;
  Output& output_;
  std::vector<Row> rows_;
};

}  // namespace

void write_trace_chrome(const std::vector<Traced>& departments, const TraceView& view, Output& output) {
  const models::DepartmentPlan& plan = *departments.front().plan;
  const Json about = {{"salesim", SALESIM_VERSION},
                      {"scenario", view.scenario},
                      {"seed", view.seed},
                      {"replication", view.replication},
                      {"begin", iso_text(plan, plan.begin)}};
  output.write("{\"displayTimeUnit\":\"ms\",\"otherData\":" + about.dump() + ",\"traceEvents\":[");
  bool first = true;
  for (std::size_t d = 0; d < departments.size(); ++d) Department(departments[d], view, d, first, output).write();
  output.write("\n]}\n");
}

}  // namespace app
