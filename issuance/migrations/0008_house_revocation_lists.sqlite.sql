-- SPDX-License-Identifier: GPL-3.0-or-later
-- The house's own authority takes certificates of signers of papers back too: docs/formats/key-book.md.

-- Its lists as they were issued; their numbers are its own.
CREATE TABLE house_revocation_list (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    issuer TEXT NOT NULL REFERENCES certified_key (id),
    this_update TEXT NOT NULL,
    next_update TEXT NOT NULL,
    content BYTEA NOT NULL,
    CHECK (this_update < next_update)
);

DROP TRIGGER certificate_revocation_of_idle;
CREATE TRIGGER certificate_revocation_of_idle BEFORE INSERT ON certificate_revocation
WHEN EXISTS (SELECT 1 FROM certified_key WHERE id = NEW.certified_key
    AND (state = 'active' OR purpose NOT IN ('document-signer', 'master-list-signer', 'seal-signer', 'act-signer')))
BEGIN SELECT RAISE(ABORT, 'a key in use is retired before its certificate is revoked'); END;
