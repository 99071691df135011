-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copies of certificates on numbered security paper: docs/formats/certificate.md. printing: the printer was asked, and nobody has written
-- down what came of it.
CREATE TABLE certificate_print (
    number TEXT NOT NULL REFERENCES certificate (number),
    copy BIGINT NOT NULL CHECK (copy > 0),
    state TEXT NOT NULL CHECK (state IN ('printing', 'not_printed', 'printed', 'in_doubt')),
    began_at TEXT NOT NULL,
    person TEXT NOT NULL,
    workstation TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (number, copy)
);
CREATE UNIQUE INDEX certificate_print_one_open ON certificate_print (number) WHERE state <> 'printed';

-- Every sheet that was taken for a folio of a copy, in the order of taking; the last one of a folio is the one that holds.
CREATE TABLE certificate_folio (
    serial TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    copy BIGINT NOT NULL,
    folio BIGINT NOT NULL CHECK (folio > 0),
    taken BIGINT NOT NULL CHECK (taken > 0),
    UNIQUE (number, copy, folio, taken),
    FOREIGN KEY (number, copy) REFERENCES certificate_print (number, copy)
);
