-- What a witness said to a checkpoint, and more than one log: after a restore that lost something, another one
-- begins, which names the one before. Every checkpoint that was ever signed stays.
set local statement_timeout = '0';

alter table sealed_checkpoint
    drop constraint sealed_checkpoint_pkey,
    add column number      bigint generated always as identity primary key,
    add column origin      text   generated always as (split_part(checkpoint, E'\n', 1)) stored not null,
    add column cosignature text,
    add column cosigned_at timestamptz,
    add unique (origin, size);

comment on column sealed_checkpoint.number      is 'in the order in which they were signed';
comment on column sealed_checkpoint.cosignature is 'the line of a witness under it, verified';

create index sealed_checkpoint_cosigned on sealed_checkpoint (origin, size) where cosignature is not null;

alter table sealed_log add column begun_by bigint;

comment on column sealed_log.begun_by is 'position of the event that began this log, and is its first leaf as well; none in a first log';
