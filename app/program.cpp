#include "app/program.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <new>

#include "app/command_line/command_line.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/run.hpp"
#include "app/messages/studies.hpp"
#include "app/named_system.hpp"
#include "app/output/output.hpp"
#include "app/refused.hpp"
#include "app/store/database.hpp"

namespace app {
namespace {

struct Perform {
  ExitCode operator()(const ShowText& shown) const {
    Output output("");
    output.write(shown.text);
    output.finish();
    return ExitCode::done;
  }
  ExitCode operator()(const CheckOptions& options) const { return check(options); }
  ExitCode operator()(const RunOptions& options) const { return run(options); }
  ExitCode operator()(const CompareOptions& options) const { return compare(options); }
  ExitCode operator()(const TraceOptions& options) const { return trace(options); }
  ExitCode operator()(const SensitivityOptions& options) const { return sensitivity(options); }
  ExitCode operator()(const SelectOptions& options) const { return select(options); }
  ExitCode operator()(const MapOptions& options) const { return map(options); }
  ExitCode operator()(const BreakevenOptions& options) const { return breakeven(options); }
  ExitCode operator()(const ExplainOptions& options) const { return explain(options); }
  ExitCode operator()(const SweepOptions& options) const { return sweep(options); }
  ExitCode operator()(const MergeOptions& options) const { return merge(options); }
  ExitCode operator()(const ExportOptions& options) const { return export_table(options); }
  ExitCode operator()(const VerifyOptions& options) const { return verify(options); }
  ExitCode operator()(const StaffOptions& options) const { return staff(options); }
  ExitCode operator()(const ReportOptions& options) const { return report(options); }
};

const Phrase& phrase_of(StoreError::Kind kind) {
  switch (kind) {
    case StoreError::Kind::said:
      break;
    case StoreError::Kind::missing:
      return words::store_missing;
    case StoreError::Kind::folder:
      return words::store_folder;
    case StoreError::Kind::broken:
      return words::store_broken;
    case StoreError::Kind::read_only:
      return words::store_read_only;
    case StoreError::Kind::not_results:
      return words::store_of_others;
    case StoreError::Kind::damaged:
      return words::store_damaged;
    case StoreError::Kind::conflict:
      return words::store_conflict;
  }
  return words::store_failed;
}

/// A sentence on standard error.
void complain(const std::string& sentence) { fmt::print(stderr, "salesim: {}\n", sentence); }

}  // namespace

ExitCode run_program(const std::vector<std::string>& arguments) {
  const Language language = language_of(arguments);
  try {
    return std::visit(Perform{}, read_command_line(arguments));
  } catch (const Refused& refused) {
    for (const std::string& sentence : refused.complaints()) complain(sentence);
    const std::string command = command_named(arguments);
    complain(say(language, words::see_help, command.empty() ? "salesim" : "salesim " + command));
    return ExitCode::wrong_input;
  } catch (const sim::InputError& error) {
    fmt::print(stderr, "{}", text_of(error.problems(), language));
    return ExitCode::wrong_input;
  } catch (const ReplicationFailure& failure) {
    complain(say(language, words::failed_replication, failure.department, failure.seed, failure.replication,
                 std::string{failure.what()}));
  } catch (const OutputError& error) {
    if (error.is_unread()) return ExitCode::unread;
    const std::string where = error.where().empty() ? std::string{words::standard_output.in(language)} : error.where();
    complain(say(language, words::cannot_write, where, std::string{error.what()}));
  } catch (const StoreError& error) {
    complain(say(language, phrase_of(error.kind()), error.path(), std::string{error.what()}));
  } catch (const std::bad_alloc&) {
    complain(std::string{words::out_of_memory.in(language)});
  } catch (const std::exception& error) {
    complain(say(language, words::failed, std::string{error.what()}));
  }
  return ExitCode::failed;
}

}  // namespace app
