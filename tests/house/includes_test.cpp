#include "tests/house/includes.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace {

/// The number of problems that the checker finds in a small file; the files it names are taken to exist.
std::size_t problems(const std::string& path, const std::string& text) {
  const auto exists = [](const std::string& file) { return file.find('/') != std::string::npos; };
  return house::wrong_includes(path, text, exists).size();
}

}  // namespace

TEST_CASE("no file includes what its floor forbids") {
  std::size_t read = 0;
  for (const std::string& path : house::files()) {
    if (!house::is_cpp(path)) continue;
    ++read;
    const auto exists = [](const std::string& file) { return std::filesystem::is_regular_file(house::root() / file); };
    for (const std::string& problem : house::wrong_includes(path, house::read(house::root() / path), exists))
      FAIL_CHECK(problem);
  }
  CHECK(read > 10);
}

TEST_CASE("an include of a higher or a neighbouring floor is found") {
  CHECK(problems("sim/time.cpp", "#include \"models/lead.hpp\"\n") == 1);
  CHECK(problems("models/plan.cpp", "#include \"analysis/estimate.hpp\"\n") == 1);
  CHECK(problems("analysis/estimate.cpp", "#include \"models/lead.hpp\"\n") == 1);
  CHECK(problems("scenarios/format/reader.cpp", "#include \"app/messages/messages.hpp\"\n") == 1);
  CHECK(problems("app/run.cpp", "#include \"tests/house/tree.hpp\"\n") == 1);
  CHECK(problems("tests/sim/time_test.cpp", "#include \"models/lead.hpp\"\n") == 1);
}

TEST_CASE("an include of a lower floor or of one's own is allowed") {
  CHECK(problems("models/plan.cpp", "#include \"sim/time.hpp\"\n#include \"models/plan.hpp\"\n") == 0);
  CHECK(problems("app/run.cpp", "#include \"sim/time.hpp\"\n#include \"scenarios/format/reader.hpp\"\n") == 0);
  CHECK(problems("tests/models/lead_test.cpp", "#include \"sim/time.hpp\"\n#include <doctest/doctest.h>\n") == 0);
}

TEST_CASE("a library on a floor that does without it is found") {
  CHECK(problems("sim/time.cpp", "#include <Eigen/Dense>\n") == 1);
  CHECK(problems("models/plan.cpp", "#include <fmt/format.h>\n#include <boost/math/tools/roots.hpp>\n") == 2);
  CHECK(problems("analysis/estimate.cpp", "#include <toml++/toml.h>\n") == 1);
  CHECK(problems("scenarios/format/reader.cpp", "#include <nlohmann/json.hpp>\n") == 1);
  CHECK(problems("app/run.cpp", "#include <doctest/doctest.h>\n") == 1);
  CHECK(problems("app/run.cpp", "#include <benchmark/benchmark.h>\n") == 1);
}

TEST_CASE("models/ neither print nor touch files") {
  for (const char* header : {"iostream", "fstream", "cstdio", "print", "filesystem"})
    CHECK_MESSAGE(problems("models/plan.cpp", "#include <" + std::string(header) + ">\n") == 1, header);
  CHECK(problems("app/run.cpp", "#include <iostream>\n#include <cstdio>\n") == 0);
}

TEST_CASE("an include is found however it is written") {
  CHECK(problems("sim/time.cpp", "  #  include\t<Eigen/Dense> // a matrix") == 1);
  CHECK(problems("sim/time.cpp", "#include<Eigen/Dense>") == 1);
  CHECK(problems("sim/time.cpp", "#include HEADER\n") == 1);
  CHECK(problems("sim/time.cpp", "// #include <Eigen/Dense>\n") == 0);
}

TEST_CASE("a header that nobody knows is found") {
  CHECK(problems("sim/time.cpp", "#include <stdint.h>\n") == 1);
  CHECK(problems("app/run.cpp", "#include <windows.h>\n") == 1);
  CHECK(problems("sim/time.cpp", "#include \"time.hpp\"\n") == 1);
  CHECK(problems("sim/time.cpp", "#include \"boost/random.hpp\"\n") == 1);
  CHECK(problems("elsewhere/time.cpp", "") == 1);
}
