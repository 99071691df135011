-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far signatures of certificates are proven: docs/formats/pdf-signature.md.

-- What two people set; the last one holds. timestamp_anchors: roots of the time-stamping authority in PEM.
CREATE TABLE signature_policy (
    position BIGINT PRIMARY KEY CHECK (position > 0),
    level TEXT NOT NULL CHECK (level IN ('B-B', 'B-T', 'B-LT', 'B-LTA')),
    timestamp_url TEXT CHECK (timestamp_url LIKE 'http://%' OR timestamp_url LIKE 'https://%'),
    timestamp_policy TEXT,
    timestamp_anchors TEXT NOT NULL,
    renewal_days BIGINT NOT NULL CHECK (renewal_days BETWEEN 1 AND 3650),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT NOT NULL,
    CHECK (second <> person),
    CHECK (level = 'B-B' OR (timestamp_url IS NOT NULL AND timestamp_anchors <> ''))
);

-- Up to which level a revision of a certificate's file is proven. archive_until: when the certificate of its last
-- document time-stamp ends; null where it has none.
CREATE TABLE certificate_proof (
    number TEXT NOT NULL,
    revision BIGINT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('B-T', 'B-LT', 'B-LTA')),
    archive_until TEXT,
    PRIMARY KEY (number, revision),
    FOREIGN KEY (number, revision) REFERENCES certificate_file (number, revision),
    CHECK (level <> 'B-LTA' OR archive_until IS NOT NULL)
);
