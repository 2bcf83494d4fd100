#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/messages/phrase.hpp"

namespace app {

/// Which end of a measure is the good one.
enum class Better : std::uint8_t { more, less, neither };

/// What people call a measure. `*` in its name stands for a name of the scenario or the number of a seat: `wait.*.mean`,
/// `time_share.*.*`; they fill the places of the phrase.
struct MeasureWords {
  std::string_view pattern;
  Phrase title;  ///< stands for itself
  Phrase label;  ///< under the heading of its section
  Better better = Better::neither;
};

/// The words of all measures, in the order of the catalogue.
std::span<const MeasureWords> measure_words();

/// The words for a measure of this name, or null.
const MeasureWords* find_measure_words(std::string_view name);

/// Whether `name` is one that `pattern` stands for.
bool matches(std::string_view pattern, std::string_view name);

/// The title of a measure; its name if there are no words for it.
std::string measure_title(std::string_view name, Language language);

/// The same under the heading of the measure's section.
std::string measure_label(std::string_view name, Language language);

/// The units that have words, those of measures and those that stand behind the numbers of scenario files.
std::vector<std::string_view> named_units();

/// What people call a unit of the catalogue; the unit itself if it needs no words, as currencies do. Blanks
/// around it do not count.
std::string unit_title(std::string_view unit, Language language);

}  // namespace app
