-- The step that is due first, for each partnership of a page.
create index step_open_by_partnership on step (partnership_id, life, due_on, step_id) where status = 'OPEN';

-- A few values of these facts are read for each partnership of a page, and all of them for each change: in the
-- row and as they are, nothing is unpacked for one value, nor packed for one change.
alter table watched_partnership alter column facts set storage external;
alter table watched_partnership set (toast_tuple_target = 8160);
