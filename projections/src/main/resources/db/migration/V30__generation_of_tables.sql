-- How often a projection's tables have been exchanged for rebuilt ones: whoever remembers rows of them
-- from one batch to the next forgets them then.
alter table projection_position add column generation bigint not null default 0;
