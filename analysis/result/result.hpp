#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/distribution.hpp"
#include "analysis/estimate.hpp"
#include "analysis/result/answers.hpp"
#include "analysis/result/plan.hpp"
#include "analysis/result/study.hpp"
#include "analysis/waterfall.hpp"
#include "sim/problem.hpp"

/// The one plain document in which every answer is handed on: whatever prints, stores or serves an answer reads this
/// and nothing else. `absent` numbers are null. Names are those of files and command lines; titles are for people.
namespace analysis::result {

/// Something to be said about the numbers, as data; the words are chosen where people read them.
struct Note {
  std::string code;                    ///< see `note_codes`
  std::vector<std::string> arguments;  ///< in the order that the code documents
};

/// Every code of a note, with its arguments:
/// - `skewed` (measure, replications): interval corrected for skewness, but it may still cover less than it says with
///   fewer than so many replications, 25 × skewness²;
/// - `uncorrected` (measure, replications): too skewed even for the correction, so the interval is the plain t
/// interval;
/// - `empty` (measure, replications): so many replications have no value of their own, and are missing from sd and
///   quantiles, not from the mean;
/// - `undefined` (measure): no replication has a value, so there is no estimate;
/// - `no_interval` (replications): too few replications for any interval;
/// - of what is not modelled: `off` (mechanism): the scenario does without it; `rivals`, `prices`, `word_of_mouth`,
///   `steering`, `supply`, `taxes`: never modelled.
inline constexpr const char* note_codes[] = {"skewed",        "uncorrected", "empty",  "undefined",
                                             "no_interval",   "off",         "rivals", "prices",
                                             "word_of_mouth", "steering",    "supply", "taxes"};

/// A measure's estimate over the whole run.
struct MeasureResult {
  std::string name;        ///< as in the catalogue, e.g. `profit`
  std::string unit;        ///< of the estimate's numbers; its counts and flags have none
  std::string definition;  ///< one sentence
  Estimate estimate;       ///< what the replications say
};

/// A measure's estimate in one period; sums of money or counts in this period, ratios of this period.
struct MonthMeasure {
  std::string name;      ///< as in the catalogue
  double mean = absent;  ///< as in `Estimate`
  double low = absent;   ///< pointwise interval of `mean`: of this month alone, not of all months together
  double high = absent;  ///< its other end
  double p05 = absent;   ///< 5 % quantile of the replications' own values
  double p95 = absent;   ///< their 95 % quantile
};

/// One period, usually a calendar month.
struct Month {
  std::string label;                   ///< e.g. `2026-02`
  std::vector<MonthMeasure> measures;  ///< the monthly ones, in the order of the catalogue
};

/// One of the things compared.
struct SystemResult {
  std::string name;                     ///< how it is addressed
  std::string title;                    ///< for people; may be empty
  std::optional<std::uint64_t> seed;    ///< of its draws, where it is not the document's
  std::vector<MeasureResult> measures;  ///< in the order of the catalogue
  std::vector<Month> months;            ///< in time order
  std::vector<Note> notes;              ///< about `measures`
};

/// A system against the baseline.
struct DifferenceResult {
  std::string system;                      ///< its name
  Difference difference;                   ///< system − baseline
  std::optional<Controlled> controlled{};  ///< the same, corrected by what is known of controls; of paired samples only
};

/// How often a system won.
struct BestResult {
  std::string system;  ///< its name
  Best best;           ///< share of replications
};

/// All systems compared by one measure; of one alone with a target its risk.
struct MeasureComparison {
  std::string measure;                        ///< name
  std::string unit;                           ///< of the differences
  std::string baseline;                       ///< name of the system that the others are compared with
  bool larger_is_better = true;               ///< which end counts as best
  std::optional<double> target;               ///< that a replication is to reach
  bool quantile = false;                      ///< differences are of the replications' own quantiles, while the
                                              ///< estimates of systems are of all their values together
  bool paired = true;                         ///< same worlds for all; otherwise independent samples
  std::size_t ranked = 0;                     ///< replications that `best` rests on
  std::vector<DifferenceResult> differences;  ///< all systems but the baseline; intervals hold together
  std::vector<BestResult> best;               ///< all systems
  std::vector<std::string> controls{};        ///< measures whose expectations are known, which correct differences
  Standings standings;                        ///< all systems: against the best, in the long run, in bad runs
};

/// How the replications of one system spread over bins.
struct SystemCounts {
  std::string system;                 ///< its name
  std::vector<std::uint32_t> counts;  ///< replications in each bin
};

/// How a measure's values differ between replications, in bins that all systems share; see `Distribution`.
struct DistributionResult {
  std::string measure;                ///< name
  std::string unit;                   ///< of its values
  double from = absent;               ///< lower end of the first bin
  double width = 0;                   ///< of each bin
  std::vector<SystemCounts> systems;  ///< in the order given
};

/// Where the difference between two systems' totals comes from.
struct WaterfallResult {
  std::string from;     ///< name of the system where the way begins
  std::string to;       ///< and of the one where it ends
  std::string measure;  ///< the total
  std::string unit;     ///< of everything
  Waterfall waterfall;  ///< its steps
};

/// How precise the answer was asked to be, and is.
struct Precision {
  std::string measure;      ///< name
  double wanted = absent;   ///< half-width as a share of |mean|
  double reached = absent;  ///< the same, as it is; absent if it cannot be told, infinite if the mean is 0
  bool resolved = false;    ///< wanted is reached; otherwise "not resolved within N replications"
};

/// A figure that the input rests on.
struct AssumptionResult {
  std::string path;    ///< by which it is set; `*` for names that all have it alike, of a default those that do not say otherwise
  std::string value;   ///< as written
  std::string unit;    ///< of a bare number; empty where the value says its own
  std::string low;     ///< between which it is believed to lie; empty where that is not said
  std::string high;    ///< the other end
  std::string source;  ///< where it is from; may be empty
  std::string basis;   ///< `measured`, `guess` or `default`; empty where that is not said
  bool said = true;    ///< the input says it; else it is taken by default
};

/// What people call something that measures and plans name.
struct TitleResult {
  std::string kind;   ///< `stage`, `role` or `department`
  std::string name;   ///< as measures have it
  std::string title;  ///< as the scenario has it
};

/// The run was stopped before its end.
struct Interruption {
  std::uint32_t done = 0;    ///< replications that the document rests on
  std::uint32_t wanted = 0;  ///< replications that were asked for, or the cap of a precision rule
};

/// An answer.
struct Result {
  int format = 1;                                 ///< version of this document's form
  std::string version;                            ///< of the program
  std::string scenario_title;                     ///< for people
  std::string scenario_hash;                      ///< of all that decides the outcome, but seed and replications
  std::string currency;                           ///< of all money
  std::string first_day;                          ///< of the period that is reported, `2026-02-01`
  std::string last_day;                           ///< its last one
  std::string command;                            ///< that repeats the answer
  std::uint64_t seed = 0;                         ///< of all draws
  std::uint32_t replications = 0;                 ///< that the document rests on
  double confidence = 0.95;                       ///< of the intervals
  std::vector<SystemResult> systems;              ///< in the order given
  std::optional<MeasureComparison> comparison;    ///< where there are two systems or more
  std::vector<MeasureComparison> further;         ///< the same by other measures, whose verdict may be another
  std::vector<DistributionResult> distributions;  ///< of what is earned and of what is compared
  std::vector<WaterfallResult> waterfalls;        ///< those that were asked for
  std::optional<SelectionResult> selection;       ///< the best of many
  std::optional<SensitivityResult> sensitivity;   ///< what the answer hangs on
  std::optional<MapResult> map;                   ///< who wins where
  std::optional<BreakevenResult> breakeven;       ///< where the best changes
  std::optional<ExplanationResult> explanation;   ///< why
  std::optional<UncertaintyResult> uncertainty;   ///< what is believed and not known
  std::optional<PlanResult> plan;                 ///< how many people, in which role, in which month
  std::optional<StudyResult> study;               ///< departments over many scenarios
  std::optional<Precision> precision;             ///< where a precision was asked for
  std::vector<TitleResult> titles;                ///< of stages, roles and departments that have any
  std::vector<AssumptionResult> assumptions;      ///< what the input rests on
  std::vector<Note> not_modelled;                 ///< what the answer leaves out of account
  sim::Problems warnings;                         ///< what the input's check had to say
  std::optional<Interruption> interrupted;        ///< where it was
};

}  // namespace analysis::result
