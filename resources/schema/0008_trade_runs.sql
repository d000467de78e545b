-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 8: which trades of an exchange are known, by its own ids, so that a stream and a backfill never
-- store one twice and a gap is filled exactly, also after a restart.

-- All trades from first_id to last_id that there are: ids that the exchange left out count as known. Runs of one series do
-- not overlap; between two of them trades are missing. Before the first one the history has not begun.
CREATE TABLE trade_runs (
    series_id INTEGER NOT NULL REFERENCES series (id),
    first_id INTEGER NOT NULL, -- 0: a former version stored trades up to last_ns without their ids
    last_id INTEGER NOT NULL,
    first_ns INTEGER NOT NULL, -- times of the first and the last of them
    last_ns INTEGER NOT NULL,
    import_id INTEGER REFERENCES imports (id), -- taking it back makes a gap; NULL: nothing of it can be taken back
    PRIMARY KEY (series_id, first_id),
    CHECK (first_id BETWEEN 0 AND last_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX trade_runs_of_import ON trade_runs (import_id);

-- A gap between two runs names the trades beside it and goes when they meet. Two gaps may begin with one trade.
ALTER TABLE tick_gaps RENAME TO tick_gaps_old;
CREATE TABLE tick_gaps (
    series_id INTEGER NOT NULL REFERENCES series (id),
    from_ns INTEGER NOT NULL,
    to_ns INTEGER NOT NULL,
    after_id INTEGER, -- NULL: it is known by its time only
    before_id INTEGER,
    CHECK (from_ns < to_ns)
) STRICT;
INSERT INTO tick_gaps (series_id, from_ns, to_ns) SELECT series_id, from_ns, to_ns FROM tick_gaps_old;
DROP TABLE tick_gaps_old;
CREATE INDEX tick_gaps_by_time ON tick_gaps (series_id, from_ns);
