-- A light that the new instants no longer bear out is taken back instead of staying red.
alter table ow_redating rename column still_red to taken_back;
