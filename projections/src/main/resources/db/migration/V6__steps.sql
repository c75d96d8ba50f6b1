-- WhatAreTheNextThreeSteps: every step, every date it slipped, and the partnerships they belong to.
-- A revived partnership lives again; the steps of its former lives stay, and count no more.
create table step_partnership (
    partnership_id text   primary key,
    name           text   not null,
    life           int    not null,
    version        bigint not null
);

create table step (
    partnership_id text        not null,
    step_id        text        not null,
    life           int         not null,
    title          text        not null,
    owner          text        not null,
    side           text        not null,
    due_on         timestamptz not null,
    status         text        not null,
    planned_at     timestamptz not null,
    closed_at      timestamptz,
    outcome        text,
    primary key (partnership_id, step_id)
);

create index step_open_by_due on step (due_on, partnership_id, step_id) where status = 'OPEN';

-- A due date that was moved, by whom and why; the step's title as it was then.
create table step_slip (
    position       bigint      primary key,
    partnership_id text        not null,
    life           int         not null,
    step_id        text        not null,
    title          text        not null,
    "from"         timestamptz not null,
    "to"           timestamptz not null,
    reason         text        not null,
    at             timestamptz not null,
    actor          text        not null
);

create index step_slip_by_partnership on step_slip (partnership_id, position);
