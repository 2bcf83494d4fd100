#include "app/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/messages/studies.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/refused.hpp"
#include "app/store/study_store.hpp"

namespace app {
namespace {

constexpr std::uint64_t most_gaps = 10;  ///< that are told

/// Why blocks of one database have no place in another.
void refuse_other(const StudyHead& one, const StudyStore& from, const std::string& path, Language language) {
  const StudyHead& other = from.head();
  if (one.version != other.version)
    throw Refused({say(language, words::other_version, path, other.version, one.version)});
  if (one.identity != other.identity) throw Refused({say(language, words::other_study, path)});
  if (one.block != other.block) throw Refused({say(language, words::other_block, path, other.block, one.block)});
}

/// A line for each block that is missing.
std::string gaps_of(StudyStore& store, Language language) {
  const StudyHead& head = store.head();
  std::string text;
  const std::uint64_t missing = head.blocks() - std::min(head.blocks(), store.done());
  std::uint64_t told = 0;
  for (std::uint64_t unit = 0; unit < head.blocks() && told < std::min(missing, most_gaps); ++unit) {
    const std::uint64_t point = unit / head.blocks_of_point();
    const std::uint64_t block = unit % head.blocks_of_point();
    if (store.has(point, static_cast<std::uint32_t>(block))) continue;
    ++told;
    text += say(language, words::gap, point, block * head.block, (block + 1) * head.block - 1) + "\n";
  }
  if (missing > told) text += say(language, words::more_gaps, grouped(missing - told, language)) + "\n";
  return text;
}

}  // namespace

ExitCode merge(const MergeOptions& options) {
  const std::string& path = options.files.front();
  std::vector<std::unique_ptr<StudyStore>> parts;
  for (std::size_t i = 1; i < options.files.size(); ++i) {
    parts.push_back(std::make_unique<StudyStore>(options.files[i], Database::Access::read));
    refuse_other(parts.front()->head(), *parts.back(), options.files[i], options.language);
    parts.back()->check();
  }
  StudyStore& first = *parts.front();
  std::vector<std::string> factors;
  Statement all = first.database().prepare("SELECT path FROM factor ORDER BY factor");
  while (all.row()) factors.push_back(all.text(0));
  StudyStore store(path, first.head(), factors, first.scenarios(), [&](std::size_t s) { return first.scenario(s); });
  refuse_other(store.head(), first, options.files[1], options.language);
  std::uint64_t taken = 0;
  for (const auto& part : parts) taken += store.take_from(*part);
  const auto number = [&](std::uint64_t value) { return grouped(value, options.language); };
  Output output("");
  output.write(
      say(options.language, words::merged, path, number(taken), number(store.done()), number(store.head().blocks())) +
      "\n" + gaps_of(store, options.language));
  store.settle();
  output.finish();
  return ExitCode::done;
}

}  // namespace app
