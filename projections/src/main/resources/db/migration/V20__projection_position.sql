-- How far each projection has read. The row is also the claim: whoever has it locked is reading.
create table projection_position (
    projection text   primary key,
    position   bigint not null
);
