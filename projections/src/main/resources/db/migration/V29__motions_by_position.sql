-- HowIsThePortfolioDoing: motions are added in the order of the log and never looked at again by whoever
-- adds them. Filled anew.
drop table motion;
create table motion (
    position       bigint      primary key,
    partnership_id text        not null,
    at             timestamptz not null
);
create index motion_by_partnership on motion (partnership_id, at);
truncate stage_entry, life;
drop schema if exists rebuild_portfolio_figures cascade;
delete from projection_position where projection in ('portfolio-figures', 'portfolio-figures/rebuild');

-- WhichPartnershipsAreGhostTowns: no question finds clocks by this index, and with it every motion wrote
-- the row and all its index entries anew instead of in its place.
drop index ghost_clock_by_silence;
alter table ghost_clock set (fillfactor = 70);
