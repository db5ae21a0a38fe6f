-- Who is signed in, shared by all nodes: the tables of Spring Session under our names.
create table ow_session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    -- seconds
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);

create unique index ow_session_by_id on ow_session (session_id);
create index ow_session_by_expiry on ow_session (expiry_time);

create table ow_session_attributes (
    session_primary_id char(36)     not null references ow_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
