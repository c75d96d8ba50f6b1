-- How far each webhook is, and what became of its last request. Who is one, and for which events, follows
-- from the stream of its events; a row without any is one that was not subscribed in the end.
create table webhook (
    webhook_id        text        primary key,
    created_at        timestamptz not null,
    -- Versions of its stream: the last that was seen, the one it was last sent to a position by, and the one
    -- that last chose what it is sent.
    version           bigint      not null default 0,
    run               bigint      not null default 0,
    revision          bigint      not null default 0,
    position          bigint      not null default 0,
    -- What is under way, or was when a sender died: the same is sent again.
    sending_to        bigint,
    attempt           bigint      not null default 0,
    leased_until      timestamptz,
    failures          integer     not null default 0,
    failing_since     timestamptz,
    next_attempt_at   timestamptz not null,
    last_failure      text,
    last_failure_at   timestamptz,
    last_delivered_at timestamptz
);

comment on column webhook.position is 'up to which it has taken everything';
comment on column webhook.attempt  is 'of all; a note about any but the last comes too late';

-- Addresses and secrets, sealed under a key that lies outside of this database.
create table webhook_target (
    target_id     text        primary key,
    webhook_id    text        not null,
    sealed_url    bytea       not null,
    sealed_secret bytea       not null,
    created_at    timestamptz not null
);

create index webhook_target_by_webhook on webhook_target (webhook_id);
