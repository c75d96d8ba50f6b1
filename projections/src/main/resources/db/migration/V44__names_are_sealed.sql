-- Names are sealed where events are written and read. What was worked out from events before holds them as they were
-- written: it is worked out anew, from events that are sealed as they are read.
set local statement_timeout = '0';

truncate audit_entry, waiver, text_owner, next_gate, stage_entry, motion, life_figures, figure_change,
         portfolio, portfolio_search, step, step_slip, step_partnership, person, person_chat_handle;

delete from projection_position
where  projection in ('audit/rebuild', 'waivers/rebuild', 'text-owners/rebuild', 'next-gates/rebuild',
                      'portfolio-figures/rebuild', 'portfolio/rebuild', 'next-steps/rebuild', 'people/rebuild');
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection in ('audit', 'waivers', 'text-owners', 'next-gates',
                      'portfolio-figures', 'portfolio', 'next-steps', 'people');
