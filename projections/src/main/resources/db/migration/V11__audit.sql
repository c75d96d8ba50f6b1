-- WhoChangedWhat: every event, with who was behind it and whether it was done or refused.
create table audit_entry (
    position       bigint      primary key,
    event_id       text        not null,
    stream         text        not null,
    partnership_id text,
    kind           text        not null,
    version        bigint      not null,
    effective_at   timestamptz not null,
    recorded_at    timestamptz not null,
    actor          text        not null,
    role           text        not null,
    on_behalf_of   text,
    channel        text        not null,
    reason         text,
    correlation_id text        not null,
    outcome        text        not null,
    payload        json        not null
);

create index audit_entry_by_partnership on audit_entry (partnership_id, position);
create index audit_entry_by_actor       on audit_entry (actor, position);
create index audit_entry_by_kind        on audit_entry (kind, position);

-- Both times rise with the position, but for what was told late: a summary of each block range finds
-- them, and is not written for every event.
create index audit_entry_by_recorded on audit_entry
    using brin (recorded_at timestamptz_minmax_multi_ops) with (pages_per_range = 32, autosummarize = on);
create index audit_entry_by_effective on audit_entry
    using brin (effective_at timestamptz_minmax_multi_ops) with (pages_per_range = 32, autosummarize = on);
