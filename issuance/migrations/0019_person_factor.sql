-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people have besides their password (control 16): the secret of a generator of one-time codes, wrapped by the house's key,
-- and the last period whose code was taken.
CREATE TABLE person_factor (
    person TEXT PRIMARY KEY REFERENCES person (id),
    wrapped_secret BYTEA NOT NULL,
    last_period BIGINT NOT NULL,
    enrolled_at TEXT NOT NULL,
    enrolled_with TEXT NOT NULL
);
