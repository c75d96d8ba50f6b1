-- Rows that an import created though others are called the same; as many of them as anybody reads.
alter table import_run add column twins jsonb not null default '[]';
