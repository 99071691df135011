-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ledger. One row takes a range of serials from one account (place, state) and gives it to another, so that it sums
-- to zero whatever stands in it. span: the least k with quantity <= 2^k, by which the rows over a serial are found.
CREATE TABLE stock_movement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time TEXT NOT NULL,
    event TEXT NOT NULL,
    person TEXT NOT NULL CHECK (person <> ''),
    second TEXT,
    workstation TEXT NOT NULL,
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    span BIGINT NOT NULL CHECK (span BETWEEN 0 AND 40),
    from_place TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_place TEXT NOT NULL,
    to_state TEXT NOT NULL,
    receipt TEXT REFERENCES stock_receipt (id),
    shift TEXT REFERENCES stock_shift (id),
    detail TEXT NOT NULL,
    CONSTRAINT movement_counts_its_serials CHECK (quantity = last_number - first_number + 1),
    CONSTRAINT movement_of_two_people CHECK (second <> person),
    CONSTRAINT movement_needs_two_people CHECK (second IS NOT NULL
        OR (event NOT IN ('receive', 'issue', 'return') AND from_place <> 'vault'))
);

CREATE INDEX stock_movement_of_serial ON stock_movement (item, span, first_number);
CREATE INDEX stock_movement_of_shift ON stock_movement (shift) WHERE shift IS NOT NULL;

CREATE VIEW stock_ledger AS
SELECT id AS movement, item, from_place AS place, from_state AS state, -quantity AS quantity FROM stock_movement
UNION ALL
SELECT id, item, to_place, to_state, quantity FROM stock_movement;
