-- Who publishes, and how far they are. A lease, by this database's clock: whoever takes it over raises the
-- epoch, and what an earlier holder would still write here finds another one.
create table publishing (
    only_one boolean     primary key default true check (only_one),
    epoch    bigint      not null default 0,
    holder   text        not null default '',
    until    timestamptz not null default '-infinity',
    position bigint      not null default 0,
    topic_id text        not null default ''
);

insert into publishing default values;

comment on column publishing.position is 'up to which the brokers have acknowledged everything';
comment on column publishing.topic_id is 'of the topic that was filled so far; one made anew is filled from the start';

-- Among how many partitions events are spread, from the one after a position on.
create table publishing_layout (
    from_position bigint  primary key,
    partitions    integer not null
);

-- The last event of each partition up to publishing.position, and the offset of its last record.
create table publishing_partition (
    partition     integer primary key,
    last_position bigint  not null,
    last_offset   bigint  not null
);
