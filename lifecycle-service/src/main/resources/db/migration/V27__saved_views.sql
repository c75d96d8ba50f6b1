-- Views of lists that people keep: a name and a query. Nothing of a partnership follows from them, so
-- they are no events; no rebuild touches them.
create table saved_view (
    view_id     uuid        primary key,
    owner_id    text        not null,
    owner_name  text        not null,
    name        text        not null,
    name_folded text        collate "C" not null,
    list        text        not null,
    query       text        not null,
    shared      boolean     not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);
create index saved_view_by_owner on saved_view (owner_id);
create index saved_view_shared   on saved_view (name_folded, view_id) where shared;
