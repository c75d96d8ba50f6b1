-- A list of ghost towns in any order reads two indexes and no table: when a clock moved last is a column,
-- since no index answers for an expression, and the key of an entry knows what a list is ordered by and
-- narrowed to.
set local statement_timeout = '0';

alter table ghost_clock
    add column moved_at timestamptz not null generated always as (coalesce(last_motion_at, '-infinity')) stored;

drop index ghost_clock_by_stage;
create index ghost_clock_by_stage on ghost_clock (stage, moved_at, partnership_id);

create unique index portfolio_by_id on portfolio (partnership_id)
    include (stage_rank, name_folded, stage_since, steps_secured, pattern, partner_type, classification, owner,
             vacant_seats, voided);
alter table portfolio
    drop constraint portfolio_pkey,
    add  constraint portfolio_pkey primary key using index portfolio_by_id;

drop index portfolio_by_owner;
create index portfolio_by_owner on portfolio (owner, stage_rank, partnership_id);
