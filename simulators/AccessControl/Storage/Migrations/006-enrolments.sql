-- Card enrollments are verified with MRS and can be suspended. Valid for SQLite and PostgreSQL; see 001.
alter table cards add column verified text;
alter table cards add column verified_by text;
alter table cards add column verified_at bigint;
alter table cards add column suspended_by text;
alter table cards add column suspended_at bigint;
alter table cards add column suspended_reason text;
create index cards_suspended on cards (pan_hash) where suspended_at is not null;
