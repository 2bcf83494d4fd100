#pragma once

#include <string>

#include "app/output/traced.hpp"

/// What a happening is called in tables for other programs: words of the contract, the same in every language.
namespace app {

std::string what_word(const models::Happening& happening);
/// What the work is for: `lead`, `order`, `contact` or `handover`; a call is `call`. Empty where it is about no work.
std::string work_word(const models::DepartmentPlan& plan, const models::Happening& happening);
/// Name of the stage or activity; may be empty.
std::string activity_word(const models::DepartmentPlan& plan, const models::Happening& happening);
/// A cause, an outcome, a reason, another person; may be empty.
std::string detail_word(const Traced& traced, const models::Happening& happening);
/// What its amount is.
bool holds_money(const models::Happening& happening);
bool holds_moment(const models::Happening& happening);

}  // namespace app
