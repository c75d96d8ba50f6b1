-- How far the events of a topic have come into table event, on a node that stores none of its own. Each
-- partition tells its own part of the log in order; what all of them have told is what may be read.
create table mirror_partition (
    partition    integer primary key,
    topic_id     text    not null,
    topic_offset bigint  not null,
    position     bigint  not null
);

comment on column mirror_partition.topic_id     is 'of the topic that the offset belongs to; one made anew has another';
comment on column mirror_partition.topic_offset is 'of the last record that was dealt with, -1 before the first';
comment on column mirror_partition.position     is 'up to which every event of the partition is in table event';

-- What readers see: the least position that every partition has reached.
create function mirror_head() returns bigint
language sql stable
begin atomic
    select coalesce(min(m.position), 0) from mirror_partition m;
end;

-- Begins a mirror, or begins to read another topic in the place of the one before: positions stay, offsets do
-- not, and of a partition nothing is taken for granted beyond what all of them had reached. A database that has
-- events of its own is no mirror.
create function begin_mirror(of_topic text, partitions integer) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    head bigint;
begin
    perform from mirror_partition m order by m.partition for update;
    if exists (select from mirror_partition m where m.topic_id = of_topic) then
        return;
    end if;
    if not exists (select from mirror_partition) and exists (select from event) then
        raise exception 'this database has events of its own'
              using errcode = 'integrity_constraint_violation';
    end if;
    head := mirror_head();
    delete from mirror_partition;
    insert into mirror_partition (partition, topic_id, topic_offset, position)
    select n.partition, of_topic, -1, head
    from   generate_series(0, begin_mirror.partitions - 1) as n (partition)
    on conflict (partition) do nothing;
end
$$;

-- Takes what follows of the records of one partition, in the order in which they were read. Each claims that
-- its partition has nothing between the position before it and its own: it is taken when the mirror has come
-- as far as the former and not as far as the latter. One that is not newer was taken before; one that comes too
-- early comes again, since whoever publishes begins anew where something was lost. One statement, so that a
-- node which is stopped in the middle holds no lock.
create function mirror_events(
    of_topic          text,
    of_partition      integer,
    partitions        integer,
    last_offset       bigint,
    -- one element per record; a watermark has no event
    event_position    bigint[],
    event_previous    bigint[],
    event_id          text[],
    event_stream      text[],
    event_stream_type text[],
    event_version     bigint[],
    event_type        text[],
    event_revision    text[],
    event_recorded    timestamptz[],
    event_effective   timestamptz[],
    event_payload     bytea[],
    event_metadata    bytea[]
)
returns table (taken integer, known integer, early integer)
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
    reached  bigint;
    head     bigint;
    expected integer;
    added    integer;
    fate     text[] := '{}';
begin
    -- The topic has more partitions than before: nothing of theirs lies before what all others have told.
    if (select count(*) from mirror_partition) < mirror_events.partitions then
        perform from mirror_partition m order by m.partition for update;
        insert into mirror_partition (partition, topic_id, topic_offset, position)
        select n.partition, of_topic, -1, mirror_head()
        from   generate_series(0, mirror_events.partitions - 1) as n (partition)
        where  exists (select from mirror_partition m where m.topic_id = of_topic)
        on conflict (partition) do nothing;
    end if;

    select m.position
    into   reached
    from   mirror_partition m
    where  m.partition = of_partition
    and    m.topic_id  = of_topic
    for update;
    if not found then
        return; -- of another topic than the one that is read
    end if;
    head := mirror_head();

    for i in 1 .. cardinality(event_position) loop
        if event_position[i] <= reached then
            fate := array_append(fate, 'known');
        elsif event_previous[i] <= reached then
            fate    := array_append(fate, 'taken');
            reached := event_position[i];
        else
            fate := array_append(fate, 'early');
        end if;
    end loop;

    insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                       event_id, type, revision, payload, metadata)
    select r.position, r.version, r.effective, r.recorded, r.stream, r.stream_type,
           r.id, r.type, r.revision, convert_from(r.payload, 'UTF8'), convert_from(r.metadata, 'UTF8')
    from   unnest(event_position, event_id, event_stream, event_stream_type, event_version, event_type,
                  event_revision, event_recorded, event_effective, event_payload, event_metadata, fate)
           as r (position, id, stream, stream_type, version, type, revision, recorded, effective, payload,
                 metadata, fate)
    where  r.fate = 'taken'
    and    r.id is not null
    order by r.position
    on conflict (position) do nothing;
    get diagnostics added = row_count;

    -- What concerns everybody comes with every partition, and what was read comes again. It must be the same.
    expected := (select count(*)
                 from   unnest(event_id, fate) as r (id, fate)
                 where  r.fate = 'taken' and r.id is not null);
    if (added < expected or 'known' = any (fate))
       and exists (select
                   from   unnest(event_position, event_id, fate) as r (position, id, fate)
                          left join event e on e.position = r.position
                   where  r.fate <> 'early'
                   and    r.id is not null
                   and    e.event_id is distinct from r.id) then
        raise exception 'the topic tells of other events than the mirror has'
              using errcode = 'integrity_constraint_violation';
    end if;

    update mirror_partition m
    set    position     = reached,
           topic_offset = last_offset
    where  m.partition = of_partition;
    if mirror_head() > head then
        perform pg_notify('headway_event', mirror_head()::text);
    end if;

    return query
    select count(*) filter (where f.fate = 'taken')::integer,
           count(*) filter (where f.fate = 'known')::integer,
           count(*) filter (where f.fate = 'early')::integer
    from   unnest(fate) as f (fate);
end
$$;
