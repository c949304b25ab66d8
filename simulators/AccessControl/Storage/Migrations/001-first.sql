-- Valid for SQLite and PostgreSQL. Times are milliseconds since 1970 (UTC), amounts are texts, yes and no are 1 and 0.
create table facts (name text primary key, value text not null);

create table locations (
    id text primary key,
    name text not null,
    country text not null,
    service text not null,
    postal_code text not null,
    city text not null,
    address text not null,
    cooldown_minutes bigint
);

create table terminals (
    serial text primary key,
    location_id text references locations (id) on delete set null,
    public_key text,
    paired_at bigint,
    code_hash text,
    code_until bigint
);

create table rulesets (
    id bigint primary key,
    name text not null,
    valid_from bigint not null,
    valid_to bigint not null,
    document text not null,
    created_by text not null,
    created_at bigint not null,
    modified_by text not null,
    modified_at bigint not null,
    deleted bigint not null default 0
);

create table issuer_ranges (
    low text primary key,
    high text not null,
    ica text not null,
    issuer_name text not null,
    country text not null,
    product text
);

create table currency_rates (
    currency text primary key,
    numeric_code text not null,
    rate text not null
);

create table cards (
    pan_hash text primary key,
    masked_pan text not null,
    amount_step bigint not null default 0,
    aref text,
    mrs_user text,
    ica text,
    product text,
    enrolled_at bigint
);

create table whitelist (
    pan_hash text primary key,
    masked_pan text not null
);

create table operations (
    id text primary key,
    pan_hash text not null,
    masked_pan text not null,
    serial text not null,
    location_id text not null,
    country text not null,
    service text not null,
    type text not null,
    status text not null,
    ruleset_id bigint not null,
    ruleset_name text not null,
    rule text not null,
    reject_code text,
    auth_code text,
    product text,
    ica text,
    ica_name text,
    payment text not null,
    requested_at bigint not null,
    entry_at bigint not null,
    expires_at bigint not null,
    changed_at bigint not null,
    paid bigint not null,
    fee_amount text,
    fee_currency text,
    max_adults bigint not null,
    max_children bigint not null,
    adult_guests bigint not null default 0,
    child_guests bigint not null default 0,
    child_ages text not null default '',
    free_adults bigint not null default 0,
    paid_adults bigint not null default 0,
    free_children bigint not null default 0,
    paid_children bigint not null default 0,
    young_children bigint not null default 0,
    local_id text,
    spending text,
    reversed_by text,
    reversed_at bigint,
    reversed_reason text
);

create index operations_of_card on operations (pan_hash, requested_at);
create index operations_of_ruleset on operations (ruleset_id, entry_at);
create index operations_by_time on operations (requested_at);
create unique index operations_once on operations (serial, local_id);
