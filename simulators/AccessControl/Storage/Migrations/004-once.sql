-- Only what a device reported has an id of the device's own; the others, nearly all, cost a tap one index less.
drop index operations_once;
create unique index operations_once on operations (serial, local_id) where local_id is not null;
