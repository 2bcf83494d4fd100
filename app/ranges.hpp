#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/result/answers.hpp"
#include "analysis/sensitivity/factor.hpp"
#include "app/scenario_factory.hpp"
#include "app/subject.hpp"

namespace app {

/// A number that a procedure varies: for the procedure, for the factory, and for people.
struct VariedFactor {
  analysis::Factor factor;  ///< its name is the path; its base is not a number where the scenario does not say it
  Binding binding;

  /// As the document tells it.
  analysis::result::FactorResult told() const;
};

/// A text without the blanks around it.
std::string trimmed(const std::string& text);

/// Whether a value at this path may matter to a department: it is not another department's own.
bool concerns(const Case& one, const std::string& path);
/// Whether it is a value of a department that is there but not among the subject's.
bool concerns_others(const Subject& subject, const std::string& path);

/// Reads `path=low..high`, given to `option`, or, of a value whose ends the scenario states, `path`. Everything that is
/// wrong goes to `complaints`, a sentence each: the form, a path that does not exist (with the nearest one), ends that
/// the parameter does not take, a low end that is not below the high one. Nothing is returned then.
std::optional<VariedFactor> read_range(const std::string& option, const std::string& text, const Subject& subject,
                                       Language language, std::vector<std::string>& complaints);

/// The same for several; a path that is given twice is wrong.
std::vector<VariedFactor> read_ranges(const std::string& option, const std::vector<std::string>& texts,
                                      const Subject& subject, Language language, std::vector<std::string>& complaints);

/// The beliefs of the first file between their ends, those of departments aside that are not asked about. A belief of
/// `role_defaults` is one factor for all roles. With a path only the one that is there.
std::vector<VariedFactor> believed_factors(const Subject& subject, const std::string& path = "");

/// Of which number all values at the binding's path must be multiples, 0 for none: found out by asking each of these for
/// a number between `low` and `high` that lies between any.
double grain_of(std::span<const scenarios::Variants> variants, const Binding& binding, double low, double high);

/// Their parts, in their order.
std::vector<analysis::Factor> factors_of(std::span<const VariedFactor> varied);
std::vector<Binding> bindings_of(std::span<const VariedFactor> varied);
std::vector<analysis::result::FactorResult> told(std::span<const VariedFactor> varied);

}  // namespace app
