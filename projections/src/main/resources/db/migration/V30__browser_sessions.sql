-- Sessions of people at the console, so that any node can answer them. Spring Session names the columns.

create table browser_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        text,
    primary key (primary_id)
);

create unique index browser_session_id on browser_session (session_id);
create index browser_session_expiry on browser_session (expiry_time);

create table browser_session_attributes (
    session_primary_id char(36) not null references browser_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
