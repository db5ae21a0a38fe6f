-- What each case must show, and how it was shown: one row for each material of its list.
create table ow_material (
    receipt_no      varchar(32)  not null references ow_case (receipt_no),
    material_id     varchar(64)  not null,
    list_order      integer      not null,
    name            varchar(255) not null,
    -- REQUIRED, SHARED, COMMITMENT, DEFERRABLE
    requirement     varchar(16)  not null,
    term_value      integer,
    term_unit       varchar(16),
    -- of sources.csv: why it is needed; null for our own default
    basis_id        varchar(32),
    -- of sources.csv: why it may be shown this way; null for our own default
    source_id       varchar(32),
    inherited_from  varchar(64),
    -- MISSING, SUBMITTED, SHARED, COMMITTED, DEFERRED
    state           varchar(16)  not null,
    acted_at        timestamp(3) with time zone,
    acted_by        varchar(255),
    -- what was committed to, why it was deferred, what was found by sharing
    statement       varchar(2000),
    signed_by       varchar(255),
    due_at          timestamp(3) with time zone,
    due_provisional boolean      not null,
    fulfilled_at    timestamp(3) with time zone,
    fulfilled_by    varchar(255),
    primary key (receipt_no, material_id)
);

create index ow_material_due on ow_material (fulfilled_at, due_at);

-- Contents, each kept once whatever it is called, in pieces that any node can read.
create table ow_content (
    -- SHA-256, hexadecimal
    digest    varchar(64) not null primary key,
    size      bigint      not null,
    stored_at timestamp(3) with time zone not null
);

create table ow_content_chunk (
    digest   varchar(64) not null references ow_content (digest),
    chunk_no integer     not null,
    bytes    bytea       not null,
    primary key (digest, chunk_no)
);

-- A file is never deleted from here: what was taken back is marked.
create table ow_material_file (
    id          varchar(36)  not null primary key,
    receipt_no  varchar(32)  not null,
    material_id varchar(64)  not null,
    name        varchar(255) not null,
    -- PDF, JPEG, PNG, OFD, DOCX, XLSX
    kind        varchar(8)   not null,
    size        bigint       not null,
    digest      varchar(64)  not null references ow_content (digest),
    uploaded_at timestamp(3) with time zone not null,
    -- null for the applicant
    uploaded_by varchar(255),
    removed_at  timestamp(3) with time zone,
    removed_by  varchar(255),
    foreign key (receipt_no, material_id) references ow_material (receipt_no, material_id)
);

create index ow_material_file_by_case on ow_material_file (receipt_no, material_id);

-- Who did what with a material, downloads included.
create table ow_material_event (
    id          varchar(36) not null primary key,
    receipt_no  varchar(32) not null,
    material_id varchar(64) not null,
    file_id     varchar(36),
    kind        varchar(16) not null,
    happened_at timestamp(3) with time zone not null,
    actor       varchar(255),
    note        varchar(2000)
);

create index ow_material_event_by_case on ow_material_event (receipt_no, happened_at);

-- 失信记录: what an applicant promised and did not keep.
create table ow_credit_record (
    id             varchar(36)   not null primary key,
    receipt_no     varchar(32)   not null references ow_case (receipt_no),
    jurisdiction   varchar(64)   not null,
    applicant_id   varchar(64)   not null,
    applicant_name varchar(255)  not null,
    reason         varchar(1000) not null,
    basis          varchar(1000) not null,
    entered_at     timestamp(3) with time zone not null,
    -- null when the system entered it
    entered_by     varchar(255)
);

create index ow_credit_record_by_place on ow_credit_record (jurisdiction, entered_at);
create index ow_credit_record_by_applicant on ow_credit_record (applicant_id);
