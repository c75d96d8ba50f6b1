-- A measurement belongs to its claim: another metric or unit is another claim. What lives promised is
-- read anew from the first event.
delete from life_figures;
delete from stage_entry;
delete from motion;
update projection_position
set    position   = 0,
       generation = generation + 1
where  projection = 'portfolio-figures';
