-- SPDX-License-Identifier: GPL-3.0-or-later
-- A notice may want an answer in time: docs/formats/notification.md.
ALTER TABLE notification ADD COLUMN answer_days BIGINT NOT NULL DEFAULT 0 CHECK (answer_days >= 0);
ALTER TABLE notification ADD COLUMN answer_until TEXT;
ALTER TABLE notification ADD COLUMN answered_on TEXT;
ALTER TABLE notification ADD COLUMN archive_reason TEXT;
