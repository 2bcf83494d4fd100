#include "app/loading.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/output/output.hpp"
#include "app/refused.hpp"
#include "scenarios/format/parse.hpp"
#include "scenarios/format/write.hpp"

namespace app {
namespace {

constexpr const char* standard_input = "stdin";

/// At most one byte more than a scenario may have, so that the reader can say that it is too large.
std::string all_of_standard_input() {
  std::string text(scenarios::largest_file + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return text;
}

std::string stem(const std::string& file) {
  return file == "-" ? standard_input : std::filesystem::path(file).stem().string();
}

/// What `read` makes of every file. Throws sim::InputError with the problems of all of them, Refused if one of them
/// would be written over.
template <class Read>
auto each_file(const CommonOptions& options, const Read& read) {
  for (const auto& [output, option] : {std::pair{options.output, "--output"}, std::pair{options.report, "--report"}})
    if (const std::string wrong = overwrites(output, options.files, options.language, option); !wrong.empty())
      throw Refused({wrong});
  std::vector<decltype(read(options.files.front()))> all;
  sim::Problems problems;
  for (const std::string& file : options.files) {
    try {
      all.push_back(read(file));
    } catch (const sim::InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw sim::InputError(std::move(problems));
  return all;
}

/// Names of files that share theirs are the whole ones.
std::vector<Source> told_apart(std::vector<Source> sources) {
  for (Source& source : sources) {
    const auto same = [&](const Source& other) { return stem(other.file) == stem(source.file); };
    if (std::count_if(sources.begin(), sources.end(), same) > 1) source.name = source.file;
  }
  return sources;
}

/// Each of them once, joined by `between`.
template <class Text>
std::string joined_once(const std::vector<Source>& sources, const char* between, const Text& text) {
  std::vector<std::string> seen;
  std::string result;
  for (const Source& source : sources) {
    const std::string one = text(source);
    if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
    seen.push_back(one);
    result += (result.empty() ? "" : between) + one;
  }
  return result;
}

}  // namespace

scenarios::Loaded load(const std::string& file, const std::vector<std::string>& sets) {
  return file == "-" ? scenarios::read_text(all_of_standard_input(), standard_input, sets)
                     : scenarios::read_file(file, sets);
}

std::vector<Source> load_all(const CommonOptions& options) {
  return told_apart(each_file(options, [&](const std::string& file) {
    return Source{file, stem(file), load(file, options.sets)};
  }));
}

std::vector<scenarios::Variants> load_variants(const CommonOptions& options) {
  return each_file(options, [&](const std::string& file) {
    return file == "-" ? scenarios::Variants::of_text(all_of_standard_input(), standard_input, options.sets)
                       : scenarios::Variants::of_file(file, options.sets);
  });
}

std::vector<Source> sources_of(const std::vector<scenarios::Variants>& variants, const CommonOptions& options) {
  std::vector<Source> sources;
  for (std::size_t i = 0; i < variants.size(); ++i)
    sources.push_back({options.files[i], stem(options.files[i]), variants[i].loaded()});
  return told_apart(std::move(sources));
}

std::string title_of(const std::vector<Source>& sources) {
  return joined_once(sources, " / ", [](const Source& s) { return s.loaded.scenario.title; });
}

std::string hash_of(const std::vector<Source>& sources) {
  return joined_once(sources, "+", [](const Source& s) { return scenarios::hash(s.loaded.scenario); });
}

sim::Problems warnings_of(const std::vector<Source>& sources) {
  sim::Problems all;
  for (const Source& source : sources)
    all.insert(all.end(), source.loaded.warnings.begin(), source.loaded.warnings.end());
  return all;
}

}  // namespace app
