-- HowIsThePortfolioDoing: whose figures changed, a row for each page of events, the newest thousands.
-- Every node keeps the figures in memory and reads again only whom this names; one that no longer finds
-- the row it read last, by its tag, begins anew: there was a rebuild, a loss, or too much since.
create table figure_change (
    change_id       bigint generated always as identity primary key,
    tag             uuid   not null default gen_random_uuid(),
    partnership_ids text[] not null
);

insert into figure_change (partnership_ids) values ('{}');
