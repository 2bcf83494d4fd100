#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

/// The real program, run as a user would run it.
namespace program {

using Arguments = std::vector<std::string>;

inline std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

/// A folder of its own that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "salesim_test_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }
  /// Names of all that is in it, hidden files too.
  std::vector<std::string> content() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      names.push_back(entry.path().filename().string());
    return names;
  }

 private:
  std::filesystem::path path_;
};

/// What became of a run.
struct Outcome {
  int code = -1;    ///< exit code; -signal if a signal has ended it
  std::string out;  ///< standard output
  std::string err;  ///< standard error
};

/// A program that runs. Standard streams are files in a folder of its own.
class Running {
 public:
  /// `out` stands for standard output where given (`/dev/full`); `-` closes it.
  explicit Running(const Arguments& arguments, const std::string& input = "", const std::string& out = "") {
    write(folder_ / "in", input);
    std::vector<std::string> words{SALESIM_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> raw;
    for (std::string& word : words) raw.push_back(word.data());
    raw.push_back(nullptr);
    const std::string in_path = folder_ / "in";
    const std::string out_path = out.empty() || out == "-" ? folder_ / "out" : out;
    const std::string err_path = folder_ / "err";
    child_ = fork();
    if (child_ != 0) return;
    // A test that runs in the background would hand on ignored signals.
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    dup2(open(in_path.c_str(), O_RDONLY), STDIN_FILENO);
    dup2(open(out_path.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    dup2(open(err_path.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    if (out == "-") close(STDOUT_FILENO);
    for (int descriptor = 3; descriptor < 16; ++descriptor) close(descriptor);
    if (chdir(SALESIM_SOURCE_DIR) == 0) execv(raw.front(), raw.data());
    _exit(127);
  }

  pid_t id() const { return child_; }

  /// Waits until the program keeps SIGINT for itself: it is ready to be interrupted.
  void wait_until_interruptible() const {
    const std::string status = "/proc/" + std::to_string(child_) + "/status";
    for (int i = 0; i < 3000; ++i) {
      std::ifstream file(status);
      for (std::string line; std::getline(file, line);)
        if (line.starts_with("SigBlk:") && (std::stoull(line.substr(7), nullptr, 16) >> (SIGINT - 1) & 1U) != 0) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("the program never became interruptible");
  }

  Outcome wait() {
    int status = 0;
    waitpid(child_, &status, 0);
    Outcome outcome;
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    const std::string out = folder_ / "out";
    if (std::filesystem::exists(out)) outcome.out = read(out);
    // Who is ended as soon as he is born has not come to open it.
    const std::string err = folder_ / "err";
    if (std::filesystem::exists(err)) outcome.err = read(err);
    return outcome;
  }

 private:
  Folder folder_;
  pid_t child_ = -1;
};

/// Runs the program in the project's root until it ends.
inline Outcome run(const Arguments& arguments, const std::string& input = "", const std::string& out = "") {
  return Running(arguments, input, out).wait();
}

/// The same, and it must end well.
inline Outcome good(const Arguments& arguments, const std::string& input = "") {
  Outcome outcome = run(arguments, input);
  std::string line;
  for (const std::string& argument : arguments) line += " " + argument;
  INFO("salesim", line, "\n", outcome.err);
  REQUIRE(outcome.code == 0);
  return outcome;
}

inline Arguments operator+(Arguments left, const Arguments& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline const std::string first_steps = "scenarios/first_steps.toml";

/// Two months of the first steps without a warm-up, asked of any command.
inline Arguments shortly(const std::string& command, const Arguments& more) {
  return Arguments{command, first_steps} + more +
         Arguments{"--set", "horizon=2 mo", "--set", "warm_up=0 d", "--quiet"};
}

/// Two months of the first steps without a warm-up: everything that a year has, in a sixth of the time.
inline Arguments short_run(const std::string& command, unsigned replications) {
  return {command,  first_steps,   "--set",          "horizon=2 mo",
          "--set",  "warm_up=0 d", "--replications", std::to_string(replications),
          "--quiet"};
}

}  // namespace program
