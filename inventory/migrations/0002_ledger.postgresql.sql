-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ledger. One row takes a range of serials from one account (place, state) and gives it to another, so that it sums
-- to zero whatever stands in it. span: the least k with quantity <= 2^k, by which the rows over a serial are found.
CREATE SEQUENCE stock_movement_id;

CREATE TABLE stock_movement (
    id BIGINT PRIMARY KEY,
    time TEXT NOT NULL,
    event TEXT NOT NULL CHECK (event <> ''),
    person TEXT NOT NULL CHECK (person <> ''),
    second TEXT,
    workstation TEXT NOT NULL,
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL CHECK (first_number >= 0),
    last_number BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    span BIGINT NOT NULL CHECK (span BETWEEN 0 AND 40),
    from_place TEXT NOT NULL REFERENCES stock_place (id),
    from_state TEXT NOT NULL,
    to_place TEXT NOT NULL REFERENCES stock_place (id),
    to_state TEXT NOT NULL,
    reference TEXT,
    cause TEXT,
    detail TEXT NOT NULL,
    CONSTRAINT movement_counts_its_serials CHECK (quantity = last_number - first_number + 1),
    CONSTRAINT movement_of_two_people CHECK (second <> person),
    CONSTRAINT movement_needs_two_people CHECK (second IS NOT NULL
        OR (event NOT IN ('receive', 'issue', 'return', 'adjust', 'destroy') AND from_state <> 'none')),
    CONSTRAINT movement_from_outside CHECK ((from_state = 'none') = (from_place IN ('supplier', 'found'))),
    CONSTRAINT movement_stays_in_the_house CHECK (to_place NOT IN ('supplier', 'found')),
    CONSTRAINT movement_found CHECK (from_place <> 'found' OR to_state = 'withheld'),
    CONSTRAINT movement_life CHECK (from_state || '>' || to_state IN (
        'none>usable', 'none>withheld',
        'usable>usable', 'usable>in_use', 'usable>spoiled', 'usable>expired', 'usable>missing',
        'in_use>in_use', 'in_use>personalised', 'in_use>spoiled', 'in_use>missing',
        'personalised>personalised', 'personalised>spoiled', 'personalised>annulled', 'personalised>missing',
        'spoiled>spoiled', 'spoiled>destroyed', 'spoiled>missing',
        'annulled>annulled', 'annulled>destroyed', 'annulled>missing',
        'expired>expired', 'expired>destroyed', 'expired>missing',
        'missing>lost', 'missing>stolen', 'missing>withheld', 'lost>withheld', 'stolen>withheld',
        'withheld>withheld', 'withheld>spoiled', 'withheld>missing')),
    CONSTRAINT movement_one_at_a_time CHECK (to_state <> 'in_use' OR quantity = 1),
    CONSTRAINT movement_states_have_places CHECK (
        (to_state <> 'spoiled' OR to_place IN ('quarantine', 'destruction', 'transit') OR to_place LIKE 'quarantine:%'
            OR to_place LIKE 'transit:%')
        AND (to_state <> 'withheld' OR to_place = 'quarantine' OR to_place LIKE 'quarantine:%')
        AND (to_state <> 'usable' OR to_place NOT IN ('quarantine', 'destruction', 'documents'))),
    CONSTRAINT movement_cause CHECK ((cause IS NOT NULL) = (to_state = 'spoiled' AND from_state <> 'spoiled'))
);

CREATE INDEX stock_movement_of_serial ON stock_movement (item, span, first_number);
CREATE INDEX stock_movement_of_reference ON stock_movement (reference) WHERE reference IS NOT NULL;
CREATE INDEX stock_movement_cause ON stock_movement (item, first_number) WHERE cause IS NOT NULL;

CREATE VIEW stock_ledger AS
SELECT id AS movement, item, from_place AS place, from_state AS state, -quantity AS quantity FROM stock_movement
UNION ALL
SELECT id, item, to_place, to_state, quantity FROM stock_movement;

-- Consecutive serials of one account, as long as they can be: what the movements amount to. A movement changes them and
-- nothing else does: the program's role may only read them.
CREATE TABLE stock_run (
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    place TEXT NOT NULL REFERENCES stock_place (id),
    state TEXT NOT NULL,
    PRIMARY KEY (item, first_number),
    CHECK (first_number <= last_number)
);

CREATE INDEX stock_run_account ON stock_run (place, state, item, first_number);

-- Whoever moves blanks of an item from or to a place waits for whoever does so already.
CREATE FUNCTION stock_lock(item TEXT, place TEXT) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('stock ' || item || ' ' || place, 0));
$$;

CREATE FUNCTION stock_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    run stock_run%ROWTYPE;
    last_of_run BIGINT;
BEGIN
    PERFORM stock_lock(NEW.item, least(NEW.from_place, NEW.to_place));
    PERFORM stock_lock(NEW.item, greatest(NEW.from_place, NEW.to_place));
    -- Numbered under the lock, so that the movements of a serial are numbered in the order in which they happened.
    NEW.id := nextval('stock_movement_id');
    IF NEW.from_state <> 'none' THEN
        SELECT * INTO run FROM stock_run WHERE item = NEW.item AND first_number <= NEW.first_number
        ORDER BY first_number DESC LIMIT 1;
        IF NOT FOUND OR run.last_number < NEW.last_number OR run.place <> NEW.from_place
            OR run.state <> NEW.from_state THEN
            RAISE EXCEPTION 'the serials are not where the movement takes them from' USING ERRCODE = 'check_violation';
        END IF;
    ELSE
        SELECT * INTO run FROM stock_run WHERE item = NEW.item AND first_number <= NEW.last_number
        ORDER BY first_number DESC LIMIT 1;
        IF FOUND AND run.last_number >= NEW.first_number THEN
            RAISE EXCEPTION 'a serial exists once' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF NEW.second IS NULL AND NEW.from_place <> NEW.to_place
        AND (SELECT guarded FROM stock_place WHERE id = NEW.from_place) = 1 THEN
        RAISE EXCEPTION 'nothing leaves this place without two people' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.to_state = 'in_use' AND NOT EXISTS (SELECT 1 FROM blank
        WHERE item = NEW.item AND number = NEW.first_number AND live = 1) THEN
        RAISE EXCEPTION 'a blank in use belongs to an order' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.from_state = 'in_use' AND NEW.to_state = 'personalised' AND (SELECT count(*) FROM blank
        WHERE item = NEW.item AND number BETWEEN NEW.first_number AND NEW.last_number AND document_id IS NOT NULL)
        <> NEW.quantity THEN
        RAISE EXCEPTION 'a personalised blank is a document' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.from_place = NEW.to_place AND NEW.from_state = NEW.to_state THEN
        RETURN NEW;
    END IF;

    -- Out of the run that holds them, of which a part before and a part after may stay.
    IF NEW.from_state <> 'none' THEN
        IF run.first_number < NEW.first_number THEN
            UPDATE stock_run SET last_number = NEW.first_number - 1
            WHERE item = NEW.item AND first_number = run.first_number;
        ELSE
            DELETE FROM stock_run WHERE item = NEW.item AND first_number = run.first_number;
        END IF;
        IF run.last_number > NEW.last_number THEN
            INSERT INTO stock_run (item, first_number, last_number, place, state)
            VALUES (NEW.item, NEW.last_number + 1, run.last_number, run.place, run.state);
        END IF;
    END IF;
    -- Into one run with what stands beside them in the new account.
    DELETE FROM stock_run WHERE item = NEW.item AND first_number = NEW.last_number + 1 AND place = NEW.to_place
        AND state = NEW.to_state RETURNING last_number INTO last_of_run;
    SELECT * INTO run FROM stock_run WHERE item = NEW.item AND first_number < NEW.first_number
    ORDER BY first_number DESC LIMIT 1;
    IF FOUND AND run.last_number = NEW.first_number - 1 AND run.place = NEW.to_place AND run.state = NEW.to_state THEN
        UPDATE stock_run SET last_number = coalesce(last_of_run, NEW.last_number)
        WHERE item = NEW.item AND first_number = run.first_number;
    ELSE
        INSERT INTO stock_run (item, first_number, last_number, place, state)
        VALUES (NEW.item, NEW.first_number, coalesce(last_of_run, NEW.last_number), NEW.to_place, NEW.to_state);
    END IF;
    IF NEW.to_state NOT IN ('in_use', 'personalised') THEN
        UPDATE blank SET live = 0 WHERE item = NEW.item
            AND number BETWEEN NEW.first_number AND NEW.last_number AND live = 1;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stock_movement_moves BEFORE INSERT ON stock_movement FOR EACH ROW EXECUTE FUNCTION stock_move();
