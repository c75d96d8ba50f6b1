-- WhichPartnershipsAreGhostTowns: the newest motion of every partnership, and the stage it is in.
-- Every motion updates the row in its place: no index knows what it changes, and the page has room.
create table ghost_clock (
    partnership_id       text        primary key,
    name                 text        not null,
    stage                text        not null,
    last_motion_at       timestamptz,
    last_motion_event    text,
    last_motion_event_id text,
    last_motion_summary  text,
    version              bigint      not null
) with (fillfactor = 70);
