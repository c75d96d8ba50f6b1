-- WhichPartnersAreThere: the companies that partnerships are with. One is there as soon as a partnership names it.
create table partner (
    partner_id   text   primary key,
    -- Itself, or the partner that it was merged into, however many steps away.
    root_id      text   not null,
    merged_into  text,
    name         text   not null,
    name_folded  text   collate "C" not null,
    type         text   not null,
    website      text,
    -- Those that are not voided, of the companies that were merged into it as well; none of one that was merged.
    partnerships int    not null,
    -- How many events its own stream has: 0 as long as it is called what its partnerships call it.
    version      bigint not null
);

create index partner_by_root         on partner (root_id);
create index partner_by_name         on partner (name_folded, partner_id);
create index partner_by_partnerships on partner (partnerships, partner_id);

-- Where a name leads that does not lead to the partner whose id follows from it.
create table partner_name (
    name_folded text collate "C" primary key,
    partner_id  text not null
);

-- Whom each partnership is with, merges aside.
create table partner_partnership (
    partnership_id text    primary key,
    partner_id     text    not null,
    -- Somebody said so; its name leads nowhere then.
    assigned       boolean not null,
    -- Its name led there.
    by_name        boolean not null,
    partner_name   text    not null,
    name_folded    text    collate "C" not null,
    partner_type   text    not null,
    website        text,
    -- The position of the event that it is described by.
    described_at   bigint  not null,
    voided         boolean not null,
    version        bigint  not null
);

create index partner_partnership_by_partner on partner_partnership (partner_id, partnership_id);

-- The history of a partner.
create index audit_entry_by_partner on audit_entry (stream, position) where stream like 'partner/%';
