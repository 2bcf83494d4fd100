#include "scenarios/format/reference.hpp"

#include <cmath>
#include <string_view>

#include "scenarios/format/fields.hpp"
#include "scenarios/format/pieces.hpp"
#include "scenarios/format/quantity.hpp"

namespace scenarios {
namespace {

constexpr std::string_view introduction = R"(# The scenario format

Written by `tools/docs` from the declarations of the parameters; a test fails when this page is stale.

A scenario is a TOML file: a market (`segments`), the work that a sale takes (`pipeline`, `cold_call`, `service`), and any
number of `departments` that could do it. `salesim check FILE` says what is wrong in one, and prints it with everything that
it extends. What is left out is neutral: the mechanism is off. A key that is **required** in a table inside another, such as
`ramp.time`, is required where there is that table.

## Forms of values

| form | examples |
|---|---|
| duration | `"90 s"` `"15 min"` `"8 h"` `"3 d"` `"2 w"` `"6 mo"` `"2 y"`; a mean month has 30.4375 days, a year 365.25 |
| open duration | a duration, or `"4 wh"` `"2 wd"`: only the calendar's open hours, or its open days |
| span | a duration; whole months and years end at a calendar date |
| rate | `"900 / mo"` `"30 / d"` |
| share | `"18 %"` or `0.18` |
| money | a number in `currency`, hundredths at most |
| law | a plain value, or one of `{ exponential = M }` `{ lognormal = { mean = M, cv = C } }` `{ gamma = { mean = M, cv = C } }` `{ erlang = { mean = M, k = K } }` `{ weibull = { mean = M, shape = S } }` `{ uniform = [A, B] }` `{ triangular = [A, MODE, B] }` `{ empirical = [A, B, C] }`; each may have `zero = "10 %"`, a chance of zero beside the law |
| date | `2026-02-01`, without quotes |
| hours | `"always"` `"09:00-18:00"` `["09:00-13:00", "14:00-18:00"]` |
| days | `"mon-fri"` `"mon-fri, sun"` |

**Beliefs.** Any single figure may be written with what is known of it:
`{ value = "900 / mo", low = "600 / mo", high = "1200 / mo", source = "CRM 2025", basis = "measured" }`; `basis` is
`measured`, `guess` or `default`.

**By segment.** Any key of a stage, of `cold_call` or of `service` may be a table by segment:
`pass = { retail = "45 %", wholesale = "20 %" }`.

**Names** of segments, channels, stages, departments and roles match `[a-z][a-z0-9_]*`; `title` may be in any script.

**Paths** address every key, for `--set` and in messages: `pipeline.meet.pass`, `segments.retail.order.lognormal.mean`,
`departments.conveyor.roles.caller.staff.may`.

**Defaults of roles.** `[role_defaults]` is laid under every role, `[departments.<department>.role_defaults]` under those of
one department.

**Extending.** `extends = "wholesale.toml"` takes another file, relative to this one, and lays this one over it: tables merge,
other values replace, and `departments.x = false` removes. `false` also removes a part of the work (`service.wake = false`) and
switches off a key that has no default and is not required (`takes = false`), whoever has set it.
)";

template <class T>
inline constexpr bool is_named = false;
template <class T>
inline constexpr bool is_named<models::Named<T>> = true;

// How the values of a type are called in the table of forms.
std::string_view form_of(bool, const models::Parameter&) { return "`true`, `false`"; }
std::string_view form_of(const std::string&, const models::Parameter&) { return "text"; }
std::string_view form_of(double, const models::Parameter& parameter) {
  return parameter.unit == "share" ? "share" : "number";
}
std::string_view form_of(std::int64_t, const models::Parameter&) { return "whole number"; }
std::string_view form_of(const models::Amount&, const models::Parameter&) { return "money"; }
std::string_view form_of(const models::Duration&, const models::Parameter& parameter) {
  return parameter.open_time ? "open duration" : "duration";
}
std::string_view form_of(const models::DurationLaw&, const models::Parameter& parameter) {
  return parameter.open_time ? "law of open durations" : "law of durations";
}
std::string_view form_of(const models::AmountLaw&, const models::Parameter&) { return "law of money"; }
std::string_view form_of(const models::Rate&, const models::Parameter&) { return "rate"; }
std::string_view form_of(const models::ShareRate&, const models::Parameter&) { return "`\"20 % / y\"`"; }
std::string_view form_of(const models::Span&, const models::Parameter&) { return "span"; }
std::string_view form_of(const models::Shares&, const models::Parameter&) { return "share, or a list"; }
std::string_view form_of(const models::Date&, const models::Parameter&) { return "date"; }
std::string_view form_of(const std::vector<models::Date>&, const models::Parameter&) { return "list of dates"; }
std::string_view form_of(const models::Hours&, const models::Parameter&) { return "hours"; }
std::string_view form_of(const models::Days&, const models::Parameter&) { return "days"; }
std::string_view form_of(const models::Staff&, const models::Parameter&) { return "number, list or table"; }
std::string_view form_of(const std::vector<models::Duty>&, const models::Parameter&) { return "list"; }
std::string_view form_of(const models::Owns&, const models::Parameter&) { return "list of words"; }
std::string_view form_of(models::Assign, const models::Parameter&) { return "word"; }
std::string_view form_of(models::Base, const models::Parameter&) { return "word"; }
template <std::size_t N>
std::string_view form_of(const models::Profile<N>&, const models::Parameter&) {
  return N == 12 ? "12 numbers" : N == 7 ? "7 numbers" : "24 numbers";
}
template <class T>
std::string_view form_of(const std::optional<T>&, const models::Parameter& parameter) {
  return form_of(T{}, parameter);
}

std::string bound(double value, const models::Parameter& parameter) {
  if (parameter.unit == "share") return print_share(value);
  const bool whole = std::floor(value) == value && std::fabs(value) < 1e15;
  const std::string number = whole ? std::to_string(static_cast<std::int64_t>(value)) : print_number(value);
  return parameter.unit == "days" ? number + " d" : number;
}

/// What values are allowed.
std::string allowed(const models::Parameter& parameter) {
  const bool low = std::isfinite(parameter.low);
  const bool high = std::isfinite(parameter.high);
  const std::string least = low ? bound(parameter.low, parameter) : "";
  const std::string most = high ? bound(parameter.high, parameter) : "";
  if (parameter.above_low) return "above " + least + (high ? ", to " + most : "");
  if (low && high) return least + " … " + most;
  return low ? "from " + least : high ? "to " + most : "";
}

/// One table of the page: the keys under one heading. Tables inside are said with dots; what has names of its own gets
/// a heading of its own, behind.
class Section {
 public:
  Section(std::string path, std::string& page) : path_(std::move(path)), page_(page) {}

  template <Described T>
  void write(T object, std::string_view title) {
    page_ += "\n## " + std::string{title} + "\n\n";
    if (!path_.empty()) page_ += "`[" + path_ + "]`\n\n";
    page_ += "| key | form | default | allowed | meaning | moves |\n|---|---|---|---|---|---|\n";
    describe(object, *this);
    page_ += later_;
  }

  template <class T>
  void operator()(const models::Parameter& parameter, T& member) {
    const std::string key = prefix_ + std::string{parameter.key};
    if constexpr (is_named<T>) {
      using Item = typename decltype(member.items)::value_type::second_type;
      if constexpr (Described<Item>)
        named<Item>(key);
      else
        row(parameter, key + ".<name>", form_of(Item{}, parameter), "");
    } else if constexpr (Described<T>) {
      inside(key, member);
    } else if constexpr (requires {
                           typename T::value_type;
                           requires Described<typename T::value_type>;
                         }) {
      typename T::value_type present{};
      inside(key, present);
    } else {
      const Piece neutral = piece_of(member, parameter);
      const bool shown = !parameter.required && neutral.kind == Piece::Kind::value && inline_text(neutral) != "\"\"";
      row(parameter, key, form_of(member, parameter), shown ? "`" + inline_text(neutral) + "`" : "");
    }
  }

 private:
  void row(const models::Parameter& parameter, const std::string& key, std::string_view form,
           const std::string& neutral) {
    page_ += "| `" + key + "` | " + std::string{form} + " | " + (parameter.required ? "**required**" : neutral) +
             " | " + allowed(parameter) + " | " + std::string{parameter.meaning} + " | " +
             (parameter.moves.empty() ? "" : "`" + std::string{parameter.moves} + "`") + " |\n";
  }

  template <class T>
  void inside(const std::string& key, T& object) {
    const std::string outer = prefix_;
    prefix_ = key + ".";
    describe(object, *this);
    prefix_ = outer;
  }

  template <class Item>
  void named(const std::string& key) {
    const std::string_view kind = key == "segments" ? "segment" : key == "inbound" ? "channel" : "role";
    const std::string title = key == "segments" ? "Segments" : key == "inbound" ? "Channels" : "Roles";
    Section section{(path_.empty() ? "" : path_ + ".") + key + ".<" + std::string{kind} + ">", later_};
    section.write(Item{}, title);
  }

  std::string path_;
  std::string& page_;
  std::string prefix_;
  std::string later_;
};

}  // namespace

std::string reference_page() {
  std::string page{introduction};
  Section{"", page}.write(models::Scenario{}, "The whole");
  page +=
      "\n## Pipeline\n\n`pipeline.stages` lists the stages in the order in which leads take them; each has a table.\n";
  Section{"pipeline.<stage>", page}.write(models::Stage{}, "Stages");
  Section{"cold_call", page}.write(models::ColdCall{}, "Cold calls");
  Section{"service.order", page}.write(models::OrderService{}, "Orders of clients");
  Section{"service.contact", page}.write(models::ContactService{}, "Contacts");
  Section{"service.neglect", page}.write(models::Neglect{}, "Neglect");
  Section{"service.dormant", page}.write(models::Dormancy{}, "Falling asleep");
  Section{"service.wake", page}.write(models::Wake{}, "Waking");
  page +=
      "\nA department lays terms of its own over any of these, in `[departments.<department>.work.<stage>]` or "
      "`.work.cold_call`,\n`.work.order`, `.work.contact`, `.work.neglect`, `.work.dormant`, `.work.wake`.\n";
  Section{"departments.<department>", page}.write(models::Department{}, "Departments");
  return page;
}

}  // namespace scenarios
