-- Every fact Headway knows, in the order in which it was committed.
-- Positions are given under the appender's lock (see append_events), never by a sequence.
-- Payload and metadata are text, not jsonb: what was acknowledged once must stay byte for byte the same.
create table event (
    position     bigint      primary key,
    version      bigint      not null check (version > 0),
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    stream       text        not null,
    stream_type  text        not null,
    event_id     text        not null,
    type         text        not null,
    revision     text        not null,
    payload      text        not null,
    metadata     text        not null,
    unique (stream, version)
);

comment on column event.position     is 'place in the whole log; commit order, holes allowed';
comment on column event.version      is 'place in its stream, from 1 without holes';
comment on column event.effective_at is 'when it happened, as told by the caller';
comment on column event.recorded_at  is 'when Headway stored it';
comment on column event.type         is 'stable logical name, as PartnershipLaunched; never a class name';

-- The newest snapshot of a stream; a cache that may be emptied at any time.
create table snapshot (
    stream      text        primary key,
    version     bigint      not null,
    recorded_at timestamptz not null,
    stream_type text        not null,
    event_id    text        not null,
    type        text        not null,
    revision    text,
    payload     text        not null,
    metadata    text        not null
);

-- The first response to a keyed request, stored together with what the request changed.
create table idempotency (
    caller      text        not null,
    operation   text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      integer     not null,
    response    bytea       not null,
    position    bigint      not null,
    recorded_at timestamptz not null,
    primary key (caller, operation, key)
);

create index idempotency_recorded_at on idempotency (recorded_at);

-- Appends the events of a whole group of commands, each command all or nothing, and tells each one
-- how it went: APPENDED, LOST_RACE (a stream is not at the version the command started from) or
-- KEY_TAKEN (its idempotency key has a response already). On a tie the first of the group wins.
--
-- The lock is taken by a statement of its own: in READ COMMITTED every later statement of a
-- VOLATILE function takes a fresh snapshot and so sees all that was committed before the lock was
-- ours. It is released after the commit, so position order is commit order. Call it as one
-- auto-committed statement: then a client that pauses never holds the lock.
create function append_events(
    recorded          timestamptz,
    -- one element per command: how many events it brings, none allowed
    command_events    integer[],
    -- one element per event, command after command, each stream's versions ascending
    event_command     integer[],
    event_stream      text[],
    event_stream_type text[],
    event_version     bigint[],
    event_id          text[],
    event_type        text[],
    event_revision    text[],
    event_payload     bytea[],
    event_metadata    bytea[],
    event_effective   timestamptz[],
    -- one element per command that carries an idempotency key
    key_command       integer[],
    key_caller        text[],
    key_operation     text[],
    key_key           text[],
    key_fingerprint   text[],
    key_status        integer[],
    key_response      bytea[]
)
returns table (command_outcome text, command_position bigint)
language plpgsql
volatile
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    head      bigint;
    outcomes  text[];
    positions bigint[];
begin
    perform pg_advisory_xact_lock(4817001);

    select coalesce(max(e.position), 0) into head from event e;

    with claim as (
        select c.command, c.stream, min(c.version) - 1 as expected
        from   unnest(event_command, event_stream, event_version) as c (command, stream, version)
        group by c.command, c.stream
    ), keyed as (
        select k.command, k.caller, k.operation, k.key
        from   unnest(key_command, key_caller, key_operation, key_key) as k (command, caller, operation, key)
    ), stale as (
        select claim.command
        from   claim
        where  claim.expected <> coalesce((select max(e.version) from event e where e.stream = claim.stream), 0)
    ), answered as (
        select keyed.command
        from   keyed
        where  exists (select
                       from   idempotency i
                       where  i.caller    = keyed.caller
                       and    i.operation = keyed.operation
                       and    i.key       = keyed.key)
    ), second_in_stream as (
        select tie.command
        from  (select claim.command, row_number() over (partition by claim.stream order by claim.command) as place
               from   claim
               where  claim.command not in (select stale.command from stale)
               and    claim.command not in (select answered.command from answered)) as tie
        where  tie.place > 1
    ), second_of_key as (
        select tie.command
        from  (select keyed.command,
                      row_number() over (partition by keyed.caller, keyed.operation, keyed.key
                                         order by keyed.command) as place
               from   keyed
               where  keyed.command not in (select stale.command from stale)
               and    keyed.command not in (select second_in_stream.command from second_in_stream)) as tie
        where  tie.place > 1
    ), decided as (
        select c.command,
               c.events,
               case
                   when c.command in (select answered.command         from answered)         then 'KEY_TAKEN'
                   when c.command in (select stale.command            from stale)            then 'LOST_RACE'
                   when c.command in (select second_in_stream.command from second_in_stream) then 'LOST_RACE'
                   when c.command in (select second_of_key.command    from second_of_key)    then 'KEY_TAKEN'
                   else 'APPENDED'
               end as outcome
        from   unnest(command_events) with ordinality as c (events, command)
    ), placed as (
        select decided.command,
               decided.outcome,
               head + sum(decided.events) filter (where decided.outcome = 'APPENDED')
                                          over (order by decided.command) as last_position
        from   decided
    )
    select array_agg(placed.outcome                       order by placed.command),
           array_agg(coalesce(placed.last_position, head) order by placed.command)
    into   outcomes, positions
    from   placed;

    insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                       event_id, type, revision, payload, metadata)
    select head + row_number() over (order by n.place),
           n.version,
           n.effective,
           recorded,
           n.stream,
           n.stream_type,
           n.id,
           n.type,
           n.revision,
           convert_from(n.payload, 'UTF8'),
           convert_from(n.metadata, 'UTF8')
    from   unnest(event_command, event_stream, event_stream_type, event_version, event_id, event_type,
                  event_revision, event_payload, event_metadata, event_effective)
           with ordinality
           as n (command, stream, stream_type, version, id, type, revision, payload, metadata, effective, place)
    where  outcomes[n.command] = 'APPENDED'
    order by n.place;

    if found then
        perform pg_notify('headway_event', positions[cardinality(positions)]::text);
    end if;

    if cardinality(key_command) > 0 then
        insert into idempotency (caller, operation, key, fingerprint, status, response, position, recorded_at)
        select k.caller, k.operation, k.key, k.fingerprint, k.status, k.response, positions[k.command], recorded
        from   unnest(key_command, key_caller, key_operation, key_key, key_fingerprint, key_status, key_response)
               as k (command, caller, operation, key, fingerprint, status, response)
        where  outcomes[k.command] = 'APPENDED';
    end if;

    return query
    select o.outcome, o.last_position
    from   unnest(outcomes, positions) with ordinality as o (outcome, last_position, command)
    order by o.command;
end
$$;
