#include "app/store/study_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "analysis/estimate.hpp"
#include "app/command_line/values.hpp"
#include "app/store/schema.hpp"
#include "scenarios/format/study.hpp"

namespace app {
namespace {

constexpr std::int64_t application = 0x73616C65;  // "sale"
constexpr std::int64_t layout = 1;                // of the tables

/// Statements that are used for every block.
enum Use : std::size_t {
  point_failed,
  has_run,
  add_point,
  add_parameter,
  add_run,
  add_observation,
  add_summary,
  observations_of,
  runs_of,
  point_of,
  block_rows,
  uses
};

constexpr std::array<std::string_view, uses> texts{
    "SELECT 1 FROM point WHERE point = ? AND status = 'failed'",
    "SELECT 1 FROM run WHERE point = ? AND block = ? LIMIT 1",
    "INSERT OR IGNORE INTO point VALUES (?, ?, ?, ?, ?)",
    "INSERT OR IGNORE INTO parameter VALUES (?, ?, ?, ?)",
    "INSERT OR IGNORE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT OR IGNORE INTO observation VALUES (?, ?, ?, ?, ?, ?)",
    "INSERT OR REPLACE INTO summary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "SELECT measure, above, below FROM observation WHERE point = ? AND department = ? ORDER BY replication, measure",
    "SELECT department, first, replications, seed, status, reason FROM run WHERE point = ? AND block = ? ORDER BY "
    "department",
    "SELECT scenario, hash, status, reason FROM point WHERE point = ?",
    "SELECT replication, measure, above, below FROM observation WHERE point = ? AND department = ? AND "
    "replication >= ? AND replication < ? ORDER BY replication, measure"};

std::int64_t whole(std::uint64_t value) { return static_cast<std::int64_t>(value); }

const char* status(const std::string& failure) { return failure.empty() ? "ok" : "failed"; }

}  // namespace

StudyStore::StudyStore(const std::string& path, Database::Access access) : database_(path, access) {
  read_head();
  prepare();
}

StudyStore::StudyStore(const std::string& path, const StudyHead& head, const std::vector<std::string>& factors,
                       std::size_t scenarios, const std::function<StoredScenario(std::size_t)>& scenario)
    : database_(path, Database::Access::create), head_(head) {
  // What another process has begun to make is waited for.
  if (database_.whole("SELECT COUNT(*) FROM sqlite_schema") == 0) create(factors, scenarios, scenario);
  read_head();
  // A transaction that is finished survives the end of the program whenever it comes, and the file stays whole if the
  // machine goes down, too: the last transactions are then computed again.
  database_.execute("PRAGMA journal_mode = WAL");
  database_.execute("PRAGMA synchronous = NORMAL");
  prepare();
}

void StudyStore::create(const std::vector<std::string>& factors, std::size_t scenarios,
                        const std::function<StoredScenario(std::size_t)>& scenario) {
  Transaction transaction(database_);
  if (database_.whole("SELECT COUNT(*) FROM sqlite_schema") != 0) return;
  database_.execute(fmt::format("PRAGMA application_id = {}", application));
  database_.execute(fmt::format("PRAGMA user_version = {}", layout));
  for (const Relation& relation : relations) database_.execute(std::string{relation.sql});
  Statement study = database_.prepare("INSERT INTO study VALUES (?, ?)");
  const std::map<std::string, std::string> head{{"title", head_.title},
                                                {"text", head_.text},
                                                {"identity", head_.identity},
                                                {"version", head_.version},
                                                {"points", fmt::format("{}", head_.points)},
                                                {"replications", fmt::format("{}", head_.replications)},
                                                {"block", fmt::format("{}", head_.block)}};
  for (const auto& [key, value] : head) study.with(std::string_view{key}, std::string_view{value}).run();
  Statement factor = database_.prepare("INSERT INTO factor VALUES (?, ?)");
  for (std::size_t f = 0; f < factors.size(); ++f) factor.with(whole(f), std::string_view{factors[f]}).run();
  Statement file = database_.prepare("INSERT INTO scenario VALUES (?, ?, ?, ?, ?)");
  Statement department = database_.prepare("INSERT INTO department VALUES (?, ?, ?, ?)");
  Statement measure = database_.prepare("INSERT INTO measure VALUES (?, ?, ?, ?, ?)");
  for (std::size_t s = 0; s < scenarios; ++s) {
    const StoredScenario one = scenario(s);
    file.with(whole(s), std::string_view{one.file}, std::string_view{one.title}, std::string_view{one.hash},
              std::string_view{one.text})
        .run();
    for (const StoredDepartment& d : one.departments)
      department.with(whole(s), whole(d.number), std::string_view{d.name}, std::string_view{d.title}).run();
    for (const StoredMeasure& m : one.measures)
      measure
          .with(whole(s), whole(m.number), std::string_view{m.name}, std::string_view{m.unit},
                std::string_view{m.estimator})
          .run();
  }
  transaction.commit();
}

void StudyStore::read_head() {
  if (database_.whole("PRAGMA application_id") != application || database_.whole("PRAGMA user_version") != layout)
    throw StoreError(database_.path(), "no results", StoreError::Kind::not_results);
  std::map<std::string, std::string> values;
  Statement all = database_.prepare("SELECT key, value FROM study");
  while (all.row()) values[all.text(0)] = all.text(1);
  const auto number = [&](const char* key, std::uint64_t most) {
    const auto found = whole_number(values[key], 1, most);
    if (!found) throw StoreError(database_.path(), key, StoreError::Kind::damaged);
    return *found;
  };
  constexpr std::uint64_t most_points = 1'000'000'000'000;  // so that blocks can be counted
  constexpr auto most = static_cast<std::uint64_t>(scenarios::most_of_a_point);
  head_ = {values["title"],
           values["text"],
           values["identity"],
           values["version"],
           number("points", most_points),
           static_cast<std::uint32_t>(number("replications", most)),
           static_cast<std::uint32_t>(number("block", most))};
  if (head_.replications % head_.block != 0) throw StoreError(database_.path(), "block", StoreError::Kind::damaged);
  scenarios_ = static_cast<std::size_t>(database_.whole("SELECT COUNT(*) FROM scenario").value_or(0));
}

void StudyStore::prepare() {
  for (const std::string_view text : texts) statements_.push_back(database_.prepare(text));
}

StoredScenario StudyStore::scenario(std::size_t number) {
  StoredScenario result;
  Statement file = database_.prepare("SELECT file, title, hash, text FROM scenario WHERE scenario = ?");
  file.with(whole(number));
  if (!file.row())
    throw StoreError(database_.path(), fmt::format("scenario {}", number), StoreError::Kind::broken);
  result.file = file.text(0);
  result.title = file.text(1);
  result.hash = file.text(2);
  result.text = file.text(3);
  file.reset();
  Statement department =
      database_.prepare("SELECT department, name, title FROM department WHERE scenario = ? ORDER BY department");
  department.with(whole(number));
  while (department.row())
    result.departments.push_back(
        {static_cast<std::uint32_t>(department.whole(0)), department.text(1), department.text(2)});
  Statement measure =
      database_.prepare("SELECT measure, name, unit, estimator FROM measure WHERE scenario = ? ORDER BY measure");
  measure.with(whole(number));
  while (measure.row())
    result.measures.push_back(
        {static_cast<std::uint32_t>(measure.whole(0)), measure.text(1), measure.text(2), measure.text(3)});
  return result;
}

void StudyStore::extend(std::uint32_t replications) {
  if (replications <= head_.replications) return;
  Statement update = database_.prepare("UPDATE study SET value = ? WHERE key = 'replications'");
  update.with(std::string_view{fmt::format("{}", replications)}).run();
  head_.replications = replications;
}

void StudyStore::check() {
  Statement pages = database_.prepare("PRAGMA quick_check(1)");
  const bool answered = pages.row();
  std::string said = answered ? pages.text(0) : std::string{};
  if (said == "ok") return;
  std::replace(said.begin(), said.end(), '\n', ' ');
  throw StoreError(database_.path(), said, StoreError::Kind::broken);
}

bool StudyStore::has(std::uint64_t point, std::uint32_t block) {
  Statement& run = statements_[has_run];
  run.with(whole(point), std::int64_t{block});
  if (run.row()) {
    run.reset();
    return true;
  }
  Statement& failed = statements_[point_failed];
  failed.with(whole(point));
  if (!failed.row()) return false;
  failed.reset();
  return true;
}

std::uint64_t StudyStore::done() {
  const auto runs = database_.whole("SELECT COUNT(*) FROM (SELECT DISTINCT point, block FROM run)").value_or(0);
  const auto points = database_.whole("SELECT COUNT(*) FROM point WHERE status = 'failed'").value_or(0);
  return static_cast<std::uint64_t>(runs) + static_cast<std::uint64_t>(points) * head_.blocks_of_point();
}

std::uint64_t StudyStore::failed() {
  return static_cast<std::uint64_t>(database_.whole("SELECT COUNT(*) FROM failure").value_or(0));
}

void StudyStore::write(std::span<const Block> blocks) {
  if (blocks.empty()) return;
  Transaction transaction(database_);
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint32_t> changed;  // scenario of a point and department
  for (const Block& block : blocks) {
    if (!add(block)) continue;
    for (const DepartmentRun& run : block.departments)
      if (!run.rows.empty()) changed[{block.point, run.department}] = block.scenario;
  }
  for (const auto& [which, scenario] : changed) summarise(which.first, scenario, which.second);
  transaction.commit();
}

/// Within a transaction; false if it is there already.
bool StudyStore::add(const Block& block) {
  if (has(block.point, block.number)) return false;
  statements_[add_point]
      .with(whole(block.point), std::int64_t{block.scenario}, std::string_view{block.hash},
            std::string_view{status(block.failure)}, std::string_view{block.failure})
      .run();
  for (std::size_t f = 0; f < block.parameters.size(); ++f)
    statements_[add_parameter]
        .with(whole(block.point), whole(f), std::string_view{block.parameters[f].first}, block.parameters[f].second)
        .run();
  for (const DepartmentRun& run : block.departments) write_rows(block, run);
  return true;
}

void StudyStore::write_rows(const Block& block, const DepartmentRun& run) {
  statements_[add_run]
      .with(whole(block.point), std::int64_t{block.number}, std::int64_t{run.department}, std::int64_t{block.first},
            std::int64_t{block.count}, whole(block.seed), std::string_view{head_.version},
            std::string_view{status(run.failure)}, std::string_view{run.failure})
      .run();
  for (const DepartmentRun::Row& row : run.rows)
    statements_[add_observation]
        .with(whole(block.point), std::int64_t{run.department}, std::int64_t{row.replication},
              std::int64_t{row.measure}, row.above, row.below)
        .run();
}

const std::vector<bool>& StudyStore::ratios_of(std::uint32_t scenario) {
  if (ratios_.first == scenario) return ratios_.second;
  ratios_ = {scenario, {}};
  Statement measure = database_.prepare("SELECT measure, estimator FROM measure WHERE scenario = ?");
  measure.with(std::int64_t{scenario});
  while (measure.row()) {
    const auto number = static_cast<std::size_t>(measure.whole(0));
    ratios_.second.resize(std::max(ratios_.second.size(), number + 1));
    ratios_.second[number] = measure.text(1) == "ratio";
  }
  return ratios_.second;
}

void StudyStore::summarise(std::uint64_t point, std::uint32_t scenario, std::uint32_t department) {
  const std::vector<bool>& ratios = ratios_of(scenario);
  std::map<std::uint32_t, analysis::Sample> samples;
  Statement& all = statements_[observations_of];
  all.with(whole(point), std::int64_t{department});
  while (all.row()) {
    const auto measure = static_cast<std::uint32_t>(all.whole(0));
    if (measure >= ratios.size())
      throw StoreError(database_.path(), fmt::format("measure {}", measure), StoreError::Kind::broken);
    analysis::Sample& sample = samples[measure];
    sample.ratio = ratios[measure];
    sample.above.push_back(all.number(1));
    if (sample.ratio) sample.below.push_back(all.number(2));
  }
  for (const auto& [measure, sample] : samples) {
    const analysis::Estimate estimate = analysis::estimate(sample, confidence_of_summaries);
    statements_[add_summary]
        .with(whole(point), std::int64_t{department}, std::int64_t{measure}, whole(sample.size()), estimate.mean,
              estimate.low, estimate.high, estimate.sd, estimate.p05, estimate.p50, estimate.p95, whole(estimate.empty))
        .run();
  }
}

Block StudyStore::read(std::uint64_t point, std::uint32_t number) {
  Block block;
  block.point = point;
  block.number = number;
  Statement& where = statements_[point_of];
  where.with(whole(point));
  if (where.row()) {
    block.scenario = static_cast<std::uint32_t>(where.whole(0));
    block.hash = where.text(1);
    block.failure = where.text(3);
    where.reset();
  }
  Statement& runs = statements_[runs_of];
  runs.with(whole(point), std::int64_t{number});
  while (runs.row()) {
    DepartmentRun run;
    run.department = static_cast<std::uint32_t>(runs.whole(0));
    block.first = static_cast<std::uint32_t>(runs.whole(1));
    block.count = static_cast<std::uint32_t>(runs.whole(2));
    block.seed = static_cast<std::uint64_t>(runs.whole(3));
    run.failure = runs.text(5);
    block.departments.push_back(std::move(run));
  }
  for (DepartmentRun& run : block.departments) {
    Statement& rows = statements_[block_rows];
    rows.with(whole(point), std::int64_t{run.department}, std::int64_t{block.first},
              std::int64_t{block.first} + std::int64_t{block.count});
    while (rows.row())
      run.rows.push_back({static_cast<std::uint32_t>(rows.whole(0)), static_cast<std::uint32_t>(rows.whole(1)),
                          rows.number(2), rows.number(3)});
  }
  return block;
}

void StudyStore::write_session(const Session& session) {
  Statement statement = database_.prepare("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  statement
      .with(std::string_view{session.name}, std::string_view{session.started}, std::string_view{session.host},
            std::string_view{session.shard}, std::int64_t{session.threads}, whole(session.blocks), session.seconds,
            session.writing)
      .run();
}

void StudyStore::settle() {
  statements_.clear();
  try {
    database_.execute("PRAGMA journal_mode = DELETE");
  } catch (const StoreError&) {
    // Somebody reads it: it stays as it is, which is right, too.
  }
}

}  // namespace app
