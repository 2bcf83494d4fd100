#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/sample.hpp"
#include "app/store/database.hpp"

namespace app {

inline constexpr double confidence_of_summaries = 0.95;

/// What a database of results says of itself.
struct StudyHead {
  std::string title;
  std::string text;      ///< the study as TOML, without its files
  std::string identity;  ///< hash of all that decides the results of a block
  std::string version;   ///< of the program
  std::uint64_t points = 0;
  std::uint32_t replications = 0;  ///< of each point
  std::uint32_t block = 0;         ///< of these computed and stored together

  std::uint64_t blocks_of_point() const { return replications / block; }
  std::uint64_t blocks() const { return points * blocks_of_point(); }
};

struct StoredDepartment {
  std::uint32_t number = 0;  ///< in its file
  std::string name;
  std::string title;
};

struct StoredMeasure {
  std::uint32_t number = 0;  ///< in the study
  std::string name;
  std::string unit;
  std::string estimator;  ///< mean, ratio or quantile
};

/// A scenario file of a study.
struct StoredScenario {
  std::string file;
  std::string title;
  std::string hash;
  std::string text;  ///< stands for itself
  std::vector<StoredDepartment> departments;
  std::vector<StoredMeasure> measures;
};

/// A department's part of a block: values or why there are none.
struct DepartmentRun {
  struct Row {
    std::uint32_t replication = 0;
    std::uint32_t measure = 0;
    double above = 0;
    double below = 0;  ///< not a number where the measure is no ratio
  };
  std::uint32_t department = 0;
  std::string failure;    ///< empty: it went well
  std::vector<Row> rows;  ///< by replication, then measure
};

/// What is computed and stored at a time: some replications of all departments at a point.
struct Block {
  std::uint64_t point = 0;
  std::uint32_t number = 0;  ///< of the point's blocks
  std::uint32_t first = 0;   ///< replication
  std::uint32_t count = 0;   ///< of replications
  std::uint32_t scenario = 0;
  std::uint64_t seed = 0;
  std::string hash;     ///< of the scenario at this point
  std::string failure;  ///< why there can be no such scenario; empty if there is
  std::vector<std::pair<std::string, double>> parameters;  ///< by factor: value, and as a number
  std::vector<DepartmentRun> departments;
};

/// When and where blocks were computed.
struct Session {
  std::string name;  ///< that no other has
  std::string started;
  std::string host;
  std::string shard;
  unsigned threads = 0;
  std::uint64_t blocks = 0;
  double seconds = 0;
  double writing = 0;  ///< seconds of them in which a thread was writing
};

/// Whether two computations of a block agree bit for bit.
bool same(const Block& one, const Block& other);

/// A database of results. What is written is the same for any order of blocks, any number of processes and restarts;
/// sessions aside. Used by one thread at a time.
class StudyStore {
 public:
  /// Opens what exists. Throws StoreError, also where the file is no database of results.
  StudyStore(const std::string& path, Database::Access access);
  /// Makes one, or opens it where it exists; `scenario(i)` is asked for each file only where it is made. The caller
  /// compares heads.
  StudyStore(const std::string& path, const StudyHead& head, const std::vector<std::string>& factors,
             std::size_t scenarios, const std::function<StoredScenario(std::size_t)>& scenario);

  const StudyHead& head() const { return head_; }
  Database& database() { return database_; }
  std::size_t scenarios() const { return scenarios_; }
  StoredScenario scenario(std::size_t number);
  /// More replications are wanted than before.
  void extend(std::uint32_t replications);

  /// Reads the whole file, and throws StoreError where its pages are not as they were written. Values within a page may
  /// have changed all the same; that is seen by computing them again.
  void check();

  bool has(std::uint64_t point, std::uint32_t block);
  /// How many blocks are there, those of failed points among them.
  std::uint64_t done();
  /// How many points and runs have failed.
  std::uint64_t failed();

  /// Stores blocks in one transaction, with the summaries that they change. One that is there already stays.
  void write(std::span<const Block> blocks);
  /// What is stored of a block; its parameters are left out.
  Block read(std::uint64_t point, std::uint32_t number);

  /// Copies every block of another store that this one lacks, several in one transaction. Throws StoreError where
  /// both have a block and differ. Tells how many blocks were copied.
  std::uint64_t take_from(StudyStore& other);

  /// Adds or replaces the line of a session.
  void write_session(const Session& session);
  /// Makes it one plain file again, that anybody can read. Nothing may be open for reading.
  void settle();

 private:
  void create(const std::vector<std::string>& factors, std::size_t scenarios,
              const std::function<StoredScenario(std::size_t)>& scenario);
  void read_head();
  void prepare();
  bool add(const Block& block);
  void write_rows(const Block& block, const DepartmentRun& run);
  void summarise(std::uint64_t point, std::uint32_t scenario, std::uint32_t department);
  const std::vector<bool>& ratios_of(std::uint32_t scenario);

  Database database_;
  StudyHead head_;
  std::size_t scenarios_ = 0;
  std::pair<std::uint32_t, std::vector<bool>> ratios_{~0U, {}};  ///< by measure, of the scenario asked for last
  std::vector<Statement> statements_;
};

}  // namespace app
