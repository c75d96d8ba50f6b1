-- What the application cannot do to the database itself, and may have done: each function runs as the owner
-- of the tables, looks nothing up where others can put something, and only ever adds to what is history.
-- Who may call them is in afterMigrate.

-- Of the log: a row for it, the lock on it, and how far it is sealed.
create function register_sealed_log(origin text) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
begin atomic
    insert into sealed_log (origin) values (register_sealed_log.origin) on conflict (only_one) do nothing;
end;

create function claim_sealed_log() returns table (origin text, size bigint, "position" bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query select l.origin, l.size, l.position from sealed_log l for update skip locked;
end
$$;

create function store_sealed_tile(tile_level smallint, tile_number bigint, tile_hashes bytea) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into sealed_tile as known (level, number, hashes)
    values (tile_level, tile_number, tile_hashes)
    on conflict (level, number) do update
    set    hashes = excluded.hashes
    where  substring(excluded.hashes for octet_length(known.hashes)) = known.hashes;
    if not found then
        raise exception 'tile % of level % is not how it began', tile_number, tile_level
              using errcode = 'integrity_constraint_violation';
    end if;
end
$$;

create function store_sealed_leaves(leaf_bundle bigint, leaf_positions bigint[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into sealed_leaves as known (bundle, first_position, positions)
    values (leaf_bundle, leaf_positions[1], leaf_positions)
    on conflict (bundle) do update
    set    positions = known.positions || excluded.positions
    where  known.positions[cardinality(known.positions)] < excluded.first_position
    and    cardinality(known.positions) + cardinality(excluded.positions) <= 256;
    if not found then
        raise exception 'bundle % has these leaves, or no room', leaf_bundle
              using errcode = 'integrity_constraint_violation';
    end if;
end
$$;

create function store_sealed_checkpoint(
    log_size bigint, log_position bigint, signed timestamptz, signed_note text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    update sealed_log
    set    size     = log_size,
           position = log_position
    where  size     <= log_size
    and    position <= log_position;
    if not found then
        raise exception 'there is a later checkpoint than % at %', log_size, log_position
              using errcode = 'integrity_constraint_violation';
    end if;
    insert into sealed_checkpoint (size, signed_at, checkpoint) values (log_size, signed, signed_note);
end
$$;

create function remember_sealing_key(key text, signed timestamptz) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
begin atomic
    insert into sealing_key (verifier_key, first_signed_at)
    values (remember_sealing_key.key, remember_sealing_key.signed)
    on conflict (verifier_key) do nothing;
end;

-- What is done one at a time, on all nodes. The lock of whoever appends events is no one's but append_events'.
create function take_turn(turn bigint) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if turn = 4817001 then
        raise exception 'this turn is taken by append_events alone' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(turn);
end
$$;

create function try_turn(turn bigint) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if turn = 4817001 then
        raise exception 'this turn is taken by append_events alone' using errcode = 'insufficient_privilege';
    end if;
    return pg_try_advisory_xact_lock(turn);
end
$$;

alter function one_after_another_changes_alerts() security definer;
alter function one_after_another_changes_alerts() set search_path = pg_catalog, public, pg_temp;

-- A schema beside, where a projection is built anew: whoever asked for it makes the tables, and nothing else.
create function begin_rebuild(projection text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if projection !~ '^[a-z_]+$' then
        raise exception 'no projection is called %', projection using errcode = 'invalid_parameter_value';
    end if;
    perform end_rebuild(projection);
    execute format('create schema %I', 'rebuild_' || projection);
    execute format('grant usage, create on schema %I to %I', 'rebuild_' || projection, session_user);
end
$$;

create function end_rebuild(projection text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    execute format('drop schema if exists %I cascade', 'rebuild_' || projection);
end
$$;

-- That the database was restored from a backup: what came due before was told before, as far as anybody knows.
create table database_restore (
    restored_at timestamptz primary key,
    -- How far the log goes that came back.
    position    bigint      not null
);

-- For whoever restores: what waited to be told may have been told since the backup was made.
create function note_restore(at timestamptz) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into database_restore (restored_at, position)
    select at, coalesce(max(e.position), 0) from event e;
    delete from chat_outbox;
    update delivery
    set    status     = 'DEAD',
           last_error = 'the database was restored from a backup; the message may have arrived',
           ended_at   = at
    where  status in ('PENDING', 'SENDING');
    update chat_channel
    set    last_weekly_digest_at = at
    where  last_weekly_digest_at is not null;
end
$$;
