-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 7: which set-up an answer was asked by, so that none to a former one is kept; and up to when
-- splits are in the prices that an import wrote, so that taking it back can say it of what comes up below.

ALTER TABLE source_setups ADD COLUMN revision INTEGER NOT NULL DEFAULT 0; -- another one when it asks for something else

ALTER TABLE import_series ADD COLUMN splits_until INTEGER; -- session date; NULL: the import did not say

-- What a former version wrote down last is that of the newest import. Before it, a source on the network had the splits up
-- to the day on which it was asked; a file had those that its series is named after.
UPDATE import_series SET splits_until = (
    SELECT CASE
        WHEN o.kind = 'file' OR m.id = (
            SELECT max(t.import_id) FROM import_series AS t JOIN imports AS n ON n.id = t.import_id
            WHERE t.series_id = s.id AND n.undone_ns IS NULL AND n.source_id = s.source_id)
        THEN s.splits_until
        ELSE min(s.splits_until, m.fetched_ns / 86400000000000) END
    FROM series AS s JOIN sources AS o ON o.id = s.source_id JOIN imports AS m ON m.source_id = s.source_id
    WHERE s.id = import_series.series_id AND m.id = import_series.import_id AND s.field = 'bar'
      AND m.undone_ns IS NULL);
