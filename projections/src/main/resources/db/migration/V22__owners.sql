-- Owners are people of the directory, or texts that are the same however they are spelt: a column holds
-- what they are told apart by, '#' and the id of a person or '=' and the folded text. Only Headway folds,
-- so rows are filled anew from the first event.
set local statement_timeout = '0';

-- portfolio.owner is such a key from now on; the name is among the seats.
truncate portfolio, portfolio_search;
alter table portfolio add column seat_owners jsonb not null;
create index portfolio_by_seat_owner on portfolio using gin (seat_owners jsonb_path_ops);

truncate step, step_slip, step_partnership;
alter table step add column owner_id  text;
alter table step add column owner_key text not null;
create index step_open_by_owner on step (owner_key, due_on, partnership_id, step_id) where status = 'OPEN';

-- Alerts are never filled anew. What was acknowledged before people were known has a subject for an owner,
-- and subjects are plain.
alter table alert add column owner_key text;
update alert
set    owner_key = coalesce('#' || owner_id, '=' || lower(btrim(owner)))
where  owner is not null;
drop index alert_by_owner;
create index alert_newest_by_owner on alert (owner_key, raised_at, alert_id) where owner_key is not null;

-- WhoIsKnownByNameOnly: everybody who was ever named as an owner by a text, as it was written last.
create table text_owner (
    folded text primary key,
    name   text not null
);

-- WhoIsThere: what each kind of chat calls a person.
create table person_chat_handle (
    person_id text not null,
    channel   text not null,
    handle    text not null,
    primary key (person_id, channel)
);

delete from projection_position where projection in ('portfolio/rebuild', 'next-steps/rebuild');
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection in ('portfolio', 'next-steps');
