-- What officers did beyond their forms: written once, never changed, never deleted.
create table ow_action (
    id                  varchar(36)   not null primary key,
    action              varchar(32)   not null,
    receipt_no          varchar(32),
    jurisdiction        varchar(64)   not null,
    process_instance_id varchar(64),
    activity_id         varchar(255),
    task_id             varchar(64),
    task_name           varchar(255),
    actor               varchar(255),
    on_behalf_of        varchar(255),
    from_whom           varchar(255),
    to_whom             varchar(1000),
    reason              varchar(1000) not null,
    face                varchar(16)   not null,
    address             varchar(64),
    happened_at         timestamp(3) with time zone not null
);

create index ow_action_by_case on ow_action (receipt_no, happened_at);
create index ow_action_by_task on ow_action (task_id);

-- What another department or person is asked before a task may be completed: one row for each asked.
create table ow_inquiry (
    id                  varchar(36)   not null primary key,
    kind                varchar(16)   not null,
    receipt_no          varchar(32)   not null,
    jurisdiction        varchar(64)   not null,
    task_id             varchar(64)   not null,
    process_instance_id varchar(64),
    asked_group         varchar(64)   not null,
    asked_person        varchar(255),
    question            varchar(1000) not null,
    asked_by            varchar(255)  not null,
    asked_at            timestamp(3) with time zone not null,
    state               varchar(16)   not null,
    decision            varchar(16),
    opinion             varchar(1000),
    ended_by            varchar(255),
    ended_for           varchar(255),
    ended_at            timestamp(3) with time zone
);

create index ow_inquiry_by_task on ow_inquiry (task_id);
create index ow_inquiry_by_instance on ow_inquiry (process_instance_id);
create index ow_inquiry_by_case on ow_inquiry (receipt_no, asked_at);

-- Who signs a task one after the other; the last of them completes it.
create table ow_signer (
    task_id   varchar(64)  not null,
    place     integer      not null,
    person    varchar(255) not null,
    signed_at timestamp(3) with time zone,
    primary key (task_id, place)
);

-- Who stands in for whom, from when to when (end not included).
create table ow_deputy (
    id                  varchar(36)   not null primary key,
    absent              varchar(255)  not null,
    deputy              varchar(255)  not null,
    jurisdiction        varchar(64)   not null,
    begins_at           timestamp(3) with time zone not null,
    ends_at             timestamp(3) with time zone not null,
    reason              varchar(1000) not null,
    set_by              varchar(255)  not null,
    set_at              timestamp(3) with time zone not null,
    process_instance_id varchar(64),
    cancelled_at        timestamp(3) with time zone,
    cancelled_by        varchar(255)
);

create index ow_deputy_by_absent on ow_deputy (absent, ends_at);
create index ow_deputy_by_deputy on ow_deputy (deputy, ends_at);

-- Which tasks a deputy got because of that: assigned outright, or to choose from.
create table ow_deputy_task (
    deputy_id varchar(36) not null references ow_deputy (id),
    task_id   varchar(64) not null,
    assigned  boolean     not null,
    primary key (deputy_id, task_id)
);

create index ow_deputy_task_by_task on ow_deputy_task (task_id);

-- From then on the applicant can no longer take the application back.
alter table ow_case add column decided_at timestamp(3) with time zone;

-- Whether an officer returned the work to the clock's element after it had ended.
alter table ow_clock add column returned boolean default false not null;
