#include <algorithm>
#include <span>

#include "app/messages/story.hpp"
#include "app/messages/trace.hpp"
#include "app/output/story.hpp"
#include "app/output/table.hpp"
#include "app/output/trace.hpp"
#include "app/output/trace_frame.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr std::size_t moment_width = 16;  // 2026-02-03 10:02
constexpr std::size_t gap = 2;

void drop_outside(std::vector<Told>& told, const Window& window) {
  std::erase_if(told, [&](const Told& line) { return !window.holds(line.time); });
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

// ---- one customer ----

/// The sentences of one department, lines of its column.
struct Column {
  std::vector<std::string> heading;
  std::vector<Told> told;
};

/// The minute of the earliest sentence that is not shown yet; sentences of one minute stand in one line.
sim::Time minute_of(const Told& told) {
  return (told.time < 0 ? told.time - (sim::minute - 1) : told.time) / sim::minute;
}

class SideBySide {
 public:
  SideBySide(const models::DepartmentPlan& plan, std::vector<Column> columns)
      : plan_(plan), columns_(std::move(columns)), next_(columns_.size(), 0) {
    width_ = (report_width - moment_width) / columns_.size() - gap;
    std::size_t lines = 0;
    for (Column& column : columns_) {
      std::vector<std::string> wrapped;
      for (const std::string& line : column.heading)
        for (std::string& part : wrap(one_line(line), width_)) wrapped.push_back(std::move(part));
      column.heading = std::move(wrapped);
      lines = std::max(lines, column.heading.size());
    }
    for (std::size_t i = 0; i < lines; ++i)
      add("", [&](std::size_t c) { return i < columns_[c].heading.size() ? columns_[c].heading[i] : std::string{}; });
    std::string rule;
    for (std::size_t i = 0; i < width_; ++i) rule += "─";
    add("", [&](std::size_t) { return rule; });
  }

  std::string text() {
    while (const Told* const first = earliest()) {
      const sim::Time now = minute_of(*first);
      std::string moment = moment_text(plan_, first->time);
      for (bool any = true; any;) {
        std::vector<std::vector<std::string>> cells(columns_.size());
        any = false;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
          const std::vector<Told>& told = columns_[c].told;
          if (next_[c] >= told.size() || minute_of(told[next_[c]]) != now) continue;
          cells[c] = wrap(told[next_[c]++].text, width_);
          any = true;
        }
        std::size_t lines = 0;
        for (const auto& cell : cells) lines = std::max(lines, cell.size());
        for (std::size_t i = 0; i < lines; ++i) {
          add(moment, [&](std::size_t c) { return i < cells[c].size() ? cells[c][i] : std::string{}; });
          moment.clear();
        }
      }
    }
    return text_;
  }

 private:
  const Told* earliest() const {
    const Told* first = nullptr;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (next_[c] >= columns_[c].told.size()) continue;
      const Told& told = columns_[c].told[next_[c]];
      if (first == nullptr || told.time < first->time) first = &told;
    }
    return first;
  }

  template <class Part>
  void add(const std::string& moment, const Part& part) {
    std::string line = padded_right(moment, moment_width);
    for (std::size_t c = 0; c < columns_.size(); ++c) line += std::string(gap, ' ') + padded_right(part(c), width_);
    text_ += trimmed(std::move(line));
  }

  const models::DepartmentPlan& plan_;
  std::vector<Column> columns_;
  std::vector<std::size_t> next_;  ///< by column: the sentence that comes next
  std::size_t width_ = 0;
  std::string text_;
};

std::string difference(const std::vector<Traced>& departments, const TraceView& view) {
  std::string all;
  std::vector<std::string> ends;
  for (const Traced& traced : departments) {
    ends.push_back(ending_text(traced, life_of(traced, *view.customer), view.language));
    all += (all.empty() ? "" : "; ") + traced.name + ": " + ends.back();
  }
  if (departments.size() == 1) return paragraph(all);
  const bool same = std::adjacent_find(ends.begin(), ends.end(), std::not_equal_to<>{}) == ends.end();
  return paragraph(same ? say(view.language, words::end_same, ends.front())
                        : say(view.language, words::end_differs, all));
}

void write_story(const std::vector<Traced>& departments, const TraceView& view, Output& output) {
  constexpr std::size_t most_columns = 2;
  for (std::size_t first = 0; first < departments.size(); first += most_columns) {
    std::vector<Column> columns;
    const auto beside = std::span(departments).subspan(first, std::min(most_columns, departments.size() - first));
    for (const Traced& traced : beside) {
      Column column{{traced.name}, story_of(traced, life_of(traced, *view.customer), view.language)};
      if (!traced.title.empty()) column.heading.push_back(traced.title);
      drop_outside(column.told, view.window);
      if (column.told.empty()) column.heading.emplace_back(words::nothing_happens.in(view.language));
      columns.push_back(std::move(column));
    }
    output.write("\n" + SideBySide(*beside.front().plan, std::move(columns)).text());
  }
  output.write("\n" + difference(departments, view));
  if (view.namesakes.empty()) return;
  std::string others;
  for (const std::string& name : view.namesakes) others += (others.empty() ? "" : ", ") + name;
  output.write(paragraph(say(view.language, words::same_number, view.customer->number, others)));
}

// ---- everything ----

/// All sentences of a department in the order of what they tell.
std::vector<Told> everything(const Traced& traced, const TraceView& view) {
  std::vector<Told> all;
  for (const auto& [customer, life] : lives_of(traced))
    for (Told& told : story_of(traced, life, view.language)) all.push_back(std::move(told));
  for (const models::Happening& happening : traced.happenings)
    if (happening.source == models::none)
      if (std::optional<Told> told = person_story(traced, happening, view.language)) all.push_back(std::move(*told));
  drop_outside(all, view.window);
  std::sort(all.begin(), all.end(), [](const Told& a, const Told& b) { return a.happening < b.happening; });
  return all;
}

void write_everything(const Traced& traced, const TraceView& view, Output& output) {
  const models::DepartmentPlan& plan = *traced.plan;
  output.write("\n" + paragraph(traced.name + (traced.title.empty() ? "" : ": " + traced.title)));
  const std::vector<Told> all = everything(traced, view);
  if (all.empty()) output.write(std::string{words::nothing_happens.in(view.language)} + "\n");
  const auto whose = [&](const models::Happening& happening) {
    return happening.source == models::none ? person_text(plan, happening)
                                            : customer_text(plan, {happening.source, happening.number});
  };
  std::size_t width = 0;
  for (const Told& told : all) width = std::max(width, display_width(whose(*told.happening)));
  for (const Told& told : all)
    output.write(moment_text(plan, told.time) + "  " + padded_right(whose(*told.happening), width) + "  " + told.text +
                 "\n");
}

/// A person in what is shown who holds a seat after another, for an example; empty if there is none.
std::string successor(const std::vector<Traced>& departments, const TraceView& view) {
  for (const Traced& traced : departments)
    for (const models::Happening& happening : traced.happenings)
      if (happening.seat >= 0 && happening.holder == 1 && view.shows(happening))
        return person_text(*traced.plan, happening);
  return "";
}

}  // namespace

void write_trace_text(const std::vector<Traced>& departments, const TraceView& view, Output& output) {
  output.write(trace_head(departments, view));
  if (view.customer) {
    write_story(departments, view, output);
  } else {
    for (const Traced& traced : departments) write_everything(traced, view, output);
  }
  if (const std::string next = successor(departments, view); !next.empty())
    output.write(paragraph(say(view.language, words::successors, next)));
  output.write(trace_foot(view));
}

}  // namespace app
