#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

#include "app/store/study_store.hpp"

/// From one database of results into another.
namespace app {

std::uint64_t StudyStore::take_from(StudyStore& other) {
  std::uint64_t taken = 0;
  const auto compare = [&](const Block& block) {
    if (!same(read(block.point, block.number), block))
      throw StoreError(database_.path(), fmt::format("{}/{} ({})", block.point, block.number, other.database_.path()),
                       StoreError::Kind::conflict);
  };
  constexpr std::size_t most_blocks = 1000;  // in one transaction
  constexpr std::size_t most_rows = 20'000;
  std::vector<Block> waiting;
  std::size_t rows = 0;
  const auto store = [&] {
    write(waiting);
    waiting.clear();
    rows = 0;
  };
  const auto take = [&](Block block) {
    if (has(block.point, block.number)) return compare(block);
    Statement parameters =
        other.database_.prepare("SELECT value, number FROM parameter WHERE point = ? ORDER BY factor");
    parameters.with(static_cast<std::int64_t>(block.point));
    while (parameters.row()) block.parameters.emplace_back(parameters.text(0), parameters.number(1));
    for (const DepartmentRun& run : block.departments) rows += run.rows.size();
    waiting.push_back(std::move(block));
    ++taken;
    if (waiting.size() >= most_blocks || rows >= most_rows) store();
  };
  Statement blocks = other.database_.prepare("SELECT DISTINCT point, block FROM run ORDER BY point, block");
  while (blocks.row())
    take(other.read(static_cast<std::uint64_t>(blocks.whole(0)), static_cast<std::uint32_t>(blocks.whole(1))));
  Statement failed = other.database_.prepare("SELECT point FROM point WHERE status = 'failed' ORDER BY point");
  while (failed.row()) take(other.read(static_cast<std::uint64_t>(failed.whole(0)), 0));
  store();
  Statement sessions = other.database_.prepare("SELECT * FROM session");
  while (sessions.row())
    write_session({sessions.text(0), sessions.text(1), sessions.text(2), sessions.text(3),
                   static_cast<unsigned>(sessions.whole(4)), static_cast<std::uint64_t>(sessions.whole(5)),
                   sessions.number(6), sessions.number(7)});
  extend(other.head_.replications);
  return taken;
}

bool same(const Block& one, const Block& other) {
  const auto bits = [](double value) {
    return std::bit_cast<std::uint64_t>(value == value ? value : std::numeric_limits<double>::quiet_NaN());
  };
  const auto same_row = [&](const DepartmentRun::Row& a, const DepartmentRun::Row& b) {
    return a.replication == b.replication && a.measure == b.measure && bits(a.above) == bits(b.above) &&
           bits(a.below) == bits(b.below);
  };
  const auto same_run = [&](const DepartmentRun& a, const DepartmentRun& b) {
    return a.department == b.department && a.failure == b.failure &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), same_row);
  };
  return one.scenario == other.scenario && one.hash == other.hash && one.failure == other.failure &&
         std::equal(one.departments.begin(), one.departments.end(), other.departments.begin(), other.departments.end(),
                    same_run);
}

}  // namespace app
