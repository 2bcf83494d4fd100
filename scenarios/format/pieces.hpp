#pragma once

#include <string>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/piece.hpp"

/// Writing of single values: from the type of the scenario to a piece of TOML. The counterpart of values.hpp.
namespace scenarios {

Piece piece_of(bool value, const models::Parameter& parameter);
Piece piece_of(const std::string& value, const models::Parameter& parameter);
Piece piece_of(double value, const models::Parameter& parameter);
Piece piece_of(std::int64_t value, const models::Parameter& parameter);
Piece piece_of(const models::Amount& value, const models::Parameter& parameter);
Piece piece_of(const models::Duration& value, const models::Parameter& parameter);
Piece piece_of(const models::Rate& value, const models::Parameter& parameter);
Piece piece_of(const models::Span& value, const models::Parameter& parameter);
Piece piece_of(const models::Shares& value, const models::Parameter& parameter);
Piece piece_of(const models::ShareRate& value, const models::Parameter& parameter);
Piece piece_of(const models::DurationLaw& value, const models::Parameter& parameter);
Piece piece_of(const models::AmountLaw& value, const models::Parameter& parameter);
Piece piece_of(const models::Date& value, const models::Parameter& parameter);
Piece piece_of(const std::vector<models::Date>& value, const models::Parameter& parameter);
Piece piece_of(const models::Hours& value, const models::Parameter& parameter);
Piece piece_of(const models::Days& value, const models::Parameter& parameter);
Piece piece_of(const std::vector<std::string>& value, const models::Parameter& parameter);
Piece piece_of(const models::Staff& value, const models::Parameter& parameter);
Piece piece_of(const std::vector<models::Duty>& value, const models::Parameter& parameter);
Piece piece_of(const models::Owns& value, const models::Parameter& parameter);
Piece piece_of(models::Assign value, const models::Parameter& parameter);
Piece piece_of(models::Base value, const models::Parameter& parameter);
Piece weights_piece(const std::vector<double>& weights, const models::Parameter& parameter);

template <std::size_t N>
Piece piece_of(const models::Profile<N>& value, const models::Parameter& parameter) {
  return weights_piece(value.weights, parameter);
}

template <class T>
Piece piece_of(const std::optional<T>& value, const models::Parameter& parameter) {
  return value ? piece_of(*value, parameter) : Piece{};
}

}  // namespace scenarios
