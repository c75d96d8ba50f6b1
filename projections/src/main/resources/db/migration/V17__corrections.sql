-- What was recorded wrongly is put right. Rows of before are worked out anew.
alter table portfolio add column voided boolean not null default false;

-- Stepping back makes a prospect as well; only registration and revival begin a life.
alter table stage_entry add column begins_life boolean not null default true;
update stage_entry set begins_life = false where stage <> 'PROSPECT';
alter table stage_entry alter column begins_life drop default;

create or replace view stage_stay as
select partnership_id,
       version,
       stage,
       count(*) filter (where begins_life) over in_order as life,
       entered_at,
       lead(entered_at)                    over in_order as left_at
from   stage_entry
window in_order as (partition by partnership_id order by version);

-- What a correction is about: the event that a withdrawal or a new date names, and the event in whose
-- place one stands.
alter table audit_entry add column corrected_event text;
alter table audit_entry add column corrects        text;
create index audit_entry_corrected on audit_entry (corrected_event) where corrected_event is not null;

-- No step is due any more once its partnership has ended.
alter table step_partnership add column ended boolean not null default false;
