-- Of two documents of one date the one that was added last is valid, whatever the clock said. Valid for SQLite and PostgreSQL; see 001.
alter table documents add column place bigint not null default 0;
