-- Also what happens to clocks and materials tells from where, as acts and ow_audit do; rows written
-- before do not know.
alter table ow_clock_event add column face varchar(16);
alter table ow_clock_event add column address varchar(64);
alter table ow_material_event add column face varchar(16);
alter table ow_material_event add column address varchar(64);

-- Names of what is done to the engine are long.
alter table ow_audit alter column event set data type varchar(96);
