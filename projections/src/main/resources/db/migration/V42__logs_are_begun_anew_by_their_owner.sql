-- What V37 did for one log, for each log that is begun in the place of another: the application may have it
-- begun where an event says so, and have what a witness said kept, once.
drop function claim_sealed_log();

-- Locks the log; none where another node has it, unless it is waited for.
create function claim_sealed_log(in_turn boolean)
returns table (origin text, size bigint, "position" bigint, begun_by bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if in_turn then
        return query select l.origin, l.size, l.position, l.begun_by from sealed_log l for update;
    else
        return query select l.origin, l.size, l.position, l.begun_by from sealed_log l for update skip locked;
    end if;
end
$$;

drop function store_sealed_checkpoint(bigint, bigint, timestamptz, text);

-- Its number. A note is of the log that there is.
create function store_sealed_checkpoint(
    log_size bigint, log_position bigint, signed timestamptz, signed_note text) returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    stored bigint;
begin
    update sealed_log
    set    size     = log_size,
           position = log_position
    where  size     <= log_size
    and    position <= log_position
    and    origin    = split_part(signed_note, E'\n', 1);
    if not found then
        raise exception 'there is another log, or a later checkpoint than % at %', log_size, log_position
              using errcode = 'integrity_constraint_violation';
    end if;
    insert into sealed_checkpoint (size, signed_at, checkpoint)
    values (log_size, signed, signed_note)
    returning number into stored;
    return stored;
end
$$;

create function cosign_checkpoint(checkpoint_number bigint, line text, at timestamptz) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    update sealed_checkpoint
    set    cosignature = line,
           cosigned_at = at
    where  number      = checkpoint_number
    and    cosignature is null;
    if not found then
        raise exception 'there is no checkpoint % without a cosignature', checkpoint_number
              using errcode = 'integrity_constraint_violation';
    end if;
end
$$;

-- Of the log before, its checkpoints stay; its tree follows from the events that are left of it.
create function begin_sealed_log(log_origin text, log_size bigint, log_position bigint, log_begun_by bigint)
returns void
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from event e where e.position = log_begun_by and e.type = 'LogBegunAnew') then
        raise exception 'no event at % begins a log', log_begun_by
              using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from sealed_log l where l.origin = log_origin)
       or exists (select from sealed_checkpoint c where c.origin = log_origin) then
        raise exception 'there was a log called % before', log_origin
              using errcode = 'integrity_constraint_violation';
    end if;
    truncate sealed_tile, sealed_leaves;
    update sealed_log
    set    origin   = log_origin,
           size     = log_size,
           position = log_position,
           begun_by = log_begun_by;
end
$$;
