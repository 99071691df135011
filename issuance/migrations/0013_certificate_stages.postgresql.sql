-- SPDX-License-Identifier: GPL-3.0-or-later
-- Requests may await the legal adviser, and what nobody collects goes to the archive: docs/formats/certificate.md.
ALTER TABLE certificate_request DROP CONSTRAINT certificate_request_stage_check;
ALTER TABLE certificate_request ADD CHECK (stage IN ('requested', 'drafted', 'in_legal_review', 'reviewed', 'signed', 'issued',
    'delivered', 'archived', 'cancelled', 'annulled'));
ALTER TABLE certificate_step DROP CONSTRAINT certificate_step_step_check;
ALTER TABLE certificate_step ADD CHECK (step IN ('draft', 'review', 'legal_review', 'return', 'sign', 'endorse', 'cancel', 'deliver',
    'annul', 'archive', 'reissue'));

-- paper: what becomes of the copies on security paper.
CREATE TABLE certificate_archive (
    number TEXT PRIMARY KEY REFERENCES certificate (number),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('none', 'kept', 'destroy')),
    reason TEXT NOT NULL CHECK (reason <> '')
);
