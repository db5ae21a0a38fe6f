-- A clock belongs to a service; the element it runs for may stand in a shared part that the service
-- calls, which is a process instance of its own.
alter table ow_clock add column called_instance_id varchar(64) default '' not null;
update ow_clock set called_instance_id = process_instance_id;

create index ow_clock_by_execution on ow_clock (execution_id);
