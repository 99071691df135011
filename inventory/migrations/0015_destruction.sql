-- SPDX-License-Identifier: GPL-3.0-or-later
-- Destruction (control 10): docs/formats/destruction.md. What happened is only ever added; destruction_claim alone
-- loses its rows when a destruction ends.
CREATE TABLE destruction (
    number TEXT PRIMARY KEY CHECK (number LIKE 'DEST-%'),
    reason TEXT NOT NULL CHECK (reason <> ''),
    requested_at TEXT NOT NULL,
    requested_by TEXT NOT NULL CHECK (requested_by <> ''),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    annex TEXT NOT NULL CHECK (length(annex) = 64),
    UNIQUE (number, requested_by)
);

-- The serials that were selected.
CREATE TABLE destruction_range (
    destruction TEXT NOT NULL REFERENCES destruction (number),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (destruction, item, first_number),
    CHECK (first_number <= last_number)
);

-- The same while the destruction is open: a serial is in one at most.
CREATE TABLE destruction_claim (
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    destruction TEXT NOT NULL REFERENCES destruction (number),
    PRIMARY KEY (item, first_number),
    CHECK (first_number <= last_number)
);

-- By another person than who requested it.
CREATE TABLE destruction_authorisation (
    destruction TEXT PRIMARY KEY,
    requested_by TEXT NOT NULL,
    document TEXT NOT NULL CHECK (document <> ''),
    document_date TEXT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL CHECK (person <> requested_by),
    FOREIGN KEY (destruction, requested_by) REFERENCES destruction (number, requested_by)
);

-- naming: a commission may be named anew; the last one counts.
CREATE TABLE destruction_commission (
    destruction TEXT NOT NULL REFERENCES destruction_authorisation (destruction),
    naming BIGINT NOT NULL CHECK (naming > 0),
    document TEXT NOT NULL CHECK (document <> ''),
    document_date TEXT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (destruction, naming)
);

-- Members of the commission and witnesses: people of the house by their id, others by name, office and the kind of
-- document with which they identified themselves.
CREATE TABLE destruction_participant (
    destruction TEXT NOT NULL REFERENCES destruction (number),
    part TEXT NOT NULL CHECK (part IN ('member', 'witness')),
    naming BIGINT NOT NULL,
    position BIGINT NOT NULL,
    person TEXT,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    identification TEXT NOT NULL,
    PRIMARY KEY (destruction, part, naming, position),
    CHECK (person IS NOT NULL OR (name <> '' AND office <> '' AND identification IN ('dpi', 'passport', 'credential')))
);

CREATE TABLE destruction_scan (
    destruction TEXT NOT NULL REFERENCES destruction_authorisation (destruction),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (destruction, item, first_number)
);

CREATE TABLE destruction_execution (
    destruction TEXT PRIMARY KEY REFERENCES destruction_authorisation (destruction),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT NOT NULL CHECK (second <> person),
    method TEXT NOT NULL CHECK (method <> ''),
    municipality TEXT NOT NULL,
    department TEXT NOT NULL,
    premises TEXT NOT NULL,
    seal TEXT NOT NULL,
    waste_receiver TEXT NOT NULL
);

-- A destruction ends once.
CREATE TABLE destruction_end (
    destruction TEXT PRIMARY KEY REFERENCES destruction (number),
    outcome TEXT NOT NULL CHECK (outcome IN ('executed', 'cancelled')),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    reason TEXT NOT NULL CHECK ((outcome = 'cancelled') = (reason <> ''))
);
