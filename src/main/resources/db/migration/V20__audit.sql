-- What was done, by whom, when, why and from where, beyond what the records of acts, clocks and
-- materials tell: what happened to a case, who finished which task.
create table ow_audit (
    id                  varchar(36)  not null primary key,
    entry_no            bigint generated always as identity,
    event               varchar(48)  not null,
    receipt_no          varchar(32),
    jurisdiction        varchar(64),
    process_instance_id varchar(64),
    activity_id         varchar(255),
    task_id             varchar(64),
    -- user id; null when the system or the law did it
    actor               varchar(255),
    detail              varchar(4000),
    face                varchar(16)  not null,
    address             varchar(64),
    happened_at         timestamp(3) with time zone not null
);

create unique index ow_audit_by_entry on ow_audit (entry_no);
create index ow_audit_by_case on ow_audit (receipt_no, happened_at);

-- In which order the other records were written.
alter table ow_action add column entry_no bigint generated always as identity;
create unique index ow_action_by_entry on ow_action (entry_no);
alter table ow_clock_event add column entry_no bigint generated always as identity;
create unique index ow_clock_event_by_entry on ow_clock_event (entry_no);
alter table ow_material_event add column entry_no bigint generated always as identity;
create unique index ow_material_event_by_entry on ow_material_event (entry_no);

-- The chain: each seal is a keyed hash over the seal before it and one row of one record.
create table ow_audit_seal (
    seq       bigint      not null primary key,
    source    varchar(32) not null,
    entry_no  bigint      not null,
    row_id    varchar(36) not null,
    hash      varchar(64) not null,
    sealed_at timestamp(3) with time zone not null
);

create unique index ow_audit_seal_by_entry on ow_audit_seal (source, entry_no);

-- One row: locked by the node that seals.
create table ow_audit_lock (
    id integer not null primary key
);
insert into ow_audit_lock (id) values (1);
