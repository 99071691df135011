-- SPDX-License-Identifier: GPL-3.0-or-later
-- Certificates, attestations and resolutions: docs/formats/certificate.md.

-- content: who asks and whom it is about, as JSON. A receipt pays for one request, ever.
CREATE TABLE certificate_request (
    number TEXT PRIMARY KEY CHECK (number LIKE 'SOL-%'),
    type TEXT NOT NULL CHECK (type <> ''),
    site TEXT NOT NULL,
    content TEXT NOT NULL,
    applicant TEXT NOT NULL CHECK (applicant <> ''),
    holder TEXT NOT NULL,
    receipt TEXT UNIQUE CHECK (receipt <> ''),
    received_at TEXT NOT NULL,
    received_by TEXT NOT NULL,
    deadline TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('requested', 'drafted', 'reviewed', 'signed', 'issued', 'delivered',
        'cancelled', 'annulled'))
);
CREATE INDEX certificate_request_stage ON certificate_request (stage, number);

-- Copies of what was brought: content is the SHA-256 of the scan, its name in the store of contents; null where it was
-- only looked at.
CREATE TABLE certificate_evidence (
    request TEXT NOT NULL REFERENCES certificate_request (number),
    requirement TEXT NOT NULL,
    content TEXT CHECK (length(content) = 64),
    PRIMARY KEY (request, requirement)
);

-- content: the values of the template as JSON, without those that only the signature gives.
CREATE TABLE certificate_draft (
    request TEXT NOT NULL REFERENCES certificate_request (number),
    draft BIGINT NOT NULL CHECK (draft > 0),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    template TEXT NOT NULL,
    template_sha256 TEXT NOT NULL CHECK (length(template_sha256) = 64),
    diligence TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (request, draft)
);

CREATE TABLE certificate_step (
    request TEXT NOT NULL REFERENCES certificate_request (number),
    position BIGINT NOT NULL CHECK (position > 0),
    step TEXT NOT NULL CHECK (step IN ('draft', 'review', 'return', 'sign', 'endorse', 'cancel', 'deliver', 'annul')),
    draft BIGINT NOT NULL,
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT,
    remarks TEXT NOT NULL,
    PRIMARY KEY (request, position),
    CHECK (second <> person)
);

-- A number that was given. content: all values as JSON, of which sha256 is the hash and the seal holds it.
-- endorser_place: where the endorser's signature goes: page, x, y, width, height.
CREATE TABLE certificate (
    number TEXT PRIMARY KEY CHECK (number <> ''),
    request TEXT NOT NULL REFERENCES certificate_request (number),
    draft BIGINT NOT NULL,
    type TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 14),
    day TEXT NOT NULL,
    folios BIGINT NOT NULL CHECK (folios > 0),
    certifier TEXT NOT NULL,
    endorser TEXT,
    endorser_place TEXT,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    seal BYTEA NOT NULL,
    FOREIGN KEY (request, draft) REFERENCES certificate_draft (request, draft),
    CHECK (endorser <> certifier),
    CHECK ((endorser IS NULL) = (endorser_place IS NULL))
);
CREATE INDEX certificate_of_request ON certificate (request);

-- The PDF as each signature or proof left it; content is its name in the store of contents.
CREATE TABLE certificate_file (
    number TEXT NOT NULL REFERENCES certificate (number),
    revision BIGINT NOT NULL CHECK (revision > 0),
    content TEXT NOT NULL CHECK (length(content) = 64),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (number, revision)
);

-- Numbers end once: cancelled before, annulled after they were issued.
CREATE TABLE certificate_end (
    number TEXT PRIMARY KEY REFERENCES certificate (number),
    ending TEXT NOT NULL CHECK (ending IN ('cancelled', 'annulled')),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    CHECK (ending <> 'annulled' OR second IS NOT NULL),
    CHECK (second <> person)
);

-- signature: of the recipient, a picture in the store of contents.
CREATE TABLE certificate_delivery (
    number TEXT NOT NULL REFERENCES certificate (number),
    position BIGINT NOT NULL CHECK (position > 0),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    identification TEXT NOT NULL CHECK (identification <> ''),
    manner TEXT NOT NULL CHECK (manner IN ('counter', 'electronic', 'courier')),
    signature TEXT CHECK (length(signature) = 64),
    PRIMARY KEY (number, position)
);

-- Keys of people who sign; the secret is theirs alone. store: "file", or the token as "token:<label>:<module>".
CREATE TABLE certifier_key (
    entry TEXT PRIMARY KEY CHECK (entry LIKE 'FIRMA-%'),
    person TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    key_id TEXT NOT NULL,
    certificate BYTEA NOT NULL,
    store TEXT NOT NULL CHECK (store = 'file' OR store LIKE 'token:%'),
    made_at TEXT NOT NULL,
    ended_at TEXT,
    reason TEXT,
    CHECK ((ended_at IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX certifier_key_one ON certifier_key (person) WHERE ended_at IS NULL;
