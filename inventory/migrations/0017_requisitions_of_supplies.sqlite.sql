-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is counted by lot is moved without a transfer: an approved requisition may have none.
CREATE TABLE stock_requisition_new (
    id TEXT PRIMARY KEY CHECK (id LIKE 'RQ-%'),
    place TEXT NOT NULL REFERENCES stock_place (id),
    item TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    reason TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('open', 'approved', 'refused')),
    requested_at TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT,
    transfer TEXT REFERENCES stock_transfer (id),
    CHECK ((stage = 'open') = (decided_at IS NULL)),
    CHECK (transfer IS NULL OR stage = 'approved'),
    CHECK (stage <> 'approved' OR decided_by <> requested_by)
);

INSERT INTO stock_requisition_new SELECT * FROM stock_requisition;

DROP TABLE stock_requisition;

ALTER TABLE stock_requisition_new RENAME TO stock_requisition;

CREATE TRIGGER stock_requisition_step BEFORE UPDATE ON stock_requisition
WHEN OLD.stage <> 'open' OR OLD.id <> NEW.id OR OLD.place <> NEW.place OR OLD.item <> NEW.item
    OR OLD.quantity <> NEW.quantity OR OLD.requested_by <> NEW.requested_by
BEGIN SELECT RAISE(ABORT, 'a requisition is decided once'); END;

CREATE TRIGGER stock_requisition_stays BEFORE DELETE ON stock_requisition
BEGIN SELECT RAISE(ABORT, 'a requisition never leaves the books'); END;
