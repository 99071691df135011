-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is counted by lot. One row takes a quantity of a lot from one place and gives it to another; no place is outside
-- the house: where lots come from, what the line uses up, what a count finds or misses.
CREATE SEQUENCE stock_lot_movement_id;

CREATE TABLE stock_lot_movement (
    id BIGINT PRIMARY KEY,
    time TEXT NOT NULL,
    event TEXT NOT NULL CHECK (event IN ('receive', 'move', 'consume', 'adjust')),
    person TEXT NOT NULL CHECK (person <> ''),
    second TEXT,
    workstation TEXT NOT NULL,
    item TEXT NOT NULL,
    lot TEXT NOT NULL CHECK (lot <> ''),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    from_place TEXT REFERENCES stock_place (id),
    to_place TEXT REFERENCES stock_place (id),
    reference TEXT,
    reason TEXT NOT NULL,
    CONSTRAINT lot_movement_of_two_people CHECK (second <> person),
    CONSTRAINT lot_movement_needs_two_people CHECK (second IS NOT NULL OR event IN ('move', 'consume')),
    CONSTRAINT lot_movement_ends CHECK (CASE event
        WHEN 'receive' THEN from_place IS NULL AND to_place IS NOT NULL
        WHEN 'move' THEN from_place IS NOT NULL AND to_place IS NOT NULL AND from_place <> to_place
        WHEN 'consume' THEN from_place IS NOT NULL AND to_place IS NULL
        ELSE (from_place IS NULL) <> (to_place IS NULL) END),
    CONSTRAINT lot_adjusted_for_a_reason CHECK (event <> 'adjust' OR reason <> '')
);

-- A lot is received once.
CREATE UNIQUE INDEX stock_lot_received ON stock_lot_movement (item, lot) WHERE event = 'receive';
CREATE INDEX stock_lot_movement_of_reference ON stock_lot_movement (reference) WHERE reference IS NOT NULL;

-- How many of a lot are at a place: what the movements amount to. The program's role may only read it.
CREATE TABLE stock_lot (
    item TEXT NOT NULL,
    lot TEXT NOT NULL,
    place TEXT NOT NULL REFERENCES stock_place (id),
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    PRIMARY KEY (item, lot, place)
);

CREATE INDEX stock_lot_at ON stock_lot (place, item);

CREATE FUNCTION stock_lot_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM stock_lock(NEW.item, least(NEW.from_place, NEW.to_place));
    PERFORM stock_lock(NEW.item, greatest(NEW.from_place, NEW.to_place));
    NEW.id := nextval('stock_lot_movement_id');
    IF NEW.event <> 'receive' AND NOT EXISTS (SELECT 1 FROM stock_lot WHERE item = NEW.item AND lot = NEW.lot) THEN
        RAISE EXCEPTION 'a lot comes in by receipt' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.from_place IS NOT NULL AND coalesce((SELECT quantity FROM stock_lot
        WHERE item = NEW.item AND lot = NEW.lot AND place = NEW.from_place), 0) < NEW.quantity THEN
        RAISE EXCEPTION 'the place has fewer of the lot' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.second IS NULL AND (SELECT guarded FROM stock_place WHERE id = NEW.from_place) = 1 THEN
        RAISE EXCEPTION 'nothing leaves this place without two people' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM stock_place WHERE id IN (NEW.from_place, NEW.to_place) AND kind = 'outside') THEN
        RAISE EXCEPTION 'a lot is in the house' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE stock_lot SET quantity = quantity - NEW.quantity
    WHERE item = NEW.item AND lot = NEW.lot AND place = NEW.from_place;
    IF NEW.to_place IS NOT NULL THEN
        INSERT INTO stock_lot (item, lot, place, quantity) VALUES (NEW.item, NEW.lot, NEW.to_place, NEW.quantity)
        ON CONFLICT (item, lot, place) DO UPDATE SET quantity = stock_lot.quantity + excluded.quantity;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stock_lot_movement_moves BEFORE INSERT ON stock_lot_movement
FOR EACH ROW EXECUTE FUNCTION stock_lot_move();

CREATE TRIGGER stock_lot_stays BEFORE DELETE ON stock_lot FOR EACH ROW
EXECUTE FUNCTION stock_refuse('a lot never leaves the books');
