#include "app/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <mutex>

#include "app/interrupts.hpp"
#include "app/messages/run.hpp"
#include "app/messages/studies.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "app/refused.hpp"
#include "app/store/study_store.hpp"
#include "app/study_runner.hpp"
#include "sim/draws.hpp"
#include "sim/on_threads.hpp"

namespace app {
namespace {

/// Stored blocks of a database, those of a sample, computed again on threads.
class Verification {
 public:
  Verification(StudyStore& store, StudyRunner& runner, const VerifyOptions& options)
      : store_(store), runner_(runner), options_(options), stored_(store.done()) {}

  void run(const std::stop_token& stop, Progress* progress) {
    sim::on_threads(threads_of(options_), stop,
                    [&](unsigned, std::stop_source& halt) { return step(halt.get_token(), progress); });
    std::sort(differing_.begin(), differing_.end());
  }

  std::uint64_t stored() const { return stored_; }
  std::uint64_t compared() const { return compared_; }
  /// Point and block of those that differ, in order.
  const std::vector<std::pair<std::uint64_t, std::uint32_t>>& differing() const { return differing_; }

 private:
  /// Whether a stored block is one of the sample: by a draw of its own, the first one always.
  bool sampled(std::uint64_t unit) const {
    if (options_.sample >= 1) return true;
    const sim::Draws draws(options_.seed, static_cast<std::uint32_t>(unit >> 32U));
    return draws.uniform(sim::word("study/verify"), static_cast<std::uint32_t>(unit)) < options_.sample;
  }

  std::optional<Block> claim() {
    const std::scoped_lock lock(access_);
    const std::uint64_t of_point = store_.head().blocks_of_point();
    while (next_ < store_.head().blocks()) {
      const std::uint64_t unit = next_++;
      const std::uint64_t point = unit / of_point;
      const auto number = static_cast<std::uint32_t>(unit % of_point);
      if (claimed_ > 0 && !sampled(unit)) continue;
      if (!store_.has(point, number)) continue;
      ++claimed_;
      return store_.read(point, number);
    }
    return std::nullopt;
  }

  /// The next block; false where none is left or it was stopped.
  bool step(const std::stop_token& stop, Progress* progress) {
    const std::optional<Block> stored = claim();
    if (!stored) return false;
    const auto again = runner_.compute(stored->point, stored->number, stop, access_);
    if (!again) return false;
    const std::scoped_lock lock(access_);
    ++compared_;
    if (!same(*stored, *again)) differing_.emplace_back(stored->point, stored->number);
    const double expected = static_cast<double>(stored_) * std::min(options_.sample, 1.0);
    if (progress != nullptr)
      progress->show(compared_ * store_.head().block,
                     std::max(compared_, static_cast<std::uint64_t>(expected)) * store_.head().block);
    return true;
  }

  StudyStore& store_;
  StudyRunner& runner_;
  const VerifyOptions& options_;
  std::mutex access_;  ///< to the store and all that follows
  std::uint64_t next_ = 0;
  std::uint64_t claimed_ = 0;
  std::uint64_t stored_;
  std::uint64_t compared_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> differing_;
};

}  // namespace

ExitCode verify(const VerifyOptions& options) {
  const std::string& path = options.files.front();
  StudyStore store(path, Database::Access::read);
  if (store.head().version != SALESIM_VERSION)
    throw Refused({say(options.language, words::other_version, path, store.head().version, SALESIM_VERSION)});
  store.check();
  StudyRunner runner(store);
  const Interrupts interrupts;
  Verification verification(store, runner, options);
  {
    std::optional<Progress> progress;
    if (!options.quiet && errors_on_terminal())
      progress.emplace(options.language, [](const std::string& text) { fmt::print(stderr, "{}", text); });
    verification.run(interrupts.token(), progress ? &*progress : nullptr);
  }
  const auto number = [&](std::uint64_t value) { return grouped(value, options.language); };
  if (interrupts.requested()) {
    fmt::print(stderr, "salesim: {}\n",
               say(options.language, words::interrupted, number(verification.compared() * store.head().block),
                   number(verification.stored() * store.head().block)));
    return ExitCode::interrupted;
  }
  Output output("");
  const std::uint32_t size = store.head().block;
  for (const auto& [point, block] : verification.differing())
    output.write(say(options.language, words::differs, point, block * size, (block + 1) * size - 1) + "\n");
  const bool good = verification.differing().empty();
  output.write(say(options.language, good ? words::verified : words::some_differ, path,
                   number(good ? verification.compared() : verification.differing().size()),
                   number(good ? verification.stored() : verification.compared())) +
               "\n");
  output.finish();
  return good ? ExitCode::done : ExitCode::failed;
}

}  // namespace app
