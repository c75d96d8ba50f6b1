-- What became of each upload of history, for whoever asks later. Not rebuilt; deleted after a while.
create table import_run (
    import_id       text        primary key,
    dry_run         boolean     not null,
    started_by      text        not null,
    started_by_name text        not null,
    started_at      timestamptz not null,
    -- Under which key it may be sent again, and what it was.
    request_key     text,
    fingerprint     text,
    ignored_columns text[]      not null,
    rows            int         not null,
    created         int         not null default 0,
    updated         int         not null default 0,
    unchanged       int         not null default 0,
    rejected        int         not null default 0,
    -- Until it has ended, somebody says now and then that it is under way.
    last_seen_at    timestamptz not null,
    ended_at        timestamptz,
    failure         text
);
create unique index import_run_by_key on import_run (started_by, dry_run, request_key)
    where request_key is not null;
create index import_run_newest on import_run (started_at, import_id);

-- The rows that were rejected, or as many of them as anybody reads.
create table import_rejection (
    import_id    text  not null references import_run on delete cascade,
    row          int   not null,
    line         int   not null,
    external_key text  not null,
    errors       jsonb not null,
    primary key (import_id, row)
);

-- Links that calendars are read by. A secret is shown once and kept as its hash; revoking deletes.
create table calendar_link (
    link_id      text        primary key,
    person_id    text        not null,
    name         text        not null,
    -- What everybody owns, and not only this person.
    everything   boolean     not null,
    secret_hash  bytea       not null,
    created_at   timestamptz not null,
    last_read_at timestamptz,
    -- What was last answered, and since when it has been so.
    etag         text,
    changed_at   timestamptz
);
create index calendar_link_by_person on calendar_link (person_id, created_at);
