-- What the rules need to know of each partnership. Rebuildable. A row is updated with every motion,
-- mostly in columns that no index knows: with room in its page the new version needs no new index
-- entries.
create table watched_partnership (
    partnership_id text   primary key,
    position       bigint not null,
    name           text   not null,
    stage          text   not null,
    -- Everything but where clocks were last set, which changes with nearly every event and is kept
    -- apart for that reason.
    facts          jsonb  not null,
    anchors        jsonb  not null
) with (fillfactor = 70);

-- One due date per (partnership, rule, subject); without anchor while the rule has nothing to
-- watch. Rebuildable. Leaves room for updates as the table above does.
create table watch (
    watch_id        bigint      generated always as identity primary key,
    partnership_id  text        not null,
    rule            text        not null,
    subject         text        not null,
    -- The subject in words: a seat, a step's title. Null only where nothing is watched.
    about           text,
    severity        text        not null,
    stage           text,
    -- The pattern of the partnership, empty for none: some rules hold only where the pattern's
    -- template asks for what they watch.
    pattern         text        not null default '',
    anchor_event_id text,
    -- Its place in the log, so that a rebuild can tell what ended an episode before it began from what
    -- ended it since.
    anchor_position bigint,
    anchor_type     text,
    anchor_at       timestamptz,
    due_at          timestamptz,
    -- Since when Headway has known that the rule is due when it is; what it only learned of later
    -- was not raised late.
    due_known_at    timestamptz not null,
    -- What ended the episode before this anchor: an event's id, or POLICY. Kept until checked.
    ended_by        text,
    -- The first and the last of the events that left the rule not due; of what was not checked.
    ended_first     bigint,
    ended_last      bigint,
    -- When the sweep checks it next: at once after a change that may concern a live alert
    -- (-infinity), when it is due, or never. A finite date promises that no alert is live.
    next_check_at   timestamptz,
    unique (partnership_id, rule, subject)
) with (fillfactor = 80);
create index watch_next_check_at on watch (next_check_at) where next_check_at is not null;

-- The thresholds of the program policy in force; empty before its first change. Rebuildable.
create table watch_threshold (
    rule  text not null,
    stage text,
    after text not null
);

-- What the patterns of the program in force ask for; empty before its first change. Rebuildable.
create table watch_pattern (
    pattern  text   not null,
    requires text[] not null
);

-- Imports that have started and not ended. Rebuildable.
create table running_import (
    import_id      text        primary key,
    correlation_id text        not null,
    last_seen_at   timestamptz not null
);

-- What was noticed, one row per episode, and what people answered. Never rebuilt.
create table alert (
    alert_id         uuid        primary key,
    partnership_id   text        not null,
    partnership_name text        not null,
    rule             text        not null,
    subject          text        not null,
    about            text        not null default '',
    severity         text        not null,
    anchor_event_id  text        not null,
    anchor_position  bigint      not null default 0,
    anchor_type      text        not null,
    anchor_at        timestamptz not null,
    due_at           timestamptz not null,
    raised_at        timestamptz not null,
    -- Raised well after it was due, and known to be.
    late             boolean     not null default false,
    status           text        not null
        check (status in ('OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'DISMISSED', 'RESOLVED')),
    owner            text,
    -- How many answers there are, and the last of them.
    version          bigint      not null default 0,
    answered_by      text,
    answered_at      timestamptz,
    answer           text,
    -- Whether it ever was, whatever its status is now.
    acknowledged     boolean     not null default false,
    snoozed_until    timestamptz,
    escalated_at     timestamptz,
    -- When it is to be checked again: the end of a snooze, or the escalation.
    next_check_at    timestamptz,
    resolved_at      timestamptz,
    -- What ended the episode: an event's id, or POLICY.
    resolved_by      text,
    unique (partnership_id, rule, subject, anchor_event_id)
);
-- An alert is live until it is resolved, and there is one at a time.
create unique index alert_live on alert (partnership_id, rule, subject) where resolved_at is null;
create index alert_newest on alert (raised_at, alert_id);
create index alert_newest_by_status on alert (status, raised_at, alert_id);
create index alert_next_check_at on alert (next_check_at) where next_check_at is not null;
