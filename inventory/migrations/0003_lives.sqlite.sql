-- SPDX-License-Identifier: GPL-3.0-or-later
-- What never changes in a blank taken for an order, and in a shift.
CREATE TRIGGER blank_identity BEFORE UPDATE ON blank
WHEN OLD.serial <> NEW.serial OR OLD.item <> NEW.item OR OLD.number <> NEW.number OR OLD.order_id <> NEW.order_id
    OR (OLD.document_id IS NOT NULL AND NEW.document_id IS NOT OLD.document_id) OR OLD.live < NEW.live
BEGIN SELECT RAISE(ABORT, 'a blank keeps its serial, order and document, and does not come back to life'); END;

CREATE TRIGGER blank_stays BEFORE DELETE ON blank
BEGIN SELECT RAISE(ABORT, 'a blank never leaves the books'); END;

CREATE TRIGGER stock_shift_closed BEFORE UPDATE ON stock_shift
WHEN OLD.closed_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.workstation <> NEW.workstation
    OR OLD.opened_at <> NEW.opened_at
BEGIN SELECT RAISE(ABORT, 'a shift is closed once'); END;

CREATE TRIGGER stock_shift_stays BEFORE DELETE ON stock_shift
BEGIN SELECT RAISE(ABORT, 'a shift never leaves the books'); END;

CREATE TRIGGER stock_place_stays BEFORE DELETE ON stock_place
BEGIN SELECT RAISE(ABORT, 'a place never leaves the books'); END;
