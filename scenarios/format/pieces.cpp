#include "scenarios/format/pieces.hpp"

#include "scenarios/format/quantity.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

namespace scenarios {
namespace {

using models::Amount;
using models::Duration;
using models::Parameter;
using sim::Distribution;

/// `[a, b, c]` of any things that `text` puts into words.
template <class Items, class Text>
Piece list_piece(const Items& items, const Text& text) {
  std::string joined;
  for (const auto& item : items) joined += (joined.empty() ? "" : ", ") + text(item);
  return Piece::of("[" + joined + "]");
}

template <class T>
Piece scalar(const T& value, const Parameter& parameter) {
  return Piece::of(literal(printed(value, parameter)));
}

/// A law whose parameters in its own unit `value` puts into words.
template <class Value>
Piece law_piece(const Distribution& law, const Value& value) {
  using Kind = Distribution::Kind;
  Piece piece = Piece::empty(Piece::Kind::value);
  const auto mean_and = [&](std::string_view kind, std::string_view second) {
    Piece inner = Piece::empty(Piece::Kind::value);
    inner.add("mean", Piece::of(value(law.first)));
    inner.add(second, Piece::of(print_number(law.second)));
    piece.add(kind, std::move(inner));
  };
  switch (law.kind) {
    case Kind::constant:
      return Piece::of(value(law.first));
    case Kind::exponential:
      piece.add("exponential", Piece::of(value(law.first)));
      break;
    case Kind::lognormal:
      mean_and("lognormal", "cv");
      break;
    case Kind::gamma:
      mean_and("gamma", "cv");
      break;
    case Kind::erlang:
      mean_and("erlang", "k");
      break;
    case Kind::weibull:
      mean_and("weibull", "shape");
      break;
    case Kind::uniform:
      piece.add("uniform", list_piece(std::array{law.first, law.second}, value));
      break;
    case Kind::triangular:
      piece.add("triangular", list_piece(std::array{law.first, law.second, law.third}, value));
      break;
    case Kind::empirical:
      piece.add("empirical", list_piece(law.values, value));
      break;
  }
  if (law.zero != 0) piece.add("zero", Piece::of(literal(print_share(law.zero))));
  return piece;
}

std::string duty_text(const models::Duty& duty) {
  if (duty.segments.empty() && !duty.fallback && !duty.overflow) return quoted(duty.activity);
  Piece piece = Piece::empty(Piece::Kind::value);
  piece.add("activity", Piece::of(quoted(duty.activity)));
  if (!duty.segments.empty()) piece.add("segments", list_piece(duty.segments, quoted));
  if (duty.fallback) piece.add("fallback", Piece::of("true"));
  if (duty.overflow) piece.add("overflow", Piece::of(std::to_string(*duty.overflow)));
  return inline_text(piece);
}

}  // namespace

Piece piece_of(bool value, const Parameter&) { return Piece::of(value ? "true" : "false"); }
Piece piece_of(const std::string& value, const Parameter&) { return Piece::of(quoted(value)); }
Piece piece_of(double value, const Parameter& parameter) { return scalar(value, parameter); }
Piece piece_of(std::int64_t value, const Parameter& parameter) { return scalar(value, parameter); }
Piece piece_of(const Amount& value, const Parameter& parameter) { return scalar(value, parameter); }
Piece piece_of(const Duration& value, const Parameter& parameter) { return scalar(value, parameter); }
Piece piece_of(const models::Rate& value, const Parameter& parameter) { return scalar(value, parameter); }
Piece piece_of(const models::Span& value, const Parameter& parameter) { return scalar(value, parameter); }

Piece piece_of(const models::ShareRate& value, const Parameter& parameter) { return scalar(value, parameter); }

Piece piece_of(const models::Shares& value, const Parameter& parameter) {
  if (value.values.size() == 1) return scalar(value, parameter);
  return list_piece(value.values, [](double share) { return literal(print_share(share)); });
}

Piece piece_of(const models::DurationLaw& value, const Parameter&) {
  return law_piece(value.law, [&](double length) {
    return quoted(print_duration({static_cast<sim::Time>(length), value.clock}));
  });
}

Piece piece_of(const models::AmountLaw& value, const Parameter&) { return law_piece(value.law, print_amount); }

Piece piece_of(const models::Date& value, const Parameter&) { return Piece::of(print_date(value)); }
Piece piece_of(const std::vector<models::Date>& value, const Parameter&) { return list_piece(value, print_date); }

Piece piece_of(const models::Hours& value, const Parameter&) {
  if (value == models::Hours{}) return Piece::of("\"always\"");
  const auto text = [](const models::OpenPart& part) { return quoted(print_part(part)); };
  return value.parts.size() == 1 ? Piece::of(text(value.parts.front())) : list_piece(value.parts, text);
}

Piece piece_of(const models::Days& value, const Parameter&) {
  if (value == models::Days{}) return Piece::of("\"always\"");
  std::string text;
  for (std::size_t first = 0; first < 7;) {
    std::size_t end = first;
    while (end < 7 && value.open[end]) ++end;
    if (end > first) text += (text.empty() ? "" : ", ") + std::string{weekdays[first]};
    if (end > first + 1) text += "-" + std::string{weekdays[end - 1]};
    first = end + 1;
  }
  return Piece::of(quoted(text));
}

Piece piece_of(const models::Staff& value, const Parameter&) {
  using Kind = models::Staff::Kind;
  const auto number = [](std::int64_t count) { return std::to_string(count); };
  Piece piece = Piece::empty(Piece::Kind::value);
  switch (value.kind) {
    case Kind::constant:
      return Piece::of(number(value.counts.front()));
    case Kind::months:
      return list_piece(value.counts, number);
    case Kind::hours:
      piece.add("hours", list_piece(value.counts, number));
      break;
    case Kind::dates:
      for (std::size_t i = 0; i < value.dates.size(); ++i)
        piece.add(print_date(value.dates[i]), Piece::of(number(value.counts[i])));
      break;
  }
  return piece;
}

Piece piece_of(const std::vector<models::Duty>& value, const Parameter&) { return list_piece(value, duty_text); }

Piece piece_of(const std::vector<std::string>& value, const Parameter&) {
  return value.empty() ? Piece{} : list_piece(value, quoted);
}

Piece piece_of(const models::Owns& value, const Parameter&) {
  std::vector<std::string> words;
  if (value.leads) words.emplace_back("leads");
  if (value.clients) words.emplace_back("clients");
  return list_piece(words, quoted);
}

Piece piece_of(models::Assign value, const Parameter&) {
  for (const auto& [word, meaning] : assign_words)
    if (meaning == value) return Piece::of(quoted(word));
  return {};
}

Piece piece_of(models::Base value, const Parameter&) {
  for (const auto& [word, meaning] : base_words)
    if (meaning == value) return Piece::of(quoted(word));
  return {};
}

Piece weights_piece(const std::vector<double>& weights, const Parameter&) {
  return weights.empty() ? Piece{} : list_piece(weights, print_number);
}

}  // namespace scenarios
