-- What regulators were told of approved cases, and when they took them over.
create table ow_hand_over (
    hand_over_no varchar(40)  not null primary key,
    receipt_no   varchar(32)  not null references ow_case (receipt_no),
    regulator    varchar(64)  not null,
    result_name  varchar(255) not null,
    result_no    varchar(255) not null,
    suspicion    varchar(4000),
    sent_at      timestamp(3) with time zone not null,
    taken_by     varchar(255),
    taken_at     timestamp(3) with time zone,
    note         varchar(1000)
);

create index ow_hand_over_by_receipt on ow_hand_over (receipt_no);
