-- How many sessions a person has is asked at each sign-in.
create index ow_session_by_person on ow_session (principal_name);

-- Sessions that somebody else has ended, so that their browser is told why; forgotten when no
-- session of that time could still be open.
create table ow_ended_session (
    -- digest of the session's id
    session  varchar(64) not null primary key,
    -- ANOTHER_SIGN_IN, PLATFORM, ACCOUNT
    why      varchar(32) not null,
    ended_at timestamp(3) with time zone not null
);

create index ow_ended_session_by_end on ow_ended_session (ended_at);

-- Contents of uploaded files are sealed piece by piece; what was kept before stays readable.
alter table ow_content_chunk add column sealed boolean default false not null;

-- What people wrote in their own words is sealed, and a sealed text is longer: four characters for
-- three bytes of UTF-8.
alter table ow_action alter column reason set data type varchar(4100);
alter table ow_inquiry alter column question set data type varchar(4100);
alter table ow_inquiry alter column opinion set data type varchar(4100);
alter table ow_material alter column statement set data type varchar(8200);
alter table ow_material_event alter column note set data type varchar(8200);
alter table ow_credit_record alter column reason set data type varchar(4100);
alter table ow_rating alter column remark set data type varchar(8200);
alter table ow_audit alter column detail set data type varchar(16200);
