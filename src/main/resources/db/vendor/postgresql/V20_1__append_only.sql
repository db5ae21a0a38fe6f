-- Records are added to and never changed, whichever role asks: the database itself refuses.
create function ow_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger ow_append_only before update or delete or truncate on ow_audit
  for each statement execute function ow_append_only();
create trigger ow_append_only before update or delete or truncate on ow_audit_seal
  for each statement execute function ow_append_only();
create trigger ow_append_only before update or delete or truncate on ow_action
  for each statement execute function ow_append_only();
create trigger ow_append_only before update or delete or truncate on ow_clock_event
  for each statement execute function ow_append_only();
create trigger ow_append_only before update or delete or truncate on ow_material_event
  for each statement execute function ow_append_only();
