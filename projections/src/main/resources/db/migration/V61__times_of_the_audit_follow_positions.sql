set local statement_timeout = 0;

-- Both times rise with the position, but for what was told late: a summary of each block range finds
-- them, and is not written for every event.
drop index audit_entry_by_recorded;
drop index audit_entry_by_effective;
create index audit_entry_by_recorded on audit_entry
    using brin (recorded_at timestamptz_minmax_multi_ops) with (pages_per_range = 32, autosummarize = on);
create index audit_entry_by_effective on audit_entry
    using brin (effective_at timestamptz_minmax_multi_ops) with (pages_per_range = 32, autosummarize = on);
