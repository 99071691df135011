-- SPDX-License-Identifier: GPL-3.0-or-later
-- The operational root and the key of the journal's checkpoints stand in the key book too: docs/formats/key-book.md.

-- What a CHECK allows does not change what is stored; the triggers below tell other connections that the schema changed.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''house-authority'', ''act-signer''',
    '''house-authority'', ''act-signer'', ''operational-root'', ''journal-checkpoint''')
    WHERE type = 'table' AND name = 'certified_key';
PRAGMA writable_schema = RESET;

DROP TRIGGER certified_key_step;
CREATE TRIGGER certified_key_step BEFORE UPDATE ON certified_key
WHEN OLD.state || '>' || NEW.state NOT IN ('made>published', 'published>active', 'active>retired', 'made>retired',
        'published>retired', 'retired>destroyed')
        AND NOT (OLD.state || '>' || NEW.state = 'made>active'
            AND NEW.purpose IN ('house-authority', 'act-signer', 'operational-root', 'journal-checkpoint'))
    OR OLD.id <> NEW.id OR OLD.purpose <> NEW.purpose OR OLD.number <> NEW.number OR OLD.key_id <> NEW.key_id
    OR OLD.issuer <> NEW.issuer OR OLD.certificate <> NEW.certificate OR OLD.serial_number <> NEW.serial_number
    OR OLD.valid_from <> NEW.valid_from OR OLD.valid_until <> NEW.valid_until OR OLD.use_from <> NEW.use_from
    OR OLD.use_until <> NEW.use_until OR OLD.made_at <> NEW.made_at
    OR (NEW.state <> 'published' AND OLD.publication IS NOT NEW.publication)
BEGIN SELECT RAISE(ABORT, 'a certified key goes on step by step'); END;
