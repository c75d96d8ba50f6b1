-- What the application may do to each table of commands and of accounts, after every start; the other
-- tables are beside what answers.
do $$
declare
    application text := '${application}';
begin
    if to_regrole(quote_ident(application)) is null or pg_has_role(application, current_user, 'member') then
        return;
    end if;

    -- History is added to by append_events; it is read beside what answers.
    execute format('grant execute on function append_events(
                        timestamptz, integer[], integer[], text[], text[], bigint[], text[], text[], text[],
                        bytea[], bytea[], timestamptz[], integer[], text[], text[], text[], text[], integer[],
                        bytea[]) to %I', application);

    -- First answers: written by append_events alone, changed by nobody, forgotten after a day.
    execute format('revoke all            on idempotency from %I', application);
    execute format('grant  select, delete on idempotency to   %I', application);

    -- Working state: a cache of what follows from events, secrets, uploads and what people keep for themselves.
    execute format('grant select, insert, update, delete
                    on    access_token, account, account_link, calendar_link, import_rejection,
                          import_run, publishing, publishing_layout,
                          publishing_partition, refresh_token, saved_view, sign_in, sign_in_attempt,
                          webhook, webhook_target to %I', application);
end
$$;

revoke execute on function append_events(
    timestamptz, integer[], integer[], text[], text[], bigint[], text[], text[], text[], bytea[], bytea[],
    timestamptz[], integer[], text[], text[], text[], text[], integer[], bytea[])
    from public;
