-- WhatIsInThePortfolio: every partnership as the list shows it; when it last moved is in ghost_clock.
create table portfolio (
    partnership_id  text        primary key,
    name            text        not null,
    partner_name    text        not null,
    partner_type    text        not null,
    partner_website text,
    segment         text,
    external_key    text,
    pattern         text,
    stage           text        not null,
    stage_since     timestamptz not null,
    classification  text,
    owner           text,
    seats           jsonb       not null,
    open_steps      jsonb       not null,
    -- Of the newest event that changed the row.
    version         bigint      not null
);

create index portfolio_by_name  on portfolio (lower(name) collate "C", partnership_id);
create index portfolio_by_owner on portfolio (owner);
