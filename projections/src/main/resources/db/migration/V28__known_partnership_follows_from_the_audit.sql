-- What is known of a partnership is worked out of its history when somebody asks.
drop table known_partnership;
drop schema if exists rebuild_partnerships cascade;
delete from projection_position where projection in ('partnerships', 'partnerships/rebuild');

-- A row's version is that of the newest event that changed it. Filled anew.
truncate portfolio;
delete from projection_position where projection in ('portfolio', 'portfolio/rebuild');
