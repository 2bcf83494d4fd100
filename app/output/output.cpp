#include "app/output/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "app/messages/command_line.hpp"

namespace app {
namespace {

constexpr std::size_t buffer_size = 1U << 16U;
constexpr unsigned read_and_write = 0666;  // less what the user's mask takes away
constexpr unsigned permissions = 07777;

std::string followed(const std::string& path) {
  std::error_code error;
  const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

}  // namespace

OutputError::OutputError(std::string where, int error)
    : std::runtime_error(std::strerror(error)), where_(std::move(where)), error_(error) {}

bool OutputError::is_unread() const { return where_.empty() && error_ == EPIPE; }

Output::Output(const std::string& path) : path_(path) {
  if (path.empty()) {
    file_ = STDOUT_FILENO;
    return;
  }
  target_ = followed(path);
  struct stat status {};
  const bool exists = stat(target_.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    file_ = open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) fail();
    return;
  }
  const std::filesystem::path place(target_);
  const std::string name = "." + place.filename().string() + "." + std::to_string(getpid()) + ".part";
  const std::string temporary = (place.parent_path() / name).string();
  file_ = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, read_and_write);
  if (file_ < 0) fail();
  temporary_ = temporary;
  if (exists) fchmod(file_, status.st_mode & permissions);
}

Output::~Output() {
  if (file_ >= 0 && file_ != STDOUT_FILENO) close(file_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  for (std::size_t done = 0; done < buffer_.size();) {
    const ssize_t written = ::write(file_, buffer_.data() + done, buffer_.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail();
    done += static_cast<std::size_t>(written);
  }
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (file_ == STDOUT_FILENO) return;
  if (!temporary_.empty() && fsync(file_) != 0) fail();
  const int file = file_;
  file_ = -1;
  if (close(file) != 0) fail();
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail();
  temporary_.clear();
}

void Output::fail() const { throw OutputError(path_, errno); }

std::string overwrites(const std::string& output, const std::vector<std::string>& inputs, Language language,
                       const std::string& option) {
  if (output.empty()) return "";
  for (const std::string& input : inputs) {
    std::error_code error;
    if (std::filesystem::equivalent(input, output, error)) return say(language, words::output_is_input, input, option);
  }
  return "";
}

std::string wrong_with_output(const std::string& path, Language language, const std::string& option) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) return say(language, words::output_is_folder, path, option);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return "";
  std::filesystem::path folder = std::filesystem::path(followed(path)).parent_path();
  if (folder.empty()) folder = ".";
  const std::string named = std::filesystem::path(path).parent_path().string();
  if (!std::filesystem::is_directory(folder, error))
    return say(language, words::folder_missing, path, named.empty() ? folder.string() : named, option);
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    return say(language, words::folder_not_writable, path, folder.string(), option);
  return "";
}

}  // namespace app
