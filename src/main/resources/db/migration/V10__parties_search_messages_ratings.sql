-- Who takes part in a case, so that it is found again by their number or telephone without either
-- being kept in clear: keyed hashes. What an applicant is written to stays readable.
create table ow_case_party (
    receipt_no varchar(32)  not null references ow_case (receipt_no),
    party_no   integer      not null,
    -- APPLICANT, LEGAL_REPRESENTATIVE, SHAREHOLDER, AGENT, SUBJECT; RESULT: what was issued
    role       varchar(24)  not null,
    name       varchar(255) not null,
    id_hash    varchar(64),
    phone_hash varchar(64),
    phone      varchar(32),
    email      varchar(254),
    primary key (receipt_no, party_no)
);

create index ow_case_party_by_id on ow_case_party (id_hash, role);
create index ow_case_party_by_phone on ow_case_party (phone_hash);

-- Where the matter of the case is, as a keyed hash of the address.
alter table ow_case add column place_hash varchar(64);
create index ow_case_by_place on ow_case (place_hash);

-- Every two neighbouring characters of the names in a case, and '#' with the last four digits of its
-- number: a part of a name is found by equality alone, whatever the database's collation.
create table ow_case_term (
    term       varchar(16) not null,
    receipt_no varchar(32) not null references ow_case (receipt_no),
    primary key (term, receipt_no)
);

create index ow_case_term_by_case on ow_case_term (receipt_no);

-- What applicants are told of their cases, written with what happened and sent afterwards.
create table ow_message (
    id         varchar(36)   not null primary key,
    receipt_no varchar(32)   not null references ow_case (receipt_no),
    kind       varchar(24)   not null,
    -- EMAIL, SMS
    channel    varchar(8)    not null,
    -- null where the applicant gave none
    address    varchar(254),
    subject    varchar(255)  not null,
    body       varchar(8000) not null,
    -- WAITING, SENT, NOT_CONFIGURED, NO_ADDRESS
    state      varchar(16)   not null,
    created_at timestamp(3) with time zone not null,
    sent_at    timestamp(3) with time zone
);

create index ow_message_by_case on ow_message (receipt_no, created_at);

-- Tries to open a progress page; a row is forgotten when its window has passed.
create table ow_query_attempt (
    -- keyed hash of the receipt number or of the address
    subject    varchar(64) not null primary key,
    tries      integer     not null,
    window_end timestamp(3) with time zone not null
);

create index ow_query_attempt_by_end on ow_query_attempt (window_end);

-- One rating a case, and the answer to a bad one.
create table ow_rating (
    receipt_no   varchar(32) not null primary key references ow_case (receipt_no),
    -- 5 非常满意 … 1 非常不满意
    grade        integer     not null,
    remark       varchar(500),
    rated_at     timestamp(3) with time zone not null,
    finding      varchar(32),
    answer       varchar(1000),
    answered_by  varchar(255),
    answered_at  timestamp(3) with time zone
);
