-- The laboratory asks for every service and jurisdiction whether there is history to estimate from.
create index ow_fact_case_by_service on ow_fact_case (service, jurisdiction);
