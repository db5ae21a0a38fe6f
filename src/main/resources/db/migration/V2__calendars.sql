-- Calendar notices loaded at run time, on top of those the product ships with. A notice is never
-- changed once loaded, except that a later one may take its place: the rows are their own audit.
create table ow_calendar_notice (
    id             varchar(36)  not null primary key,
    -- the state of ow_calendar_version that this notice made: the order of loading
    version        bigint       not null unique,
    -- NATIONAL_YEAR, LOCAL_DAYS, OFFICE_HOURS
    kind           varchar(16)  not null,
    -- null for a national notice
    jurisdiction   varchar(64),
    -- null for a local notice
    calendar_year  integer,
    document_no    varchar(64)  not null,
    title          varchar(255) not null,
    url            varchar(1000) not null,
    effective_from date,
    -- SHA-256 of the file as it was loaded, hexadecimal
    digest         varchar(64)  not null,
    loaded_by      varchar(255) not null,
    loaded_at      timestamp(3) with time zone not null,
    superseded_by  varchar(36) references ow_calendar_notice (id)
);

create table ow_calendar_day (
    notice_id varchar(36)  not null references ow_calendar_notice (id),
    on_date   date         not null,
    -- HOLIDAY, MAKE_UP of a national notice; CLOSED, OPEN of a local one
    kind      varchar(8)   not null,
    -- name of the holiday, or the hall's reason
    reason    varchar(255) not null,
    primary key (notice_id, on_date)
);

create table ow_calendar_season (
    notice_id  varchar(36)  not null references ow_calendar_notice (id),
    valid_from date         not null,
    -- 0 the usual working day, 1 to 5 Monday to Friday where they differ
    weekday    integer      not null,
    -- e.g. 09:00-12:00,13:30-17:30, Asia/Shanghai
    sessions   varchar(255) not null,
    primary key (notice_id, valid_from, weekday)
);

-- One row: what every node compares to know whether its calendars are still right.
create table ow_calendar_version (
    id      integer not null primary key,
    version bigint  not null
);

insert into ow_calendar_version (id, version) values (1, 0);
