-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 6: how a source is fed from the network, and how far it has come. Keys are not in here: they lie
-- in the keychain of the system under `uuid`.

CREATE TABLE source_setups (
    source_id INTEGER PRIMARY KEY REFERENCES sources (id),
    uuid TEXT NOT NULL UNIQUE CHECK (uuid <> ''),
    provider TEXT NOT NULL CHECK (provider <> ''),
    enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)), -- 0: runs only when asked to
    settings TEXT NOT NULL -- a JSON object: address, symbols, intervals, schedule ...
) STRICT;

-- A row per thing that a source asks for by itself: an instrument's symbol with its kind of bars, or '' for a feed.
CREATE TABLE fetch_states (
    source_id INTEGER NOT NULL REFERENCES source_setups (source_id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    etag TEXT NOT NULL DEFAULT '', -- validators of the answer that was taken in last
    last_modified TEXT NOT NULL DEFAULT '',
    last_run_ns INTEGER,
    last_success_ns INTEGER,
    failures INTEGER NOT NULL DEFAULT 0, -- one after the other, up to now
    error_code TEXT NOT NULL DEFAULT '', -- empty: the last run went well
    error_text TEXT NOT NULL DEFAULT '',
    retry_ns INTEGER, -- the server asked not to come back before
    covered_from INTEGER, -- session dates: asked for and answered, without a hole
    covered_until INTEGER,
    cursor TEXT NOT NULL DEFAULT '', -- where the next piece begins, in the provider's own words
    PRIMARY KEY (source_id, item)
) STRICT, WITHOUT ROWID;
