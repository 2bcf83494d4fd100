#pragma once

#include <array>
#include <string_view>

/// The tables and views of a database of results, declared once: the store makes them, `export` reads them, and
/// docs/results.md shows them.
namespace app {

struct Relation {
  std::string_view name;
  std::string_view order;  ///< columns by which an export is sorted: one row for each
  std::string_view sql;
  bool view = false;
};

inline constexpr std::array relations{
    Relation{"study", "key", R"(-- What was asked: title, text, identity, version, replications, block.
CREATE TABLE study (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID)"},
    Relation{"scenario", "scenario", R"(-- The files, each as one text with all that it extends.
CREATE TABLE scenario (
  scenario INTEGER PRIMARY KEY,  -- from 0
  file TEXT NOT NULL,
  title TEXT NOT NULL,
  hash TEXT NOT NULL,            -- as `salesim check` tells it; empty where it cannot be read
  text TEXT NOT NULL             -- or why it cannot be read
))"},
    Relation{"department", "scenario, department", R"(-- The departments that are simulated.
CREATE TABLE department (
  scenario INTEGER NOT NULL REFERENCES scenario,
  department INTEGER NOT NULL,   -- its number in the file, from 0
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (scenario, department)
) WITHOUT ROWID)"},
    Relation{"measure", "scenario, measure", R"(-- The measures that are stored.
CREATE TABLE measure (
  scenario INTEGER NOT NULL REFERENCES scenario,
  measure INTEGER NOT NULL,      -- its number in the study, from 0
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  estimator TEXT NOT NULL,       -- mean, ratio or quantile
  PRIMARY KEY (scenario, measure)
) WITHOUT ROWID)"},
    Relation{"factor", "factor", R"(-- What varies.
CREATE TABLE factor (
  factor INTEGER PRIMARY KEY,    -- from 0
  path TEXT NOT NULL
))"},
    Relation{"point", "point", R"(-- A scenario with one value for each factor.
CREATE TABLE point (
  point INTEGER PRIMARY KEY,     -- from 0
  scenario INTEGER NOT NULL REFERENCES scenario,
  hash TEXT NOT NULL,            -- of the scenario with these values; empty where it cannot be
  status TEXT NOT NULL,          -- ok or failed
  reason TEXT NOT NULL           -- why it failed
))"},
    Relation{"parameter", "point, factor", R"(-- The values of a point's factors.
CREATE TABLE parameter (
  point INTEGER NOT NULL REFERENCES point,
  factor INTEGER NOT NULL REFERENCES factor,
  value TEXT NOT NULL,           -- as it could stand in the file
  number REAL,                   -- in its unit; NULL where the value is none
  PRIMARY KEY (point, factor)
) WITHOUT ROWID)"},
    Relation{"run", "point, block, department", R"(-- A block of replications of a department at a point.
CREATE TABLE run (
  point INTEGER NOT NULL REFERENCES point,
  block INTEGER NOT NULL,        -- from 0
  department INTEGER NOT NULL,
  first INTEGER NOT NULL,        -- its first replication, from 0
  replications INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  version TEXT NOT NULL,
  status TEXT NOT NULL,          -- ok or failed
  reason TEXT NOT NULL,          -- why it failed
  PRIMARY KEY (point, block, department)
) WITHOUT ROWID)"},
    Relation{"observation", "point, department, replication, measure", R"(-- What a replication yields.
CREATE TABLE observation (
  point INTEGER NOT NULL REFERENCES point,
  department INTEGER NOT NULL,
  replication INTEGER NOT NULL,  -- from 0
  measure INTEGER NOT NULL,
  above REAL,                    -- the value; of a ratio its numerator; NULL where there is none
  below REAL,                    -- of a ratio its denominator, else NULL
  PRIMARY KEY (point, department, replication, measure)
) WITHOUT ROWID)"},
    Relation{"summary", "point, department, measure", R"(-- Estimates from all replications that are there; intervals of 95 %.
CREATE TABLE summary (
  point INTEGER NOT NULL REFERENCES point,
  department INTEGER NOT NULL,
  measure INTEGER NOT NULL,
  replications INTEGER NOT NULL,
  mean REAL,                     -- ratio: a ratio of means; quantile: mean of the replications' own
  low REAL,
  high REAL,
  sd REAL,                       -- of single replications
  p05 REAL,                      -- quantiles of single replications
  p50 REAL,
  p95 REAL,
  empty INTEGER NOT NULL,        -- replications without a value
  PRIMARY KEY (point, department, measure)
) WITHOUT ROWID)"},
    Relation{"session", "session", R"(-- When and where it was computed: no result, and not compared.
CREATE TABLE session (
  session TEXT PRIMARY KEY,
  started TEXT NOT NULL,         -- UTC
  host TEXT NOT NULL,
  shard TEXT NOT NULL,
  threads INTEGER NOT NULL,
  blocks INTEGER NOT NULL,
  seconds REAL NOT NULL,
  writing REAL NOT NULL          -- seconds of them in which a thread was writing
) WITHOUT ROWID)"},
    Relation{"answer", "point, department, measure", R"(-- Estimates with names.
CREATE VIEW answer AS
SELECT s.point, c.file AS scenario, d.name AS department, m.name AS measure, m.unit, s.replications,
       s.mean, s.low, s.high, s.sd, s.p05, s.p50, s.p95, s.empty
FROM summary s
JOIN point p USING (point)
JOIN scenario c USING (scenario)
JOIN department d USING (scenario, department)
JOIN measure m USING (scenario, measure))",
             true},
    Relation{"replication", "point, department, replication, measure", R"(-- Values of single replications with names.
CREATE VIEW replication AS
SELECT o.point, c.file AS scenario, d.name AS department, o.replication, m.name AS measure,
       CASE WHEN o.below IS NULL THEN o.above WHEN o.below = 0 THEN NULL ELSE o.above / o.below END AS value
FROM observation o
JOIN point p USING (point)
JOIN scenario c USING (scenario)
JOIN department d USING (scenario, department)
JOIN measure m USING (scenario, measure))",
             true},
    Relation{"best", "point, measure", R"(-- Which department has the largest mean at a point, and how far the next one is behind.
CREATE VIEW best AS
SELECT point, measure, department, mean, mean - next AS ahead
FROM (SELECT point, measure, department, mean,
             LEAD(mean) OVER (PARTITION BY point, measure ORDER BY mean DESC, department) AS next,
             ROW_NUMBER() OVER (PARTITION BY point, measure ORDER BY mean DESC, department) AS place
      FROM answer WHERE mean IS NOT NULL)
WHERE place = 1)",
             true},
    Relation{"difference", "point, measure, department, other", R"(-- Paired differences, department - other, on the same customers; of measures that are means.
CREATE VIEW difference AS
SELECT a.point, m.name AS measure, d.name AS department, e.name AS other, COUNT(*) AS replications,
       AVG(a.above - b.above) AS mean,
       SQRT(MAX(0, AVG((a.above - b.above) * (a.above - b.above)) - AVG(a.above - b.above) * AVG(a.above - b.above))
            / MAX(1, COUNT(*) - 1)) AS standard_error
FROM observation a
JOIN observation b ON b.point = a.point AND b.replication = a.replication AND b.measure = a.measure
                  AND b.department <> a.department
JOIN point p ON p.point = a.point
JOIN department d ON d.scenario = p.scenario AND d.department = a.department
JOIN department e ON e.scenario = p.scenario AND e.department = b.department
JOIN measure m ON m.scenario = p.scenario AND m.measure = a.measure
WHERE m.estimator = 'mean'
GROUP BY a.point, m.name, d.name, e.name)",
             true},
    Relation{"failure", "point, block, department", R"(-- What failed, and why.
CREATE VIEW failure AS
SELECT point, NULL AS block, NULL AS department, reason FROM point WHERE status = 'failed'
UNION ALL
SELECT point, block, department, reason FROM run WHERE status = 'failed')",
             true},
};

/// The relation of this name, or null.
inline const Relation* find_relation(std::string_view name) {
  for (const Relation& relation : relations)
    if (relation.name == name) return &relation;
  return nullptr;
}

}  // namespace app
