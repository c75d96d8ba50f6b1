-- Where clocks were last set changes with nearly every event, the other facts seldom do. Filled anew,
-- as in V41.
truncate watched_partnership, watch, watch_threshold, watch_pattern, running_import;
delete from projection_position where projection in ('watching', 'watching/rebuild');

alter table watched_partnership
    add column marks jsonb not null,
    drop column last_motion_id,
    drop column last_motion_type,
    drop column last_motion_at;
