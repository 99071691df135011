-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TRIGGER destruction_claims_once BEFORE INSERT ON destruction_claim
BEGIN
    SELECT RAISE(ABORT, 'a serial is in one open destruction at most')
    WHERE EXISTS (SELECT 1 FROM destruction_claim WHERE item = NEW.item AND first_number <= NEW.last_number
        AND last_number >= NEW.first_number);
END;
