-- WhatIsKnownOfAPartnership: everything that follows from a partnership's events, as one document.
create table known_partnership (
    partnership_id text   primary key,
    version        bigint not null,
    known          jsonb  not null
);
