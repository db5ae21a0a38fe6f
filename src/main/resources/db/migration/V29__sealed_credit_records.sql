-- The number of who did not keep a promise is sealed; equal ones are found by their keyed hash.
alter table ow_credit_record alter column applicant_id set data type varchar(256);
alter table ow_credit_record add column applicant_hash varchar(64);
drop index ow_credit_record_by_applicant;
create index ow_credit_record_by_applicant on ow_credit_record (applicant_hash);
