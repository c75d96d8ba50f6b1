-- WhoIsThere: that somebody is let in no more, and that they have a password yet to choose, are two facts, so that
-- whoever is enabled again is what they were before. People are read anew from the first event.
truncate person, person_chat_handle;
alter table person drop column status;
alter table person add column disabled        boolean not null;
alter table person add column awaits_password boolean not null;

delete from projection_position where projection = 'people/rebuild';
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection = 'people';
