-- The transparency log over every event: what it is called and how far it goes, the tree's hashes, and what
-- was signed of it by whom. It follows from the events and is still never rebuilt: it is what they are held
-- against.
create table sealed_log (
    only_one boolean primary key default true check (only_one),
    origin   text    not null,
    size     bigint  not null default 0,
    position bigint  not null default 0
);

comment on column sealed_log.size     is 'leaves of the tree';
comment on column sealed_log.position is 'of the event that is the last leaf';

create table sealed_tile (
    level  smallint not null,
    number bigint   not null,
    hashes bytea    not null,
    primary key (level, number)
);

-- hashes do not become smaller
alter table sealed_tile alter column hashes set storage external;

comment on table sealed_tile is 'up to 256 hashes of 32 bytes, as tlog-tiles has them; a row only grows';

create table sealed_leaves (
    bundle         bigint   primary key,
    first_position bigint   not null unique,
    positions      bigint[] not null
);

comment on table sealed_leaves is 'positions of up to 256 leaves; the first one is leaf 256 * bundle';

create table sealed_checkpoint (
    size       bigint      primary key,
    signed_at  timestamptz not null,
    checkpoint text        not null
);

create table sealing_key (
    verifier_key    text        primary key,
    first_signed_at timestamptz not null
);

-- A proof is asked for by the event's id, which nothing else looks for.
set local statement_timeout = '0';
create index audit_entry_by_event on audit_entry using hash (event_id);
