-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may follow what in the life of a blank and of a shift.
CREATE FUNCTION stock_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER blank_step BEFORE UPDATE ON blank FOR EACH ROW
WHEN (OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ('usable>in_use', 'usable>spoiled',
    'in_use>personalised', 'in_use>spoiled', 'personalised>spoiled', 'spoiled>destroyed'))
EXECUTE FUNCTION stock_refuse('this state cannot follow that one');

CREATE TRIGGER blank_identity BEFORE UPDATE ON blank FOR EACH ROW
WHEN (OLD.serial <> NEW.serial OR OLD.item <> NEW.item OR OLD.number <> NEW.number
    OR (OLD.order_id IS NOT NULL AND NEW.order_id IS DISTINCT FROM OLD.order_id)
    OR (OLD.document_id IS NOT NULL AND NEW.document_id IS DISTINCT FROM OLD.document_id)
    OR (OLD.cause IS NOT NULL AND NEW.cause IS DISTINCT FROM OLD.cause))
EXECUTE FUNCTION stock_refuse('a blank keeps its serial, order, document and cause');

CREATE TRIGGER blank_stays BEFORE DELETE ON blank FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a blank never leaves the books');

CREATE TRIGGER stock_shift_closed BEFORE UPDATE ON stock_shift FOR EACH ROW
WHEN (OLD.closed_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.workstation <> NEW.workstation
    OR OLD.opened_at <> NEW.opened_at)
EXECUTE FUNCTION stock_refuse('a shift is closed once');

CREATE TRIGGER stock_shift_stays BEFORE DELETE ON stock_shift FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a shift never leaves the books');
