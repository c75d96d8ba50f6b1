-- Thirteen rules need to know more than two did: the tables that are filled from events are filled
-- anew. Alerts stay as they are, and none is raised twice.
truncate watched_partnership, watch, watch_threshold, running_import;
delete from projection_position where projection = 'watching';

alter table watch
    -- The subject in words: a seat, a step's title. Null only where nothing is watched.
    add column about    text,
    -- Since when Headway has known that the rule is due when it is; what it only learned of later
    -- was not raised late.
    add column known_at timestamptz not null;

alter table alert
    add column about         text        not null default '',
    add column late          boolean     not null default false,
    -- What people answered: how many answers there are, and the last of them.
    add column version       bigint      not null default 0,
    add column answered_by   text,
    add column answered_at   timestamptz,
    add column answer        text,
    add column acknowledged  boolean     not null default false,
    add column snoozed_until timestamptz,
    add column escalated_at  timestamptz,
    -- When it is to be looked at again: the end of a snooze, or the escalation.
    add column look_at       timestamptz;
create index alert_look_at on alert (look_at) where look_at is not null;
