-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where blanks are and what they are: docs/decisions/0028-a-movement-is-the-only-change.md.

-- guarded: nothing leaves it without two people (control 17).
CREATE TABLE stock_place (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('outside', 'vault', 'transit', 'workstation', 'quarantine', 'destruction',
        'documents', 'mobile', 'consulate', 'carrier')),
    name TEXT NOT NULL,
    site TEXT,
    custodian TEXT,
    capacity BIGINT CHECK (capacity > 0),
    guarded BIGINT NOT NULL CHECK (guarded IN (0, 1)),
    active BIGINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
);

INSERT INTO stock_place (id, kind, name, guarded) VALUES
    ('supplier', 'outside', 'Proveedor', 0),
    ('found', 'outside', 'Hallazgo', 0),
    ('vault', 'vault', 'Bóveda central', 1),
    ('quarantine', 'quarantine', 'Cuarentena', 1),
    ('destruction', 'destruction', 'Depósito de destrucción', 1),
    ('documents', 'documents', 'Documentos terminados', 0);

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

-- A blank that was taken for an order. live: it is the one from which the order is being or has been made.
CREATE TABLE blank (
    serial TEXT PRIMARY KEY CHECK (serial <> ''),
    item TEXT NOT NULL,
    number BIGINT NOT NULL,
    order_id TEXT NOT NULL,
    document_id TEXT,
    live BIGINT NOT NULL DEFAULT 1 CHECK (live IN (0, 1))
);

CREATE UNIQUE INDEX blank_number ON blank (item, number);
CREATE UNIQUE INDEX blank_document ON blank (document_id) WHERE document_id IS NOT NULL;
CREATE UNIQUE INDEX blank_live_of_order ON blank (order_id) WHERE live = 1;
CREATE INDEX blank_of_order ON blank (order_id);
