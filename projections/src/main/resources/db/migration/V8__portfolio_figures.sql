-- HowIsThePortfolioDoing: every stage a partnership entered, every instant at which it moved, and what
-- each of its lives promised. How long, how many and what is over by now is asked of these rows.
create table stage_entry (
    partnership_id text        not null,
    version        bigint      not null,
    stage          text        not null,
    entered_at     timestamptz not null,
    primary key (partnership_id, version)
);

-- Motions are added in the order of the log and never looked at again by whoever adds them.
create table motion (
    position       bigint      primary key,
    partnership_id text        not null,
    at             timestamptz not null
);

create index motion_by_partnership on motion (partnership_id, at);

-- What one life of a partnership promised, and what came of it; a revival begins the next one.
create table life_figures (
    partnership_id text    not null,
    life           int     not null,
    version        bigint  not null,
    stage          text    not null,
    classification text,
    bend_delivered boolean not null,
    claim_due_on   timestamptz,
    claim_settled  boolean not null,
    first_use_at   timestamptz,
    waivers        jsonb   not null,
    -- The life as one document, from which its next event goes on; the columns before follow from it.
    facts          jsonb   not null,
    primary key (partnership_id, life)
);

-- A stay in a stage; the present one has not been left. Every life begins as a prospect.
create view stage_stay as
select partnership_id,
       version,
       stage,
       count(*) filter (where stage = 'PROSPECT') over in_order as life,
       entered_at,
       lead(entered_at)                           over in_order as left_at
from   stage_entry
window in_order as (partition by partnership_id order by version);

-- The first launch of a life, and when that life ended, if it has.
create view launch as
select   partnership_id,
         life,
         min(entered_at) filter (where stage = 'LAUNCH') as launched_at,
         min(entered_at) filter (where stage = 'SUNSET') as ended_at
from     stage_stay
group by partnership_id, life
having   bool_or(stage = 'LAUNCH');
