-- WhatDoesTheProgramAskFor: the thresholds of the policy in force; none before the first change.
create table program_threshold (
    rule    text   not null,
    stage   text,
    after   text   not null,
    version bigint not null,
    unique nulls not distinct (rule, stage)
);
