-- A row is updated with every motion, mostly in columns that no index knows: with room in its page
-- the new version needs no new index entries. Rows written from now on leave it.
alter table watched_partnership set (fillfactor = 70);
alter table watch               set (fillfactor = 80);
