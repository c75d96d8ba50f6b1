-- Events are appended by the owner of the tables; whoever may call it can do nothing else to them. Nothing is
-- looked up where the caller could have put something of the same name.
alter function append_events(timestamptz, integer[], integer[], text[], text[], bigint[], text[], text[], text[],
                             bytea[], bytea[], timestamptz[], integer[], text[], text[], text[], text[], integer[],
                             bytea[])
    security definer;
alter function append_events(timestamptz, integer[], integer[], text[], text[], bigint[], text[], text[], text[],
                             bytea[], bytea[], timestamptz[], integer[], text[], text[], text[], text[], integer[],
                             bytea[])
    set search_path = pg_catalog, public, pg_temp;
