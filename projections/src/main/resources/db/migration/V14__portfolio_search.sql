-- WhatIsInThePortfolio: names as people search and sort them, and an index for every order and for
-- what a list is narrowed to. The rows are filled anew from the first event.
truncate portfolio;

-- Folded by Headway and compared byte by byte: no order depends on which ICU or libc a server has, and
-- none breaks when that is updated.
alter table portfolio add column name_folded text collate "C" not null;

drop index portfolio_by_name;
create index portfolio_by_name           on portfolio (name_folded, partnership_id);
create index portfolio_by_stage          on portfolio
    (array_position(array['PROSPECT', 'PILOT', 'LAUNCH', 'SCALED', 'SUNSET'], stage), partnership_id);
create index portfolio_by_stage_since    on portfolio (stage_since, partnership_id);
create index portfolio_by_steps          on portfolio
    (least(3, jsonb_array_length(open_steps)), partnership_id);
create index portfolio_by_pattern        on portfolio (pattern);
create index portfolio_by_partner_type   on portfolio (partner_type);
create index portfolio_by_classification on portfolio (classification);
create index portfolio_by_external_key   on portfolio (external_key);

-- What a partnership is found by: its name and its partner's, folded. Apart from the rest, which
-- changes more often than names do.
create table portfolio_search (
    partnership_id text primary key,
    folded         text collate "C" not null
);

-- Trigrams make a search independent of how many there are. Where a server does not have them, or does
-- not grant them, a search reads the narrow table instead.
do $$
begin
    create extension if not exists pg_trgm;
    create index portfolio_search_by_trigram on portfolio_search using gin (folded gin_trgm_ops);
exception
    when others then
        raise notice 'Searching without pg_trgm: %', sqlerrm;
end
$$;

delete from projection_position where projection = 'portfolio/rebuild';
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection = 'portfolio';
