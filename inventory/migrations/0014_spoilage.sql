-- SPDX-License-Identifier: GPL-3.0-or-later
-- Spoilage and quarantine: docs/formats/spoilage.md.

-- Why blanks are spoiled. defective: the blank came so or its material failed; else it was spoiled at work (control 8).
CREATE TABLE stock_spoil_cause (
    code TEXT PRIMARY KEY CHECK (code <> ''),
    spanish TEXT NOT NULL CHECK (spanish <> ''),
    english TEXT NOT NULL CHECK (english <> ''),
    defective BIGINT NOT NULL CHECK (defective IN (0, 1))
);

INSERT INTO stock_spoil_cause (code, spanish, english, defective) VALUES
    ('print', 'Falla de impresión', 'Printing failed', 0),
    ('chip', 'Falla del chip', 'Chip failed', 1),
    ('laminate', 'Laminado defectuoso', 'Faulty laminate', 1),
    ('operator', 'Error del operador', 'Operator''s error', 0),
    ('supplier', 'Defecto de fábrica', 'Defect of the supply', 1),
    ('inspection', 'No pasó la inspección', 'Failed inspection', 0),
    ('doubt', 'Resultado en duda', 'Outcome in doubt', 0),
    ('cancelled', 'Orden cancelada', 'Order cancelled', 0);

-- Photographs of spoiled blanks, by their SHA-256 in the store of contents.
CREATE TABLE stock_evidence (
    item TEXT NOT NULL,
    number BIGINT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) = 64),
    format TEXT NOT NULL CHECK (format IN ('jpeg', 'png')),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (item, number, content)
);

-- When blanks were announced as spoiled, and when the spoiled blank itself was received in quarantine.
CREATE INDEX stock_movement_spoiled ON stock_movement (item, id) WHERE cause IS NOT NULL OR event = 'confirm';
CREATE INDEX stock_movement_to_waste ON stock_movement (to_place, to_state, time)
    WHERE to_state IN ('spoiled', 'annulled', 'expired');
