-- Which projections are to be built anew. A row stands from the asking until the new tables answer, so that
-- what was asked for is done also when the node that had taken it up was killed. All times are the database's.
create table projection_rebuild (
    projection    text        primary key,
    requested_at  timestamptz not null,
    -- Nobody else takes it up before then.
    claimed_until timestamptz,
    -- When reading began, and when the last batch was worked in; null while it waits its turn.
    begun_at      timestamptz,
    advanced_at   timestamptz,
    -- Everything up to it is worked in, and how many events that were.
    position      bigint      not null default 0,
    events        bigint      not null default 0,
    -- A class, never what the failure said: that may tell of people. It is not tried again by itself.
    failure       text
);
