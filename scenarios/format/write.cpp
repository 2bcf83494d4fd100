#include "scenarios/format/write.hpp"

#include "scenarios/format/fields.hpp"
#include "scenarios/format/parts.hpp"
#include "scenarios/format/pieces.hpp"

namespace scenarios {
namespace {

using models::Scenario;
using models::Stage;
using Beliefs = std::map<std::string, models::Belief>;
using Kind = Piece::Kind;

const Beliefs no_beliefs;

/// Whether anything is believed about a value or a parameter of its distribution.
bool is_believed(const Beliefs& beliefs, const std::string& path) {
  if (beliefs.contains(path)) return true;
  const auto below = beliefs.lower_bound(path + ".");
  return below != beliefs.end() && below->first.starts_with(path + ".");
}

/// The value with what is believed about it and about the parameters of its distribution.
Piece with_beliefs(Piece piece, const std::string& path, const Beliefs& beliefs) {
  if (piece.kind != Kind::value || !is_believed(beliefs, path)) return piece;
  // An atom at zero of no size is left out of a distribution, unless something is believed about it.
  if (beliefs.contains(path + ".zero") && piece.find("zero") == nullptr) piece.add("zero", Piece::of("\"0 %\""));
  for (auto& [key, inner] : piece.keys) inner = with_beliefs(std::move(inner), path + "." + key, beliefs);
  const auto found = beliefs.find(path);
  if (found == beliefs.end()) return piece;
  const models::Belief& belief = found->second;
  Piece whole = Piece::empty(Kind::value);
  whole.add("value", std::move(piece));
  if (belief.low) whole.add("low", Piece::of(literal(*belief.low)));
  if (belief.high) whole.add("high", Piece::of(literal(*belief.high)));
  if (!belief.source.empty()) whole.add("source", Piece::of(quoted(belief.source)));
  for (const auto& [word, basis] : basis_words)
    if (basis == belief.basis) whole.add("basis", Piece::of(quoted(word)));
  return whole;
}

std::string below(const std::string& path, std::string_view key) {
  return (path.empty() ? "" : path + ".") + std::string{key};
}

/// Turns the keys that a struct declares into pieces: all of them, the absent ones too, with their beliefs.
class PieceFields {
 public:
  PieceFields(std::string path, const Beliefs& beliefs) : path_(std::move(path)), beliefs_(beliefs) {}

  template <class T>
  void operator()(const models::Parameter& parameter, T& member) {
    const std::string path = below(path_, parameter.key);
    required_.push_back(parameter.required);
    piece_.add(parameter.key, piece(member, parameter, path));
  }

  const Piece& pieces() const { return piece_; }
  bool required(std::size_t key) const { return required_[key]; }

 private:
  template <class T>
  Piece piece(T& member, const models::Parameter& parameter, const std::string& path);

  std::string path_;
  const Beliefs& beliefs_;
  Piece piece_ = Piece::empty(Kind::table);
  std::vector<bool> required_;
};

template <Described T>
Piece all_of(T object, const std::string& path, const Beliefs& beliefs) {
  PieceFields fields{path, beliefs};
  describe(object, fields);
  return fields.pieces();
}

/// The keys of a struct that differ from their neutral defaults. The version of the format is always told.
template <Described T>
Piece keys_of(T object, const std::string& path, const Beliefs& beliefs, Kind kind) {
  PieceFields fields{path, beliefs};
  describe(object, fields);
  const Piece neutral = all_of(T{}, path, no_beliefs);
  Piece result = Piece::empty(kind);
  for (std::size_t i = 0; i < neutral.keys.size(); ++i) {
    const auto& [key, piece] = fields.pieces().keys[i];
    const bool optional = neutral.keys[i].second.kind == Kind::absent;
    const bool said = piece.is_leaf() || optional ? piece != neutral.keys[i].second : !piece.keys.empty();
    if (said || fields.required(i) || (path.empty() && key == "format")) result.add(key, piece);
  }
  return result;
}

template <class T>
Piece PieceFields::piece(T& member, const models::Parameter& parameter, const std::string& path) {
  const Kind kind = path_.empty() ? Kind::section : Kind::table;
  if constexpr (is_named<T>) {
    using Item = typename decltype(member.items)::value_type::second_type;
    Piece names = Piece::empty(Described<Item> ? Kind::section : Kind::table);
    for (auto& [name, item] : member.items) {
      if constexpr (Described<Item>)
        names.add(name, keys_of(item, below(path, name), beliefs_, Kind::section));
      else
        names.add(name, with_beliefs(piece_of(item, parameter), below(path, name), beliefs_));
    }
    return names;
  } else if constexpr (Described<T>) {
    return keys_of(member, path, beliefs_, kind);
  } else {
    if constexpr (is_optional<T>)
      if constexpr (Described<typename T::value_type>)
        return member ? keys_of(*member, path, beliefs_, kind) : Piece{};
      else
        return with_beliefs(piece_of(member, parameter), path, beliefs_);
    else
      return with_beliefs(piece_of(member, parameter), path, beliefs_);
  }
}

/// Writes stages and parts of the work: the scenario's own, or the terms of a department.
class WorkWriter {
 public:
  explicit WorkWriter(const Scenario& scenario) : beliefs_(scenario.beliefs) {
    for (const auto& [name, segment] : scenario.segments.items) segments_.push_back(name);
  }

  /// What of a stage or part, one per segment, differs from `others`; all that it must have if there are none.
  template <class Item>
  Piece terms(const std::vector<Item>& items, const std::vector<Item>& others, const std::string& path) const {
    Piece result = Piece::empty(Kind::section);
    const std::vector<Item> neutral(items.size());
    result.keys = differences(pieces(items), pieces(others.empty() ? neutral : others), path).keys;
    if (!others.empty() || items.empty()) return result;
    PieceFields fields{path, beliefs_};
    Item first = items.front();
    describe(first, fields);
    for (std::size_t i = 0; i < fields.pieces().keys.size(); ++i) {
      const auto& [key, piece] = fields.pieces().keys[i];
      if (fields.required(i) && result.find(key) == nullptr && piece.kind != Kind::absent) result.add(key, piece);
    }
    return result;
  }

 private:
  using Pieces = std::vector<Piece>;

  template <class Item>
  static Pieces pieces(const std::vector<Item>& items) {
    Pieces result;
    for (const Item& item : items) result.push_back(all_keys(item));
    return result;
  }

  /// All keys of a stage or part and of the tables in it, the absent ones too.
  template <Described T>
  static Piece all_keys(const T& object) {
    AllKeys fields;
    T copy = object;
    describe(copy, fields);
    return std::move(fields.piece);
  }

  struct AllKeys {
    template <class T>
    void operator()(const models::Parameter& parameter, T& member) {
      if constexpr (is_optional<T>) {
        if constexpr (Described<typename T::value_type>)
          piece.add(parameter.key, all_keys(member.value_or(typename T::value_type{})));
        else
          piece.add(parameter.key, piece_of(member, parameter));
      } else {
        piece.add(parameter.key, piece_of(member, parameter));
      }
    }
    Piece piece = Piece::empty(Kind::table);
  };

  Piece differences(const Pieces& pieces, const Pieces& others, const std::string& path) const {
    Piece result = Piece::empty(Kind::table);
    for (std::size_t k = 0; !pieces.empty() && k < pieces.front().keys.size(); ++k) {
      const std::string& key = pieces.front().keys[k].first;
      const auto values = [&](const Pieces& from) {
        Pieces column;
        for (const Piece& piece : from) column.push_back(piece.keys[k].second);
        return column;
      };
      const bool leaf = pieces.front().keys[k].second.is_leaf();
      Piece piece = leaf ? varied(values(pieces), values(others), path + "." + key)
                         : differences(values(pieces), values(others), path + "." + key);
      if (piece.kind != Kind::absent && (leaf || !piece.keys.empty())) result.add(key, std::move(piece));
    }
    return result;
  }

  /// A value that is to be told; where the scenario has one and a department has none, that is `false`.
  static Piece said(const Piece& value) { return value.kind == Kind::absent ? Piece::of("false") : value; }

  /// One value for all segments, or a table of those in which it differs.
  Piece varied(const Pieces& values, const Pieces& others, const std::string& path) const {
    bool same = true;
    for (std::size_t g = 0; g < segments_.size(); ++g)
      same = same && values[g] == values.front() && !is_believed(beliefs_, path + "." + segments_[g]);
    if (same)
      return values == others && !is_believed(beliefs_, path) ? Piece{}
                                                              : with_beliefs(said(values.front()), path, beliefs_);
    Piece table = Piece::empty(Kind::table);
    for (std::size_t g = 0; g < segments_.size(); ++g) {
      const std::string own = path + "." + segments_[g];
      if (values[g] != others[g] || is_believed(beliefs_, own))
        table.add(segments_[g], with_beliefs(said(values[g]), own, beliefs_));
    }
    return table.keys.empty() ? Piece{} : table;
  }

  const Beliefs& beliefs_;
  std::vector<std::string> segments_;
};

Piece pipeline_piece(const Scenario& scenario, const WorkWriter& writer) {
  Piece pipeline = Piece::empty(Kind::section);
  std::string names;
  for (const std::string& name : scenario.work.stages) names += (names.empty() ? "" : ", ") + quoted(name);
  pipeline.add("stages", Piece::of("[" + names + "]"));
  for (std::size_t s = 0; s < scenario.work.stages.size(); ++s)
    pipeline.add(scenario.work.stages[s],
                 writer.terms(scenario.work.pipeline[s], {}, "pipeline." + scenario.work.stages[s]));
  return pipeline;
}

Piece service_piece(const Scenario& scenario, const WorkWriter& writer) {
  Piece service = Piece::empty(Kind::section);
  visit_parts(
      [&](std::string_view name, const auto& part) {
        if (is_one_of(name, service_parts) && !part.empty())
          service.add(name, writer.terms(part, {}, below("service", name)));
      },
      scenario.work);
  return service;
}

/// The terms of a department that differ from the scenario's.
Piece work_piece(const Scenario& scenario, const models::Work& work, const WorkWriter& writer,
                 const std::string& path) {
  Piece terms = Piece::empty(Kind::section);
  for (std::size_t s = 0; s < scenario.work.stages.size(); ++s) {
    const std::string& stage = scenario.work.stages[s];
    Piece piece = writer.terms(work.pipeline[s], scenario.work.pipeline[s], below(path, stage));
    if (!piece.keys.empty()) terms.add(stage, std::move(piece));
  }
  visit_parts(
      [&](std::string_view name, const auto& part, const auto& common) {
        if (part.empty()) return;
        Piece piece = writer.terms(part, common, below(path, name));
        if (!piece.keys.empty() || common.empty()) terms.add(name, std::move(piece));
      },
      work, scenario.work);
  return terms;
}

Piece departments_piece(const Scenario& scenario, const WorkWriter& writer) {
  Piece departments = Piece::empty(Kind::section);
  for (const auto& [name, department] : scenario.departments.items) {
    const std::string path = "departments." + name;
    Piece piece = keys_of(department, path, scenario.beliefs, Kind::section);
    Piece work = work_piece(scenario, department.work, writer, path + ".work");
    if (!work.keys.empty()) piece.add("work", std::move(work));
    departments.add(name, std::move(piece));
  }
  return departments;
}

}  // namespace

Piece canonical(const Scenario& scenario) {
  const WorkWriter writer{scenario};
  Piece document = keys_of(scenario, "", scenario.beliefs, Kind::section);
  if (!scenario.work.cold_call.empty())
    document.add("cold_call", writer.terms(scenario.work.cold_call, {}, "cold_call"));
  document.add("pipeline", pipeline_piece(scenario, writer));
  if (Piece service = service_piece(scenario, writer); !service.keys.empty())
    document.add("service", std::move(service));
  document.add("departments", departments_piece(scenario, writer));
  return document;
}

std::string write(const Scenario& scenario) { return section_text(canonical(scenario), ""); }

std::string write(const Loaded& loaded) {
  std::string text = write(loaded.scenario);
  if (!loaded.plan) return text;
  Piece document = Piece::empty(Kind::section);
  document.add("plan", plan_piece(*loaded.plan));
  return text + section_text(document, "");
}

std::string hash(const Scenario& scenario) { return hash_of_text(write(scenario)); }

std::string hash_of_text(std::string_view text) {
  constexpr std::uint64_t offset_basis = 0xcbf29ce484222325U;
  constexpr std::uint64_t prime = 0x100000001b3U;
  std::uint64_t hash = offset_basis;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string written;
  for (int shift = 60; shift >= 0; shift -= 4) written += digits[hash >> static_cast<unsigned>(shift) & 15U];
  return written;
}

}  // namespace scenarios
