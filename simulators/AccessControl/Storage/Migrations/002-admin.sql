-- The admin panel. Valid for SQLite and PostgreSQL; see 001.
create table users (
    id text primary key,
    email text not null unique,
    first_name text not null,
    last_name text not null,
    role text not null,
    password_hash text not null,
    failed_attempts bigint not null default 0,
    locked_until bigint,
    created_at bigint not null
);

create table sessions (
    id_hash text primary key,
    user_id text not null references users (id) on delete cascade,
    created_at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null
);

create index sessions_of_user on sessions (user_id);

create table documents (
    id text primary key,
    kind text not null,
    day text not null,
    file_name text not null,
    content_type text not null,
    content text not null,
    added_by text not null,
    added_at bigint not null
);

create table consents (
    user_id text not null references users (id) on delete cascade,
    kind text not null,
    document_id text not null,
    given_at bigint not null,
    primary key (user_id, kind)
);

create table rule_history (
    ruleset_id bigint not null,
    version bigint not null,
    changed_by text not null,
    changed_at bigint not null,
    document_before text not null,
    document_after text not null,
    primary key (ruleset_id, version)
);

alter table rulesets add column version bigint not null default 1;

-- The list of operations: newest first under each of its filters, and in the order of its columns.
create index operations_listed on operations (requested_at, id);
create index operations_by_country on operations (country, requested_at, id);
create index operations_by_status on operations (status, requested_at, id);
create index operations_by_pan on operations (masked_pan, requested_at, id);
create index operations_by_bin on operations (substr(masked_pan, 1, 6), requested_at, id);
create index operations_by_last_four on operations (substr(masked_pan, length(masked_pan) - 3), requested_at, id);
create index operations_offline on operations (type, requested_at, id) where type <> 'ONLINE';
drop index operations_by_time;

create index cards_enrolled on cards (enrolled_at, pan_hash) where aref is not null;
