-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cases: docs/formats/stock-cases.md. A case is never changed: what is said of it later is added beside it.

-- Numbers given in sequence without gaps, one row a series ("CASO-2026").
CREATE TABLE stock_series (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL CHECK (last > 0)
);

-- The days within which a case of a kind has to be resolved.
CREATE TABLE stock_case_rule (
    kind TEXT PRIMARY KEY CHECK (kind IN ('discrepancy', 'missing', 'stolen', 'supplier_claim')),
    days BIGINT NOT NULL CHECK (days BETWEEN 1 AND 3650)
);

INSERT INTO stock_case_rule (kind, days) VALUES ('discrepancy', 5), ('missing', 3), ('stolen', 15), ('supplier_claim', 30);

CREATE TABLE stock_case (
    number TEXT PRIMARY KEY CHECK (number LIKE 'CASO-%'),
    kind TEXT NOT NULL REFERENCES stock_case_rule (kind),
    place TEXT NOT NULL REFERENCES stock_place (id),
    reference TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_with TEXT CHECK (opened_with <> opened_by),
    deadline TEXT NOT NULL
);

CREATE INDEX stock_case_of_reference ON stock_case (reference) WHERE reference IS NOT NULL;

-- What it is about: a range of serials, or a quantity of an item that is only counted. expected: how many the books say;
-- found: how many were there.
CREATE TABLE stock_case_matter (
    case_number TEXT NOT NULL REFERENCES stock_case (number),
    position BIGINT NOT NULL,
    item TEXT NOT NULL,
    first_number BIGINT,
    last_number BIGINT,
    lot TEXT,
    expected BIGINT NOT NULL CHECK (expected >= 0),
    found BIGINT NOT NULL CHECK (found >= 0),
    detail TEXT NOT NULL,
    PRIMARY KEY (case_number, position),
    CHECK ((first_number IS NULL) = (last_number IS NULL) AND (first_number IS NULL) <> (lot IS NULL)),
    CHECK (first_number <= last_number),
    CHECK (first_number IS NULL OR (expected IN (0, last_number - first_number + 1)
        AND found IN (0, last_number - first_number + 1)))
);

CREATE INDEX stock_case_matter_of_serial ON stock_case_matter (item, first_number);

CREATE TABLE stock_case_note (
    case_number TEXT NOT NULL REFERENCES stock_case (number),
    position BIGINT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (case_number, position)
);

-- written_off: whether the house ends up with less than its books said, which takes two people.
CREATE TABLE stock_case_resolution (
    case_number TEXT PRIMARY KEY REFERENCES stock_case (number),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT CHECK (second <> person),
    reason TEXT NOT NULL CHECK (reason <> ''),
    written_off BIGINT NOT NULL CHECK (written_off IN (0, 1)),
    CHECK (written_off = 0 OR second IS NOT NULL)
);
