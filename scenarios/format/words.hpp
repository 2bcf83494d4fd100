#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario.hpp"

/// The words that have a meaning of their own in a scenario file and therefore name nothing.
namespace scenarios {

inline constexpr std::array<std::string_view, 8> distribution_kinds{
    "exponential", "lognormal", "gamma", "erlang", "weibull", "uniform", "triangular", "empirical"};
inline constexpr std::array<std::string_view, 5> distribution_parameters{"mean", "cv", "k", "shape", "zero"};
inline constexpr std::array<std::string_view, 5> belief_words{"value", "low", "high", "source", "basis"};
inline constexpr std::array<std::string_view, 4> stage_tables{"finds", "lets_through", "chance", "after"};
inline constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                         "jul", "aug", "sep", "oct", "nov", "dec"};
inline constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

template <class T>
using Word = std::pair<std::string_view, T>;

inline constexpr std::array<Word<models::Assign>, 3> assign_words{{{"shared", models::Assign::shared},
                                                                   {"round_robin", models::Assign::round_robin},
                                                                   {"owner", models::Assign::owner}}};
inline constexpr std::array<Word<models::Base>, 2> base_words{
    {{"revenue", models::Base::revenue}, {"margin", models::Base::margin}}};
inline constexpr std::array<Word<models::Belief::Basis>, 3> basis_words{
    {{"measured", models::Belief::Basis::measured},
     {"guess", models::Belief::Basis::guess},
     {"default", models::Belief::Basis::defaulted}}};

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

template <class Words>
std::vector<std::string> list(const Words& words) {
  return {std::begin(words), std::end(words)};
}

/// `[a-z][a-z0-9_]*`
inline bool is_name(std::string_view name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

/// Whether a word is kept for distributions, beliefs or the tables of a stage, so that these can be told from names.
inline bool is_reserved(std::string_view word) {
  return is_one_of(word, distribution_kinds) || is_one_of(word, distribution_parameters) ||
         is_one_of(word, belief_words) || is_one_of(word, stage_tables);
}

inline bool is_reserved_activity(std::string_view word) { return is_one_of(word, models::reserved_activities); }

}  // namespace scenarios
