-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 1. The program runs this file inside a transaction and sets application_id and user_version.
--
-- Prices and sizes are whole numbers in units of 10^-decimals of their series. Times are nanoseconds since 1970-01-01 UTC.
-- Session dates are days since 1970-01-01. The views at the end show all of that as text, for people; the program does
-- not read them.
--
-- Every row that came from a file or an address carries the import that wrote it. Where a later import replaced a row, the
-- former value lies in the table replaced_<name>; newest there is the one with the highest import. So the values of one key
-- form a stack, ordered by import, whose top is the row in the main table; taking an import back takes its values out.
--
-- In tables WITHOUT ROWID the columns of the key come first: the integrity check of SQLite 3.40 mistakes them otherwise.

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE instruments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    symbol TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (symbol <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('stock', 'index', 'etf', 'fx', 'crypto', 'commodity')),
    mic TEXT NOT NULL DEFAULT '', -- exchange whose calendar it follows; empty: around the clock
    currency TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE instrument_names (
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    language TEXT NOT NULL,
    position INTEGER NOT NULL, -- order of the languages of one instrument
    name TEXT NOT NULL,
    short_name TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (instrument_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument_aliases (
    instrument_id INTEGER NOT NULL,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    alias TEXT NOT NULL CHECK (alias <> ''),
    PRIMARY KEY (instrument_id, language, position),
    FOREIGN KEY (instrument_id, language) REFERENCES instrument_names (instrument_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL DEFAULT 0 -- the higher one is shown
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    source_id INTEGER NOT NULL REFERENCES sources (id),
    field TEXT NOT NULL CHECK (field IN ('trade', 'bid', 'ask', 'bar')),
    interval_ns INTEGER NOT NULL CHECK (interval_ns >= 0), -- 0: daily bars
    kind TEXT NOT NULL CHECK (kind IN ('traded', 'simulated', 'dividend_adjusted')),
    price_decimals INTEGER NOT NULL CHECK (price_decimals BETWEEN 0 AND 8),
    size_decimals INTEGER NOT NULL CHECK (size_decimals BETWEEN 0 AND 8),
    splits_until INTEGER, -- session date: splits up to it are in the stored prices
    UNIQUE (instrument_id, source_id, field, interval_ns, kind)
) STRICT;
CREATE INDEX series_of_source ON series (source_id);

-- The user's choice of what to show. Without a row: the series whose source has the highest priority.
CREATE TABLE preferred_series (
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    use TEXT NOT NULL CHECK (use IN ('daily', 'intraday', 'ticks')),
    series_id INTEGER NOT NULL REFERENCES series (id),
    PRIMARY KEY (instrument_id, use)
) STRICT, WITHOUT ROWID;
CREATE INDEX preferred_series_by_series ON preferred_series (series_id);

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    kind TEXT NOT NULL CHECK (kind IN ('bars', 'news', 'shares', 'actions', 'sample')),
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
CREATE INDEX imports_of_source ON imports (source_id);

-- Where an import wrote bars: the way from an import to its rows. Instead of an index and a foreign key on every bar, which
-- would cost an import half of its speed; `store verify` checks that the two agree.
CREATE TABLE import_series (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    series_id INTEGER NOT NULL REFERENCES series (id),
    first_key INTEGER NOT NULL, -- session date or start of its first and last row
    last_key INTEGER NOT NULL,
    PRIMARY KEY (import_id, series_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_series_by_series ON import_series (series_id);

CREATE TABLE daily_bars (
    series_id INTEGER NOT NULL REFERENCES series (id),
    session_date INTEGER NOT NULL,
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER, -- NULL: the source gives none
    flags INTEGER NOT NULL DEFAULT 0,
    import_id INTEGER NOT NULL,
    PRIMARY KEY (series_id, session_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE replaced_daily_bars (
    series_id INTEGER NOT NULL REFERENCES series (id),
    session_date INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER,
    flags INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (series_id, session_date, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE intraday_bars (
    series_id INTEGER NOT NULL REFERENCES series (id),
    start_ns INTEGER NOT NULL, -- half-open interval from here
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER,
    flags INTEGER NOT NULL DEFAULT 0,
    import_id INTEGER NOT NULL,
    PRIMARY KEY (series_id, start_ns)
) STRICT, WITHOUT ROWID;

CREATE TABLE replaced_intraday_bars (
    series_id INTEGER NOT NULL REFERENCES series (id),
    start_ns INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER,
    flags INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (series_id, start_ns, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE news (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    publisher TEXT NOT NULL,
    guid TEXT NOT NULL, -- the publisher's own id of the item
    published_ns INTEGER NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    stems TEXT NOT NULL, -- folded word stems of title and excerpt, written by the program
    import_id INTEGER NOT NULL REFERENCES imports (id),
    UNIQUE (publisher, guid)
) STRICT;
CREATE INDEX news_by_time ON news (published_ns);
CREATE INDEX news_of_import ON news (import_id);

CREATE TABLE replaced_news (
    publisher TEXT NOT NULL,
    guid TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    published_ns INTEGER NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    link TEXT NOT NULL,
    stems TEXT NOT NULL,
    PRIMARY KEY (publisher, guid, import_id),
    FOREIGN KEY (publisher, guid) REFERENCES news (publisher, guid)
) STRICT, WITHOUT ROWID;
CREATE INDEX replaced_news_of_import ON replaced_news (import_id);

-- Full text. The program writes it together with news; `stems` is what its own search asks for.
CREATE VIRTUAL TABLE news_search USING fts5 (
    title, excerpt, stems, content = 'news', content_rowid = 'id', tokenize = 'unicode61'
);

CREATE TABLE share_counts (
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    as_of INTEGER NOT NULL, -- date
    shares INTEGER NOT NULL CHECK (shares >= 0),
    import_id INTEGER NOT NULL REFERENCES imports (id),
    PRIMARY KEY (instrument_id, as_of)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_counts_of_import ON share_counts (import_id);

CREATE TABLE replaced_share_counts (
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    as_of INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    shares INTEGER NOT NULL,
    PRIMARY KEY (instrument_id, as_of, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX replaced_share_counts_of_import ON replaced_share_counts (import_id);

CREATE TABLE corporate_actions (
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    ex_date INTEGER NOT NULL, -- session date
    kind TEXT NOT NULL CHECK (kind IN ('split', 'dividend')),
    numerator INTEGER,   -- split: new shares
    denominator INTEGER, -- split: for so many old ones
    amount INTEGER,      -- dividend per share, in units of 10^-amount_decimals
    amount_decimals INTEGER CHECK (amount_decimals BETWEEN 0 AND 8),
    currency TEXT,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    PRIMARY KEY (instrument_id, ex_date, kind),
    CHECK (CASE kind WHEN 'split' THEN numerator > 0 AND denominator > 0
                     ELSE amount IS NOT NULL AND amount_decimals IS NOT NULL AND currency IS NOT NULL END)
) STRICT, WITHOUT ROWID;
CREATE INDEX corporate_actions_of_import ON corporate_actions (import_id);

CREATE TABLE replaced_corporate_actions (
    instrument_id INTEGER NOT NULL REFERENCES instruments (id),
    ex_date INTEGER NOT NULL,
    kind TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    numerator INTEGER,
    denominator INTEGER,
    amount INTEGER,
    amount_decimals INTEGER,
    currency TEXT,
    PRIMARY KEY (instrument_id, ex_date, kind, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX replaced_corporate_actions_of_import ON replaced_corporate_actions (import_id);

-- For people with sqlite3: decimals and dates as text.
CREATE TABLE decimal_scales (
    decimals INTEGER PRIMARY KEY,
    scale INTEGER NOT NULL
) STRICT;
INSERT INTO decimal_scales VALUES (0, 1), (1, 10), (2, 100), (3, 1000), (4, 10000), (5, 100000), (6, 1000000),
    (7, 10000000), (8, 100000000);

CREATE VIEW daily AS
SELECT i.symbol AS symbol,
       date(b.session_date * 86400, 'unixepoch') AS session,
       CASE p.decimals WHEN 0 THEN printf('%d', b.open) ELSE printf('%s%d.%0*d',
            CASE WHEN b.open < 0 THEN '-' ELSE '' END, abs(b.open) / p.scale, p.decimals, abs(b.open) % p.scale) END AS open,
       CASE p.decimals WHEN 0 THEN printf('%d', b.high) ELSE printf('%s%d.%0*d',
            CASE WHEN b.high < 0 THEN '-' ELSE '' END, abs(b.high) / p.scale, p.decimals, abs(b.high) % p.scale) END AS high,
       CASE p.decimals WHEN 0 THEN printf('%d', b.low) ELSE printf('%s%d.%0*d',
            CASE WHEN b.low < 0 THEN '-' ELSE '' END, abs(b.low) / p.scale, p.decimals, abs(b.low) % p.scale) END AS low,
       CASE p.decimals WHEN 0 THEN printf('%d', b.close) ELSE printf('%s%d.%0*d',
            CASE WHEN b.close < 0 THEN '-' ELSE '' END, abs(b.close) / p.scale, p.decimals, abs(b.close) % p.scale) END AS close,
       CASE WHEN b.volume IS NULL THEN NULL WHEN v.decimals = 0 THEN printf('%d', b.volume) ELSE printf('%s%d.%0*d',
            CASE WHEN b.volume < 0 THEN '-' ELSE '' END, abs(b.volume) / v.scale, v.decimals, abs(b.volume) % v.scale)
            END AS volume,
       i.currency AS currency,
       o.name AS source,
       s.kind AS kind,
       b.flags AS flags,
       m.origin AS origin
FROM daily_bars AS b
JOIN series AS s ON s.id = b.series_id
JOIN instruments AS i ON i.id = s.instrument_id
JOIN sources AS o ON o.id = s.source_id
JOIN imports AS m ON m.id = b.import_id
JOIN decimal_scales AS p ON p.decimals = s.price_decimals
JOIN decimal_scales AS v ON v.decimals = s.size_decimals;

CREATE VIEW intraday AS
SELECT i.symbol AS symbol,
       strftime('%Y-%m-%dT%H:%M:%S', (b.start_ns - (b.start_ns % 1000000000 + 1000000000) % 1000000000) / 1000000000,
                'unixepoch')
       || CASE b.start_ns % 1000000000 WHEN 0 THEN ''
               ELSE printf('.%09d', (b.start_ns % 1000000000 + 1000000000) % 1000000000) END || 'Z' AS start,
       CASE p.decimals WHEN 0 THEN printf('%d', b.open) ELSE printf('%s%d.%0*d',
            CASE WHEN b.open < 0 THEN '-' ELSE '' END, abs(b.open) / p.scale, p.decimals, abs(b.open) % p.scale) END AS open,
       CASE p.decimals WHEN 0 THEN printf('%d', b.high) ELSE printf('%s%d.%0*d',
            CASE WHEN b.high < 0 THEN '-' ELSE '' END, abs(b.high) / p.scale, p.decimals, abs(b.high) % p.scale) END AS high,
       CASE p.decimals WHEN 0 THEN printf('%d', b.low) ELSE printf('%s%d.%0*d',
            CASE WHEN b.low < 0 THEN '-' ELSE '' END, abs(b.low) / p.scale, p.decimals, abs(b.low) % p.scale) END AS low,
       CASE p.decimals WHEN 0 THEN printf('%d', b.close) ELSE printf('%s%d.%0*d',
            CASE WHEN b.close < 0 THEN '-' ELSE '' END, abs(b.close) / p.scale, p.decimals, abs(b.close) % p.scale) END AS close,
       CASE WHEN b.volume IS NULL THEN NULL WHEN v.decimals = 0 THEN printf('%d', b.volume) ELSE printf('%s%d.%0*d',
            CASE WHEN b.volume < 0 THEN '-' ELSE '' END, abs(b.volume) / v.scale, v.decimals, abs(b.volume) % v.scale)
            END AS volume,
       i.currency AS currency,
       o.name AS source,
       s.kind AS kind,
       s.interval_ns / 1000000000 AS interval_seconds,
       b.flags AS flags,
       m.origin AS origin
FROM intraday_bars AS b
JOIN series AS s ON s.id = b.series_id
JOIN instruments AS i ON i.id = s.instrument_id
JOIN sources AS o ON o.id = s.source_id
JOIN imports AS m ON m.id = b.import_id
JOIN decimal_scales AS p ON p.decimals = s.price_decimals
JOIN decimal_scales AS v ON v.decimals = s.size_decimals;
