-- What lists are ordered by and narrowed to, as indexes, so that any page costs what is on it.
set local statement_timeout = '0';

-- Every motion now moves index entries as well, with one update a batch; what that costs was not measured.
create index ghost_clock_by_motion on ghost_clock
    (coalesce(last_motion_at, '-infinity'), partnership_id);
create index ghost_clock_by_stage on ghost_clock (stage, last_motion_at, partnership_id);
create index ghost_clock_still on ghost_clock (partnership_id)
    where last_motion_at is null or stage in ('PROSPECT', 'SUNSET');

create index alert_newest_by_rule on alert (rule, status, raised_at, alert_id);

-- The alerts of a page are looked up one by one; what waits in a list to be sorted in would be read for
-- each of them.
alter index delivery_alerts set (fastupdate = off);
do $$ begin perform gin_clean_pending_list('delivery_alerts'); end $$;

-- A summary of block ranges costs as much as there are ranges even where nothing is found.
drop index audit_entry_by_recorded;
drop index audit_entry_by_effective;
create index audit_entry_by_recorded  on audit_entry (recorded_at, position);
create index audit_entry_by_effective on audit_entry (effective_at, position);
