-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents that were in the books before own_document_key was: the program computes their keys when it opens the books next, and takes
-- each out of this list (docs/formats/registers.md).
CREATE TABLE own_document_unkeyed (
    document_id TEXT PRIMARY KEY REFERENCES document (id)
);
INSERT INTO own_document_unkeyed (document_id)
SELECT d.id FROM document d WHERE NOT EXISTS (SELECT 1 FROM own_document_person p WHERE p.document_id = d.id);
