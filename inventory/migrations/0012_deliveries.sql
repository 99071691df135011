-- SPDX-License-Identifier: GPL-3.0-or-later
-- What suppliers announce, what is found when it arrives, and the boxes that went to the vault:
-- docs/formats/delivery.md.
CREATE TABLE stock_delivery (
    id TEXT PRIMARY KEY,
    supplier TEXT NOT NULL CHECK (supplier <> ''),
    purchase TEXT NOT NULL CHECK (purchase <> ''),
    manifest TEXT NOT NULL,
    form TEXT NOT NULL,
    announced_at TEXT NOT NULL,
    announced_by TEXT NOT NULL,
    ended_at TEXT,
    outcome TEXT CHECK (outcome IN ('put_away', 'rejected')),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);

-- A manifest is announced once, unless its delivery was rejected.
CREATE UNIQUE INDEX stock_delivery_manifest ON stock_delivery (manifest) WHERE coalesce(outcome, '') <> 'rejected';

CREATE TABLE stock_delivery_range (
    delivery TEXT NOT NULL REFERENCES stock_delivery (id),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    box TEXT NOT NULL,
    seal TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (delivery, item, first_number),
    CHECK (first_number <= last_number)
);

CREATE TABLE stock_delivery_lot (
    delivery TEXT NOT NULL REFERENCES stock_delivery (id),
    item TEXT NOT NULL,
    lot TEXT NOT NULL CHECK (lot <> ''),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    box TEXT NOT NULL,
    seal TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (delivery, item, lot, box)
);

-- What two people read: a box (whole: unopened, by its seal), a range of serials, or a quantity of a lot. A new round
-- begins where a scan is made anew; earlier ones stay.
CREATE TABLE stock_delivery_scan (
    delivery TEXT NOT NULL REFERENCES stock_delivery (id),
    position BIGINT NOT NULL,
    round BIGINT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL CHECK (person <> ''),
    second TEXT NOT NULL,
    workstation TEXT NOT NULL,
    box TEXT NOT NULL,
    seal TEXT,
    whole BIGINT NOT NULL CHECK (whole IN (0, 1)),
    item TEXT,
    first_number BIGINT,
    last_number BIGINT,
    lot TEXT,
    quantity BIGINT CHECK (quantity >= 0),
    PRIMARY KEY (delivery, position),
    CHECK (second <> person),
    CHECK (CASE WHEN item IS NULL THEN box <> '' AND first_number IS NULL AND lot IS NULL
        WHEN lot IS NULL THEN first_number IS NOT NULL AND first_number <= last_number
        ELSE first_number IS NULL AND quantity IS NOT NULL END)
);

CREATE INDEX stock_delivery_scan_of_serial ON stock_delivery_scan (delivery, round, item, box, first_number);

-- A box that went to the vault with what was in it. Labels are the supplier's: two receipts may share one.
CREATE TABLE stock_box (
    receipt TEXT NOT NULL REFERENCES stock_receipt (id),
    label TEXT NOT NULL CHECK (label <> ''),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (receipt, label, item, first_number),
    CHECK (first_number <= last_number)
);

CREATE INDEX stock_box_label ON stock_box (label);
