-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders have a lane and a day they are due on, and rank by both (docs/decisions/0204). Ranks of orders that are in the books already follow
-- from the day they were taken, as those of new ones do.
ALTER TABLE line_task ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'urgent'));
ALTER TABLE line_task ADD COLUMN due_on TEXT NOT NULL DEFAULT '';
UPDATE line_task SET priority = CASE WHEN rank < 1000000000000 THEN 'urgent' ELSE 'normal' END;
UPDATE line_task SET rank = (rank % 1000000000000) + (131071::bigint << 28) + (SELECT
    ((substr(o.received_at, 1, 10)::date - date '1970-01-01'
        + CASE priority WHEN 'urgent' THEN 0 ELSE 20 END)::bigint << 46)
    + (CASE priority WHEN 'urgent' THEN 0 ELSE 1 END::bigint << 45)
    FROM production_order o WHERE o.id = order_id)
WHERE EXISTS (SELECT 1 FROM production_order o WHERE o.id = order_id AND o.received_at <> '');

-- Orders that cannot be made go back to the capture station.
ALTER TABLE line_task DROP CONSTRAINT line_task_stage_check;
ALTER TABLE line_task ADD CONSTRAINT line_task_stage_check CHECK (stage IN ('received', 'cleared', 'prepared',
    'printed', 'encoded', 'inspected', 'released', 'cancelled', 'sent_back'));

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
