-- SPDX-License-Identifier: GPL-3.0-or-later
-- Transport keys: docs/formats/transport-keys.md. sealed: wrapped by the key store; gone as soon as the key is destroyed.
CREATE TABLE transport_key (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    cipher TEXT NOT NULL,
    check_block TEXT NOT NULL CHECK (check_block IN ('zeros', 'ones')),
    check_values TEXT NOT NULL CHECK (check_values <> ''),
    sealed BYTEA,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_with TEXT NOT NULL,
    ended_at TEXT NOT NULL DEFAULT '',
    ended_by TEXT NOT NULL DEFAULT '',
    ended_with TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    CHECK (entered_with <> entered_by),
    CHECK (ended_at = '' OR ended_with <> ended_by),
    CHECK ((sealed IS NULL) = (ended_at <> ''))
);
CREATE UNIQUE INDEX transport_key_one ON transport_key (name) WHERE ended_at = '';

-- What the chip answered for itself before it was written: upper-case hexadecimal, empty where it told nothing.
ALTER TABLE document ADD COLUMN chip_identity TEXT NOT NULL DEFAULT '';
