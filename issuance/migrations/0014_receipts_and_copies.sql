-- SPDX-License-Identifier: GPL-3.0-or-later
-- A receipt pays once in the house, whatever for: used_for is the order, request or re-issue.
CREATE TABLE receipt_use (
    receipt TEXT PRIMARY KEY CHECK (receipt <> ''),
    used_for TEXT NOT NULL CHECK (used_for <> '')
);
INSERT INTO receipt_use (receipt, used_for) SELECT receipt_number, id FROM production_order WHERE receipt_number <> '';
INSERT INTO receipt_use (receipt, used_for) SELECT receipt, number FROM certificate_request WHERE receipt IS NOT NULL
ON CONFLICT (receipt) DO NOTHING;

-- A certificate that was issued is given once more (docs/formats/certificate.md, "Given once more"): who asked, why, and whether on paper
-- or as the file.
CREATE TABLE certificate_reissue (
    number TEXT NOT NULL REFERENCES certificate (number),
    position BIGINT NOT NULL CHECK (position > 0),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    applicant TEXT NOT NULL CHECK (applicant <> ''),
    identification TEXT NOT NULL CHECK (identification <> ''),
    cause TEXT NOT NULL CHECK (cause IN ('lost', 'stolen', 'damaged', 'further')),
    manner TEXT NOT NULL CHECK (manner IN ('paper', 'electronic')),
    remarks TEXT NOT NULL,
    receipt TEXT UNIQUE REFERENCES receipt_use (receipt),
    PRIMARY KEY (number, position)
);
