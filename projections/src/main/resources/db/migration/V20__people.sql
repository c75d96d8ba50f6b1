-- Who was behind an event: the person in the directory, and their name as it was then. What was recorded
-- before has neither, and nobody ever acted for somebody else.
alter table audit_entry add column actor_id   text;
alter table audit_entry add column actor_name text;
alter table audit_entry rename column on_behalf_of to through;
create index audit_entry_by_actor_id on audit_entry (actor_id, position) where actor_id is not null;
create index audit_entry_by_person on audit_entry (stream, position) where stream like 'person/%';

-- WhoIsThere: everybody who has called or was invited, as an identity provider describes them now.
create table person (
    person_id   text        primary key,
    issuer      text        not null,
    subject     text        not null,
    name        text        not null,
    folded_name text        not null,
    username    text,
    email       text,
    roles       text[]      not null,
    status      text        not null,
    version     bigint      not null
);

create index person_by_name on person (folded_name, person_id);

-- The people behind answers to alerts, beside their names.
alter table alert add column owner_id       text;
alter table alert add column answered_by_id text;
create index alert_by_owner on alert (owner_id, alert_id) where owner_id is not null;
