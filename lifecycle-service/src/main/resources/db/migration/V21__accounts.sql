-- The secrets of the accounts that Headway keeps itself; whose they are and what became of them is in the events.
-- Nothing here can be rebuilt, and nothing here opens anything: passwords are hashed with Argon2id, everything else
-- is the SHA-256 of 256 random bits.
create table account (
    person_id     text    primary key,
    subject       text    not null,
    email         text    not null unique,   -- folded, as it is compared at sign-in
    password_hash text,
    administers   boolean not null           -- may be an administrator: the events say whether it is so
);

create index account_that_administers on account (person_id) where administers;

-- One-time links: of an account, the newest alone; without one, for whoever becomes the first administrator.
create table account_link (
    link_hash  text        primary key,
    person_id  text        unique references account,
    expires_at timestamptz not null
);

-- Wrong passwords since the last right one, by account. Addresses of which there is no account share some thousand rows.
create table sign_in_attempt (
    attempted  text        primary key,
    failures   integer     not null,
    last_at    timestamptz not null,
    wait_until timestamptz not null
);

-- A sign-in at an application: its code, and the family of its refresh tokens.
create table sign_in (
    sign_in_id      uuid        primary key,
    client_id       text        not null,
    person_id       text        not null references account,
    signed_in_at    timestamptz not null,
    code_hash       text        not null unique,
    code_expires_at timestamptz not null,
    code_used       boolean     not null,
    redirect_uri    text        not null,
    code_challenge  text        not null,
    nonce           text,
    scopes          text[]      not null
);

create table refresh_token (
    token_hash text        primary key,
    sign_in_id uuid        not null references sign_in on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used       boolean     not null
);

create index refresh_token_of_sign_in on refresh_token (sign_in_id);
