-- The list of operations in the order of service and type as well. Valid for SQLite and PostgreSQL; see 001.
create index operations_by_service on operations (service, requested_at, id);
create index operations_by_type on operations (type, requested_at, id);
drop index operations_offline;

-- A consent is to one version of a document, and is kept when a newer one is consented to.
create table consents_given (
    user_id text not null references users (id) on delete cascade,
    kind text not null,
    document_id text not null,
    given_at bigint not null,
    primary key (user_id, kind, document_id)
);
insert into consents_given (user_id, kind, document_id, given_at) select user_id, kind, document_id, given_at from consents;
drop table consents;
alter table consents_given rename to consents;
