-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickmark store, version 2: which headlines the user has read. A row per headline that was; an undo that takes a headline
-- back takes its mark with it.

CREATE TABLE news_read (
    news_id INTEGER PRIMARY KEY REFERENCES news (id) ON DELETE CASCADE
) STRICT;
