-- SPDX-License-Identifier: GPL-3.0-or-later
-- A key that only ended is not revoked; one that may be in other hands is: docs/formats/certificate.md.

-- revoked_at: from when on the certificate is revoked, because its key may be in other hands.
ALTER TABLE certifier_key ADD COLUMN revoked_at TEXT CHECK (revoked_at IS NULL OR ended_at IS NOT NULL);
-- What a list has named stays named (RFC 5280 3.3).
UPDATE certifier_key SET revoked_at = ended_at
WHERE ended_at IS NOT NULL AND EXISTS (SELECT 1 FROM house_revocation_list WHERE this_update >= ended_at);
