-- SPDX-License-Identifier: GPL-3.0-or-later
-- Signed papers of the house: docs/formats/papers.md. content: SHA-256 of the PDF, its name in the store of contents.
CREATE TABLE act_paper (
    number TEXT PRIMARY KEY CHECK (number LIKE 'ACTA-%'),
    kind TEXT NOT NULL CHECK (kind <> ''),
    object_kind TEXT NOT NULL CHECK (object_kind <> ''),
    object_id TEXT NOT NULL CHECK (object_id <> ''),
    time TEXT NOT NULL,
    person TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) = 64)
);

CREATE INDEX act_paper_about ON act_paper (object_kind, object_id);
