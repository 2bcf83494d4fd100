#include "app/loading.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "scenarios/format/parse.hpp"

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

}  // namespace

scenarios::Loaded load(const std::string& file, const std::vector<std::string>& sets) {
  return file == "-" ? scenarios::read_text(all_of_standard_input(), standard_input, sets)
                     : scenarios::read_file(file, sets);
}

std::vector<Source> load_all(const CommonOptions& options) {
  std::vector<Source> sources;
  sim::Problems problems;
  for (const std::string& file : options.files) {
    try {
      sources.push_back({file, stem(file), load(file, options.sets)});
    } catch (const sim::InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw sim::InputError(std::move(problems));
  for (Source& source : sources) {
    const auto same = [&](const Source& other) { return stem(other.file) == stem(source.file); };
    if (std::count_if(sources.begin(), sources.end(), same) > 1) source.name = source.file;
  }
  return sources;
}

}  // namespace app
