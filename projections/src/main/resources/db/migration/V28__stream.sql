-- What became of alerts, for those who follow the stream: raising, resolving and what time does to an
-- alert are rows and no events, so they have no position of their own. Kept for a day; not rebuilt.
create table alert_change (
    number         bigint      generated always as identity primary key,
    alert_id       uuid        not null,
    partnership_id text        not null,
    -- How far watches had been read when it was written. Whoever has been told of an event at this
    -- position was told before the transaction began, or while it was under way.
    position       bigint      not null,
    transaction    xid8        not null default pg_current_xact_id(),
    changed_at     timestamptz not null default clock_timestamp()
);
create index alert_change_transaction on alert_change (transaction);
create index alert_change_changed_at on alert_change (changed_at);

-- One transaction at a time changes alerts, from its first change to its end, so that numbers are in
-- the order of commits: whoever has read up to one has missed none before it.
create function one_after_another_changes_alerts() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7305808869231650);
    return null;
end
$$;

create function note_raised_alerts() returns trigger language plpgsql as $$
begin
    insert into alert_change (alert_id, partnership_id, position)
    select alert_id, partnership_id,
           coalesce((select position from projection_position where projection = 'watching'), 0)
    from   now_there;
    return null;
end
$$;

-- What people answered is an event, which tells of itself.
create function note_changed_alerts() returns trigger language plpgsql as $$
begin
    insert into alert_change (alert_id, partnership_id, position)
    select alert_id, partnership_id,
           coalesce((select position from projection_position where projection = 'watching'), 0)
    from   now_there
           join was_there using (alert_id, partnership_id)
    where  now_there.version = was_there.version
    and    now_there is distinct from was_there;
    return null;
end
$$;

create trigger alert_changes_wait before insert or update on alert
    for each statement execute function one_after_another_changes_alerts();
create trigger alert_raised after insert on alert
    referencing new table as now_there
    for each statement execute function note_raised_alerts();
create trigger alert_changed after update on alert
    referencing old table as was_there new table as now_there
    for each statement execute function note_changed_alerts();
