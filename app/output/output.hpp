#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/messages/language.hpp"

namespace app {

/// Thrown where the answer cannot be written.
class OutputError : public std::runtime_error {
 public:
  /// `where` is a path, empty for standard output; `error` is the system's number of what went wrong.
  OutputError(std::string where, int error);
  const std::string& where() const { return where_; }
  /// Whether standard output is a pipe that nobody reads any more, as behind `| head`.
  bool is_unread() const;

 private:
  std::string where_;
  int error_;
};

/// Where an answer goes: standard output, or a file that appears only when it is complete.
///
/// A file is written beside its place under another name and then renamed; if that does not come to its end, nothing is
/// left and what was there before stays. A link is followed; what is no regular file (a pipe, a device) is written to
/// as it is. Every write is checked.
class Output {
 public:
  /// An empty path is standard output. Throws OutputError.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Throws OutputError.
  void write(std::string_view text);
  /// Puts the file in its place. Without it nothing was written to a file. Throws OutputError.
  void finish();

 private:
  void flush();
  [[noreturn]] void fail() const;

  std::string path_;       ///< as given
  std::string target_;     ///< with links followed
  std::string temporary_;  ///< empty where there is none
  std::string buffer_;
  int file_ = -1;
};

/// That an output, which stands behind an option, is one of the files that are read, as a sentence; empty if it is not.
std::string overwrites(const std::string& output, const std::vector<std::string>& inputs, Language language,
                       const std::string& option = "--output");

/// Why nothing could be written to this path, which stands behind an option, as a sentence; empty if nothing speaks
/// against it.
std::string wrong_with_output(const std::string& path, Language language, const std::string& option = "--output");

}  // namespace app
