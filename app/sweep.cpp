#include "app/sweep.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <mutex>

#include "app/interrupts.hpp"
#include "app/messages/studies.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "app/refused.hpp"
#include "app/store/study_store.hpp"
#include "app/study_estimate.hpp"
#include "app/study_runner.hpp"
#include "app/study_source.hpp"
#include "sim/on_threads.hpp"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

// Blocks that take next to no time are stored together: those that took less than this, and that were done within as
// much after others were stored. So what a kill loses beside the blocks in hand is the work of a moment.
constexpr std::chrono::milliseconds moment{50};
constexpr std::size_t most_waiting = 1000;

std::string text_of(const Shard& shard) { return fmt::format("{}/{}", shard.number, shard.of); }

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()} : std::string{};
}

/// Where results go: as said, or by the study's name.
std::string database_of(const SweepOptions& options, const StudySource& source) {
  if (!options.output.empty()) return options.output;
  if (options.shard.of == 1) return source.default_database();
  const std::filesystem::path path(source.default_database());
  return fmt::format("{}-{}-of-{}.db", path.stem().string(), options.shard.number, options.shard.of);
}

/// What keeps a database from taking the blocks of this study.
void refuse_other(const StudyHead& there, const StudySource& source, const std::string& path,
                  const SweepOptions& options) {
  const StudyHead& wanted = source.head();
  const auto refuse = [&](const auto& phrase, const auto&... arguments) {
    throw Refused({say(options.language, phrase, arguments...)});
  };
  if (there.version != wanted.version) refuse(words::other_version, path, there.version, wanted.version);
  if (there.identity != wanted.identity) refuse(words::other_study, path);
  if (source.study().block > 0 && there.block != wanted.block)
    refuse(words::other_block, path, there.block, wanted.block);
  if (wanted.replications % there.block != 0) refuse(words::not_in_blocks, wanted.replications, there.block, path);
}

/// The blocks of a shard that are missing, computed on threads and stored as they come.
class Sweep {
 public:
  Sweep(StudyStore& store, StudyRunner& runner, const SweepOptions& options)
      : store_(store), runner_(runner), options_(options), next_(options.shard.number - 1) {
    const std::uint64_t own = options.shard.own(store.head().blocks());
    const std::uint64_t there = store.done();
    missing_ = own > there ? own - there : 0;
  }

  /// Runs until nothing is missing or it is stopped; throws what stopped it otherwise.
  void run(const std::stop_token& stop, Progress* progress) {
    sim::on_threads(threads_of(options_), stop, [&](unsigned, std::stop_source& halt) {
      const auto unit = claim();
      if (!unit) return false;
      const auto begin = Clock::now();
      std::optional<Block> block = runner_.compute(unit->first, unit->second, halt.get_token(), access_);
      if (!block) return false;
      if (!keep(std::move(*block), Clock::now() - begin, progress)) halt.request_stop();
      return true;
    });
    store();
  }

  std::uint64_t computed() const { return computed_; }
  /// Seconds in which a thread was writing.
  double writing() const { return writing_; }
  /// The block that ended it, with --fail-fast.
  const std::optional<Block>& failure() const { return failure_; }

 private:
  std::optional<std::pair<std::uint64_t, std::uint32_t>> claim() {
    const std::scoped_lock lock(access_);
    const std::uint64_t of_point = store_.head().blocks_of_point();
    while (next_ < store_.head().blocks()) {
      const std::uint64_t unit = next_;
      next_ += options_.shard.of;
      const auto block = static_cast<std::uint32_t>(unit % of_point);
      if (!store_.has(unit / of_point, block)) return std::pair{unit / of_point, block};
    }
    return std::nullopt;
  }

  /// Stores a block that took so long, with those that wait, or lets it wait. False if it is to be the last one.
  bool keep(Block block, Clock::duration took, Progress* progress) {
    const std::scoped_lock lock(access_);
    ++computed_;
    const bool last = options_.fail_fast && failed(block);
    if (last && !failure_) failure_ = block;
    waiting_.push_back(std::move(block));
    const auto now = Clock::now();
    if (took >= moment || now - stored_ >= moment || waiting_.size() >= most_waiting) store();
    if (progress == nullptr || now - shown_ < std::chrono::milliseconds(200)) return !last;
    shown_ = now;
    progress->show(computed_ * store_.head().block, std::max(missing_, computed_) * store_.head().block);
    return !last;
  }

  /// What waits, in one transaction.
  void store() {
    const auto begin = Clock::now();
    store_.write(waiting_);
    waiting_.clear();
    stored_ = Clock::now();
    writing_ += std::chrono::duration<double>(stored_ - begin).count();
  }

  static bool failed(const Block& block) {
    if (!block.failure.empty()) return true;
    return std::any_of(block.departments.begin(), block.departments.end(),
                       [](const DepartmentRun& run) { return !run.failure.empty(); });
  }

  StudyStore& store_;
  StudyRunner& runner_;
  const SweepOptions& options_;
  std::mutex access_;  ///< to the store and all that follows
  std::uint64_t next_;
  std::uint64_t missing_ = 0;
  std::uint64_t computed_ = 0;
  double writing_ = 0;  ///< [s]
  std::optional<Block> failure_;
  std::vector<Block> waiting_;  ///< computed and not yet stored
  Clock::time_point stored_{};
  Clock::time_point shown_{};
};

std::string reason_in(const Block& block) {
  if (!block.failure.empty()) return block.failure;
  for (const DepartmentRun& run : block.departments)
    if (!run.failure.empty()) return run.failure;
  return {};
}

}  // namespace

ExitCode sweep(const SweepOptions& options) {
  const StudySource source(options);
  if (options.dry_run) return list_points(source, options);
  const std::string path = database_of(options, source);
  const auto number = [&](std::uint64_t value) { return grouped(value, options.language); };
  const auto scenario = [&](std::size_t s) { return source.scenario(s); };
  StudyStore store(path, source.head(), source.paths_of_factors(), source.scenarios(), scenario);
  refuse_other(store.head(), source, path, options);
  store.extend(source.head().replications);
  StudyRunner runner(store);

  const Interrupts interrupts;
  const auto begin = Clock::now();
  const std::string started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  Sweep run(store, runner, options);
  {
    std::optional<Progress> progress;
    if (!options.quiet && errors_on_terminal())
      progress.emplace(options.language, [](const std::string& text) { fmt::print(stderr, "{}", text); });
    run.run(interrupts.token(), progress ? &*progress : nullptr);
  }
  const std::chrono::duration<double> seconds = Clock::now() - begin;
  const std::string host = host_name();
  const std::string shard = text_of(options.shard);
  store.write_session({fmt::format("{} {} {} {}", started, host, getpid(), shard), started, host, shard,
                       threads_of(options), run.computed(), seconds.count(), run.writing()});
  const std::uint64_t done = store.done();
  const std::uint64_t failures = store.failed();
  store.settle();
  if (run.failure()) {
    fmt::print(
        stderr, "salesim: {}\n",
        say(options.language, words::study_failed_fast, number(run.failure()->point), reason_in(*run.failure())));
    return ExitCode::failed;
  }
  if (interrupts.requested()) {
    fmt::print(stderr, "salesim: {}\n",
               say(options.language, words::study_interrupted, path, number(done), number(store.head().blocks())));
    return ExitCode::interrupted;
  }
  Output output("");
  output.write(say(options.language, words::study_done, path, number(done), number(store.head().blocks()),
                   number(run.computed()), number(failures)) +
               "\n");
  output.finish();
  return ExitCode::done;
}

}  // namespace app
