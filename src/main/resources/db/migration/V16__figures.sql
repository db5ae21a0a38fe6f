-- What happened, in figures. Everything here follows from the engine's history, the case files, the
-- clocks and their pauses, and can be counted again from them at any time.

-- Process instances in which something happened since their figures were counted: written in the
-- transaction in which it happened, deleted once it is taken in.
create table ow_fact_due (
    id          bigint generated always as identity primary key,
    instance_id varchar(64) not null
);

-- One row: locked by the node that works; how far a count from the beginning has come.
create table ow_fact_state (
    id         integer     not null primary key,
    -- CURRENT, CASES (facts of all cases are counted again), SUMS (and then the sums)
    phase      varchar(8)  not null,
    done       integer     not null,
    total      integer     not null,
    up_to      varchar(64) not null,
    different  integer     not null,
    started_at timestamp(3) with time zone,
    ended_at   timestamp(3) with time zone
);

-- cases from before this table are counted at the first start
insert into ow_fact_state (id, phase, done, total, up_to, different) values (1, 'CASES', 0, 0, '', 0);

-- One row for each service a case is handled as: the case itself, and each service it calls.
create table ow_fact_case (
    process_instance_id varchar(64) not null primary key,
    receipt_no          varchar(32) not null,
    whole               boolean     not null,
    definition_id       varchar(64) not null,
    service             varchar(64) not null,
    version             integer     not null,
    jurisdiction        varchar(64) not null,
    state               varchar(16) not null,
    started_at          timestamp(3) with time zone not null,
    ended_at            timestamp(3) with time zone,
    -- milliseconds; null while it is open
    gross_ms            bigint,
    working_ms          bigint,
    net_ms              bigint,
    clock_id            varchar(36),
    basis               varchar(16),
    promise_id          varchar(32),
    due_at              timestamp(3) with time zone,
    paused_at           timestamp(3) with time zone,
    -- KEPT, BROKEN, VOID; null while it is open or without a limit
    outcome             varchar(8),
    decided_at          timestamp(3) with time zone
);

create index ow_fact_case_by_receipt on ow_fact_case (receipt_no);
create index ow_fact_case_open on ow_fact_case (ended_at, due_at);
create index ow_fact_case_decided on ow_fact_case (outcome, decided_at);
create index ow_fact_case_started on ow_fact_case (started_at);

-- One row for each time somebody or something was at work on an element of a model.
create table ow_fact_step (
    id                  varchar(255) not null primary key,
    receipt_no          varchar(32)  not null,
    service_instance_id varchar(64)  not null,
    service             varchar(64)  not null,
    definition_id       varchar(64)  not null,
    process_key         varchar(64)  not null,
    version             integer      not null,
    jurisdiction        varchar(64)  not null,
    activity_id         varchar(255) not null,
    activity_type       varchar(32)  not null,
    -- other elements are at work inside it
    container           boolean      not null,
    task_id             varchar(64),
    department          varchar(64)  not null,
    person              varchar(255) not null,
    -- the case waits for the applicant meanwhile
    for_applicant       boolean      not null,
    started_at          timestamp(3) with time zone not null,
    taken_at            timestamp(3) with time zone,
    ended_at            timestamp(3) with time zone,
    gross_ms            bigint,
    working_ms          bigint,
    net_ms              bigint,
    waiting_ms          bigint,
    clock_id            varchar(36),
    basis               varchar(16),
    promise_id          varchar(32),
    due_at              timestamp(3) with time zone,
    paused_at           timestamp(3) with time zone,
    outcome             varchar(8),
    decided_at          timestamp(3) with time zone,
    -- an officer returned the case to this element afterwards
    returned            boolean      not null,
    -- its end let this many joins pass, as the last of their branches
    last_at_join        integer      not null
);

create index ow_fact_step_by_receipt on ow_fact_step (receipt_no);
create index ow_fact_step_open on ow_fact_step (ended_at, due_at);
create index ow_fact_step_decided on ow_fact_step (outcome, decided_at);

-- The same, added up by day (D) and by month (M): durations under the day the work ended, outcomes
-- under the day they were decided, receipts under the day of receipt.
create table ow_fact_sum (
    -- digest of the ten columns after it
    id           varchar(36)  not null primary key,
    grain        varchar(1)   not null,
    on_day       date         not null,
    -- C: cases, V: services that cases call, S: steps, P: elements that others are at work inside
    kind         varchar(1)   not null,
    service      varchar(64)  not null,
    process_key  varchar(64)  not null,
    version      integer      not null,
    jurisdiction varchar(64)  not null,
    activity_id  varchar(255) not null,
    department   varchar(64)  not null,
    person       varchar(255) not null,
    received     integer      not null,
    ended        integer      not null,
    gross_ms     bigint       not null,
    working_ms   bigint       not null,
    net_ms       bigint       not null,
    waiting_ms   bigint       not null,
    returns      integer      not null,
    last_at_join integer      not null,
    kept         integer      not null,
    broken       integer      not null,
    within_limit integer      not null,
    beyond_limit integer      not null,
    -- how many took how many minutes, packed: see Histogram
    gross_h      bytea        not null,
    working_h    bytea        not null,
    net_h        bytea        not null,
    waiting_h    bytea        not null
);

create index ow_fact_sum_by_day on ow_fact_sum (kind, grain, on_day, process_key);
create index ow_fact_sum_by_process on ow_fact_sum (process_key, kind, grain, on_day);

-- open cases and running clocks are read straight from their tables
create index ow_case_open on ow_case (closed_at, jurisdiction);
create index ow_clock_by_due on ow_clock (stopped_at, due_at);
