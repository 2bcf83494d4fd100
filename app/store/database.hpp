#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace app {

/// Thrown where a database cannot be read or written: which one, and what SQLite or the system says of it, or what this
/// program has found.
class StoreError : public std::runtime_error {
 public:
  enum class Kind {
    said,         ///< `what()` says it
    missing,      ///< there is no such file
    folder,       ///< it is a folder
    read_only,    ///< it may not be written
    not_results,  ///< it is no database, another program's, or one of another layout
    damaged,      ///< what it says of itself cannot be; `what()` names it
    broken,       ///< its bytes are not those that were written, as `what()` says
    conflict      ///< two databases have different results at the place that `what()` names
  };
  StoreError(std::string path, const std::string& what, Kind kind = Kind::said)
      : std::runtime_error(what), path_(std::move(path)), kind_(kind) {}
  const std::string& path() const { return path_; }
  Kind kind() const { return kind_; }

 private:
  std::string path_;
  Kind kind_;
};

/// A prepared statement: bind, step until there is no row, reset.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& path, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&& other) noexcept;

  /// Places count from 1. A number that is none (NaN) becomes NULL; every other double keeps its bits.
  Statement& bind(int place, std::int64_t value);
  Statement& bind(int place, double value);
  Statement& bind(int place, std::string_view text);
  Statement& bind_null(int place);
  /// Binds values to the places from 1 on.
  template <class... Values>
  Statement& with(const Values&... values) {
    int place = 0;
    (bind(++place, values), ...);
    return *this;
  }

  /// Goes to the next row; false at the end, where it is reset. Throws StoreError.
  bool row();
  /// Runs it to its end and resets it. Throws StoreError.
  void run();
  /// Ends it before its end.
  void reset();

  int columns() const;
  std::string name(int column) const;
  bool is_null(int column) const;
  bool is_text(int column) const;
  bool is_whole(int column) const;
  std::int64_t whole(int column) const;
  double number(int column) const;  ///< NaN where it is NULL
  std::string text(int column) const;

 private:
  [[noreturn]] void fail() const;

  sqlite3* database_;
  const std::string& path_;
  sqlite3_stmt* statement_ = nullptr;
};

/// A connection to an SQLite file. May be used by one thread at a time.
class Database {
 public:
  enum class Access {
    read,   ///< nothing is changed; the file must exist
    write,  ///< the file must exist
    create  ///< made if it does not exist
  };

  /// Throws StoreError, also where a file that is to be written can only be read.
  Database(std::string path, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const std::string& sql);
  Statement prepare(std::string_view sql) { return {handle_, path_, sql}; }
  /// The single value of a query, a whole number; nothing where there is no row.
  std::optional<std::int64_t> whole(std::string_view sql);
  const std::string& path() const { return path_; }

 private:
  [[noreturn]] void fail(int code) const;

  std::string path_;
  sqlite3* handle_ = nullptr;
};

/// A transaction that is taken back unless it is committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace app
