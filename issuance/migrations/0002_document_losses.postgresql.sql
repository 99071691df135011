-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents that are missing, lost, stolen or found again; and what is void stays so (control 20).
CREATE TABLE document_loss (
    document_id TEXT NOT NULL REFERENCES document (id),
    position BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('missing', 'lost', 'stolen', 'found')),
    time TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
);

CREATE FUNCTION document_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER document_stays_void BEFORE UPDATE ON document FOR EACH ROW
WHEN (OLD.state = 'void' AND NEW.state <> 'void') EXECUTE FUNCTION document_refuse('a void document stays void');
