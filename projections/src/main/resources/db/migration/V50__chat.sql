-- Alerts that a channel has not been told of; gathered into messages. Never rebuilt.
create table chat_outbox (
    entry_id  bigint      generated always as identity primary key,
    channel   text        not null,
    alert_id  uuid        not null,
    queued_at timestamptz not null
);
create index chat_outbox_channel on chat_outbox (channel, queued_at);

-- When a channel bears its next message, whoever sends it.
create table chat_channel (
    channel text        primary key,
    free_at timestamptz not null
);

-- One message to one channel. Its address is configuration and never stored.
create table delivery (
    delivery_id     uuid        primary key,
    channel         text        not null,
    alert_ids       uuid[]      not null,
    payload         text        not null,
    status          text        not null
        check (status in ('PENDING', 'SENDING', 'DELIVERED', 'DEAD')),
    attempts        integer     not null,
    composed_at     timestamptz not null,
    -- When it may be claimed; while it is being sent, when the claim lapses.
    next_attempt_at timestamptz not null,
    ended_at        timestamptz,
    last_error      text
);
create index delivery_next on delivery (channel, next_attempt_at)
    where status in ('PENDING', 'SENDING');
create index delivery_alerts on delivery using gin (alert_ids);

-- Every try.
create table delivery_attempt (
    delivery_id uuid        not null references delivery,
    attempt     integer     not null,
    started_at  timestamptz not null,
    outcome     text,
    status_code integer,
    error       text,
    primary key (delivery_id, attempt)
);
