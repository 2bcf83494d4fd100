#include "app/output/people.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

using analysis::result::SystemResult;

/// A seat is named by its role and its number there.
struct Seat {
  std::string role;
  std::string number;
};

std::vector<Seat> seats_of(const SystemResult& system) {
  std::vector<Seat> seats;
  for (const auto& measure : system.measures) {
    if (!matches("holders.*.*", measure.name)) continue;
    const std::size_t role = measure.name.find('.') + 1;
    const std::size_t number = measure.name.find('.', role) + 1;
    seats.push_back({measure.name.substr(role, number - 1 - role), measure.name.substr(number)});
  }
  return seats;
}

/// Activities of single persons, in the order in which they first appear.
std::vector<std::string> activities_of(const SystemResult& system) {
  std::vector<std::string> activities;
  for (const auto& measure : system.measures) {
    if (!matches("time_share.*.*.*", measure.name)) continue;
    const std::string activity = measure.name.substr(measure.name.rfind('.') + 1);
    if (std::find(activities.begin(), activities.end(), activity) == activities.end()) activities.push_back(activity);
  }
  return activities;
}

/// A column: its heading, the measure of a seat (`*` for role and number), that of a role's spread if there is one.
struct Column {
  std::string heading;
  std::string of_seat;
  std::string of_role;
  double scale = 1;
  int decimals = 1;
  bool pay = false;  ///< decimals by size
};

std::vector<Column> columns_of(const SystemResult& system, const std::string& money, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  std::vector<Column> columns{
      {say(language, words::earns_a_month, money), "earnings.*", "earnings_spread.*", 1, 0, true},
      {words_of(words::idle_share), "idle_share.*", "idle_share_spread.*", 100}};
  columns.push_back({words_of(words::clients_each), "portfolio.*", "portfolio_spread.*"});
  columns.push_back({words_of(words::months_employed), "employed.*", ""});
  columns.push_back({words_of(words::holders), "holders.*", "", 1, 2});
  columns.push_back({words_of(words::tenure_left), "tenure_left.*", ""});
  columns.push_back({words_of(words::tenure_there), "tenure_there.*", ""});
  for (const std::string& activity : activities_of(system))
    columns.push_back({say(language, words::share_of_time, activity), "time_share.*." + activity, "", 100});
  return columns;
}

const analysis::Estimate* find(const SystemResult& system, std::string name, const std::string& star) {
  const std::size_t at = name.find('*');
  if (at == std::string::npos) return nullptr;
  name.replace(at, 1, star);
  for (const auto& measure : system.measures)
    if (measure.name == name) return &measure.estimate;
  return nullptr;
}

std::string cell(const analysis::Estimate* estimate, const Column& column, Language language) {
  if (estimate == nullptr) return "";
  if (!analysis::known(estimate->mean)) return "–";
  return grouped(estimate->mean * column.scale, column.pay ? decimals_for(estimate->mean) : column.decimals, language);
}

std::string people_of(const SystemResult& system, const std::string& money, Language language) {
  const std::vector<Seat> seats = seats_of(system);
  const std::vector<Column> columns = columns_of(system, money, language);
  std::vector<std::vector<std::string>> rows{{""}};
  for (const Column& column : columns) rows.front().push_back(column.heading);
  const auto row = [&](const std::string& label, const std::string& star, std::string Column::*measure) {
    std::vector<std::string>& added = rows.emplace_back();
    added.push_back(label);
    for (const Column& column : columns) added.push_back(cell(find(system, column.*measure, star), column, language));
  };
  for (std::size_t i = 0; i < seats.size(); ++i) {
    row(seats[i].role + " " + seats[i].number, seats[i].role + "." + seats[i].number, &Column::of_seat);
    const bool last = i + 1 == seats.size() || seats[i + 1].role != seats[i].role;
    if (last && seats[i].number != "1")
      row("  " + std::string{words::spread.in(language)}, seats[i].role, &Column::of_role);
  }
  return folded_table(rows);
}

}  // namespace

std::string people_tables(const analysis::result::Result& result, Language language) {
  std::string text;
  for (const SystemResult& system : result.systems) {
    const auto pay = std::find_if(system.measures.begin(), system.measures.end(),
                                  [](const auto& measure) { return matches("earnings.*.*", measure.name); });
    if (pay == system.measures.end()) continue;
    if (!text.empty()) text += '\n';
    text += say(language, words::persons_of, system.name) + "\n" +
            people_of(system, unit_title(pay->unit, language), language);
  }
  return text;
}

}  // namespace app
