-- Supervisors ask for the open cases of their halls; with years of history that is a small part.
create index ow_fact_case_open_by_place on ow_fact_case (ended_at, jurisdiction);
