-- Alerts of what was voided are in no list, and in no count, unless they are asked for.
alter table watched_partnership add column voided boolean not null default false;
create index watched_partnership_voided on watched_partnership (partnership_id) where voided;

-- The partnership that stays, of two of which one was voided.
alter table portfolio add column twin_of text;
create index portfolio_by_twin on portfolio (twin_of) where twin_of is not null;

-- Both are known of each partnership from now on, and a prospect's clock is set by a step back: what is
-- watched is read anew from the first event, and so are the entries of what was voided; the alerts stay as
-- they are.
delete from watch;
delete from watched_partnership;
delete from portfolio where voided;

delete from projection_position where projection in ('portfolio/rebuild', 'watching/rebuild');
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection in ('portfolio', 'watching');
