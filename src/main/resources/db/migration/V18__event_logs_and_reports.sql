-- Event logs that supervisors had written; the files lie in a folder that all nodes share.
create table ow_event_log (
    id            varchar(36)   not null primary key,
    -- XES, OCEL
    format        varchar(8)    not null,
    -- received from then on, and before then
    received_from timestamp(3) with time zone not null,
    received_to   timestamp(3) with time zone not null,
    -- empty for all
    service       varchar(64)   not null,
    -- separated by blanks
    jurisdictions varchar(1000) not null,
    requested_by  varchar(255)  not null,
    requested_at  timestamp(3) with time zone not null,
    -- WAITING, RUNNING, STOPPING, DONE, CANCELLED, FAILED
    state         varchar(16)   not null,
    done          bigint        not null,
    total         bigint        not null,
    -- when the node that writes it was last heard of
    beat_at       timestamp(3) with time zone not null,
    events        bigint,
    bytes         bigint,
    sha256        varchar(64),
    failure       varchar(1000)
);

create index ow_event_log_by_person on ow_event_log (requested_by, requested_at);

-- Monthly reports as they were made; never changed.
create table ow_report (
    id           varchar(36)  not null primary key,
    jurisdiction varchar(64)  not null,
    -- first day of the month it is about
    on_month     date         not null,
    made_at      timestamp(3) with time zone not null,
    -- null when made by itself
    made_by      varchar(255)
);

create index ow_report_by_month on ow_report (jurisdiction, on_month, made_at);

create table ow_report_file (
    report_id varchar(36) not null references ow_report (id),
    -- XLSX, PDF
    format    varchar(8)  not null,
    sha256    varchar(64) not null,
    content   bytea       not null,
    primary key (report_id, format)
);
