-- WhoIsThere: the company that somebody is of; none of our own people has one.
alter table person add column partner_id text;

delete from projection_position where projection = 'people/rebuild';
