-- What was handed to an applicant in writing. A row is written once and never changed.
create table ow_paper (
    -- number on the paper: receipt number, letter of the kind, how many of the kind before it
    paper_no       varchar(40)    not null primary key,
    receipt_no     varchar(32)    not null references ow_case (receipt_no),
    -- how many papers the case had before it
    position       integer        not null,
    kind           varchar(16)    not null,
    -- what it says, as JSON
    content        varchar(200000) not null,
    -- SHA-256 of that, hexadecimal: what the code on the paper is signed for
    content_digest varchar(64)    not null,
    -- SHA-256 of the file itself
    pdf_digest     varchar(64)    not null,
    issued_at      timestamp(3) with time zone not null,
    -- null when the system or the law issued it
    issued_by      varchar(255)
);

create index ow_paper_by_case on ow_paper (receipt_no, position);

-- The file itself, in parts of at most 1 MB, encrypted under the signing key: a receipt shows the
-- query code, and a copy of the database must not open anybody's case.
create table ow_paper_file (
    paper_no varchar(40) not null references ow_paper (paper_no),
    part     integer     not null,
    sealed   bytea       not null,
    primary key (paper_no, part)
);
