-- Where clocks were last set changes with nearly every event, the other facts seldom do.
alter table watched_partnership add column marks jsonb;
update watched_partnership
set    marks = jsonb_build_object('motion',  facts -> 'last_motion',
                                  'meeting', facts -> 'rhythm' -> 'counted'),
       facts = (facts - 'last_motion' #- '{rhythm,counted}')
               || '{"marks": {"motion": null, "meeting": null}}';
alter table watched_partnership
    alter column marks set not null,
    drop column last_motion_id,
    drop column last_motion_type,
    drop column last_motion_at;
