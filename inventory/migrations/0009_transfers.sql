-- SPDX-License-Identifier: GPL-3.0-or-later
-- Transfers: docs/formats/stock-transfers.md. The transfer's row says where it stands, its events how it came there.
CREATE TABLE stock_transfer (
    id TEXT PRIMARY KEY CHECK (id LIKE 'TR-%'),
    from_place TEXT NOT NULL REFERENCES stock_place (id),
    to_place TEXT NOT NULL REFERENCES stock_place (id),
    state TEXT NOT NULL CHECK (state IN ('usable', 'spoiled', 'annulled', 'expired')),
    stage TEXT NOT NULL CHECK (stage IN ('prepared', 'approved', 'sealed', 'dispatched', 'returning', 'received',
        'returned', 'cancelled')),
    reason TEXT NOT NULL,
    requisition TEXT,
    seal TEXT,
    carrier TEXT,
    expected_at TEXT,
    CHECK (from_place <> to_place),
    CHECK (stage NOT IN ('sealed', 'dispatched', 'returning', 'received', 'returned') OR seal IS NOT NULL),
    CHECK (stage NOT IN ('dispatched', 'returning') OR (carrier IS NOT NULL AND expected_at IS NOT NULL))
);

CREATE INDEX stock_transfer_open ON stock_transfer (to_place)
WHERE stage NOT IN ('received', 'returned', 'cancelled');

-- What was prepared.
CREATE TABLE stock_transfer_range (
    transfer TEXT NOT NULL REFERENCES stock_transfer (id),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (transfer, item, first_number),
    CHECK (first_number <= last_number)
);

CREATE TABLE stock_transfer_event (
    transfer TEXT NOT NULL REFERENCES stock_transfer (id),
    number BIGINT NOT NULL,
    time TEXT NOT NULL,
    event TEXT NOT NULL,
    stage TEXT NOT NULL,
    person TEXT NOT NULL CHECK (person <> ''),
    second TEXT CHECK (second <> person),
    detail TEXT NOT NULL,
    case_number TEXT,
    PRIMARY KEY (transfer, number)
);

-- Seals are used once.
CREATE TABLE stock_seal (
    number TEXT PRIMARY KEY CHECK (number <> ''),
    transfer TEXT NOT NULL REFERENCES stock_transfer (id),
    time TEXT NOT NULL
);

-- Serials that leave their place with this transfer and nobody else.
CREATE TABLE stock_reservation (
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    transfer TEXT NOT NULL REFERENCES stock_transfer (id),
    PRIMARY KEY (item, first_number),
    CHECK (first_number <= last_number)
);

CREATE INDEX stock_reservation_of_transfer ON stock_reservation (transfer);

-- At most so many of an item in one transfer on a route; '*' is any.
CREATE TABLE stock_batch_cap (
    item TEXT NOT NULL,
    from_place TEXT NOT NULL,
    to_place TEXT NOT NULL,
    most BIGINT NOT NULL CHECK (most > 0),
    PRIMARY KEY (item, from_place, to_place)
);

-- The least that a place should have of an item.
CREATE TABLE stock_minimum (
    place TEXT NOT NULL REFERENCES stock_place (id),
    item TEXT NOT NULL,
    least BIGINT NOT NULL CHECK (least >= 0),
    PRIMARY KEY (place, item)
);

CREATE TABLE stock_requisition (
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
    CHECK ((stage = 'approved') = (transfer IS NOT NULL)),
    CHECK (stage <> 'approved' OR decided_by <> requested_by)
);
