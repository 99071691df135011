-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether a session was opened with more than a password (control 16).
ALTER TABLE session ADD COLUMN strong BIGINT NOT NULL DEFAULT 0 CHECK (strong IN (0, 1));
