-- What no event may hold of the tokens that people make for scripts: the hash of each one's secret. What
-- they are called, allow and until when is in the events of their person.
create table access_token (
    token_id    text        primary key,
    person_id   text        not null,
    secret_hash bytea       not null,
    used_at     timestamptz
);
