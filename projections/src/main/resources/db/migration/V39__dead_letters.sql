-- What a projection could not work in: a stream whose events it passes over from one of them on. The events stand in the log.
create table dead_letter (
    projection     text        not null, -- or that of its rebuild, as watching/rebuild
    stream         text        not null,
    of_partnership boolean     not null,
    position       bigint      not null, -- of the first event that is parked
    version        bigint      not null,
    event_id       text        not null,
    event_type     text        not null,
    fault          text        not null, -- a class, never what the failure said: that may tell of people
    place          text        not null, -- where in the code, or what of the table was violated
    tries          integer     not null,
    later_events   bigint      not null,
    parked_at      timestamptz not null,
    tried_at       timestamptz not null,
    replayed_by    text,
    primary key (projection, stream)
);

-- Who had what replayed, and what came of it; kept when the letter is gone.
create table dead_letter_replay (
    replay_id   bigint      generated always as identity primary key,
    projection  text        not null,
    stream      text        not null,
    position    bigint      not null,
    replayed_by text        not null,
    replayed_at timestamptz not null,
    outcome     text        not null
);

-- Known with the claim, so that a projection without any asks for none.
alter table projection_position add column dead_letters integer not null default 0;
