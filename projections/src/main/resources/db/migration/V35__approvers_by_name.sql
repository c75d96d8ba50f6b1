-- Who granted an exception is shown by name from now on, and is one person whatever they are called: the
-- figures are worked out anew from the first event.
set local statement_timeout = '0';

delete from life_figures;
delete from stage_entry;
delete from motion;

delete from projection_position where projection = 'portfolio-figures/rebuild';
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection = 'portfolio-figures';
