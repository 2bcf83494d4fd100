#include "app/messages/notes.hpp"

#include <array>

#include "app/messages/mechanisms.hpp"

namespace app {
namespace {

// clang-format off
constexpr std::array notes{
    NoteWords{"skewed",
              {"{0}: so skewed that the interval, although corrected, may cover less than it says; {1} replications would do",
               "{0}: распределение так скошено, что интервал даже с поправкой может быть уже, чем нужно; хватит {1} прогонов"}},
    NoteWords{"uncorrected",
              {"{0}: too skewed for a correction of the interval, which may cover much less than it says; {1} replications would do",
               "{0}: распределение слишком скошено для поправки, интервал может быть намного уже, чем нужно; хватит {1} прогонов"}},
    NoteWords{"empty",
              {"{0}: {1} replications have no value of their own; they count in the mean, not in the quantiles",
               "{0}: в {1} прогонах своего значения нет; они учтены в среднем, но не в квантилях"}},
    NoteWords{"undefined",
              {"{0}: no replication has a value", "{0}: значения нет ни в одном прогоне"}},
    NoteWords{"no_interval",
              {"{0} replications are too few for intervals", "прогонов ({0}) слишком мало для интервалов"}},
    NoteWords{"off",
              {"{1} ({0}): the scenario does without it", "{1} ({0}): в сценарии этого нет"}},
    NoteWords{"rivals",
              {"Competitors do not react: how many customers ask, and how patient they are, does not change because a department does better",
               "Конкуренты не реагируют: сколько клиентов обращается и сколько они ждут, не меняется от того, что отдел работает лучше"}},
    NoteWords{"prices",
              {"Product and prices are given; what a customer is ready to pay is not asked, only what discounts the people give",
               "Товар и цены заданы; сколько клиент готов заплатить, не спрашивается, учтены только скидки, которые дают сотрудники"}},
    NoteWords{"word_of_mouth",
              {"Customers do not talk to each other: good or bad service brings or costs no other customer",
               "Клиенты не общаются между собой: хорошая или плохая работа с одним не приводит и не отпугивает других"}},
    NoteWords{"steering",
              {"Nobody steers: numbers of people and rules stay as the scenario has them, whatever happens",
               "Никто не вмешивается: число людей и правила остаются такими, как в сценарии, что бы ни случилось"}},
    NoteWords{"supply",
              {"What is sold can be delivered, unless the scenario counts units",
               "Всё проданное можно поставить, если в сценарии не задано число единиц"}},
    NoteWords{"taxes",
              {"Left out: taxes on profit, interest, inflation and the rest of the company",
               "Не учтены налоги на прибыль, проценты, инфляция и остальная компания"}},
};
// clang-format on

}  // namespace

const NoteWords* find_note_words(std::string_view code) {
  for (const NoteWords& words : notes)
    if (words.code == code) return &words;
  return nullptr;
}

std::string note_text(const analysis::result::Note& note, Language language) {
  const NoteWords* words = find_note_words(note.code);
  if (words == nullptr) return note.code;
  const auto argument = [&](std::size_t i) { return i < note.arguments.size() ? note.arguments[i] : std::string{}; };
  if (note.code == "off") return say(language, words->sentence, argument(0), mechanism_title(argument(0), language));
  return say(language, words->sentence, argument(0), argument(1));
}

}  // namespace app
