#include <doctest/doctest.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include "app/simulation.hpp"
#include "sim/replications.hpp"

namespace {

/// Fails in replication 3.
template <class Failure>
class Fragile : public sim::System {
 public:
  const sim::Catalogue& catalogue() const override { return catalogue_; }
  std::unique_ptr<sim::Worker> worker() const override {
    struct Worker : sim::Worker {
      sim::Observation observe(std::uint32_t replication) override {
        if (replication == 3) throw Failure();
        return {};
      }
    };
    return std::make_unique<Worker>();
  }

 private:
  sim::Catalogue catalogue_;
};

struct Lost : std::runtime_error {
  Lost() : std::runtime_error("a lead got lost") {}
};

}  // namespace

TEST_CASE("a failure on any of several threads says what is needed to repeat it") {
  const app::NamedSystem system(std::make_unique<Fragile<Lost>>(), "conveyor", 17);
  sim::Replications replications({&system}, 3);
  try {
    replications.run_to(20);
    FAIL("nothing has failed");
  } catch (const app::ReplicationFailure& failure) {
    CHECK(failure.department == "conveyor");
    CHECK(failure.seed == 17);
    CHECK(failure.replication == 3);
    CHECK(std::string(failure.what()) == "a lead got lost");
  }
}

TEST_CASE("lack of memory is told from other failures") {
  const app::NamedSystem system(std::make_unique<Fragile<std::bad_alloc>>(), "conveyor", 17);
  sim::Replications replications({&system}, 1);
  CHECK_THROWS_AS(replications.run_to(20), std::bad_alloc);
}
