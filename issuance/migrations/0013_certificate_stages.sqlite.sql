-- SPDX-License-Identifier: GPL-3.0-or-later
-- Requests may await the legal adviser, and what nobody collects goes to the archive: docs/formats/certificate.md.
DROP INDEX certificate_request_stage;
ALTER TABLE certificate_request ADD COLUMN stage_now TEXT NOT NULL DEFAULT 'requested' CHECK (stage_now IN ('requested', 'drafted',
    'in_legal_review', 'reviewed', 'signed', 'issued', 'delivered', 'archived', 'cancelled', 'annulled'));
UPDATE certificate_request SET stage_now = stage;
ALTER TABLE certificate_request DROP COLUMN stage;
ALTER TABLE certificate_request RENAME COLUMN stage_now TO stage;
CREATE INDEX certificate_request_stage ON certificate_request (stage, number);

DROP TRIGGER certificate_step_refuses_UPDATE;
DROP TRIGGER certificate_step_refuses_DELETE;
ALTER TABLE certificate_step ADD COLUMN step_now TEXT NOT NULL DEFAULT 'draft' CHECK (step_now IN ('draft', 'review', 'legal_review',
    'return', 'sign', 'endorse', 'cancel', 'deliver', 'annul', 'archive', 'reissue'));
UPDATE certificate_step SET step_now = step;
ALTER TABLE certificate_step DROP COLUMN step;
ALTER TABLE certificate_step RENAME COLUMN step_now TO step;

-- paper: what becomes of the copies on security paper.
CREATE TABLE certificate_archive (
    number TEXT PRIMARY KEY REFERENCES certificate (number),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('none', 'kept', 'destroy')),
    reason TEXT NOT NULL CHECK (reason <> '')
);
