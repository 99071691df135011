-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may follow what in a transfer, and what a reservation keeps.
CREATE TRIGGER stock_transfer_step BEFORE UPDATE ON stock_transfer
WHEN OLD.stage || '>' || NEW.stage NOT IN ('prepared>approved', 'approved>sealed', 'sealed>dispatched',
        'dispatched>received', 'dispatched>returning', 'returning>returned', 'prepared>cancelled',
        'approved>cancelled', 'sealed>cancelled')
    OR OLD.id <> NEW.id OR OLD.from_place <> NEW.from_place OR OLD.to_place <> NEW.to_place OR OLD.state <> NEW.state
    OR OLD.requisition IS NOT NEW.requisition
BEGIN SELECT RAISE(ABORT, 'a transfer goes on step by step'); END;

CREATE TRIGGER stock_transfer_stays BEFORE DELETE ON stock_transfer
BEGIN SELECT RAISE(ABORT, 'a transfer never leaves the books'); END;

CREATE TRIGGER stock_requisition_step BEFORE UPDATE ON stock_requisition
WHEN OLD.stage <> 'open' OR OLD.id <> NEW.id OR OLD.place <> NEW.place OR OLD.item <> NEW.item
    OR OLD.quantity <> NEW.quantity OR OLD.requested_by <> NEW.requested_by
BEGIN SELECT RAISE(ABORT, 'a requisition is decided once'); END;

CREATE TRIGGER stock_requisition_stays BEFORE DELETE ON stock_requisition
BEGIN SELECT RAISE(ABORT, 'a requisition never leaves the books'); END;

CREATE TRIGGER stock_reservation_alone BEFORE INSERT ON stock_reservation
BEGIN
    SELECT RAISE(ABORT, 'the serials are reserved already') WHERE EXISTS (SELECT 1 FROM stock_reservation
        WHERE item = NEW.item AND first_number <= NEW.last_number AND last_number >= NEW.first_number);
END;

CREATE TRIGGER stock_movement_reserved BEFORE INSERT ON stock_movement
WHEN NEW.to_state = 'in_use' OR (NEW.from_place <> NEW.to_place AND NEW.from_state = NEW.to_state)
BEGIN
    SELECT RAISE(ABORT, 'the serials are reserved for a transfer') WHERE EXISTS (SELECT 1 FROM stock_reservation
        WHERE item = NEW.item AND first_number <= NEW.last_number AND last_number >= NEW.first_number
        AND NEW.reference IS NOT 'transfer:' || transfer);
END;
