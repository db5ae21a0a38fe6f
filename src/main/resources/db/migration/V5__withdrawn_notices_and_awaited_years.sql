-- A hall's notice taken back: its days and hours no longer hold from that date on. The notice's own
-- rows stay as they are.
create table ow_calendar_withdrawal (
    notice_id      varchar(36)  not null primary key references ow_calendar_notice (id),
    -- the state of ow_calendar_version that the withdrawal made
    version        bigint       not null unique,
    effective_from date         not null,
    reason         varchar(500) not null,
    withdrawn_by   varchar(255) not null,
    withdrawn_at   timestamp(3) with time zone not null
);

-- The first year without a published calendar that the clock's due instants were counted in; null
-- when all were published.
alter table ow_clock add column estimated_from integer;

-- A clock from before the column began in a published year: only its later years can be estimates.
update ow_clock set estimated_from = extract(year from due_at) where provisional and stopped_at is null;

-- ALL: an administrator applies it. AWAITED: it began by itself when a year's notice was loaded.
alter table ow_redating add column scope varchar(8) default 'ALL' not null;
