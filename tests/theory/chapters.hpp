#pragma once

#include <vector>

#include "tests/theory/chapter.hpp"

/// The textbook. Each chapter stands in the file of its name; the parameters are those of the scenario file, and a
/// wrong one makes a wrong theory, which must be refused.
namespace theory {

Chapter one_server(double work = 2);
Chapter many_servers(int servers = 5, double work = 2);
Chapter twenty_servers(int servers = 20);
Chapter loss(int servers = 5, double work = 2);
Chapter impatience(int servers = 10, double patience = 3);
Chapter any_work(double cv = 1.5);
Chapter priorities(double important = 9, double ordinary = 15);
Chapter tandem(double first_pass = 0.8);
Chapter funnel(double later = 0.15, double reach = 0.3);
Chapter staffed_day(bool finishes = true, int peak = 3);
Chapter clients(double gap = 40, double life = 500);
Chapter cold_list(double reach = 0.3, double interest = 0.1);
Chapter stock(double pass = 0.5);
Chapter campaign();

/// All of them, as they should be.
std::vector<Chapter> chapters();

/// A theory that is not the file's.
struct WrongTheory {
  std::string what;
  Chapter chapter;
};
std::vector<WrongTheory> wrong_theories();

}  // namespace theory
