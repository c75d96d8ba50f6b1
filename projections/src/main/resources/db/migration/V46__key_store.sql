-- With which keys names are sealed here: the keyed hash of a word. A node that has others would seal names
-- that no other node can read, and is not let in.
create table key_store (
    only_one    boolean primary key default true check (only_one),
    fingerprint text    not null
);
