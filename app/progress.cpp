#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

#include "app/messages/run.hpp"
#include "app/output/number.hpp"

namespace app {
std::string clock_text(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
  const std::int64_t hours = whole / 3600;
  const std::string rest = fmt::format("{:02}:{:02}", whole / 60 % 60, whole % 60);
  return hours > 0 ? fmt::format("{}:{}", hours, rest) : rest;
}

Progress::Progress(Language language, Write write)
    : language_(language), write_(std::move(write)), begin_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
  if (shown_) write_("\r\x1b[K");
}

void Progress::show(std::uint64_t done, std::uint64_t wanted) {
  shown_ = true;
  write_("\r" + (doing_.empty() ? doing_ : doing_ + ": ") +
         progress_text(done, wanted, std::chrono::steady_clock::now() - begin_, language_) + "\x1b[K");
}

void Progress::now(std::string doing) { doing_ = std::move(doing); }

std::string progress_text(std::uint64_t done, std::uint64_t wanted, std::chrono::duration<double> elapsed,
                          Language language) {
  const std::string so_far = grouped(done, language);
  if (wanted == 0) return say(language, words::progress_open, so_far);
  const std::string all = grouped(wanted, language);
  if (done == 0 || wanted < done) return say(language, words::progress, so_far, all);
  const double left = elapsed.count() / static_cast<double>(done) * static_cast<double>(wanted - done);
  return say(language, words::progress_left, so_far, all, clock_text(left));
}

unsigned threads_of(const ModelOptions& options) {
  if (options.threads > 0) return options.threads;
  return std::clamp(std::thread::hardware_concurrency(), 1U, static_cast<unsigned>(most_threads));
}

bool errors_on_terminal() { return isatty(STDERR_FILENO) == 1; }

}  // namespace app
