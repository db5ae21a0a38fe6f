-- When a case's clocks stand still, and on what notice.
create table ow_pause (
    id                  varchar(36)   not null primary key,
    process_instance_id varchar(64)   not null,
    kind                varchar(32)   not null,
    notice_no           varchar(64)   not null,
    reason              varchar(1000) not null,
    paused_at           timestamp(3) with time zone not null,
    paused_by           varchar(255),
    resumed_at          timestamp(3) with time zone,
    resumed_by          varchar(255)
);

create index ow_pause_by_instance on ow_pause (process_instance_id);

-- Everything that ever happened to a clock: who, why, on which notice, from when to when.
create table ow_clock_event (
    id                  varchar(36)   not null primary key,
    process_instance_id varchar(64)   not null,
    clock_id            varchar(36),
    kind                varchar(24)   not null,
    happened_at         timestamp(3) with time zone not null,
    actor               varchar(255),
    reason              varchar(1000),
    notice_no           varchar(64),
    old_due             timestamp(3) with time zone,
    new_due             timestamp(3) with time zone
);

create index ow_clock_event_by_instance on ow_clock_event (process_instance_id, happened_at);

alter table ow_clock add column paused_at timestamp(3) with time zone;
alter table ow_clock add column extended_by integer;

-- Which execution of the element the clock belongs to: one element may be at work several times.
alter table ow_clock add column execution_id varchar(64) default '' not null;
