-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is counted by lot is moved without a transfer: an approved requisition may have none.
ALTER TABLE stock_requisition DROP CONSTRAINT stock_requisition_check1;
ALTER TABLE stock_requisition ADD CONSTRAINT stock_requisition_transfer CHECK (transfer IS NULL OR stage = 'approved');
