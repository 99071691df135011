-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every blank with where it is and what it is. docs/decisions/0025-movements-of-ranges.md.
CREATE TABLE stock_receipt (
    id TEXT PRIMARY KEY,
    supplier TEXT NOT NULL CHECK (supplier <> ''),
    purchase TEXT NOT NULL CHECK (purchase <> ''),
    time TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0)
);

CREATE TABLE stock_shift (
    id TEXT PRIMARY KEY,
    workstation TEXT NOT NULL CHECK (workstation <> ''),
    opened_at TEXT NOT NULL,
    closed_at TEXT
);

CREATE UNIQUE INDEX stock_shift_open ON stock_shift (workstation) WHERE closed_at IS NULL;

CREATE TABLE blank (
    serial TEXT PRIMARY KEY CHECK (serial <> ''),
    item TEXT NOT NULL,
    number BIGINT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('usable', 'in_use', 'personalised', 'spoiled', 'destroyed')),
    shift TEXT REFERENCES stock_shift (id),
    order_id TEXT,
    document_id TEXT,
    cause TEXT CHECK (cause IN ('print', 'chip', 'inspection', 'operator', 'supplier', 'doubt', 'cancelled')),
    CONSTRAINT blank_usable CHECK (state <> 'usable' OR (order_id IS NULL AND document_id IS NULL)),
    CONSTRAINT blank_in_vault CHECK (place <> 'vault' OR (state = 'usable' AND shift IS NULL)),
    CONSTRAINT blank_at_work CHECK (state NOT IN ('in_use', 'personalised')
        OR (order_id IS NOT NULL AND shift IS NOT NULL)),
    CONSTRAINT blank_of_shift CHECK (place NOT LIKE 'workstation:%' OR shift IS NOT NULL),
    CONSTRAINT blank_personalised CHECK (state <> 'personalised' OR document_id IS NOT NULL),
    CONSTRAINT blank_document_of_order CHECK (document_id IS NULL OR order_id IS NOT NULL),
    CONSTRAINT blank_spoiled CHECK (state <> 'spoiled' OR place = 'quarantine'),
    CONSTRAINT blank_quarantined CHECK (place <> 'quarantine' OR state = 'spoiled'),
    CONSTRAINT blank_cause CHECK ((cause IS NOT NULL) = (state IN ('spoiled', 'destroyed')))
);

CREATE INDEX blank_vault ON blank (item, number) WHERE place = 'vault' AND state = 'usable';
CREATE INDEX blank_shift ON blank (shift, item, number) WHERE shift IS NOT NULL;
CREATE INDEX blank_shift_usable ON blank (shift, item, number) WHERE shift IS NOT NULL AND state = 'usable';
CREATE UNIQUE INDEX blank_document ON blank (document_id) WHERE document_id IS NOT NULL;
CREATE UNIQUE INDEX blank_live_of_order ON blank (order_id) WHERE state IN ('in_use', 'personalised');
