-- A case whose time is up loses what names persons; one that is held keeps it.
alter table ow_case add column cleared_at timestamp(3) with time zone;
alter table ow_case add column held_at timestamp(3) with time zone;
alter table ow_case add column held_by varchar(255);
alter table ow_case add column held_reason varchar(1000);

create index ow_case_by_end on ow_case (service, closed_at);
