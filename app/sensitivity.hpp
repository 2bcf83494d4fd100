#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

/// How factors are varied.
enum class SensitivityMethod : std::uint8_t { tornado, morris, sobol, regression };

inline constexpr std::uint32_t most_points = 65'536;

/// What a method does unless it is told otherwise.
struct SensitivityDefaults {
  std::uint32_t points = 0;  ///< trajectories or rows
  std::uint32_t replications = 0;
};

/// By method.
inline constexpr SensitivityDefaults sensitivity_defaults[] = {{0, 30}, {20, 5}, {128, 10}, {256, 2}};

struct SensitivityOptions : AnalysisOptions {
  SensitivityMethod method = SensitivityMethod::tornado;
  std::string against;                                 ///< name of a department; empty: the measure itself
  std::vector<std::string> ranges;                     ///< `path=low..high` or `path`; none: all beliefs
  std::optional<std::uint32_t> points = std::nullopt;  ///< nothing: the method's own number
};

/// Says which assumptions a department's measure, or its difference to another's, hangs on.
ExitCode sensitivity(const SensitivityOptions& options);

}  // namespace app
