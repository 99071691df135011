-- SPDX-License-Identifier: GPL-3.0-or-later
-- Places and who answers for them: docs/decisions/0085-places-and-their-custodians.md.
CREATE UNIQUE INDEX stock_vault_of_site ON stock_place (site) WHERE kind = 'vault' AND active = 1;
CREATE UNIQUE INDEX stock_quarantine_of_site ON stock_place (site) WHERE kind = 'quarantine' AND active = 1;

-- Only these items may be held there. A place without rows may hold all.
CREATE TABLE stock_place_item (
    place TEXT NOT NULL REFERENCES stock_place (id),
    item TEXT NOT NULL,
    PRIMARY KEY (place, item)
);

-- Who gave a place to whom, with what was counted. missing and surplus: serials that the books have there and nobody
-- counted, and the other way round.
CREATE TABLE stock_handover (
    place TEXT NOT NULL REFERENCES stock_place (id),
    number BIGINT NOT NULL CHECK (number > 0),
    time TEXT NOT NULL,
    outgoing TEXT,
    incoming TEXT NOT NULL CHECK (incoming <> ''),
    person TEXT NOT NULL,
    second TEXT,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    missing BIGINT NOT NULL CHECK (missing >= 0),
    surplus BIGINT NOT NULL CHECK (surplus >= 0),
    case_id TEXT,
    PRIMARY KEY (place, number),
    CHECK (outgoing <> incoming),
    CHECK ((missing = 0 AND surplus = 0) OR case_id IS NOT NULL)
);

CREATE TABLE stock_handover_range (
    place TEXT NOT NULL,
    number BIGINT NOT NULL,
    item TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (place, number, item, first_number),
    FOREIGN KEY (place, number) REFERENCES stock_handover (place, number),
    CHECK (first_number <= last_number)
);
