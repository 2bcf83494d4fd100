#include "app/messages/problems.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "scenarios/format/codes.hpp"

namespace app {
namespace {

using scenarios::ArgumentKind;

/// Words around the message itself.
struct Frame {
  std::string_view warning;
  std::string_view did_you_mean;
  std::string_view no_choice;  ///< instead of a list of what there is, where there is nothing
};

const Frame& frame(Language language) {
  static constexpr Frame english{"warning: ", "; did you mean \"{}\"?", "; there is nothing to choose from"};
  static constexpr Frame russian{"предупреждение: ", "; возможно, имелось в виду «{}»", "; выбирать здесь не из чего"};
  return language == Language::ru ? russian : english;
}

std::string_view in(const ProblemWords& words, Language language) {
  return language == Language::ru ? words.russian : words.english;
}

/// The words of that name; the name itself if there are none.
std::string_view look_up(std::span<const ProblemWords> catalogue, std::string_view name, Language language) {
  for (const ProblemWords& words : catalogue)
    if (words.code == name) return in(words, language);
  return name;
}

std::string argument_text(std::string_view text, ArgumentKind kind, Language language) {
  if (kind == ArgumentKind::form) return std::string{look_up(form_words(), text, language)};
  if (kind == ArgumentKind::type) return std::string{look_up(type_words(), text, language)};
  return std::string{text};
}

/// The pattern with its last clause, which would list what there is, saying that there is nothing.
std::string without_list(std::string_view pattern, Language language) {
  return std::string{pattern.substr(0, pattern.rfind(';'))} + std::string{frame(language).no_choice};
}

std::string place_text(const sim::Place& place) {
  std::string text = place.source;
  if (place.line > 0) text += fmt::format(":{}:{}", place.line, place.column);
  return text.empty() ? text : text + ": ";
}

}  // namespace

std::string text_of(const sim::Problem& problem, Language language) {
  std::string text = place_text(problem.place);
  if (problem.warning) text += frame(language).warning;
  if (!problem.path.empty()) text += problem.path + ": ";
  const scenarios::Code* code = scenarios::find_code(problem.code);
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  std::string pattern{look_up(problem_words(), problem.code, language)};
  std::string meant;
  for (std::size_t i = 0; i < scenarios::most_arguments; ++i) {
    const ArgumentKind kind = code != nullptr ? code->arguments[i].kind : ArgumentKind::text;
    const std::string argument = i < problem.arguments.size() ? problem.arguments[i] : std::string{};
    if (kind == ArgumentKind::suggestion) meant = argument;
    if (kind == ArgumentKind::list && argument.empty()) pattern = without_list(pattern, language);
    arguments.push_back(argument_text(argument, kind, language));
  }
  text += fmt::vformat(pattern, arguments);
  if (!meant.empty()) text += fmt::format(fmt::runtime(frame(language).did_you_mean), meant);
  return text;
}

std::string text_of(const sim::Problems& problems, Language language) {
  std::string text;
  for (const sim::Problem& problem : problems) text += text_of(problem, language) + '\n';
  return text;
}

}  // namespace app
