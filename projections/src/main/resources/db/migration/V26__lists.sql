-- What lists are narrowed to and show beside their rows: segments and empty seats, the gate ahead, and
-- exceptions that were asked for.
set local statement_timeout = '0';

-- WhatIsInThePortfolio: only Headway folds, so rows are filled anew from the first event.
truncate portfolio, portfolio_search;
alter table portfolio
    add column segment_folded text collate "C",
    -- A bit for each seat that nobody holds, in the order of the domain.
    add column vacant_seats   int not null generated always as (
        case when jsonb_exists(seats, 'RELATIONSHIP') then 0 else  1 end
      + case when jsonb_exists(seats, 'DELIVERY')     then 0 else  2 end
      + case when jsonb_exists(seats, 'INTEGRATION')  then 0 else  4 end
      + case when jsonb_exists(seats, 'SUPPORT')      then 0 else  8 end
      + case when jsonb_exists(seats, 'ESCALATION')   then 0 else 16 end) stored;

drop index portfolio_by_name;
drop index portfolio_by_stage;
drop index portfolio_by_stage_since;
drop index portfolio_by_steps;
create index portfolio_by_name        on portfolio (stage_rank, name_folded, partnership_id)
    include (pattern, partner_type, classification, owner, steps_secured, vacant_seats, voided);
create index portfolio_by_stage       on portfolio (stage_rank, partnership_id)
    include (pattern, partner_type, classification, owner, steps_secured, vacant_seats, voided);
create index portfolio_by_stage_since on portfolio (stage_rank, stage_since, partnership_id)
    include (pattern, partner_type, classification, owner, steps_secured, vacant_seats, voided);
create index portfolio_by_steps       on portfolio (stage_rank, steps_secured, partnership_id)
    include (pattern, partner_type, classification, owner, vacant_seats, voided);
create index portfolio_by_segment     on portfolio (segment_folded, stage_rank);
create statistics portfolio_segments_of_a_stage (mcv) on stage_rank, segment_folded from portfolio;
alter statistics portfolio_segments_of_a_stage set statistics 1000;

-- HowFarIsTheNextGate: what the gate ahead of each partnership asks for and has, from one instant to the
-- next: as long as nothing happens, only time changes that, and when it will is known.
create table next_gate (
    partnership_id text        not null,
    from_at        timestamptz not null,
    until_at       timestamptz not null,
    to_stage       text        not null,
    held           int         not null,
    asked          int         not null,
    -- The criteria that it asks for and does not have.
    unmet          text[]      not null,
    primary key (partnership_id, from_at)
);
create index next_gate_by_held  on next_gate (held);
create index next_gate_by_unmet on next_gate using gin (unmet) with (fastupdate = off);

-- WhichWaiversAreThere: exceptions of present lives, asked for and decided.
create table waiver (
    partnership_id  text        not null,
    waiver_id       text        not null,
    criterion       text        not null,
    reason          text        not null,
    requested_at    timestamptz not null,
    requested_by    text        not null,
    requested_by_id text,
    expires_on      timestamptz not null,
    status          text        not null,
    decided_at      timestamptz,
    decided_by      text,
    decided_by_id   text,
    decision        text,
    -- Of a partnership that has ended or was voided: nobody can decide it, and nobody needs to.
    moot            boolean     not null,
    version         bigint      not null,
    primary key (partnership_id, waiver_id)
);
create index waiver_newest  on waiver (requested_at, partnership_id, waiver_id)         where not moot;
create index waiver_soonest on waiver (expires_on, partnership_id, waiver_id)           where not moot;
create index waiver_newest_by_status  on waiver (status, requested_at, partnership_id, waiver_id) where not moot;
create index waiver_soonest_by_status on waiver (status, expires_on, partnership_id, waiver_id)   where not moot;
create index waiver_waiting on waiver (partnership_id) where status = 'REQUESTED' and not moot;

-- Alerts in the order in which they were due, and the partnerships of those that are not over.
create index alert_soonest_by_rule on alert (rule, status, due_at, alert_id);
create index alert_open_by_rule    on alert (rule, partnership_id)
    where resolved_at is null and status <> 'DISMISSED';

-- Whether a customer used it is known of each partnership from now on: what is watched is read anew from
-- the first event; the alerts stay as they are.
delete from watch;
delete from watched_partnership;

delete from projection_position where projection in ('portfolio/rebuild', 'watching/rebuild');
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection in ('portfolio', 'watching');
