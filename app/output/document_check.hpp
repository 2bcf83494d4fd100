#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/forecast.hpp"
#include "sim/problem.hpp"

/// What `check` says for other programs, declared as the answers are (document.hpp).
namespace app {

/// A scenario file that was checked.
struct CheckedFile {
  std::string file;
  std::string hash;  ///< empty where something is wrong in it
  std::vector<Forecast> departments;
  std::optional<RunForecast> run;
  sim::Problems problems;
  sim::Problems warnings;
};

struct Checked {
  std::int64_t format = 1;
  std::string version;  ///< of the program
  std::vector<CheckedFile> files;
};

template <class Out>
void describe(const Forecast& forecast, Out& out) {
  out("events", forecast.events, "Events of a replication, on average.");
  out("seconds", forecast.seconds, "Seconds of a replication, on one core of this machine.");
  out("shared_bytes", forecast.shared_bytes, "Memory that all threads share.");
  out("thread_bytes", forecast.thread_bytes, "Memory that each thread needs.");
  out("replication_bytes", forecast.replication_bytes, "Memory that each replication leaves.");
  out("pilot_share", forecast.share,
      "Share of the scenario's time that was run to tell this; below 1 the rest is extrapolated.");
}

template <class Out>
void describe(const RunForecast& run, Out& out) {
  out("replications", run.replications, "Of each department, as `run` has them without options.");
  out("threads", run.threads, "As many as this machine has cores.");
  out("seconds", run.seconds, "That all of it takes.");
  out("bytes", run.bytes, "Memory that all of it takes.");
}

template <class Out>
void describe(const CheckedFile& file, Out& out) {
  out("file", file.file, "As it was named.");
  out.maybe("hash", file.hash,
            "Tells scenarios apart: all that decides the outcome, but the seed; missing where something is wrong.");
  out.keyed_some(
      "departments", file.departments, [](const auto& f) { return f.department; },
      "What a run of each will take, by name.");
  out("run", file.run, "What a run of all of them will take.");
  out.problems("problems", file.problems, "What is wrong.");
  out.problems("warnings", file.warnings, "What was probably not meant.");
}

template <class Out>
void describe(const Checked& checked, Out& out) {
  out("format", checked.format, "Version of this form.");
  out("salesim", checked.version, "Version of the program.");
  out("files", checked.files, "One for each file, in the order in which they were named.");
}

}  // namespace app
