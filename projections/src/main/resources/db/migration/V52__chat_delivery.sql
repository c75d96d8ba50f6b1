-- When an entry may be told at the earliest, where that is not at once.
alter table chat_outbox add column not_before timestamptz;

-- Which partnerships a channel was told of on a business day; kept only where that is limited.
create table chat_told (
    channel        text not null,
    partnership_id text not null,
    business_day   date not null,
    primary key (channel, partnership_id, business_day)
);

-- A channel that wants nothing more, and when it last got its weekly digests.
alter table chat_channel
    add column disabled_at      timestamptz,
    add column disabled_because text,
    add column enabled_by       text,
    add column weekly_at        timestamptz;

-- Until when a delivery is worth trying, and who wanted it sent again.
alter table delivery
    add column retry_until timestamptz,
    add column resent_by   text,
    add column resent_at   timestamptz;
update delivery set retry_until = composed_at + interval '3 days';
alter table delivery alter column retry_until set not null;
create index delivery_newest on delivery (composed_at, delivery_id);
create index delivery_ended  on delivery (ended_at) where ended_at is not null;

-- A try that nobody ended is UNKNOWN: the message may have arrived.
alter table delivery_attempt
    add column ended_at timestamptz,
    drop constraint delivery_attempt_delivery_id_fkey,
    add constraint delivery_attempt_delivery_id_fkey
        foreign key (delivery_id) references delivery on delete cascade;
