#include "sim/measures.hpp"

#include <doctest/doctest.h>

TEST_CASE("a catalogue finds measures by name and says when there is none") {
  sim::Catalogue catalogue;
  CHECK(catalogue.find("profit") == 0);
  for (const char* name : {"revenue", "profit", "wait.qualify.mean"}) {
    sim::Measure measure;
    measure.name = name;
    catalogue.measures.push_back(measure);
  }
  CHECK(catalogue.find("revenue") == 0);
  CHECK(catalogue.find("wait.qualify.mean") == 2);
  CHECK(catalogue.find("wait.qualify") == 3);
  CHECK(catalogue.find("") == 3);
}
