-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notifications of what was resolved: docs/formats/notification.md.
CREATE TABLE notification (
    number TEXT PRIMARY KEY CHECK (number LIKE 'NOT-%'),
    certificate TEXT NOT NULL UNIQUE REFERENCES certificate (number),
    person TEXT NOT NULL CHECK (person <> ''),
    manner TEXT NOT NULL CHECK (manner IN ('personal', 'electronic', 'edict')),
    address TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    appeal_days BIGINT NOT NULL CHECK (appeal_days >= 0),
    served_on TEXT,
    appeal_until TEXT,
    archived_at TEXT,
    CHECK (appeal_until IS NULL OR served_on IS NOT NULL),
    CHECK (archived_at IS NULL OR served_on IS NOT NULL)
);
CREATE INDEX notification_pending ON notification (served_on, manner);

CREATE TABLE notification_attempt (
    notification TEXT NOT NULL REFERENCES notification (number),
    position BIGINT NOT NULL CHECK (position > 0),
    day TEXT NOT NULL,
    manner TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('served', 'absent', 'refused', 'address_unknown')),
    detail TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (notification, position)
);
CREATE UNIQUE INDEX notification_served_once ON notification_attempt (notification) WHERE outcome = 'served';
