-- SPDX-License-Identifier: GPL-3.0-or-later
-- What ended in a day or a shift, for reports of production.
CREATE INDEX stage_event_ended ON stage_event (ended_at);
