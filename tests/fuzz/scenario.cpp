#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/promise.hpp"

/// Fuzz target: any bytes as a scenario file. What is accepted is written, read again, and made ready to run.
/// Sanitizers and the limits of time and memory of the fuzzer see the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const promise::Outcome outcome = promise::of({reinterpret_cast<const char*>(data), size});
  std::string broken = outcome.broken;
  if (broken.empty() && outcome.valid) broken = promise::made_ready(outcome.scenario);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}
