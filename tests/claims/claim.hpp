#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

/// What the texts say of departments and mechanisms, and whether it is so in the shipped scenarios.
namespace claims {

/// The claimed ordering or size is tested on an interval of this confidence, for each claim by itself.
inline constexpr double confidence = 0.99;

/// One seed for all: claims of one file share their runs.
inline constexpr std::uint64_t seed = 20;

/// Whether a claim is so, as far as the replications can say.
enum class Outcome {
  holds,      ///< the interval lies wholly on the claimed side
  fails,      ///< wholly on the other
  undecided,  ///< on both
};

/// One of the two numbers that a claim compares: a measure of a department.
struct Side {
  std::string department;
  std::string measure;
  std::vector<std::string> sets = {};     ///< `path=value`, beside those of the claim
  std::optional<std::size_t> month = {};  ///< counted from 0; without it the whole period
  std::string told = {};                  ///< printed instead of `sets`
};

/// What is claimed of a and b: least · b <= a <= most · b.
struct Size {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};
inline constexpr Size more{1, std::numeric_limits<double>::infinity()};
inline constexpr Size less{-std::numeric_limits<double>::infinity(), 1};

/// A value of a parameter at which a claim that fails, or is not decided, would turn.
struct BreakEven {
  std::vector<std::string> paths;  ///< all set to one value, for both sides
  std::string at;                  ///< here the interval holds zero; empty if no value does it
  std::string beyond;       ///< here the claim holds; or, if no value does it, the end of the range or a value beyond
  std::string unit = {};    ///< printed after the value, e.g. "a month"
  std::string belief = {};  ///< path of what is believed, where that of the first path is not written there
};

/// A claim, where it is tested, and what came out.
struct Claim {
  std::string of;    ///< departments and mechanisms it is about, e.g. "D5, M24"
  std::string says;  ///< the claim, in our words
  std::string file;  ///< in scenarios/
  Side a;
  Side b;  ///< without a department: the number `constant`
  Size size = more;
  Outcome outcome = Outcome::undecided;  ///< recorded
  std::string why = {};                  ///< what the scenario says of the reason
  std::optional<BreakEven> turns = {};
  double constant = 0;
  std::vector<std::string> sets = {};  ///< `path=value` for both sides
  std::uint32_t replications = 50;
};

/// Claims about departments, and about mechanisms.
std::vector<Claim> of_departments();
std::vector<Claim> of_mechanisms();

/// What a run finds.
struct Finding {
  std::string unit;
  double a = 0;          ///< estimate of the one side
  double b = 0;          ///< and of the other
  double gap = 0;        ///< a − least · b, or most · b − a, whichever is smaller: positive as claimed
  double low = 0;        ///< interval of `gap`
  double high = 0;       ///< its other end
  bool of_most = false;  ///< whether `gap` is the distance to the upper bound
  Outcome outcome = Outcome::undecided;  ///< of both bounds together
  bool skewed = false;                   ///< too skewed for the interval to be trusted fully
};

/// Runs what is not yet run and compares the two sides, replication by replication.
/// `more_sets` come after the claim's own.
Finding judge(const Claim& claim, const std::vector<std::string>& more_sets = {});

/// `path=value` for each path of a break-even.
std::vector<std::string> sets_of(const BreakEven& turns, const std::string& value);

/// What is believed of a figure: the ends of its range as the file has them; empty if it has none.
struct Range {
  std::string low;
  std::string high;
};
Range believed(const std::string& file, const std::string& path);
Range believed(const std::string& file, const BreakEven& turns);

/// Whether a value lies outside of a range in the same unit.
bool is_outside(const std::string& value, const Range& range);

/// The page on claims, as it should be.
std::string page();

}  // namespace claims
