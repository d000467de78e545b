-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 3: ticks. A series of ticks is a row of chunks, each up to 16,384 ticks packed into one BLOB,
-- and a tail of plain rows: the newest ticks, fewer than a chunk. Ticks of one time keep the order in which they came.
-- The tables of a chunk are apart so that the index of a long series is read without its data.

CREATE TABLE tick_chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: what is cached of a chunk is known by it
    series_id INTEGER NOT NULL REFERENCES series (id),
    first_ns INTEGER NOT NULL,
    last_ns INTEGER NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0, -- order of chunks that begin at the same time
    ticks INTEGER NOT NULL CHECK (ticks BETWEEN 1 AND 16384),
    price_decimals INTEGER NOT NULL CHECK (price_decimals BETWEEN 0 AND 8), -- its own; the series may have more by now
    size_decimals INTEGER NOT NULL CHECK (size_decimals BETWEEN 0 AND 8),
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER NOT NULL, -- 9223372036854775807 where the sum does not fit
    version INTEGER NOT NULL, -- grows whenever the chunk is written again
    provenance BLOB NOT NULL, -- over its ticks: pairs of import and number of ticks, as LEB128 numbers
    CHECK (first_ns <= last_ns AND low <= high)
) STRICT;
CREATE INDEX tick_chunks_by_time ON tick_chunks (series_id, first_ns, seq);

-- What is known of each block of 256 ticks of a chunk.
CREATE TABLE tick_nodes (
    chunk_id INTEGER PRIMARY KEY REFERENCES tick_chunks (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    nodes BLOB NOT NULL
) STRICT;

CREATE TABLE tick_data (
    chunk_id INTEGER PRIMARY KEY REFERENCES tick_chunks (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE tick_tail (
    series_id INTEGER NOT NULL REFERENCES series (id),
    time_ns INTEGER NOT NULL,
    seq INTEGER NOT NULL, -- order of ticks of one time
    price INTEGER NOT NULL,
    size INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    PRIMARY KEY (series_id, time_ns, seq)
) STRICT, WITHOUT ROWID;

-- Times of which nothing is known: from_ns up to, not including, to_ns.
CREATE TABLE tick_gaps (
    series_id INTEGER NOT NULL REFERENCES series (id),
    from_ns INTEGER NOT NULL,
    to_ns INTEGER NOT NULL,
    PRIMARY KEY (series_id, from_ns),
    CHECK (from_ns < to_ns)
) STRICT, WITHOUT ROWID;

-- Ticks that a correction took out. Importing them again does not bring them back; undoing the correction does.
CREATE TABLE removed_ticks (
    correction_id INTEGER PRIMARY KEY REFERENCES imports (id), -- a correction takes out one tick
    series_id INTEGER NOT NULL REFERENCES series (id),
    time_ns INTEGER NOT NULL,
    position INTEGER NOT NULL, -- how many ticks of the same time stood before it
    price INTEGER NOT NULL,
    size INTEGER NOT NULL,
    import_id INTEGER NOT NULL -- that had brought it
) STRICT;
CREATE INDEX removed_ticks_by_time ON removed_ticks (series_id, time_ns);
CREATE INDEX removed_ticks_of_import ON removed_ticks (import_id);

-- imports.kind gets one more value. The recipe of sqlite.org/lang_altertable.html; the views that name the table stay.
PRAGMA legacy_alter_table = ON;
CREATE TABLE imports_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    kind TEXT NOT NULL CHECK (kind IN ('bars', 'news', 'shares', 'actions', 'sample', 'ticks')),
    origin TEXT NOT NULL, -- file name or address
    sha256 BLOB CHECK (length(sha256) = 32),
    fetched_ns INTEGER NOT NULL,
    rows_inserted INTEGER NOT NULL DEFAULT 0,
    rows_replaced INTEGER NOT NULL DEFAULT 0,
    rows_unchanged INTEGER NOT NULL DEFAULT 0,
    rows_duplicate INTEGER NOT NULL DEFAULT 0,
    rows_rejected INTEGER NOT NULL DEFAULT 0,
    undone_ns INTEGER
) STRICT;
INSERT INTO imports_new SELECT id, source_id, kind, origin, sha256, fetched_ns, rows_inserted, rows_replaced,
    rows_unchanged, rows_duplicate, rows_rejected, undone_ns FROM imports;
DELETE FROM sqlite_sequence WHERE name = 'imports_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'imports_new', seq FROM sqlite_sequence WHERE name = 'imports';
DROP TABLE imports;
ALTER TABLE imports_new RENAME TO imports;
CREATE INDEX imports_of_source ON imports (source_id);
PRAGMA legacy_alter_table = OFF;

-- For people with sqlite3: decimals and times as text.
CREATE VIEW chunks_plain AS
SELECT c.id AS chunk,
       i.symbol AS symbol,
       o.name AS source,
       s.field AS field,
       s.kind AS kind,
       strftime('%Y-%m-%dT%H:%M:%S', (c.first_ns - (c.first_ns % 1000000000 + 1000000000) % 1000000000) / 1000000000,
                'unixepoch')
       || printf('.%09dZ', (c.first_ns % 1000000000 + 1000000000) % 1000000000) AS first,
       strftime('%Y-%m-%dT%H:%M:%S', (c.last_ns - (c.last_ns % 1000000000 + 1000000000) % 1000000000) / 1000000000,
                'unixepoch')
       || printf('.%09dZ', (c.last_ns % 1000000000 + 1000000000) % 1000000000) AS last,
       c.ticks AS ticks,
       CASE p.decimals WHEN 0 THEN printf('%d', c.open) ELSE printf('%s%d.%0*d',
            CASE WHEN c.open < 0 THEN '-' ELSE '' END, abs(c.open) / p.scale, p.decimals, abs(c.open) % p.scale) END AS open,
       CASE p.decimals WHEN 0 THEN printf('%d', c.high) ELSE printf('%s%d.%0*d',
            CASE WHEN c.high < 0 THEN '-' ELSE '' END, abs(c.high) / p.scale, p.decimals, abs(c.high) % p.scale) END AS high,
       CASE p.decimals WHEN 0 THEN printf('%d', c.low) ELSE printf('%s%d.%0*d',
            CASE WHEN c.low < 0 THEN '-' ELSE '' END, abs(c.low) / p.scale, p.decimals, abs(c.low) % p.scale) END AS low,
       CASE p.decimals WHEN 0 THEN printf('%d', c.close) ELSE printf('%s%d.%0*d',
            CASE WHEN c.close < 0 THEN '-' ELSE '' END, abs(c.close) / p.scale, p.decimals, abs(c.close) % p.scale) END AS close,
       CASE v.decimals WHEN 0 THEN printf('%d', c.volume) ELSE printf('%d.%0*d',
            c.volume / v.scale, v.decimals, c.volume % v.scale) END AS volume,
       c.version AS version
FROM tick_chunks AS c
JOIN series AS s ON s.id = c.series_id
JOIN instruments AS i ON i.id = s.instrument_id
JOIN sources AS o ON o.id = s.source_id
JOIN decimal_scales AS p ON p.decimals = c.price_decimals
JOIN decimal_scales AS v ON v.decimals = c.size_decimals;
