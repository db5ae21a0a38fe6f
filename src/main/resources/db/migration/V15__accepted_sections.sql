-- Projects and sections of projects that passed joint acceptance; none is accepted twice.
create table ow_accepted_section (
    project_code varchar(32)  not null,
    section_key  varchar(255) not null,
    section_name varchar(255) not null,
    receipt_no   varchar(32)  not null references ow_case (receipt_no),
    opinion_no   varchar(40)  not null,
    accepted_at  timestamp(3) with time zone not null,
    primary key (project_code, section_key)
);
