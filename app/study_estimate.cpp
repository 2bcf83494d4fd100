#include "app/study_estimate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <mutex>

#include "app/interrupts.hpp"
#include "app/messages/studies.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "app/store/study_store.hpp"
#include "app/study_runner.hpp"

namespace app {
namespace {

/// Seconds that this takes.
template <class Work>
double seconds_of(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Times one and three replications of some points; what the one takes beyond a replication is for making the point.
StudyEstimate pilot(StudyRunner& runner, const StudyHead& head, const std::stop_token& stop) {
  std::mutex access;
  StudyEstimate estimate;
  std::vector<std::uint64_t> points{0, head.points / 2, head.points - 1};
  points.erase(std::unique(points.begin(), points.end()), points.end());
  for (const std::uint64_t point : points) {
    const auto run = [&](std::uint32_t count) {
      return seconds_of([&] { (void)runner.compute(point, 0, count, stop, access); });
    };
    run(1);  // what the first one reads from the disk is not counted
    const double one = run(1);
    const double three = run(3);
    const double each = std::max(three - one, 0.0) / 2;
    estimate.replication += each / static_cast<double>(points.size());
    estimate.point += std::max(one - each, 0.0) / static_cast<double>(points.size());
  }
  return estimate;
}

}  // namespace

StoredPart part_of(const StudyHead& head, const Shard& shard) {
  const std::uint64_t of_point = head.blocks_of_point();
  StoredPart part{0, shard.own(head.blocks())};
  for (std::uint64_t point = 0; point < head.points; ++point)
    part.points += shard.own((point + 1) * of_point) > shard.own(point * of_point) ? 1U : 0U;
  return part;
}

double size_of_store(const StudyHead& head, const StoredPart& part, std::size_t factors, double departments,
                     double measures) {
  // Of rows with their places in the tree, as SQLite stores them.
  constexpr double empty = 100'000;
  constexpr double of_point = 45;
  constexpr double of_parameter = 32;
  constexpr double of_run = 27;
  constexpr double of_observation = 20;
  constexpr double of_summary = 85;
  const auto points = static_cast<double>(part.points);
  const auto blocks = static_cast<double>(part.blocks);
  const double rows = departments * measures;
  return empty + points * (of_point + of_parameter * static_cast<double>(factors) + rows * of_summary) +
         blocks * (departments * of_run + rows * head.block * of_observation);
}

ExitCode list_points(const StudySource& source, const SweepOptions& options) {
  const auto scenario = [&](std::size_t s) { return source.scenario(s); };
  StudyStore store(":memory:", source.head(), source.paths_of_factors(), source.scenarios(), scenario);
  StudyRunner runner(store);
  const StudyHead& head = store.head();
  const Interrupts interrupts;
  Output output("");
  double departments = 0;
  std::vector<std::string> files;
  for (std::size_t s = 0; s < store.scenarios(); ++s) {
    const StoredScenario one = store.scenario(s);
    departments += static_cast<double>(one.departments.size());
    files.push_back(one.file);
  }
  const std::uint64_t of_point = head.blocks_of_point();
  for (std::uint64_t point = 0; point < head.points && !interrupts.requested(); ++point) {
    if (options.shard.own((point + 1) * of_point) == options.shard.own(point * of_point)) continue;
    output.write(fmt::format("{} {}", point, files[runner.points().scenario_of(point)]));
    for (const std::string& set : runner.points().sets(point)) output.write(" " + set);
    output.write("\n");
  }
  StudyEstimate estimate = pilot(runner, head, interrupts.token());
  if (interrupts.requested()) return ExitCode::interrupted;
  const double each = departments / static_cast<double>(files.size());
  const double measures = static_cast<double>(source.study().measures.size());
  const StoredPart part = part_of(head, options.shard);
  estimate.bytes = size_of_store(head, part, source.study().factors.size(), each, measures);
  const double work = static_cast<double>(part.blocks) * (estimate.point + head.block * estimate.replication);
  const Language language = options.language;
  constexpr double milliseconds = 1000;
  constexpr double megabyte = 1e6;
  output.write(say(language, words::study_counts, grouped(head.points, language), head.replications, head.block,
                   grouped(each, 0, language), source.study().measures.size()) +
               "\n");
  if (options.shard.of > 1)
    output.write(say(language, words::shard_counts, options.shard.number, options.shard.of,
                     grouped(part.blocks, language), grouped(head.blocks(), language), grouped(part.points, language)) +
                 "\n");
  output.write(say(language, words::study_takes, clock_text(work / threads_of(options)), threads_of(options),
                   grouped(estimate.replication * milliseconds, 2, language),
                   grouped(estimate.point * milliseconds, 2, language),
                   grouped(estimate.bytes / megabyte, 1, language)) +
               "\n");
  output.finish();
  return ExitCode::done;
}

}  // namespace app
