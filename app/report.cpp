#include "app/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/documents.hpp"
#include "app/messages/documents.hpp"
#include "app/output/json.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/output/page.hpp"
#include "app/refused.hpp"
#include "app/study_summary.hpp"

namespace app {
namespace {

InputKind kind_of_inputs(const ReportOptions& options) {
  const InputKind first = kind_of_input(options.files.front());
  for (const std::string& file : options.files)
    if (kind_of_input(file) != first)
      throw Refused({say(options.language, words::mixed_inputs, options.files.front(), file)});
  if (first == InputKind::database && options.files.size() > 1)
    throw Refused({say(options.language, words::one_database_for_page, options.files.size())});
  std::vector<std::string> complaints;
  if (first != InputKind::scenario)
    for (const std::string& option : options.of_simulation)
      if (first != InputKind::database || option != "--measure")
        complaints.push_back(say(options.language, words::option_of_simulation, option));
  if (!complaints.empty()) throw Refused(std::move(complaints));
  return first;
}

analysis::result::Result of_study(const ReportOptions& options) {
  const bool asked =
      std::find(options.of_simulation.begin(), options.of_simulation.end(), "--measure") != options.of_simulation.end();
  return study_document(options.files.front(), asked ? options.measure : "", options.language);
}

/// Beside no input, but where the program was started: `scenarios/a.toml` becomes `a.html`.
std::string default_page(const std::string& input) {
  const std::string stem = input == "-" ? "report" : std::filesystem::path(input).stem().string();
  return stem + ".html";
}

void tell(const ReportOptions& options) {
  if (options.quiet) return;
  constexpr std::uintmax_t kilobyte = 1000;
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(options.output, error);
  fmt::print(stderr, "salesim: {}\n",
             say(options.language, words::wrote_page, options.output,
                 grouped(std::uint64_t{error ? 0 : size / kilobyte}, options.language)));
}

}  // namespace

ExitCode report(const ReportOptions& given) {
  if (!has_page()) throw Refused({std::string{words::no_page.in(given.language)}});
  ReportOptions options = given;
  const InputKind kind = kind_of_inputs(options);
  if (options.output.empty()) options.output = default_page(options.files.front());
  if (const std::string wrong = wrong_with_output(options.output, options.language); !wrong.empty())
    throw Refused({wrong});
  if (const std::string wrong = overwrites(options.output, options.files, options.language); !wrong.empty())
    throw Refused({wrong});
  options.format = Format::page;
  if (kind == InputKind::scenario) {
    const ExitCode code = compare(options);
    if (code == ExitCode::done) tell(options);
    return code;
  }
  std::vector<std::string> remarks;
  const std::string document = kind == InputKind::document ? merged_document(options.files, options.language, remarks)
                                                           : json_of(of_study(options), options.language);
  Output output(options.output);
  output.write(page_of(document, options.language));
  output.finish();
  if (!options.quiet)
    for (const std::string& remark : remarks) fmt::print(stderr, "salesim: {}\n", remark);
  tell(options);
  return ExitCode::done;
}

}  // namespace app
