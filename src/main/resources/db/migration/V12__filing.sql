-- Who filed an application for whom, and at which hall's window it was taken in.
create table ow_filing (
    receipt_no       varchar(32)  not null primary key references ow_case (receipt_no),
    agent_name       varchar(255),
    agent_id_no      varchar(32),
    authorization_no varchar(64),
    filed_in         varchar(64)
);
