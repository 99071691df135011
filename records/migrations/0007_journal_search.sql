-- SPDX-License-Identifier: GPL-3.0-or-later
-- Searching the journal by day, person and act, the newest first: docs/formats/journal.md.
CREATE INDEX journal_entry_by_time ON journal_entry (time, strand, sequence);
CREATE INDEX journal_entry_by_person ON journal_entry (person, time, strand, sequence);
CREATE INDEX journal_entry_by_act ON journal_entry (act, time, strand, sequence);
