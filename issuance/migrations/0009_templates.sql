-- SPDX-License-Identifier: GPL-3.0-or-later
-- Versions of templates that two people approved: docs/formats/certificate.md. content: SHA-256 of the file, its name in the store of
-- contents.
CREATE TABLE template_version (
    name TEXT NOT NULL CHECK (name <> ''),
    version BIGINT NOT NULL CHECK (version > 0),
    content TEXT NOT NULL CHECK (length(content) = 64),
    effective TEXT NOT NULL,
    approved_at TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT NOT NULL CHECK (second <> person),
    PRIMARY KEY (name, version)
);
