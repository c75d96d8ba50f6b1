-- Any page of a list costs what is on it, whatever it is narrowed to: each stage is read off an index
-- in the order asked for, which knows as well what the list may be narrowed to.
set local statement_timeout = '0';

alter table portfolio
    add column stage_rank    int not null generated always as
        (array_position(array['PROSPECT', 'PILOT', 'LAUNCH', 'SCALED', 'SUNSET'], stage)) stored,
    add column steps_secured int not null generated always as
        (least(3, jsonb_array_length(open_steps))) stored;

drop index portfolio_by_name;
drop index portfolio_by_stage;
drop index portfolio_by_stage_since;
drop index portfolio_by_steps;
create index portfolio_by_name        on portfolio (stage_rank, name_folded, partnership_id)
    include (pattern, partner_type, classification, owner, steps_secured, voided);
create index portfolio_by_stage       on portfolio (stage_rank, partnership_id)
    include (pattern, partner_type, classification, owner, steps_secured, voided);
create index portfolio_by_stage_since on portfolio (stage_rank, stage_since, partnership_id)
    include (pattern, partner_type, classification, owner, steps_secured, voided);
create index portfolio_by_steps       on portfolio (stage_rank, steps_secured, partnership_id)
    include (pattern, partner_type, classification, owner, voided);

-- Where a stage has none of what the list is narrowed to, nothing of it is read.
drop index portfolio_by_pattern;
drop index portfolio_by_partner_type;
drop index portfolio_by_classification;
drop index portfolio_by_owner;
create index portfolio_by_pattern        on portfolio (pattern, stage_rank);
create index portfolio_by_partner_type   on portfolio (partner_type, stage_rank);
create index portfolio_by_classification on portfolio (classification, stage_rank);
create index portfolio_by_owner          on portfolio (owner, stage_rank);
create statistics portfolio_of_a_stage (mcv)
    on stage_rank, pattern, partner_type, classification, steps_secured from portfolio;
create statistics portfolio_owned_in_a_stage (mcv) on stage_rank, owner from portfolio;
alter statistics portfolio_of_a_stage       set statistics 1000;
alter statistics portfolio_owned_in_a_stage set statistics 1000;

create index portfolio_voided on portfolio (partnership_id) where voided;

-- One index is moved by every motion, no longer two or three.
drop index ghost_clock_by_motion;
drop index ghost_clock_by_stage;
drop index ghost_clock_still;
create index ghost_clock_by_stage on ghost_clock
    (stage, coalesce(last_motion_at, '-infinity'), partnership_id);

-- One message may tell of a hundred thousand alerts. Where there are few messages it looks cheap to go
-- through them, which reads all of that once for each alert of a page; only the index may be asked.
create function deliveries_of(alerts uuid[])
returns table (alert_id uuid, delivery_id uuid, channel text, status text, attempts integer,
               last_error text, composed_at timestamptz, delivered_at timestamptz)
language sql
stable
set enable_seqscan = off
set enable_indexscan = off
as $$
    select asked.alert_id, d.delivery_id, d.channel, d.status, d.attempts, d.last_error,
           d.composed_at, case d.status when 'DELIVERED' then d.ended_at end
    from   unnest(alerts) as asked (alert_id)
           join delivery d on d.alert_ids @> array[asked.alert_id]
$$;
