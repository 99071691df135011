-- SPDX-License-Identifier: GPL-3.0-or-later
-- From now on a file that was read and has no content is the one that was made. So far it was a page that was not there.
DELETE FROM document_file WHERE purpose = 'read' AND length(content) = 0;
