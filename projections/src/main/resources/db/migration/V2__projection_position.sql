-- How far each projection has read. The row is also the claim: whoever has it locked is reading.
create table projection_position (
    projection text   primary key,
    position   bigint not null,
    -- How often the projection's tables have been exchanged for rebuilt ones: whoever remembers rows of
    -- them from one batch to the next forgets them then.
    generation bigint not null default 0
);
