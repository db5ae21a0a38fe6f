-- What the nodes' own role may do. Run it as the owner of the tables (the user that create-schema
-- connects as) after every create-schema; it may be repeated. The role is made once before, by
-- node-role.sql.
-- Nodes then connect as onewindow_node: records can be added to and read by them, nothing else, and
-- they cannot switch off the guard that refuses changes to everybody.
grant usage on schema public to onewindow_node;
grant select, insert, update, delete on all tables in schema public to onewindow_node;
grant usage, select on all sequences in schema public to onewindow_node;
revoke update, delete, truncate, references, trigger
  on ow_audit, ow_audit_seal, ow_action, ow_clock_event, ow_material_event
  from onewindow_node;
revoke insert, update, delete on flyway_schema_history from onewindow_node;
