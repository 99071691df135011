-- SPDX-License-Identifier: GPL-3.0-or-later
-- Chips may be encoded before their page is printed. What waits for a step is found by the stage and the step that comes next, which follows from
-- stage and route (issuance/line/stage.cpp).
ALTER TABLE line_task ADD COLUMN chip_first BIGINT NOT NULL DEFAULT 0 CHECK (chip_first IN (0, 1));
ALTER TABLE line_task ADD COLUMN step TEXT NOT NULL DEFAULT 'clear' CHECK (step IN ('clear', 'prepare', 'print',
    'encode', 'inspect', 'release', ''));
UPDATE line_task SET step = CASE stage WHEN 'received' THEN 'clear' WHEN 'cleared' THEN 'prepare' WHEN 'prepared' THEN
    'print' WHEN 'printed' THEN CASE chip WHEN 1 THEN 'encode' ELSE 'inspect' END WHEN 'encoded' THEN 'inspect' WHEN
    'inspected' THEN 'release' ELSE '' END;
-- The workstation at whose counter the order is made while its holder waits, and nowhere else; empty where it is made in its turn.
ALTER TABLE line_task ADD COLUMN counter TEXT NOT NULL DEFAULT '';
ALTER TABLE line_task ADD COLUMN counter_by TEXT NOT NULL DEFAULT '';
CREATE INDEX line_task_counter ON line_task (counter) WHERE counter <> '';
-- Where a physical act was begun last: what it used up was taken there, also where a person says later how it ended.
ALTER TABLE line_task ADD COLUMN acted_at TEXT NOT NULL DEFAULT '';

-- Documents made at a place since a material that serves for many of them was counted there first.
CREATE TABLE line_material (
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    documents BIGINT NOT NULL CHECK (documents > 0),
    PRIMARY KEY (place, kind, item)
);
DROP INDEX line_task_queue;
CREATE INDEX line_task_queue ON line_task (standing, stage, step, rank);
