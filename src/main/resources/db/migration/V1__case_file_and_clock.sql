-- The case file: what a hall knows about a case beyond its process instance.
create sequence ow_receipt_number start with 1;

create table ow_case (
    receipt_no          varchar(32)  not null primary key,
    jurisdiction        varchar(64)  not null,
    service             varchar(64)  not null,
    process_instance_id varchar(64)  not null unique,
    applicant_name      varchar(255) not null,
    subject             varchar(255) not null,
    state               varchar(16)  not null,
    channel             varchar(32)  not null,
    received_by         varchar(255),
    received_at         timestamp(3) with time zone not null,
    accepted_at         timestamp(3) with time zone,
    closed_at           timestamp(3) with time zone
);

create index ow_case_by_jurisdiction on ow_case (jurisdiction, received_at);

-- What was told once: one notice a case, with every missing item.
create table ow_notice (
    notice_no  varchar(40)   not null primary key,
    receipt_no varchar(32)   not null unique references ow_case (receipt_no),
    items      varchar(4000) not null,
    issued_by  varchar(255),
    issued_at  timestamp(3) with time zone not null
);

-- Answers already given to requests that may be repeated.
create table ow_request (
    idempotency_key varchar(128) not null,
    caller          varchar(255) not null,
    digest          varchar(64)  not null,
    receipt_no      varchar(32)  not null,
    primary key (idempotency_key, caller)
);

-- One row for each running or ended clock: a whole case's or a step's.
create table ow_clock (
    id                  varchar(36)  not null primary key,
    process_instance_id varchar(64)  not null,
    activity_id         varchar(255) not null,
    jurisdiction        varchar(64)  not null,
    service             varchar(64)  not null,
    step                varchar(64)  not null,
    category            varchar(64),
    basis               varchar(16)  not null,
    promise_id          varchar(32),
    statute_id          varchar(32),
    limit_value         integer,
    limit_unit          varchar(16),
    started_at          timestamp(3) with time zone not null,
    effective_from      timestamp(3) with time zone not null,
    warning_at          timestamp(3) with time zone not null,
    due_at              timestamp(3) with time zone not null,
    statutory_due_at    timestamp(3) with time zone,
    provisional         boolean      not null,
    light               varchar(8)   not null,
    stopped_at          timestamp(3) with time zone
);

create index ow_clock_by_instance on ow_clock (process_instance_id, activity_id);
