#include "app/staff.hpp"

#include <array>

#include "app/command_line/families.hpp"
#include "app/messages/analysis.hpp"
#include "app/messages/selection.hpp"
#include "app/messages/sensitivity.hpp"
#include "app/messages/staff.hpp"
#include "app/messages/trace.hpp"

/// staff
namespace app {
namespace {

constexpr std::uint64_t most_of_search = 10'000'000;

/// `90s`, `5min`, `1h`, with or without a blank; at least a second.
std::optional<std::chrono::seconds> time_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, int>, 4> units{{{"min", 60}, {"s", 1}, {"m", 60}, {"h", 3600}}};
  for (const auto& [unit, seconds] : units) {
    if (!text.ends_with(unit)) continue;
    std::string_view number = text.substr(0, text.size() - unit.size());
    while (number.ends_with(' ')) number.remove_suffix(1);
    constexpr double longest = 1e6;
    const auto value = positive(number);
    if (!value || *value * seconds < 1 || *value * seconds > longest) return std::nullopt;
    return std::chrono::seconds{static_cast<std::int64_t>(*value * seconds)};
  }
  return std::nullopt;
}

void declare_staff(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  declare_common(grammar, language);
  declare_department(grammar, language);
  grammar.value("--departments", words::names_value, words_of(words::staff_departments_option));
  grammar.flag("--quick", words_of(words::quick_option));
  grammar.value("--budget", words::money_value, words_of(words::month_budget_option));
  grammar.value("--delta", words::amount_value, say(language, words::staff_delta_option, delta_of_staff * 100));
  grammar.value("--time-limit", words::time_value, words_of(words::time_limit_option));
  grammar.value("--replications", words::number_value,
                say(language, words::final_replications_option, most_replications, final_of_staff));
  grammar.value("--max-replications", words::number_value,
                say(language, words::max_staff_replications_option, StaffOptions{}.max_replications));
  declare_model(grammar, language);
  declare_end(grammar, language);
}

Request read_staff(Reader& reader) {
  StaffOptions options;
  read_analysis(reader, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_scenario, options.files.size());
  if (const std::string* names = reader.single("--departments"))
    for (std::size_t begin = 0; begin <= names->size();) {
      const std::size_t end = std::min(names->find(',', begin), names->size());
      options.departments.push_back(names->substr(begin, end - begin));
      begin = end + 1;
    }
  options.quick = reader.grammar().has("--quick");
  if (const std::string* text = reader.single("--budget")) {
    options.budget = positive(*text);
    if (!options.budget) reader.complain(words::bad_budget, *text);
  }
  if (const std::string* text = reader.single("--delta")) {
    if (const auto value = positive(*text))
      options.delta = {*text, *value, false};
    else if (const auto part = share(*text, 1))
      options.delta = {*text, *part, true};
    else
      reader.complain(words::bad_delta, *text);
  }
  if (const std::string* text = reader.single("--time-limit")) {
    options.time_limit = time_of(*text);
    if (!options.time_limit) reader.complain(words::bad_time_limit, *text);
  }
  reader.whole("--max-replications", 100, most_of_search, options.max_replications);
  return with(reader, options);
}

}  // namespace

std::vector<Command> staff_commands() { return {{"staff", declare_staff, read_staff}}; }

}  // namespace app
