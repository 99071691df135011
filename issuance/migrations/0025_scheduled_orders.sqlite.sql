-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders have a lane and a day they are due on, and rank by both (docs/decisions/0204). Ranks of orders that are in the books already follow
-- from the day they were taken, as those of new ones do.
ALTER TABLE line_task ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'urgent'));
ALTER TABLE line_task ADD COLUMN due_on TEXT NOT NULL DEFAULT '';
UPDATE line_task SET priority = CASE WHEN rank < 1000000000000 THEN 'urgent' ELSE 'normal' END;
UPDATE line_task SET rank = (rank % 1000000000000) + (131071 << 28) + (SELECT
    ((CAST(julianday(substr(o.received_at, 1, 10)) - 2440587.5 AS INTEGER)
        + CASE priority WHEN 'urgent' THEN 0 ELSE 20 END) << 46)
    + (CASE priority WHEN 'urgent' THEN 0 ELSE 1 END << 45)
    FROM production_order o WHERE o.id = order_id)
WHERE EXISTS (SELECT 1 FROM production_order o WHERE o.id = order_id AND o.received_at <> '');

-- Orders that cannot be made go back to the capture station. What a CHECK allows does not change what is stored; the table below tells other
-- connections that the schema changed.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''released'', ''cancelled''', '''released'', ''cancelled'', ''sent_back''')
    WHERE type = 'table' AND name = 'line_task';
PRAGMA writable_schema = RESET;

-- Each gives its receipt back: a corrected order (corrected_by) pays with it again, one at a time.
CREATE TABLE order_sent_back (
    order_id TEXT PRIMARY KEY REFERENCES production_order (id),
    receipt TEXT NOT NULL CHECK (receipt <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    person TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    corrected_by TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX order_sent_back_receipt ON order_sent_back (receipt) WHERE corrected_by = '';
