-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 5: what the user put right in the claims of headlines that an undo took back. It waits under what
-- names a headline for good, its publisher and guid, and lies over the claims again once the headline is imported again.

CREATE TABLE parked_corrections (
    publisher TEXT NOT NULL,
    guid TEXT NOT NULL,
    sentence_hash INTEGER NOT NULL, -- from here on as in claim_corrections
    nth INTEGER NOT NULL,
    part INTEGER NOT NULL,
    dismissed INTEGER NOT NULL DEFAULT 0,
    instrument_id INTEGER REFERENCES instruments (id) ON DELETE SET NULL,
    session INTEGER,
    kind TEXT,
    hedge TEXT,
    corrected_ns INTEGER NOT NULL,
    PRIMARY KEY (publisher, guid, sentence_hash, nth, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_corrections_of_instrument ON parked_corrections (instrument_id);
