-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal: docs/formats/journal.md.
CREATE TABLE journal_strand (
    strand BIGINT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE journal_entry (
    strand BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    workstation TEXT NOT NULL,
    approver TEXT,
    act TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    facts TEXT NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (strand, sequence)
);

CREATE INDEX journal_entry_by_object ON journal_entry (object_kind, object_id);

CREATE TABLE journal_checkpoint (
    number BIGINT PRIMARY KEY,
    content BYTEA NOT NULL,
    key_id TEXT NOT NULL,
    signature BYTEA NOT NULL
);
