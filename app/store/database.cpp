#include "app/store/database.hpp"

#include <signal.h>
#include <sqlite3.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>
#include <utility>

namespace app {
namespace {

constexpr int patience = 60'000;  ///< for another process that writes [ms]

/// What SQLite says, and the system where it is the system's fault.
std::string said(sqlite3* handle) {
  std::string text = sqlite3_errmsg(handle);
  const int error = sqlite3_system_errno(handle);
  const int code = sqlite3_errcode(handle);
  if (error != 0 && (code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_FULL))
    text += std::string{" ("} + std::strerror(error) + ")";
  return text;
}

/// What is wrong with the file where SQLite fails so. All statements are this program's own: one that cannot be
/// understood, or rows that cannot be, mean that tables are not those that were made.
StoreError::Kind kind_of(sqlite3* handle) {
  switch (sqlite3_errcode(handle) & 0xFF) {
    case SQLITE_NOTADB:
      return StoreError::Kind::not_results;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_FORMAT:
    case SQLITE_TOOBIG:
      return StoreError::Kind::broken;
    default:
      return StoreError::Kind::said;
  }
}

StoreError error_of(sqlite3* handle, const std::string& path) { return {path, said(handle), kind_of(handle)}; }

}  // namespace

Statement::Statement(sqlite3* database, const std::string& path, std::string_view sql)
    : database_(database), path_(path) {
  if (sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_,
                         nullptr) != SQLITE_OK)
    fail();
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), path_(other.path_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::fail() const { throw error_of(database_, path_); }

Statement& Statement::bind(int place, std::int64_t value) {
  if (sqlite3_bind_int64(statement_, place, value) != SQLITE_OK) fail();
  return *this;
}

Statement& Statement::bind(int place, double value) {
  if (std::isnan(value)) return bind_null(place);
  if (sqlite3_bind_double(statement_, place, value) != SQLITE_OK) fail();
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  if (sqlite3_bind_text64(statement_, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
    fail();
  return *this;
}

Statement& Statement::bind_null(int place) {
  if (sqlite3_bind_null(statement_, place) != SQLITE_OK) fail();
  return *this;
}

bool Statement::row() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const StoreError error = error_of(database_, path_);
    sqlite3_reset(statement_);
    throw error;
  }
  sqlite3_reset(statement_);
  return false;
}

void Statement::run() {
  while (row()) {
  }
}

void Statement::reset() { sqlite3_reset(statement_); }

int Statement::columns() const { return sqlite3_column_count(statement_); }
std::string Statement::name(int column) const { return sqlite3_column_name(statement_, column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
bool Statement::is_text(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_TEXT; }
bool Statement::is_whole(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }
std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::number(int column) const {
  return is_null(column) ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(statement_, column);
}
std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes == nullptr ? std::string{}
                          : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

Database::Database(std::string path, Access access) : path_(std::move(path)) {
  std::error_code unknown;
  if (path_ != ":memory:") {
    if (std::filesystem::is_directory(path_, unknown)) throw StoreError(path_, "folder", StoreError::Kind::folder);
    if (access != Access::create && !std::filesystem::exists(path_, unknown) && !unknown)
      throw StoreError(path_, "missing", StoreError::Kind::missing);
  }
  signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error like a full disk, not the end of the program
  const int flags = access == Access::read    ? SQLITE_OPEN_READONLY
                    : access == Access::write ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path_.c_str(), &handle_, flags | SQLITE_OPEN_FULLMUTEX, nullptr);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(handle_, 0);
  sqlite3_busy_timeout(handle_, patience);
  if (access != Access::read && sqlite3_db_readonly(handle_, "main") == 1) {
    sqlite3_close_v2(handle_);
    throw StoreError(path_, "read-only", StoreError::Kind::read_only);
  }
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::fail(int code) const {
  const StoreError error =
      handle_ != nullptr ? error_of(handle_, path_) : StoreError(path_, std::string{sqlite3_errstr(code)});
  sqlite3_close_v2(handle_);
  throw error;
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw error_of(handle_, path_);
}

std::optional<std::int64_t> Database::whole(std::string_view sql) {
  Statement statement = prepare(sql);
  if (!statement.row()) return std::nullopt;
  return statement.whole(0);
}

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const StoreError&) {
    // SQLite has taken it back itself, as it does where the disk is full.
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace app
