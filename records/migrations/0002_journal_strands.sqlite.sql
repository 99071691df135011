-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sixteen strands, each beginning with a hash of zeros.
INSERT INTO journal_strand (strand, sequence, hash)
WITH RECURSIVE number(strand) AS (VALUES (1) UNION ALL SELECT strand + 1 FROM number WHERE strand < 16)
SELECT strand, 0, zeroblob(32) FROM number;
