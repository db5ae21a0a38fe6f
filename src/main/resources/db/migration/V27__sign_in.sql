-- Tries to sign in with a password kept here; a row is forgotten when its window has passed.
create table ow_sign_in_attempt (
    -- digest of the account's id or of the network address
    subject    varchar(64) not null primary key,
    tries      integer     not null,
    window_end timestamp(3) with time zone not null
);

create index ow_sign_in_attempt_by_end on ow_sign_in_attempt (window_end);

-- Accounts whose password was set by somebody else and only serves to set one's own.
create table ow_initial_password (
    user_id varchar(64) not null primary key
);
