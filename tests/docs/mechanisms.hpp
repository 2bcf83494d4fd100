#pragma once

#include <string>
#include <vector>

/// The mechanisms of the trade: why one department does better than another, which keys carry each, and which tests
/// show that it does what it should and that it is not there when it is off.
namespace docs {

/// A test case: its file in tests/models/ and its title.
struct TestCase {
  std::string file;
  std::string title;
};

/// A key that serves a mechanism besides the one that its declaration names.
struct BesideKey {
  std::string path;
  std::string how;
};

struct Mechanism {
  int number;
  std::string name;
  std::string does;  ///< in the model
  std::vector<BesideKey> beside;
  std::vector<TestCase> on;   ///< what it does, computed
  std::vector<TestCase> off;  ///< off it is exactly the run without it
  std::string source;
};

/// M1 to M34.
const std::vector<Mechanism>& mechanisms();

/// The page on them: docs/mechanisms.md. Keys, neutral values and what moves come from the declarations.
std::string mechanisms_page();

}  // namespace docs
