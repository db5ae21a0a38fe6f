-- When a clock's row was written: what a case's pauses and its own limit were at that moment.
alter table ow_clock add column recorded_at timestamp(3) with time zone;

create index ow_clock_running on ow_clock (stopped_at, process_instance_id);

-- One re-dating: what it would change, how far it has come, and who answers for it.
create table ow_redating (
    id              varchar(36)   not null primary key,
    reason          varchar(500)  not null,
    jurisdictions   varchar(1000) not null,
    state           varchar(16)   not null,
    created_at      timestamp(3) with time zone not null,
    created_by      varchar(255),
    applied_at      timestamp(3) with time zone,
    applied_by      varchar(255),
    stopped_at      timestamp(3) with time zone,
    stopped_by      varchar(255),
    finished_at     timestamp(3) with time zone,
    total           integer       not null,
    done            integer       not null,
    clocks          integer       not null,
    moved_earlier   integer       not null,
    moved_later     integer       not null,
    moved_otherwise integer       not null,
    unchanged       integer       not null,
    newly_overdue   integer       not null,
    still_red       integer       not null,
    unknown_limit   integer       not null,
    held_up_to      varchar(64)   not null,
    worker          varchar(36),
    -- filled while the run is applied or stands stopped: at most one run at a time
    active_slot     varchar(8) unique,
    failure         varchar(1000)
);

-- One clock that a run moves.
create table ow_redating_line (
    run_id              varchar(36) not null references ow_redating (id),
    process_instance_id varchar(64) not null,
    clock_id            varchar(36) not null,
    old_warning         timestamp(3) with time zone not null,
    new_warning         timestamp(3) with time zone,
    old_due             timestamp(3) with time zone not null,
    new_due             timestamp(3) with time zone,
    applied_at          timestamp(3) with time zone,
    primary key (run_id, process_instance_id, clock_id)
);

create index ow_redating_line_open on ow_redating_line (run_id, applied_at, process_instance_id);

-- Timers that must not fire before the run is over.
create table ow_redating_hold (
    job_id              varchar(64) not null primary key,
    run_id              varchar(36) not null references ow_redating (id),
    process_instance_id varchar(64) not null
);

create index ow_redating_hold_by_case on ow_redating_hold (process_instance_id);
