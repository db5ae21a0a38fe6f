-- The nodes' own role, made when it is missing, and its password, which psql takes from the
-- environment: ONEWINDOW_DATABASE_NODE_PASSWORD. Run it before roles.sql; it may be repeated.
\getenv password ONEWINDOW_DATABASE_NODE_PASSWORD
select 'create role onewindow_node login'
  where not exists (select from pg_roles where rolname = 'onewindow_node') \gexec
alter role onewindow_node password :'password';
