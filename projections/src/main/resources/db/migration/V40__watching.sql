-- What the rules need to know of each partnership. Rebuildable.
create table watched_partnership (
    partnership_id   text        primary key,
    position         bigint      not null,
    name             text        not null,
    stage            text        not null,
    last_motion_id   text,
    last_motion_type text,
    last_motion_at   timestamptz,
    facts            jsonb       not null
);

-- One due date per (partnership, rule, subject); without anchor while the rule has nothing to
-- watch. Rebuildable.
create table watch (
    watch_id        bigint      generated always as identity primary key,
    partnership_id  text        not null,
    rule            text        not null,
    subject         text        not null,
    severity        text        not null,
    stage           text,
    anchor_event_id text,
    anchor_type     text,
    anchor_at       timestamptz,
    due_at          timestamptz,
    -- What ended the episode before this anchor: an event's id, or POLICY. Kept until looked at.
    ended_by        text,
    -- When the sweep looks at it next: at once after a change that may concern a live alert
    -- (-infinity), when it is due, or never. A finite date promises that no alert is live.
    look_at         timestamptz,
    unique (partnership_id, rule, subject)
);
create index watch_look_at on watch (look_at) where look_at is not null;

-- The thresholds of the program policy in force; empty before its first change. Rebuildable.
create table watch_threshold (
    rule       text not null,
    stage      text,
    after_text text not null
);

-- Imports that have started and not ended. Rebuildable.
create table running_import (
    import_id      text        primary key,
    correlation_id text        not null,
    newest_at      timestamptz not null
);

-- What was noticed, one row per episode. Never rebuilt.
create table alert (
    alert_id         uuid        primary key,
    partnership_id   text        not null,
    partnership_name text        not null,
    rule             text        not null,
    subject          text        not null,
    severity         text        not null,
    anchor_event_id  text        not null,
    anchor_type      text        not null,
    anchor_at        timestamptz not null,
    due_at           timestamptz not null,
    raised_at        timestamptz not null,
    status           text        not null
        check (status in ('OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'DISMISSED', 'RESOLVED')),
    owner            text,
    resolved_at      timestamptz,
    resolved_by      text,
    unique (partnership_id, rule, subject, anchor_event_id)
);
-- An alert is live until it is resolved, and there is one at a time.
create unique index alert_live on alert (partnership_id, rule, subject) where resolved_at is null;
create index alert_newest on alert (raised_at, alert_id);
create index alert_newest_by_status on alert (status, raised_at, alert_id);
