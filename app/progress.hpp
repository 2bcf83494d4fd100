#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "app/options.hpp"

namespace app {

/// One line that says how far a run is and how long it will still take, written over and over. Wipes itself out at the
/// end.
class Progress {
 public:
  using Write = std::function<void(const std::string&)>;

  Progress(Language language, Write write);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t done, std::uint64_t wanted);
  /// What is done at present is said in front of how far it is.
  void now(std::string doing);

 private:
  Language language_;
  Write write_;
  std::chrono::steady_clock::time_point begin_;
  std::string doing_;
  bool shown_ = false;
};

/// The line itself. `elapsed` since nothing was done; while too little is done to tell, nothing is said of what is
/// left; `wanted` is 0 where nobody can know it.
std::string progress_text(std::uint64_t done, std::uint64_t wanted, std::chrono::duration<double> elapsed,
                          Language language);

/// A length of time, rounded up to seconds: `1:02:03` or `02:03`.
std::string clock_text(double seconds);

/// Threads that the options ask for.
unsigned threads_of(const ModelOptions& options);

/// Whether standard error is a terminal.
bool errors_on_terminal();

}  // namespace app
