-- What an entry costs and why it was decided so, as it was told; ids that no new location may take.
-- Valid for SQLite and PostgreSQL; see 001.
alter table operations add column charge text;
alter table operations add column reasons text;
alter table operations add column outage text;
create table retired_locations (id text primary key);
insert into retired_locations (id)
select distinct location_id from operations where location_id not in (select id from locations);
