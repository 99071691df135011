-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE FUNCTION destruction_claim_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM stock_lock(NEW.item, 'destruction claims');
    IF EXISTS (SELECT 1 FROM destruction_claim WHERE item = NEW.item AND first_number <= NEW.last_number
        AND last_number >= NEW.first_number) THEN
        RAISE EXCEPTION 'a serial is in one open destruction at most' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER destruction_claims_once BEFORE INSERT ON destruction_claim
FOR EACH ROW EXECUTE FUNCTION destruction_claim_once();
