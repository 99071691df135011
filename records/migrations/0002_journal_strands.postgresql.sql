-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sixteen strands, each beginning with a hash of zeros.
INSERT INTO journal_strand (strand, sequence, hash)
SELECT strand, 0, decode(repeat('00', 32), 'hex') FROM generate_series(1, 16) AS strand;
