-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which certificates let a workstation in at the door, from their making to their end: docs/formats/door.md.

-- sha256: of the certificate. key_sha256: of its SubjectPublicKeyInfo. A first certificate takes two people; for a renewal the
-- certificate vouches that the workstation had.
CREATE TABLE workstation_certificate (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    workstation TEXT NOT NULL REFERENCES workstation (id),
    number BIGINT NOT NULL CHECK (number > 0),
    serial_number TEXT NOT NULL CHECK (serial_number <> ''),
    key_sha256 TEXT NOT NULL CHECK (length(key_sha256) = 64),
    valid_until TEXT NOT NULL,
    enrolled_at TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT CHECK (second <> person),
    vouched_by TEXT REFERENCES workstation_certificate (sha256),
    UNIQUE (workstation, number),
    CHECK ((second IS NULL) <> (vouched_by IS NULL))
);

-- That somebody asked something with it.
CREATE TABLE workstation_certificate_use (
    sha256 TEXT PRIMARY KEY REFERENCES workstation_certificate (sha256),
    time TEXT NOT NULL
);

-- revoked: by a person, for a reason. succeeded: a later one of the workstation was used.
CREATE TABLE workstation_certificate_end (
    sha256 TEXT PRIMARY KEY REFERENCES workstation_certificate (sha256),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    ending TEXT NOT NULL CHECK (ending IN ('revoked', 'succeeded')),
    reason TEXT NOT NULL,
    CHECK (ending <> 'revoked' OR reason <> '')
);

CREATE INDEX session_of_workstation ON session (workstation);
