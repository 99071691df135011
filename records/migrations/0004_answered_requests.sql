-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was answered to requests that bear an id, so that whoever lost an answer asks again and gets the same. Written with
-- the act itself, in one transaction. An answer that is null: the act began, and nobody knows yet how it ends. Forgotten after
-- some days.
CREATE TABLE answered_request (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 16 AND 64),
    person TEXT NOT NULL,
    act TEXT NOT NULL,
    time TEXT NOT NULL,
    answer TEXT
);

CREATE INDEX answered_request_time ON answered_request (time);
