-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 4: the numbers that news state (claims), what the quotes say of them (verdicts), and what the user
-- says (corrections).
--
-- Claims belong to one text of a news item: to the one that came with import_id. Where a later import replaces the text, its
-- claims have that import, and the former ones wait with the former text; they come back with it when the import is undone.
-- The current ones are those whose import_id is that of their news item.

-- What was looked for claims, and by which rules.
CREATE TABLE claim_texts (
    news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    rules INTEGER NOT NULL, -- hash of lexicon, version of the grammar and names: other rules may find other claims
    tail TEXT NOT NULL DEFAULT '', -- sentences with claims for which the excerpt had no room, one paragraph each
    PRIMARY KEY (news_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_texts_of_import ON claim_texts (import_id);

CREATE TABLE claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    news_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    sentence_hash INTEGER NOT NULL, -- with nth and part: which number of which sentence it is, whatever stands around it
    nth INTEGER NOT NULL,
    part INTEGER NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('title', 'excerpt', 'tail')),
    span_start INTEGER NOT NULL, -- UTF-16 units from the beginning of the place, half-open
    span_end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    low REAL NOT NULL, -- stated magnitudes
    high REAL NOT NULL,
    low_half_unit REAL NOT NULL,
    high_half_unit REAL NOT NULL,
    unit TEXT NOT NULL,
    hedge TEXT NOT NULL,
    intraday INTEGER NOT NULL, -- what the text says that it is of: 1 during the session, 2 its opening (bits)
    subject_id INTEGER REFERENCES instruments (id) ON DELETE SET NULL,
    subject_symbol TEXT NOT NULL,
    subject_text TEXT NOT NULL, -- empty: the text names nobody
    together TEXT NOT NULL DEFAULT '', -- JSON: all whom the number is said of at once
    day INTEGER, -- session date that the text states
    shift INTEGER NOT NULL, -- sessions from there
    span TEXT NOT NULL CHECK (span IN ('sessions', 'week', 'month', 'year')),
    sessions INTEGER NOT NULL,
    end_stated INTEGER NOT NULL,
    changes INTEGER NOT NULL DEFAULT 1, -- what has happened to its quotes since it was judged; 0: nothing
    FOREIGN KEY (news_id, import_id) REFERENCES claim_texts (news_id, import_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX claims_of_text ON claims (news_id, import_id);
CREATE INDEX claims_of_subject ON claims (subject_id);
CREATE INDEX claims_to_judge ON claims (id) WHERE changes > 0;

-- Code, basis and parameters; the sentences that explain them are made when they are shown.
CREATE TABLE claim_verdicts (
    claim_id INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    basis TEXT NOT NULL,
    missing TEXT NOT NULL,
    measured REAL,
    measured_other REAL,
    close_move REAL,
    interval_low REAL NOT NULL,
    interval_high REAL, -- NULL: no upper end
    base_session INTEGER NOT NULL, -- session dates: from the close of one to the close of the other
    last_session INTEGER NOT NULL,
    sessions INTEGER NOT NULL,
    basis_sessions INTEGER NOT NULL,
    off REAL NOT NULL,
    opposite_at_close INTEGER NOT NULL,
    provisional INTEGER NOT NULL, -- 1: the session was open
    nearest_session INTEGER,
    nearest_move REAL,
    touched_ns INTEGER,
    symbol TEXT NOT NULL,
    quotes TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX provisional_verdicts ON claim_verdicts (claim_id) WHERE provisional = 1;

-- Whose quotes of which sessions a verdict rests on, or misses. Who changes these counts the claim's changes up.
CREATE TABLE claim_needs (
    claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    instrument_id INTEGER NOT NULL,
    from_session INTEGER NOT NULL,
    to_session INTEGER NOT NULL,
    PRIMARY KEY (claim_id, instrument_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_needs_of_instrument ON claim_needs (instrument_id, from_session);

-- What the user put right. Laid over whatever claim is found under this key, however often it is found anew.
CREATE TABLE claim_corrections (
    news_id INTEGER NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    sentence_hash INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    part INTEGER NOT NULL,
    dismissed INTEGER NOT NULL DEFAULT 0, -- 1: it is no claim
    instrument_id INTEGER REFERENCES instruments (id) ON DELETE SET NULL, -- these four: NULL where the text is right
    session INTEGER,
    kind TEXT,
    hedge TEXT,
    corrected_ns INTEGER NOT NULL,
    PRIMARY KEY (news_id, sentence_hash, nth, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_corrections_of_instrument ON claim_corrections (instrument_id);
