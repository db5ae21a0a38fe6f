-- A paper's file is printed when it is first asked for. What it will say is fixed when the paper is
-- issued: content, digest and, under the signing key, a seal over both, without which nothing is
-- printed; so nobody who can only write into the database gets another text signed.
alter table ow_paper alter column pdf_digest drop not null;
-- null on papers that were printed when they were issued
alter table ow_paper add column seal varchar(64);
