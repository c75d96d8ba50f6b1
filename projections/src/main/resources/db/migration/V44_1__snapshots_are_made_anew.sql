-- A snapshot from before names were sealed holds them as they were written. It is made anew of the events.
delete from snapshot;
