-- Who took the time of a case, and what its limit would have been elsewhere. Sums are now kept by
-- week (W, from Monday) as well, and steps that wait for the applicant (A) apart from the others.
alter table ow_fact_case add column shares varchar(4000) default '' not null;
-- up to when an open case's time is shared out
alter table ow_fact_case add column shared_to timestamp(3) with time zone;
alter table ow_fact_case add column trials varchar(4000) default '' not null;

-- The time of ended cases by who took it, under the day the case ended.
create table ow_fact_time (
    -- digest of the columns after it up to the name
    id           varchar(36)  not null primary key,
    grain        varchar(1)   not null,
    on_day       date         not null,
    service      varchar(64)  not null,
    version      integer      not null,
    jurisdiction varchar(64)  not null,
    party_kind   varchar(32)  not null,
    party_name   varchar(255) not null,
    cases        integer      not null,
    millis       bigint       not null
);

create index ow_fact_time_by_day on ow_fact_time (grain, on_day, service);

-- what was counted before is counted again
update ow_fact_state set phase = 'CASES', done = 0, total = 0, up_to = '', different = 0 where id = 1;
