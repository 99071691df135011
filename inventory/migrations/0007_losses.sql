-- SPDX-License-Identifier: GPL-3.0-or-later
-- Formal reports of lost and stolen blanks and documents, and what was found again: docs/formats/lost-and-stolen.md.
CREATE TABLE stock_loss_report (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('lost', 'stolen')),
    report TEXT NOT NULL CHECK (report <> ''),
    authority TEXT NOT NULL CHECK (authority <> ''),
    report_date TEXT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT NOT NULL CHECK (second <> person)
);

CREATE TABLE stock_loss_serials (
    report_id TEXT NOT NULL REFERENCES stock_loss_report (id),
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL CHECK (last_number >= first_number),
    PRIMARY KEY (report_id, item, first_number)
);
