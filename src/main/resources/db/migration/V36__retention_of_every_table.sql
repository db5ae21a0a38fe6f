-- Why a clock was stopped or moved is sealed like all that people write: the journal is added to and
-- never changed, so what a case's end of retention could not take out must not stand there in clear.
-- What was written before stays readable.
alter table ow_clock_event alter column reason set data type varchar(4100);

-- Cases that are not cleared yet are found past any number of those that are.
drop index ow_case_by_end;
create index ow_case_by_end on ow_case (service, cleared_at, closed_at);

-- Answers to repeated requests go with their case; credit records by their own age.
create index ow_request_by_case on ow_request (receipt_no);
create index ow_credit_record_by_entry on ow_credit_record (entered_at);
