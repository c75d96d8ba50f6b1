-- What the application may do to each table, after every start: docs/retention.md says it in words. A table
-- that is in no list here is out of its reach. A login that owns the tables needs no grant, and gets none.
do $$
declare
    application text := '${application}';
begin
    if to_regrole(quote_ident(application)) is null or pg_has_role(application, current_user, 'member') then
        return;
    end if;

    -- History, and what it is held against: read. Functions of the owner add to it.
    execute format('revoke all on event, sealed_log, sealed_tile, sealed_leaves, sealed_checkpoint, sealing_key,
                                  cursor_key, database_restore, mirror_partition from %I', application);
    execute format('grant select on event, sealed_log, sealed_tile, sealed_leaves, sealed_checkpoint, sealing_key,
                                    cursor_key, database_restore, mirror_partition to %I', application);
    execute format('grant execute on function register_sealed_log(text), claim_sealed_log(boolean),
                        store_sealed_tile(smallint, bigint, bytea), store_sealed_leaves(bigint, bigint[]),
                        store_sealed_checkpoint(bigint, bigint, timestamptz, text),
                        remember_sealing_key(text, timestamptz), cosign_checkpoint(bigint, text, timestamptz),
                        begin_sealed_log(text, bigint, bigint, bigint),
                        take_turn(bigint), try_turn(bigint), begin_rebuild(text), end_rebuild(text),
                        deliveries_of(uuid[]), begin_mirror(text, integer),
                        mirror_events(text, integer, integer, bigint, bigint[], bigint[], text[], text[], text[],
                                      bigint[], text[], text[], timestamptz[], timestamptz[], bytea[],
                                      bytea[]) to %I', application);

    -- Whose keys these are: said once.
    execute format('revoke all            on key_store from %I', application);
    execute format('grant  select, insert on key_store to   %I', application);

    -- A cache of what follows from events.
    execute format('grant select, insert, update, delete on snapshot to %I', application);

    -- Read models: they follow from the events, and are filled anew from them.
    execute format('grant select, insert, update, delete
                    on    audit_entry, dead_letter, erasure, figure_change, ghost_clock, life_figures, motion, next_gate, person,
                          partner, partner_name, partner_partnership, person_chat_handle, portfolio, portfolio_search, program_threshold,
                          projection_position, running_import, stage_entry, step, step_partnership, step_slip,
                          text_owner, waiver, watch, watch_program, watched_partnership to %I', application);
    execute format('grant select on stage_stay, launch to %I', application);

    -- Working state: what waits, what was told and who is signed in. Nothing of the program follows from it.
    execute format('grant select, insert, update, delete
                    on    alert, alert_change, browser_session, browser_session_attributes, chat_channel,
                          chat_daily_notification, chat_outbox, dead_letter_replay, delivery, delivery_attempt,
                          export_made, import_heartbeat, projection_rebuild to %I', application);
end
$$;

revoke execute on function
    register_sealed_log(text), claim_sealed_log(boolean), store_sealed_tile(smallint, bigint, bytea),
    store_sealed_leaves(bigint, bigint[]), store_sealed_checkpoint(bigint, bigint, timestamptz, text),
    remember_sealing_key(text, timestamptz), cosign_checkpoint(bigint, text, timestamptz),
    begin_sealed_log(text, bigint, bigint, bigint), take_turn(bigint), try_turn(bigint), begin_rebuild(text),
    end_rebuild(text), note_restore(timestamptz), begin_mirror(text, integer),
    mirror_events(text, integer, integer, bigint, bigint[], bigint[], text[], text[], text[], bigint[], text[], text[],
                  timestamptz[], timestamptz[], bytea[], bytea[])
    from public;
