#pragma once

#include <string>
#include <vector>

#include "app/store/study_store.hpp"
#include "app/sweep.hpp"
#include "scenarios/format/study.hpp"

namespace app {

/// What a sweep works on: a study file, or scenario files with what the command line says of them.
class StudySource {
 public:
  /// Reads the study and every scenario once, to find out what there is. Throws sim::InputError where a study's own
  /// scenario cannot be read or its factors cannot be set, and Refused. A file of a folder that cannot be read is one
  /// that fails, unless none can be read. What does not exist, pipes and devices are wrong input.
  explicit StudySource(const SweepOptions& options);

  const StudyHead& head() const { return head_; }
  const scenarios::Study& study() const { return study_; }
  std::vector<std::string> paths_of_factors() const;
  std::size_t scenarios() const { return files_.size(); }
  /// Reads a file and finds its departments and measures.
  StoredScenario scenario(std::size_t number) const;
  /// Where results go if nobody says.
  const std::string& default_database() const { return database_; }

 private:
  void read_files(const SweepOptions& options);
  void look_through(const SweepOptions& options);
  /// Throws sim::InputError with what is wrong in all files, where nothing can be run.
  void refuse_all() const;
  void check_factors(std::size_t number) const;

  bool is_study_ = false;
  scenarios::Study study_;
  StudyHead head_;
  std::vector<std::string> files_;   ///< as paths from the current folder
  std::vector<std::string> labels_;  ///< as they are called
  std::string database_;
};

}  // namespace app
