-- WhoIsForgotten: how far each erasure is.
create table erasure (
    erasure_id   text        primary key,
    status       text        not null,
    person_id    text,
    names        text[]      not null,   -- sealed
    reason       text        not null,
    requested_at timestamptz not null,
    requested_by text        not null,
    approved_at  timestamptz,
    approved_by  text,
    completed_at timestamptz,
    older_events bigint,
    key_ids      text[]      not null,
    version      bigint      not null
);
create index erasure_newest on erasure (requested_at, erasure_id);

-- What left with names opened: a row for each kind of export, day and person. Never rebuilt.
create table export_made (
    day        date        not null,
    path       text        not null,
    media_type text        not null,
    person_id  text        not null,   -- empty where nobody signed in
    first_at   timestamptz not null,
    times      bigint      not null,
    primary key (day, path, media_type, person_id)
);
create index export_made_newest on export_made (first_at);
