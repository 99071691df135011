-- SPDX-License-Identifier: GPL-3.0-or-later
-- Registers, searches for persons and diligences: docs/formats/registers.md.

-- content: SHA-256 of the file, its name in the store of contents. A whole register takes the place of all that its
-- source sent before; an addition stands beside it.
CREATE TABLE register_import (
    id BIGINT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (number LIKE 'REG-%'),
    register TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source <> ''),
    reach TEXT NOT NULL CHECK (reach IN ('whole', 'addition')),
    form TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) = 64),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    row_count BIGINT NOT NULL CHECK (row_count > 0),
    quarantined BIGINT NOT NULL CHECK (quarantined >= 0)
);
CREATE INDEX register_import_source ON register_import (register, source, id);

-- A person as the lines of one import write them; numbered within it.
CREATE TABLE register_person (
    import BIGINT NOT NULL,
    person BIGINT NOT NULL,
    surnames TEXT NOT NULL,
    given_names TEXT NOT NULL,
    born TEXT NOT NULL,
    document TEXT NOT NULL,
    nationality TEXT NOT NULL,
    PRIMARY KEY (import, person)
) WITHOUT ROWID;

-- fields: the values of the kind's columns in their order, U+001F between them.
CREATE TABLE register_row (
    import BIGINT NOT NULL,
    line BIGINT NOT NULL,
    person BIGINT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (import, line)
) WITHOUT ROWID;
CREATE INDEX register_row_person ON register_row (import, person);

-- Under which numbers a person is found.
CREATE TABLE register_key (
    import BIGINT NOT NULL,
    key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (import, key, person)
) WITHOUT ROWID;

CREATE TABLE register_quarantine (
    import BIGINT NOT NULL,
    line BIGINT NOT NULL,
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    column_name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (import, line, position)
);

-- The house's own documents as a register: their holders and the keys of these.
CREATE TABLE own_document_person (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    surnames TEXT NOT NULL,
    given_names TEXT NOT NULL,
    born TEXT NOT NULL,
    nationality TEXT NOT NULL
);

CREATE TABLE own_document_key (
    key BIGINT NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (key, document_id)
) WITHOUT ROWID;

-- versions: of each register asked, "name=imports", separated by spaces.
CREATE TABLE diligence (
    number TEXT PRIMARY KEY CHECK (number LIKE 'DIL-%'),
    surnames TEXT NOT NULL,
    given_names TEXT NOT NULL,
    born TEXT NOT NULL,
    document TEXT NOT NULL,
    nationality TEXT NOT NULL,
    versions TEXT NOT NULL CHECK (versions <> ''),
    cut BIGINT NOT NULL CHECK (cut IN (0, 1)),
    time TEXT NOT NULL,
    person TEXT NOT NULL
);

CREATE TABLE diligence_candidate (
    diligence TEXT NOT NULL REFERENCES diligence (number),
    position BIGINT NOT NULL CHECK (position > 0),
    register TEXT NOT NULL,
    ids TEXT NOT NULL CHECK (ids <> ''),
    surnames TEXT NOT NULL,
    given_names TEXT NOT NULL,
    born TEXT NOT NULL,
    document TEXT NOT NULL,
    nationality TEXT NOT NULL,
    score BIGINT NOT NULL,
    grounds TEXT NOT NULL,
    PRIMARY KEY (diligence, position)
);

CREATE TABLE diligence_decision (
    diligence TEXT NOT NULL,
    position BIGINT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'namesake')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (diligence, position),
    FOREIGN KEY (diligence, position) REFERENCES diligence_candidate (diligence, position)
);

CREATE TABLE diligence_conclusion (
    diligence TEXT PRIMARY KEY REFERENCES diligence (number),
    time TEXT NOT NULL,
    person TEXT NOT NULL
);
