-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys of what is confidential: docs/formats/confidential.md.

-- Versions of the key that wraps the keys of subjects. key_id: its name in the key store.
CREATE TABLE confidential_key (
    version BIGINT PRIMARY KEY CHECK (version > 0),
    key_id TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    destroyed_at TEXT
);

-- subject: an order with all that comes of it ("order/2026-000001"), a diligence, or "holders". wrapped: its key.
CREATE TABLE confidential_subject (
    subject TEXT PRIMARY KEY CHECK (subject <> ''),
    version BIGINT NOT NULL REFERENCES confidential_key (version),
    wrapped BYTEA NOT NULL
);
CREATE INDEX confidential_subject_version ON confidential_subject (version);

-- The name of the sealed file in the store of contents; content stays the SHA-256 of the PDF.
ALTER TABLE certificate_file ADD COLUMN sealed TEXT CHECK (length(sealed) = 64);

-- Somebody who is confidential was found and not shown: who has no need to know cannot conclude it.
ALTER TABLE diligence ADD COLUMN withheld BIGINT NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1));
