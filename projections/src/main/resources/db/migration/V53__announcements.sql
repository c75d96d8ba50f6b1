-- Since when the world has been told of a partnership, in each of its lives; nothing was announced before.
alter table life_figures add column announced_on timestamptz;
