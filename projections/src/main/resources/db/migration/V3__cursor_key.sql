-- What the cursors of lists are signed with: the same on every node and after every restart.
create table cursor_key (
    singleton boolean primary key default true check (singleton),
    key       bytea   not null
);

insert into cursor_key (key)
values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
