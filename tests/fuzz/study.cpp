#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "scenarios/format/study.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

/// Reading a study ends: with one that is written and read again as the same, or with problems that all have their code
/// and their number of arguments. The broken promise as a sentence; empty if all were kept.
std::string broken_by(const std::string& text) {
  std::string written;
  try {
    const scenarios::Study study = scenarios::read_study_text(text, "x.toml");
    written = scenarios::study_text(study);
    const scenarios::Study again = scenarios::read_study_text(written, "y.toml");
    if (scenarios::study_text(again) != written) return "what was read back is written otherwise:\n" + written;
  } catch (const sim::InputError& error) {
    if (!written.empty()) return "what was written is refused (" + error.problems().front().code + "):\n" + written;
    return promise::wrong_with(error.problems());
  }
  return "";
}

}  // namespace

/// Fuzz target: any bytes as a study file. Sanitizers and the limits of time and memory of the fuzzer see the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string broken = broken_by({reinterpret_cast<const char*>(data), size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}
