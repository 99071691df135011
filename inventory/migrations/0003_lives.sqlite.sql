-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may follow what in the life of a blank and of a shift.
CREATE TRIGGER blank_step BEFORE UPDATE ON blank
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ('usable>in_use', 'usable>spoiled',
    'in_use>personalised', 'in_use>spoiled', 'personalised>spoiled', 'spoiled>destroyed')
BEGIN SELECT RAISE(ABORT, 'this state cannot follow that one'); END;

CREATE TRIGGER blank_identity BEFORE UPDATE ON blank
WHEN OLD.serial <> NEW.serial OR OLD.item <> NEW.item OR OLD.number <> NEW.number
    OR (OLD.order_id IS NOT NULL AND NEW.order_id IS NOT OLD.order_id)
    OR (OLD.document_id IS NOT NULL AND NEW.document_id IS NOT OLD.document_id)
    OR (OLD.cause IS NOT NULL AND NEW.cause IS NOT OLD.cause)
BEGIN SELECT RAISE(ABORT, 'a blank keeps its serial, order, document and cause'); END;

CREATE TRIGGER blank_stays BEFORE DELETE ON blank
BEGIN SELECT RAISE(ABORT, 'a blank never leaves the books'); END;

CREATE TRIGGER stock_shift_closed BEFORE UPDATE ON stock_shift
WHEN OLD.closed_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.workstation <> NEW.workstation
    OR OLD.opened_at <> NEW.opened_at
BEGIN SELECT RAISE(ABORT, 'a shift is closed once'); END;

CREATE TRIGGER stock_shift_stays BEFORE DELETE ON stock_shift
BEGIN SELECT RAISE(ABORT, 'a shift never leaves the books'); END;
