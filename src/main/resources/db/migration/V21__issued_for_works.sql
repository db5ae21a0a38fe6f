-- Permits for works, and notices that works need none; a part of a project is permitted once.
create table ow_issued_permit (
    permit_no    varchar(64)  not null primary key,
    project_code varchar(32)  not null,
    part_key     varchar(255) not null,
    receipt_no   varchar(32)  not null references ow_case (receipt_no),
    issued_on    date         not null,
    constraint uk_issued_permit unique (project_code, part_key)
);

-- Joint opinions on which a completion filing rests; none is filed twice.
create table ow_filed_opinion (
    opinion_no varchar(64) not null primary key,
    filing_no  varchar(64) not null,
    receipt_no varchar(32) not null references ow_case (receipt_no)
);

-- Joint opinions on which a first registration rests; none is registered twice.
create table ow_registered_opinion (
    opinion_no varchar(64) not null primary key,
    title_no   varchar(64) not null,
    receipt_no varchar(32) not null references ow_case (receipt_no)
);

-- Public facilities of a development that passed in its joint acceptance.
create table ow_accepted_facility (
    opinion_no varchar(64) not null,
    facility   varchar(32) not null,
    primary key (opinion_no, facility)
);
