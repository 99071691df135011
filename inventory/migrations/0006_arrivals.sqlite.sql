-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may come to a place, and what may be changed in one.
CREATE TRIGGER stock_movement_arrives BEFORE INSERT ON stock_movement WHEN NEW.from_place <> NEW.to_place
BEGIN
    SELECT RAISE(ABORT, 'the place is closed') FROM stock_place WHERE id = NEW.to_place AND active = 0;
    SELECT RAISE(ABORT, 'usable blanks do not stand there') FROM stock_place
    WHERE id = NEW.to_place AND NEW.to_state = 'usable' AND kind IN ('quarantine', 'destruction', 'documents');
    SELECT RAISE(ABORT, 'the place does not hold this item')
    WHERE EXISTS (SELECT 1 FROM stock_place_item WHERE place = NEW.to_place)
        AND NOT EXISTS (SELECT 1 FROM stock_place_item WHERE place = NEW.to_place AND item = NEW.item);
    SELECT RAISE(ABORT, 'the place cannot hold so many') FROM stock_place
    -- CASE, so that the sum is only taken where there is a capacity to keep.
    WHERE id = NEW.to_place AND CASE WHEN capacity IS NULL THEN 0 ELSE capacity < NEW.quantity
        + (SELECT coalesce(sum(last_number - first_number + 1), 0) FROM stock_run
           WHERE place = NEW.to_place AND state NOT IN ('missing', 'lost', 'stolen', 'destroyed')) END;
END;

CREATE TRIGGER stock_place_closed BEFORE UPDATE OF active ON stock_place
WHEN NEW.active = 0 AND EXISTS (SELECT 1 FROM stock_run WHERE place = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a place that holds blanks is not closed'); END;

CREATE TRIGGER stock_place_identity BEFORE UPDATE ON stock_place
WHEN OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.guarded > NEW.guarded
BEGIN SELECT RAISE(ABORT, 'a place keeps its kind and its guard'); END;

CREATE TRIGGER stock_place_given BEFORE UPDATE OF custodian ON stock_place
WHEN NEW.custodian IS NOT (SELECT incoming FROM stock_handover WHERE place = NEW.id ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'a place changes hands by a hand-over'); END;

CREATE TRIGGER stock_place_new BEFORE INSERT ON stock_place WHEN NEW.custodian IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a place changes hands by a hand-over'); END;
