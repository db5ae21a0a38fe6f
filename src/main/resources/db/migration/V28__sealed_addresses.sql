-- Telephones, addresses and numbers of persons are sealed before they are written, and a sealed text
-- is longer. What was written before stays readable and is sealed no more; it goes with its case.
alter table ow_case_party alter column phone set data type varchar(128);
alter table ow_case_party alter column email set data type varchar(512);
alter table ow_message alter column address set data type varchar(512);
alter table ow_filing alter column agent_id_no set data type varchar(128);
