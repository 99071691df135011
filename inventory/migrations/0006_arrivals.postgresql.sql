-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may come to a place, and what may be changed in one.
CREATE FUNCTION stock_arrive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    there RECORD;
BEGIN
    FOR there IN SELECT DISTINCT p.id, p.kind, p.active, p.capacity FROM moved m JOIN stock_place p ON p.id = m.to_place
        WHERE m.from_place <> m.to_place LOOP
        IF there.active = 0 THEN
            RAISE EXCEPTION 'the place is closed' USING ERRCODE = 'check_violation';
        END IF;
        IF there.kind IN ('quarantine', 'destruction', 'documents') AND EXISTS (SELECT 1 FROM moved
            WHERE to_place = there.id AND from_place <> to_place AND to_state = 'usable') THEN
            RAISE EXCEPTION 'usable blanks do not stand there' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM stock_place_item WHERE place = there.id) AND EXISTS (SELECT 1 FROM moved m
            WHERE m.to_place = there.id AND m.from_place <> m.to_place AND NOT EXISTS (SELECT 1 FROM stock_place_item r
                WHERE r.place = there.id AND r.item = m.item)) THEN
            RAISE EXCEPTION 'the place does not hold this item' USING ERRCODE = 'check_violation';
        END IF;
        IF there.capacity IS NOT NULL THEN
            -- Blanks of other items may be on their way to the same place.
            PERFORM stock_lock('*', there.id);
            IF (SELECT sum(last_number - first_number + 1) FROM stock_run
                WHERE place = there.id AND state NOT IN ('missing', 'lost', 'stolen', 'destroyed'))
                > there.capacity THEN
                RAISE EXCEPTION 'the place cannot hold so many' USING ERRCODE = 'check_violation';
            END IF;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER stock_movement_arrives AFTER INSERT ON stock_movement REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION stock_arrive();

CREATE FUNCTION stock_place_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.custodian IS NOT NULL THEN
            RAISE EXCEPTION 'a place changes hands by a hand-over' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.active = 1 AND NEW.active = 0 AND EXISTS (SELECT 1 FROM stock_run WHERE place = NEW.id) THEN
        RAISE EXCEPTION 'a place that holds blanks is not closed' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.guarded > NEW.guarded THEN
        RAISE EXCEPTION 'a place keeps its kind and its guard' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.custodian IS DISTINCT FROM OLD.custodian AND NEW.custodian IS DISTINCT FROM
        (SELECT incoming FROM stock_handover WHERE place = NEW.id ORDER BY number DESC LIMIT 1) THEN
        RAISE EXCEPTION 'a place changes hands by a hand-over' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stock_place_checked BEFORE INSERT OR UPDATE ON stock_place
FOR EACH ROW EXECUTE FUNCTION stock_place_check();
