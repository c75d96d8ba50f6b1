-- Some rules hold only where the pattern's template asks for what they watch. Filled anew, as in V41.
truncate watched_partnership, watch, watch_threshold, running_import;
delete from projection_position where projection = 'watching';

-- The pattern of the partnership, empty for none.
alter table watch add column pattern text not null default '';

-- What the patterns of the program in force ask for; empty before its first change. Rebuildable.
create table watch_pattern (
    pattern  text   not null,
    requires text[] not null
);
