-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the public page may know of what was issued (docs/formats/verification-page.md): nothing of people, and no reasons.
-- Numbers that were cancelled before they were issued, and those that await an endorsement, are none of it.
CREATE VIEW published_certificate WITH (security_barrier) AS
SELECT c.number, c.code, c.type, c.day, c.folios, c.sha256, e.time AS annulled_at
FROM certificate c
JOIN certificate_request r ON r.number = c.request
LEFT JOIN certificate_end e ON e.number = c.number
WHERE r.stage IN ('issued', 'delivered', 'archived', 'annulled') AND (e.ending IS NULL OR e.ending = 'annulled');

-- SHA-256 of each file that was written under a number; papers of the house have numbers too, and no code.
CREATE VIEW published_file WITH (security_barrier) AS
SELECT f.number, f.content AS sha256 FROM certificate_file f
JOIN published_certificate p ON p.number = f.number
UNION ALL
SELECT a.number, a.content FROM act_paper a;
