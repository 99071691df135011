-- SPDX-License-Identifier: GPL-3.0-or-later
-- The operational root and the key of the journal's checkpoints stand in the key book too: docs/formats/key-book.md.
ALTER TABLE certified_key DROP CONSTRAINT certified_key_purpose_check;
ALTER TABLE certified_key ADD CONSTRAINT certified_key_purpose_check CHECK (purpose IN ('csca', 'csca-link',
    'document-signer', 'master-list-signer', 'seal-signer', 'house-authority', 'act-signer', 'operational-root',
    'journal-checkpoint'));
ALTER TABLE certified_key DROP CONSTRAINT certified_key_check2;
ALTER TABLE certified_key ADD CONSTRAINT certified_key_check2 CHECK (state NOT IN ('published', 'active')
    OR publication IS NOT NULL
    OR purpose IN ('house-authority', 'act-signer', 'operational-root', 'journal-checkpoint'));

DROP TRIGGER certified_key_step ON certified_key;
CREATE TRIGGER certified_key_step BEFORE UPDATE ON certified_key FOR EACH ROW
WHEN (OLD.state || '>' || NEW.state NOT IN ('made>published', 'published>active', 'active>retired', 'made>retired',
        'published>retired', 'retired>destroyed')
        AND NOT (OLD.state || '>' || NEW.state = 'made>active'
            AND NEW.purpose IN ('house-authority', 'act-signer', 'operational-root', 'journal-checkpoint'))
    OR OLD.id <> NEW.id OR OLD.purpose <> NEW.purpose OR OLD.number <> NEW.number OR OLD.key_id <> NEW.key_id
    OR OLD.issuer <> NEW.issuer OR OLD.certificate <> NEW.certificate OR OLD.serial_number <> NEW.serial_number
    OR OLD.valid_from <> NEW.valid_from OR OLD.valid_until <> NEW.valid_until OR OLD.use_from <> NEW.use_from
    OR OLD.use_until <> NEW.use_until OR OLD.made_at <> NEW.made_at
    OR (NEW.state <> 'published' AND OLD.publication IS DISTINCT FROM NEW.publication))
EXECUTE FUNCTION key_refuse('a certified key goes on step by step');
