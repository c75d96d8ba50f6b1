-- WhichPartnershipsAreGhostTowns: the newest motion of every partnership, and the stage it is in.
create table ghost_clock (
    partnership_id       text        primary key,
    name                 text        not null,
    stage                text        not null,
    last_motion_at       timestamptz,
    last_motion_event    text,
    last_motion_event_id text,
    last_motion_summary  text,
    version              bigint      not null
);

create index ghost_clock_by_silence on ghost_clock (stage, last_motion_at);
