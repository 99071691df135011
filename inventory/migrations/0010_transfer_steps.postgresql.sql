-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may follow what in a transfer, and what a reservation keeps.
CREATE TRIGGER stock_transfer_step BEFORE UPDATE ON stock_transfer FOR EACH ROW
WHEN (OLD.stage || '>' || NEW.stage NOT IN ('prepared>approved', 'approved>sealed', 'sealed>dispatched',
        'dispatched>received', 'dispatched>returning', 'returning>returned', 'prepared>cancelled',
        'approved>cancelled', 'sealed>cancelled')
    OR OLD.id <> NEW.id OR OLD.from_place <> NEW.from_place OR OLD.to_place <> NEW.to_place OR OLD.state <> NEW.state
    OR OLD.requisition IS DISTINCT FROM NEW.requisition)
EXECUTE FUNCTION stock_refuse('a transfer goes on step by step');

CREATE TRIGGER stock_transfer_stays BEFORE DELETE ON stock_transfer FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a transfer never leaves the books');

CREATE TRIGGER stock_requisition_step BEFORE UPDATE ON stock_requisition FOR EACH ROW
WHEN (OLD.stage <> 'open' OR OLD.id <> NEW.id OR OLD.place <> NEW.place OR OLD.item <> NEW.item
    OR OLD.quantity <> NEW.quantity OR OLD.requested_by <> NEW.requested_by)
EXECUTE FUNCTION stock_refuse('a requisition is decided once');

CREATE TRIGGER stock_requisition_stays BEFORE DELETE ON stock_requisition FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a requisition never leaves the books');

CREATE FUNCTION stock_reserve() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM stock_lock(NEW.item, '*reserved');
    IF EXISTS (SELECT 1 FROM stock_reservation
        WHERE item = NEW.item AND first_number <= NEW.last_number AND last_number >= NEW.first_number) THEN
        RAISE EXCEPTION 'the serials are reserved already' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stock_reservation_alone BEFORE INSERT ON stock_reservation FOR EACH ROW
EXECUTE FUNCTION stock_reserve();

CREATE FUNCTION stock_keep_reserved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM stock_reservation
        WHERE item = NEW.item AND first_number <= NEW.last_number AND last_number >= NEW.first_number
        AND NEW.reference IS DISTINCT FROM 'transfer:' || transfer) THEN
        RAISE EXCEPTION 'the serials are reserved for a transfer' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- Named after stock_movement_moves, which takes the locks and comes before it by its name.
CREATE TRIGGER stock_movement_reserved BEFORE INSERT ON stock_movement FOR EACH ROW
WHEN (NEW.to_state = 'in_use' OR (NEW.from_place <> NEW.to_place AND NEW.from_state = NEW.to_state))
EXECUTE FUNCTION stock_keep_reserved();
