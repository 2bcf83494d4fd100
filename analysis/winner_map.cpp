#include "analysis/winner_map.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>

#include "analysis/best.hpp"

namespace analysis {
namespace {

constexpr std::size_t coarse = 4;

/// Every fourth cell of so many, and the last.
std::vector<std::size_t> ends(std::size_t count) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i + 1 < count; i += coarse) all.push_back(i);
  all.push_back(count - 1);
  return all;
}

/// Corners of a part of the grid, both ends included.
struct Block {
  std::size_t left;
  std::size_t right;
  std::size_t bottom;
  std::size_t top;
};

class Drawing {
 public:
  Drawing(Experiment& experiment, std::span<const Factor> factors, const MapOptions& options)
      : experiment_(experiment), options_(options), start_(experiment.spent()), base_(base_of(factors)) {
    const auto values = [](const Factor& factor, std::size_t count) {
      std::vector<double> all;
      for (std::size_t i = 0; i < count; ++i)
        all.push_back(factor.at(static_cast<double>(i) / static_cast<double>(count - 1)));
      return all;
    };
    map_.x = values(factors[options.x], options.columns);
    map_.y = values(factors[options.y], options.rows);
    map_.cells.resize(options.columns * options.rows);
    for (std::uint64_t n = options.first; n < options.most; n *= 2) looks_.push_back(static_cast<std::uint32_t>(n));
    looks_.push_back(options.most);
    seen_.assign(experiment.systems(), 0);
  }

  WinnerMap draw() {
    std::vector<Block> blocks = first_blocks();
    while (!blocks.empty()) {
      look_at_corners(blocks);
      std::vector<Block> smaller;
      for (const Block& block : blocks) {
        if (const auto winner = agreed(block))
          fill(block, *winner);
        else if (block.right - block.left > 1 || block.top - block.bottom > 1)
          map_.exhausted ? fill(block, std::nullopt) : halve(block, smaller);
      }
      blocks = std::move(smaller);
    }
    for (std::size_t look = quick_looks; look < looks_.size(); ++look) {
      std::vector<std::size_t> open;
      for (std::size_t c = 0; c < map_.cells.size(); ++c)
        if (map_.cells[c].simulated && !map_.cells[c].resolved && !settled_[c]) open.push_back(c);
      if (open.empty() || !run(open, look)) break;
    }
    map_.spent = experiment_.spent() - start_;
    return std::move(map_);
  }

 private:
  static constexpr std::size_t quick_looks = 2;

  std::vector<Block> first_blocks() const {
    std::vector<Block> blocks;
    const std::vector<std::size_t> across = ends(options_.columns);
    const std::vector<std::size_t> up = ends(options_.rows);
    for (std::size_t j = 0; j + 1 < up.size(); ++j)
      for (std::size_t i = 0; i + 1 < across.size(); ++i)
        blocks.push_back({across[i], across[i + 1], up[j], up[j + 1]});
    return blocks;
  }

  std::size_t number(std::size_t column, std::size_t row) const { return row * options_.columns + column; }
  std::vector<std::size_t> corners(const Block& b) const {
    return {number(b.left, b.bottom), number(b.right, b.bottom), number(b.left, b.top), number(b.right, b.top)};
  }

  void look_at_corners(const std::vector<Block>& blocks) {
    std::vector<std::size_t> fresh;
    for (const Block& block : blocks)
      for (const std::size_t cell : corners(block))
        if (!points_.contains(cell)) fresh.push_back(cell);
    std::sort(fresh.begin(), fresh.end());
    fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
    for (std::size_t look = 0; look < std::min(quick_looks, looks_.size()) && !fresh.empty(); ++look) {
      if (!run(fresh, look)) return;
      std::erase_if(fresh, [&](std::size_t cell) { return map_.cells[cell].resolved || settled_[cell]; });
    }
  }

  /// Runs cells to a look and judges them; false, and nothing is run, if the budget does not allow it.
  bool run(const std::vector<std::size_t>& cells, std::size_t look) {
    const std::uint32_t count = looks_[look];
    std::vector<std::size_t> points;
    for (const std::size_t cell : cells) {
      const auto [at, added] = points_.try_emplace(cell, 0);
      if (added) {
        std::vector<double> values = base_;
        values[options_.x] = map_.x[cell % options_.columns];
        values[options_.y] = map_.y[cell / options_.columns];
        at->second = experiment_.add(std::move(values));
      }
      points.push_back(at->second);
    }
    if (experiment_.spent() - start_ + experiment_.missing(points, count) > options_.budget) {
      map_.exhausted = true;
      return false;
    }
    experiment_.expect(start_ + options_.budget);
    experiment_.extend(points, count);
    for (const std::size_t point : points)
      for (std::size_t s = 0; s < seen_.size(); ++s)
        seen_[s] = seen_[s] || known(linearise(experiment_.of(point, s)).center);
    for (std::size_t i = 0; i < cells.size(); ++i) judge(cells[i], points[i], count);
    return true;
  }

  void judge(std::size_t number, std::size_t point, std::uint32_t count) {
    std::vector<Sample> samples;
    for (std::size_t s = 0; s < experiment_.systems(); ++s) samples.push_back(experiment_.of(point, s));
    const Panel panel = panel_of(samples);
    BestOptions best;
    best.confidence = 1 - (1 - options_.confidence) / static_cast<double>(looks_.size());
    best.larger_is_better = options_.larger_is_better;
    const ComparisonWithBest verdict = compare_with_best(panel, best);
    MapCell& cell = map_.cells[number];
    map_.simulated += cell.simulated ? 0U : 1U;
    cell.simulated = true;
    cell.replications = count;
    cell.means = panel.centers;
    cell.best = verdict.best;
    // More replications may show a value of a system that has none here so far, but has elsewhere.
    bool all = true;
    for (std::size_t s = 0; s < seen_.size(); ++s) all = all && (known(panel.centers[s]) || !seen_[s]);
    cell.resolved = verdict.resolved && (all || count == looks_.back());
    // Systems that do the same in every replication will never be told apart.
    bool same = all && panel.rows > 0;
    for (const std::vector<double>& values : panel.values)
      same = same && (values.empty() || values == panel.values[verdict.best]);
    settled_[number] = same;
  }

  std::optional<std::size_t> agreed(const Block& block) const {
    const std::vector<std::size_t> all = corners(block);
    const MapCell& first = map_.cells[all.front()];
    for (const std::size_t corner : all)
      if (!map_.cells[corner].resolved || map_.cells[corner].best != first.best) return std::nullopt;
    return first.best;
  }

  void halve(const Block& b, std::vector<Block>& smaller) const {
    const auto split = [](std::size_t from, std::size_t to) {
      std::vector<std::pair<std::size_t, std::size_t>> parts;
      const std::size_t middle = (from + to) / 2;
      if (middle > from) parts.emplace_back(from, middle);
      if (to > middle) parts.emplace_back(middle, to);
      return parts;
    };
    for (const auto& [bottom, top] : split(b.bottom, b.top))
      for (const auto& [left, right] : split(b.left, b.right)) smaller.push_back({left, right, bottom, top});
  }

  /// Tells the cells of a block that are not simulated from its corners.
  void fill(const Block& b, std::optional<std::size_t> winner) {
    const std::vector<std::size_t> all = corners(b);
    const double sign = options_.larger_is_better ? 1 : -1;
    for (std::size_t row = b.bottom; row <= b.top; ++row)
      for (std::size_t column = b.left; column <= b.right; ++column) {
        MapCell& cell = map_.cells[number(column, row)];
        if (cell.simulated) continue;
        const double u =
            b.right == b.left ? 0 : static_cast<double>(column - b.left) / static_cast<double>(b.right - b.left);
        const double v =
            b.top == b.bottom ? 0 : static_cast<double>(row - b.bottom) / static_cast<double>(b.top - b.bottom);
        const double weights[] = {(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v};
        cell.means.assign(experiment_.systems(), 0.0);
        for (std::size_t s = 0; s < cell.means.size(); ++s)
          for (std::size_t c = 0; c < 4; ++c) {
            const MapCell& corner = map_.cells[all[c]];
            if (weights[c] > 0) cell.means[s] += corner.simulated ? weights[c] * corner.means[s] : absent;
          }
        cell.resolved = winner.has_value();
        cell.best = winner.value_or(0);
        if (winner) continue;
        for (std::size_t s = 0; s < cell.means.size(); ++s)
          if (!known(cell.means[cell.best]) || sign * cell.means[s] > sign * cell.means[cell.best]) cell.best = s;
      }
  }

  Experiment& experiment_;
  const MapOptions& options_;
  std::uint64_t start_;
  std::vector<double> base_;
  WinnerMap map_;
  std::vector<std::uint32_t> looks_;
  std::vector<char> seen_;                     ///< by system: it has a value somewhere
  std::map<std::size_t, std::size_t> points_;  ///< of simulated cells, by number
  std::map<std::size_t, bool> settled_;        ///< more replications would tell nothing
};

}  // namespace

std::uint64_t least_budget(const MapOptions& options, std::size_t systems) {
  return std::uint64_t{options.first} * ends(options.columns).size() * ends(options.rows).size() * systems;
}

WinnerMap winner_map(Experiment& experiment, std::span<const Factor> factors, const MapOptions& options) {
  assert(options.columns >= 2 && options.rows >= 2 && options.x != options.y);
  return Drawing(experiment, factors, options).draw();
}

}  // namespace analysis
