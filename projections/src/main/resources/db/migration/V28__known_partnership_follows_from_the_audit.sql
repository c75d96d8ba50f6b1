-- What is known of a partnership is worked out of its history when somebody asks.
drop table known_partnership;
delete from projection_position where projection in ('partnerships', 'partnerships/rebuild');
