-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TRIGGER stock_delivery_ended BEFORE UPDATE ON stock_delivery
WHEN OLD.outcome IS NOT NULL OR OLD.id <> NEW.id OR OLD.supplier <> NEW.supplier OR OLD.purchase <> NEW.purchase
    OR OLD.manifest <> NEW.manifest OR OLD.announced_at <> NEW.announced_at
BEGIN SELECT RAISE(ABORT, 'a delivery ends once'); END;

CREATE TRIGGER stock_delivery_stays BEFORE DELETE ON stock_delivery
BEGIN SELECT RAISE(ABORT, 'a delivery never leaves the books'); END;
