-- SPDX-License-Identifier: GPL-3.0-or-later
-- El papel con que la página pública «troquel-verify» lee la base de datos: ve dos vistas, y nada más.
-- Como administrador de PostgreSQL, en la base de datos de la institución y después de que troqueld la haya abierto:
--   psql -d troquel -f troquel-verify.sql
-- y luego, si la página no entra por la identidad del sistema: \password troquel_page
-- Tantas conexiones como «connections» de la configuración.
CREATE ROLE troquel_page LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION CONNECTION LIMIT 32;
ALTER ROLE troquel_page SET default_transaction_read_only = on;
ALTER ROLE troquel_page SET statement_timeout = '5s';
GRANT USAGE ON SCHEMA public TO troquel_page;
GRANT SELECT ON published_certificate, published_file TO troquel_page;
