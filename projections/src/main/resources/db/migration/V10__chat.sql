-- Alerts that a channel has not been told of; gathered into messages. Never rebuilt.
create table chat_outbox (
    entry_id   bigint      generated always as identity primary key,
    channel    text        not null,
    alert_id   uuid        not null,
    -- Why the channel is to be told.
    occasion   text        not null default 'RAISED'
        check (occasion in ('RAISED', 'SNOOZE_ENDED', 'ESCALATED')),
    queued_at  timestamptz not null,
    -- When an entry may be told at the earliest, where that is not at once.
    not_before timestamptz
);
create index chat_outbox_channel on chat_outbox (channel, queued_at);

-- Which partnerships a channel was told of on a business day; kept only where that is limited.
create table chat_daily_notification (
    channel        text not null,
    partnership_id text not null,
    business_day   date not null,
    primary key (channel, partnership_id, business_day)
);

-- A channel, whoever sends to it.
create table chat_channel (
    channel               text        primary key,
    -- When it bears its next message.
    next_send_at          timestamptz not null,
    last_weekly_digest_at timestamptz,
    -- Since when it wants nothing more, why, and who last had it enabled again.
    disabled_at           timestamptz,
    disabled_because      text,
    enabled_by            text
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
    -- Until when it is worth trying.
    retry_until     timestamptz not null,
    ended_at        timestamptz,
    last_error      text,
    -- Who wanted it sent again.
    resent_by       text,
    resent_at       timestamptz
);
create index delivery_next on delivery (channel, next_attempt_at)
    where status in ('PENDING', 'SENDING');
create index delivery_alerts on delivery using gin (alert_ids);
create index delivery_newest on delivery (composed_at, delivery_id);
create index delivery_ended on delivery (ended_at) where ended_at is not null;

-- Every try. One that nobody ended is UNKNOWN: the message may have arrived.
create table delivery_attempt (
    delivery_id uuid        not null references delivery on delete cascade,
    attempt     integer     not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    status_code integer,
    error       text,
    primary key (delivery_id, attempt)
);
