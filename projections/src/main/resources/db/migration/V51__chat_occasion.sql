-- Why the channel is to be told.
alter table chat_outbox
    add column occasion text not null default 'RAISED'
        check (occasion in ('RAISED', 'SNOOZE_ENDED', 'ESCALATED'));
