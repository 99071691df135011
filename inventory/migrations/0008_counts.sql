-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counts of places, by two people who do not see what the books say: docs/formats/stock-counts.md.
CREATE TABLE stock_count_schedule (
    place TEXT PRIMARY KEY REFERENCES stock_place (id),
    every_days BIGINT NOT NULL CHECK (every_days BETWEEN 1 AND 3650)
);

-- items: their ids separated by blanks; empty for all.
CREATE TABLE stock_count (
    number TEXT PRIMARY KEY CHECK (number LIKE 'CONTEO-%'),
    place TEXT NOT NULL REFERENCES stock_place (id),
    kind TEXT NOT NULL CHECK (kind IN ('planned', 'cyclic', 'unannounced')),
    items TEXT NOT NULL,
    planned_at TEXT NOT NULL,
    planned_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'counting', 'recount', 'variance', 'closed', 'cancelled')),
    round BIGINT NOT NULL CHECK (round > 0),
    closed_at TEXT,
    closed_by TEXT,
    closed_with TEXT CHECK (closed_with <> closed_by),
    reason TEXT,
    CHECK ((closed_at IS NOT NULL) = (state IN ('closed', 'cancelled')))
);

CREATE UNIQUE INDEX stock_count_under_way ON stock_count (place) WHERE state IN ('counting', 'recount', 'variance');

-- Who counts in a round. watermark: the last movement in the ledger when the counter began.
CREATE TABLE stock_count_counter (
    count_number TEXT NOT NULL REFERENCES stock_count (number),
    round BIGINT NOT NULL,
    counter TEXT NOT NULL,
    watermark BIGINT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    PRIMARY KEY (count_number, round, counter)
);

CREATE INDEX stock_count_counter_person ON stock_count_counter (counter);

-- What a scanner sent, under the name it gave to it, so that what comes twice counts once.
CREATE TABLE stock_count_batch (
    count_number TEXT NOT NULL,
    round BIGINT NOT NULL,
    counter TEXT NOT NULL,
    batch TEXT NOT NULL CHECK (batch <> ''),
    sha256 TEXT NOT NULL,
    time TEXT NOT NULL,
    PRIMARY KEY (count_number, round, counter, batch),
    FOREIGN KEY (count_number, round, counter) REFERENCES stock_count_counter (count_number, round, counter)
);

CREATE TABLE stock_count_scan (
    count_number TEXT NOT NULL,
    round BIGINT NOT NULL,
    counter TEXT NOT NULL,
    batch TEXT NOT NULL,
    position BIGINT NOT NULL,
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL CHECK (last_number >= first_number),
    PRIMARY KEY (count_number, round, counter, batch, position),
    FOREIGN KEY (count_number, round, counter, batch)
        REFERENCES stock_count_batch (count_number, round, counter, batch)
);

-- What came out of a round: serials that both counters and the books do not agree about, and those that moved meanwhile.
CREATE TABLE stock_count_finding (
    count_number TEXT NOT NULL REFERENCES stock_count (number),
    round BIGINT NOT NULL,
    position BIGINT NOT NULL,
    finding TEXT NOT NULL CHECK (finding IN ('disputed', 'lacking', 'elsewhere', 'found_again', 'unknown', 'moved')),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL CHECK (last_number >= first_number),
    detail TEXT NOT NULL,
    PRIMARY KEY (count_number, round, position)
);
