-- An anchor knows its place in the log, so that a rebuild can tell what ended an episode before it
-- began from what ended it since. Filled anew, as in V41.
truncate watched_partnership, watch, watch_threshold, watch_pattern, running_import;
delete from projection_position where projection = 'watching';

alter table watch
    add column anchor_position bigint,
    -- The first and the last of the events that left the rule not due; of what was not looked at.
    add column ended_first     bigint,
    add column ended_last      bigint;

alter table alert
    add column anchor_position bigint not null default 0;
