-- Whether it waited for the end of an import, after which a channel is told in one message.
alter table chat_outbox add column after_import boolean not null default false;

-- Why each of its alerts is told, in their order; null for a digest that is about none.
alter table delivery add column occasions text[];
