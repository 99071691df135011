-- SPDX-License-Identifier: GPL-3.0-or-later
-- Certified keys of the house: docs/formats/key-book.md.

-- One row that each change of the book takes first: ceremonies follow one another, and readers see that something
-- changed.
CREATE TABLE key_book (
    name TEXT PRIMARY KEY CHECK (name = 'keys'),
    changes BIGINT NOT NULL
);
INSERT INTO key_book (name, changes) VALUES ('keys', 0);

-- issuer: the entry whose key signed the certificate; itself for roots. A link certificate names the new key of its
-- csca, and is signed by the one before.
CREATE TABLE certified_key (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('csca', 'csca-link', 'document-signer', 'master-list-signer',
        'seal-signer', 'house-authority', 'act-signer')),
    number BIGINT NOT NULL CHECK (number > 0),
    key_id TEXT NOT NULL CHECK (key_id <> ''),
    issuer TEXT NOT NULL REFERENCES certified_key (id),
    certificate BYTEA NOT NULL,
    serial_number TEXT NOT NULL CHECK (serial_number <> ''),
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    use_from TEXT NOT NULL,
    use_until TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('made', 'published', 'active', 'retired', 'destroyed')),
    published_at TEXT,
    publication TEXT CHECK (publication <> ''),
    UNIQUE (purpose, number),
    UNIQUE (issuer, serial_number),
    CHECK (valid_from < valid_until AND use_from < use_until),
    CHECK ((published_at IS NULL) = (publication IS NULL)),
    CHECK (state NOT IN ('published', 'active') OR publication IS NOT NULL
        OR purpose IN ('house-authority', 'act-signer')),
    CHECK (purpose <> 'csca-link' OR state IN ('made', 'published'))
);
CREATE UNIQUE INDEX certified_key_one_active ON certified_key (purpose) WHERE state = 'active';
CREATE UNIQUE INDEX certified_key_one_purpose ON certified_key (key_id) WHERE purpose <> 'csca-link';

-- How many documents a document signer has sealed, of how many.
CREATE TABLE signer_use (
    signer TEXT PRIMARY KEY REFERENCES certified_key (id),
    documents BIGINT NOT NULL,
    most_documents BIGINT CHECK (most_documents > 0),
    CHECK (documents >= 0 AND (most_documents IS NULL OR documents <= most_documents))
);

-- certified_key: null for a key that no ceremony finished. proof: what was asked of the store afterwards, and answered.
CREATE TABLE key_destruction (
    key_id TEXT PRIMARY KEY,
    certified_key TEXT REFERENCES certified_key (id),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT NOT NULL CHECK (second <> person),
    proof TEXT NOT NULL CHECK (proof <> '')
);

CREATE TABLE certificate_revocation (
    certified_key TEXT PRIMARY KEY REFERENCES certified_key (id),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    second TEXT NOT NULL CHECK (second <> person),
    reason TEXT NOT NULL CHECK (reason <> '')
);

-- Certificate revocation lists of the country signer as they were issued.
CREATE TABLE revocation_list (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    issuer TEXT NOT NULL REFERENCES certified_key (id),
    this_update TEXT NOT NULL,
    next_update TEXT NOT NULL,
    content BYTEA NOT NULL,
    CHECK (this_update < next_update)
);

-- Master lists of the house as they were issued.
CREATE TABLE master_list (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    signer TEXT NOT NULL REFERENCES certified_key (id),
    time TEXT NOT NULL,
    certificates BIGINT NOT NULL CHECK (certificates > 0),
    content BYTEA NOT NULL
);

-- What may follow what in the life of a certified key.
CREATE FUNCTION key_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER certified_key_begins BEFORE INSERT ON certified_key FOR EACH ROW
WHEN (NEW.state <> 'made' OR NEW.publication IS NOT NULL)
EXECUTE FUNCTION key_refuse('a certified key begins as made');

CREATE TRIGGER certified_key_step BEFORE UPDATE ON certified_key FOR EACH ROW
WHEN (OLD.state || '>' || NEW.state NOT IN ('made>published', 'published>active', 'active>retired', 'made>retired',
        'published>retired', 'retired>destroyed')
        AND NOT (OLD.state || '>' || NEW.state = 'made>active' AND NEW.purpose IN ('house-authority', 'act-signer'))
    OR OLD.id <> NEW.id OR OLD.purpose <> NEW.purpose OR OLD.number <> NEW.number OR OLD.key_id <> NEW.key_id
    OR OLD.issuer <> NEW.issuer OR OLD.certificate <> NEW.certificate OR OLD.serial_number <> NEW.serial_number
    OR OLD.valid_from <> NEW.valid_from OR OLD.valid_until <> NEW.valid_until OR OLD.use_from <> NEW.use_from
    OR OLD.use_until <> NEW.use_until OR OLD.made_at <> NEW.made_at
    OR (NEW.state <> 'published' AND OLD.publication IS DISTINCT FROM NEW.publication))
EXECUTE FUNCTION key_refuse('a certified key goes on step by step');

CREATE FUNCTION certified_key_checks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'destroyed' AND NOT EXISTS (SELECT 1 FROM key_destruction WHERE key_id = NEW.key_id) THEN
        RAISE EXCEPTION 'the proof comes before the word' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state = 'active' AND EXISTS (SELECT 1 FROM certificate_revocation WHERE certified_key = NEW.id) THEN
        RAISE EXCEPTION 'a revoked certificate is not used' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER certified_key_trusted BEFORE UPDATE ON certified_key FOR EACH ROW
EXECUTE FUNCTION certified_key_checks();

CREATE TRIGGER certified_key_stays BEFORE DELETE ON certified_key FOR EACH ROW
EXECUTE FUNCTION key_refuse('a certified key never leaves the books');

CREATE FUNCTION certificate_revocation_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM certified_key WHERE id = NEW.certified_key
        AND (state = 'active' OR purpose NOT IN ('document-signer', 'master-list-signer', 'seal-signer'))) THEN
        RAISE EXCEPTION 'a key in use is retired before its certificate is revoked' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER certificate_revocation_of_idle BEFORE INSERT ON certificate_revocation FOR EACH ROW
EXECUTE FUNCTION certificate_revocation_check();

CREATE TRIGGER signer_use_begins BEFORE INSERT ON signer_use FOR EACH ROW WHEN (NEW.documents <> 0)
EXECUTE FUNCTION key_refuse('a signer begins unused');

CREATE FUNCTION signer_use_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.documents <> OLD.documents + 1 OR NEW.signer <> OLD.signer
        OR NEW.most_documents IS DISTINCT FROM OLD.most_documents
        OR NOT EXISTS (SELECT 1 FROM certified_key WHERE id = NEW.signer AND state = 'active') THEN
        RAISE EXCEPTION 'an active signer counts document by document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER signer_use_counts BEFORE UPDATE ON signer_use FOR EACH ROW EXECUTE FUNCTION signer_use_check();

CREATE TRIGGER signer_use_stays BEFORE DELETE ON signer_use FOR EACH ROW
EXECUTE FUNCTION key_refuse('the count of a signer never leaves the books');
