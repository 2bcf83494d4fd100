#include "analysis/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cassert>
#include <chrono>
#include <mutex>

#include "sim/on_threads.hpp"
#include "sim/problem.hpp"

namespace analysis {
namespace {

/// Hands on what another system does.
class Borrowed : public sim::System {
 public:
  explicit Borrowed(const sim::System& system) : system_(system) {}
  const sim::Catalogue& catalogue() const override { return system_.catalogue(); }
  std::unique_ptr<sim::Worker> worker() const override { return system_.worker(); }

 private:
  const sim::System& system_;
};

const sim::Measure& measure_of(const sim::System& system, const std::string& name, std::size_t number) {
  const sim::Catalogue& catalogue = system.catalogue();
  const std::size_t index = catalogue.find(name);
  if (index < catalogue.measures.size()) return catalogue.measures[index];
  sim::Problem problem;
  problem.code = "unknown_measure";
  problem.arguments = {name, fmt::format("{}", number)};
  throw sim::InputError({std::move(problem)});
}

}  // namespace

std::unique_ptr<sim::System> GivenSystems::make(std::size_t system, std::span<const double>) const {
  return std::make_unique<Borrowed>(*systems_[system]);
}

/// Some replications of a run.
struct Experiment::Chunk {
  std::size_t run = 0;
  std::uint32_t first = 0;  ///< number among the run's replications
  std::uint32_t count = 0;
  std::vector<Sample> samples = {};  ///< by measure
  std::exception_ptr failure = {};
};

Experiment::Experiment(const Factory& factory, std::vector<std::string> measures, Running running)
    : factory_(factory), measures_(std::move(measures)), running_(std::move(running)) {
  assert(!measures_.empty());
  running_.threads = std::max(1U, running_.threads);
}

std::size_t Experiment::add(std::vector<double> values, std::uint32_t first) {
  Point point{std::move(values), {}};
  for (std::size_t s = 0; s < factory_.systems(); ++s) {
    std::vector<std::uint64_t> key{s, first};
    for (std::size_t f = 0; f < point.values.size(); ++f)
      key.push_back(factory_.concerns(s, f) ? std::bit_cast<std::uint64_t>(point.values[f]) : 0);
    const auto [it, fresh] = known_.emplace(std::move(key), runs_.size());
    if (fresh) runs_.push_back({s, points_.size(), first, std::vector<Sample>(measures_.size())});
    point.runs.push_back(it->second);
  }
  points_.push_back(std::move(point));
  return points_.size() - 1;
}

const Sample& Experiment::of(std::size_t point, std::size_t system, std::size_t measure) const {
  return runs_[points_[point].runs[system]].samples[measure];
}

void Experiment::observe(Chunk& chunk) const {
  const Run& run = runs_[chunk.run];
  const std::unique_ptr<sim::System> system = factory_.make(run.system, points_[run.point].values);
  std::vector<const sim::Measure*> measures;
  for (const std::string& name : measures_) measures.push_back(&measure_of(*system, name, run.system));
  const std::unique_ptr<sim::Worker> worker = system->worker();
  chunk.samples.resize(measures.size());
  for (std::uint32_t r = 0; r < chunk.count && !running_.stop.stop_requested(); ++r) {
    const sim::Observation row = worker->observe(run.first + chunk.first + r);
    for (std::size_t m = 0; m < measures.size(); ++m) {
      const Sample one = sample_of(Series(system->catalogue(), *measures[m], std::span(&row, 1)));
      Sample& sample = chunk.samples[m];
      sample.ratio = one.ratio;
      sample.above.push_back(one.above.front());
      if (one.ratio) sample.below.push_back(one.below.front());
    }
  }
}

/// Runs that lack something, in the order in which they are wanted, each up to the most that is wanted of it.
Experiment::Lacking Experiment::lacking(std::span<const Wanted> wanted) const {
  Lacking runs;
  std::map<std::size_t, std::size_t> place;
  for (const Wanted& one : wanted) {
    const std::size_t run = points_[one.point].runs[one.system];
    if (one.count <= have(run)) continue;
    const auto [it, fresh] = place.emplace(run, runs.size());
    if (fresh) runs.emplace_back(run, one.count);
    runs[it->second].second = std::max(runs[it->second].second, one.count);
  }
  return runs;
}

std::uint64_t Experiment::missing(const Lacking& runs) const {
  std::uint64_t sum = 0;
  for (const auto& [run, count] : runs) sum += count - have(run);
  return sum;
}

std::uint64_t Experiment::missing(std::span<const std::size_t> points, std::uint32_t count) const {
  return missing(lacking(wanted_of(points, count)));
}

void Experiment::extend(std::span<const Wanted> wanted) {
  const Lacking runs = lacking(wanted);
  if (runs.empty()) return;
  const std::uint64_t more = missing(runs);
  // Small enough for all threads to end together, large enough for systems not to be made in vain.
  const std::uint64_t share = std::clamp<std::uint64_t>(more / (8 * std::uint64_t{running_.threads}), 1, 64);
  std::vector<Chunk> chunks;
  for (const auto& [run, until] : runs)
    for (std::uint32_t from = have(run); from < until;) {
      const auto count = static_cast<std::uint32_t>(std::min<std::uint64_t>(share, until - from));
      chunks.push_back({run, from, count});
      from += count;
    }

  std::atomic<std::size_t> next{0};
  std::atomic<std::uint64_t> done{spent_};
  std::mutex reporting;
  auto last_report = std::chrono::steady_clock::now();
  const auto step = [&](unsigned, std::stop_source& halt) {
    const std::size_t number = next.fetch_add(1, std::memory_order_relaxed);
    if (number >= chunks.size()) return false;
    try {
      observe(chunks[number]);
    } catch (...) {
      chunks[number].failure = std::current_exception();
      halt.request_stop();
      return false;
    }
    const std::uint64_t finished = done.fetch_add(chunks[number].count) + chunks[number].count;
    if (!running_.progress) return true;
    const std::unique_lock lock(reporting, std::try_to_lock);
    const auto now = std::chrono::steady_clock::now();
    if (!lock || now - last_report < std::chrono::milliseconds(250)) return true;
    last_report = now;
    running_.progress(finished, std::max(finished, expected_));
    return true;
  };
  sim::on_threads(std::min(running_.threads, static_cast<unsigned>(std::min<std::size_t>(chunks.size(), 1024))),
                  running_.stop, step);

  for (const Chunk& chunk : chunks)
    if (chunk.failure) std::rethrow_exception(chunk.failure);
  if (running_.stop.stop_requested()) throw Stopped();
  for (const Chunk& chunk : chunks)
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      Sample& sample = runs_[chunk.run].samples[m];
      sample.ratio = chunk.samples[m].ratio;
      sample.above.insert(sample.above.end(), chunk.samples[m].above.begin(), chunk.samples[m].above.end());
      sample.below.insert(sample.below.end(), chunk.samples[m].below.begin(), chunk.samples[m].below.end());
    }
  spent_ += more;
}

std::vector<Experiment::Wanted> Experiment::wanted_of(std::span<const std::size_t> points, std::uint32_t count) const {
  std::vector<Wanted> wanted;
  for (const std::size_t point : points)
    for (std::size_t s = 0; s < systems(); ++s) wanted.push_back({point, s, count});
  return wanted;
}

void Experiment::extend(std::span<const std::size_t> points, std::uint32_t count) { extend(wanted_of(points, count)); }

}  // namespace analysis
