-- SPDX-License-Identifier: GPL-3.0-or-later
-- What never changes in a blank taken for an order, and in a shift.
CREATE FUNCTION stock_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER blank_identity BEFORE UPDATE ON blank FOR EACH ROW
WHEN (OLD.serial <> NEW.serial OR OLD.item <> NEW.item OR OLD.number <> NEW.number OR OLD.order_id <> NEW.order_id
    OR (OLD.document_id IS NOT NULL AND NEW.document_id IS DISTINCT FROM OLD.document_id) OR OLD.live < NEW.live)
EXECUTE FUNCTION stock_refuse('a blank keeps its serial, order and document, and does not come back to life');

CREATE TRIGGER blank_stays BEFORE DELETE ON blank FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a blank never leaves the books');

CREATE TRIGGER stock_shift_closed BEFORE UPDATE ON stock_shift FOR EACH ROW
WHEN (OLD.closed_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.workstation <> NEW.workstation
    OR OLD.opened_at <> NEW.opened_at)
EXECUTE FUNCTION stock_refuse('a shift is closed once');

CREATE TRIGGER stock_shift_stays BEFORE DELETE ON stock_shift FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a shift never leaves the books');

CREATE TRIGGER stock_place_stays BEFORE DELETE ON stock_place FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a place never leaves the books');
