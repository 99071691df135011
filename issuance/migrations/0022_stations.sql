-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the blank of an order was taken: it is printed there and nowhere else. Empty while it has none.
ALTER TABLE line_task ADD COLUMN workstation TEXT NOT NULL DEFAULT '';

-- Stations at work: each is one run of a line. A row goes with the end of its run, or when it was silent for a lease.
CREATE TABLE line_station (
    id TEXT PRIMARY KEY,
    workstation TEXT NOT NULL,
    person TEXT NOT NULL,
    duties TEXT NOT NULL,
    items TEXT NOT NULL,
    began_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
);

-- Workstations that take no orders, or begin none, until a supervisor says so.
CREATE TABLE line_rest (
    workstation TEXT PRIMARY KEY,
    mode TEXT NOT NULL CHECK (mode IN ('pause', 'drain')),
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    since TEXT NOT NULL
);
