-- What departments' own systems are told, and what became of it. The body is sealed, and gone as soon
-- as it need not be sent any more.
create table ow_exchange (
    request_id      varchar(36)  not null primary key,
    kind            varchar(16)  not null,
    system_id       varchar(64)  not null,
    receipt_no      varchar(32)  not null references ow_case (receipt_no),
    jurisdiction    varchar(64)  not null,
    department      varchar(64)  not null,
    subject         varchar(255) not null,
    task_id         varchar(64),
    body            text,
    state           varchar(16)  not null,
    created_at      timestamp(3) with time zone not null,
    tries           integer      not null,
    first_failed_at timestamp(3) with time zone,
    last_failed_at  timestamp(3) with time zone,
    last_failure    varchar(255),
    incident_id     varchar(64),
    delivered_at    timestamp(3) with time zone,
    settled_at      timestamp(3) with time zone
);

create index ow_exchange_by_receipt on ow_exchange (receipt_no);
create index ow_exchange_by_state on ow_exchange (state, jurisdiction);

-- What they answered, by the key of their own that makes an answer repeatable.
create table ow_exchange_answer (
    system_id   varchar(64)  not null,
    answer_key  varchar(128) not null,
    digest      varchar(64)  not null,
    request_id  varchar(36)  not null references ow_exchange (request_id),
    status      varchar(16)  not null,
    outcome     varchar(16)  not null,
    note        text,
    answered_at timestamp(3) with time zone not null,
    primary key (system_id, answer_key)
);

create index ow_exchange_answer_by_request on ow_exchange_answer (request_id);
