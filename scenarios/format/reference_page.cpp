#include <array>

#include "scenarios/format/reference.hpp"

/// The page on the format of scenarios.
namespace scenarios {
namespace {

constexpr std::string_view introduction = R"page(# The scenario file

Written from the declarations in `models/scenario/`; a test fails when this page is stale. A scenario is a TOML file that
describes one company: its market (`segments`), the work that a sale takes (`cold_call`, `pipeline`, `service`) and any
number of departments that could do this work. What is left out is neutral: its mechanism is off.

## Values

| takes | examples |
|---|---|
| text, word, name | `"Roofing sheets"`, in quotes |
| share | `"18 %"` or `0.18` |
| shares | a share, or a list of them by talk whose last value repeats: `["10 %", "5 %"]` |
| money | a plain number in the scenario's `currency`, with two decimals at most |
| rate | `"900 / mo"`, `"30 / d"`, `"18 / h"` |
| share rate | `"20 % / y"` |
| duration | `"90 s"`, `"15 min"`, `"8 h"`, `"3 d"`, `"2 w"`, `"6 mo"`, `"2 y"`: clock and calendar time |
| open duration | the same, or only the calendar's open time: `"4 wh"` in hours, `"2 wd"` in days |
| span | a duration; whole months and years end at a calendar date |
| date | `2026-02-01`, without quotes |
| hours | `"always"`, `"09:00-18:00"`, or a list: `["09:00-13:00", "14:00-18:00"]` |
| days | `"always"`, `"mon-fri"`, `"mon-wed, sat"` |
| staff | `5`; twelve numbers from January; `{ 2026-03-01 = 5 }`; `{ hours = [24 numbers] }` |
| duties | `["meet", { activity = "qualify", segments = ["retail"], fallback = true, overflow = 20 }]` |

A month is 30.4375 d and a year 365.25 d, except where a calendar date is said.

**Distributions.** Where the tables say *or law*, a plain value is a constant, and each of these may stand instead:
`{ exponential = M }`, `{ lognormal = { mean = M, cv = 0.5 } }`, `{ gamma = { mean = M, cv = 0.5 } }`,
`{ erlang = { mean = M, k = 2 } }`, `{ weibull = { mean = M, shape = 1.5 } }`, `{ uniform = [A, B] }`,
`{ triangular = [A, M, B] }`, `{ empirical = [A, B, C] }`. Any of them may have an atom at zero:
`{ exponential = M, zero = "10 %" }`. All durations of one law count the same time.

**Beliefs.** Any single number or quantity, also a parameter of a law, may say what is known of it:
`{ value = "900 / mo", low = "600 / mo", high = "1200 / mo", source = "CRM 2025", basis = "measured" }`; `basis` is
`measured`, `guess` or `default`. The value counts in a run; the rest is for whoever judges the figures.

**Values by segment.** Any key of `cold_call`, of a stage and of `service` may vary:
`pass = { retail = "45 %", wholesale = "20 %" }`. Segments that are not named have the neutral default.

**Terms of a department.** `[departments.<department>.work.<stage>]`, and likewise `work.cold_call`, `work.contact` and so on,
lay terms over the scenario's, key by key and segment by segment.

**Names** of segments, channels, stages, departments and roles are small Latin letters, digits and `_`, a letter first. The
words of laws and beliefs are taken; so are `cold_call`, `order`, `contact`, `wake` and `reception` for stages.

**Paths** lead to every value: `segments.retail.inbound.web.rate`, `pipeline.meet.pass.retail`,
`segments.retail.order.lognormal.mean`, `departments.conveyor.roles.caller.staff.may`. `--set path=value` sets one.

**`extends = "base.toml"`** takes another file, named relative to this one, and lays this one over it: tables merge, lists
and values replace, and `departments.x = false` removes. `false` also removes a part of the work (`service.wake = false`) and
switches off a key that has no default and is not required (`takes = false`), whoever has set it. **`[role_defaults]`** is laid under every role of every department,
`[departments.<department>.role_defaults]` under those of one.

)page";

/// What the tables say that a form is.
std::string form_text(const ParameterEntry& entry) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 15> words{
      {{"truth", "true or false"},
       {"whole", "whole number"},
       {"share_rate", "share rate"},
       {"duration_law", "duration or law"},
       {"open_duration", "open duration"},
       {"open_duration_law", "open duration or law"},
       {"money_law", "money or law"},
       {"twelve", "12 numbers"},
       {"seven", "7 numbers"},
       {"twenty_four", "24 numbers"},
       {"words", "list of words"},
       {"names", "list of names"},
       {"dates", "list of dates"},
       {"periods", "periods"},
       {"requirements", "list of tables"}}};
  for (const auto& [form, text] : words)
    if (form == entry.form) return std::string{text};
  return entry.form;
}

std::string code(const std::string& text) { return text.empty() ? "" : "`" + text + "`"; }

std::string bounds(const ParameterEntry& entry) {
  std::string text;
  if (!entry.low.empty()) text = (entry.above_low ? "> " : "≥ ") + entry.low;
  if (!entry.high.empty()) text += (text.empty() ? "≤ " : ", ≤ ") + entry.high;
  return text;
}

/// The heading under which a parameter stands: its path up to the last name that is given, or up to the first table.
std::string heading(const std::string& path) {
  const std::size_t last = path.rfind(">.");
  if (last != std::string::npos) return path.substr(0, last + 1);
  const std::size_t dot = path.find('.');
  if (dot == std::string::npos) return {};
  const bool service = path.starts_with("service.");
  return path.substr(0, service ? path.find('.', dot + 1) : dot);
}

}  // namespace

std::string reference_page() {
  std::string page{introduction};
  std::string current = "none";
  for (const ParameterEntry& entry : all_parameters()) {
    const std::string place = heading(entry.path);
    const bool is_only_a_section = entry.form == "table" && entry.path == "calendar";
    if (is_only_a_section) continue;
    if (place != current) {
      current = place;
      page += "## " + (place.empty() ? "The scenario" : code("[" + place + "]")) + "\n\n";
      page += "| key | takes | default | bounds | meaning | mechanism | moves |\n|---|---|---|---|---|---|---|\n";
    }
    const std::string key = place.empty() ? entry.path : entry.path.substr(place.size() + 1);
    const std::string meaning = entry.meaning + (entry.source.empty() ? "" : " (" + entry.source + ")");
    page += "| " + code(key) + " | " + form_text(entry) + " | " + (entry.required ? "required" : code(entry.neutral)) +
            " | " + bounds(entry) + " | " + meaning + " | " + entry.mechanism + " | " + code(entry.moves) + " |\n";
  }
  return page;
}

}  // namespace scenarios
