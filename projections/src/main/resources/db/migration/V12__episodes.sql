-- Whenever a rule holds there is one live alert, whatever its anchor was used for before.
alter table alert drop constraint alert_partnership_id_rule_subject_anchor_event_id_key;
create index alert_by_subject on alert (partnership_id, rule, subject);

-- How far events had been read when it was raised: what ended its rule before that was not its end.
alter table alert add column raised_position bigint not null default 0;
update alert
set    raised_position = coalesce((select position
                                   from   projection_position
                                   where  projection = 'watching'), 0);
comment on column alert.resolved_by is 'What ended the episode: an event''s id, POLICY or TIME.';

-- Until when time alone leaves it due; null for as long as nothing happens.
alter table watch add column ends_at timestamptz;
-- All times at which it is due, of a watch that time alone can end: [{counted_from, due, until}].
alter table watch add column due_times jsonb;
-- The last of what left the rule not due: an event's id, or POLICY.
alter table watch add column ended_last_by text;

create index watched_partnership_waived on watched_partnership (partnership_id)
    where facts -> 'waivers' -> 'granted' <> '{}';

-- The program policy in force, as the event has it; empty before its first change. Rebuildable.
create table watch_program (
    singleton boolean primary key default true check (singleton),
    program   jsonb   not null
);
drop table watch_threshold;
drop table watch_pattern;

-- Imports that have started, and up to which position those that have ended reach. Rebuildable.
drop table running_import;
create table running_import (
    import_id         text        primary key,
    correlation_id    text        not null,
    started_position  bigint      not null,
    finished_position bigint,
    last_seen_at      timestamptz not null
);

-- That an import runs, where its rows bring nothing that an event would tell of. Not rebuilt.
create table import_heartbeat (
    import_id    text        primary key,
    last_beat_at timestamptz not null
);

-- What is watched is read anew from the first event; the alerts stay as they are.
delete from watch;
delete from watched_partnership;
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection = 'watching';
