-- Who may do what in Headway's database. A superuser runs it in that database, while Headway is stopped, as
-- often as they like; the embedded PostgreSQL does so at every start. Three roles:
--   headway_owner     owns everything, and nobody can sign in as it
--   headway_migrator  signs in at every start and becomes the owner to migrate (SPRING_FLYWAY_USER)
--   headway           what Headway works as (SPRING_DATASOURCE_USERNAME): cannot change what is history
-- Passwords are set beside it: \password headway and \password headway_migrator.
set client_min_messages = warning;
set search_path = pg_catalog;

do $$
begin
    if to_regrole('headway_owner') is null then
        create role headway_owner;
    end if;
    if to_regrole('headway_migrator') is null then
        create role headway_migrator login;
    end if;
    if to_regrole('headway') is null then
        create role headway login;
    end if;
end
$$;

alter role headway_owner    nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role headway_migrator login   nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
alter role headway          login   nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
grant  headway_owner to   headway_migrator;
revoke headway_owner from headway;

-- What an earlier Headway made as its own login, or somebody as a superuser, is the owner's from now on.
reassign owned by headway to headway_owner;
do $$
declare
    thing record;
begin
    execute format('alter database %I owner to headway_owner', current_database());
    for thing in
        select c.oid::regclass as name, case c.relkind when 'v' then 'view' else 'table' end as kind
        from   pg_class c
        where  c.relnamespace = 'public'::regnamespace
        and    c.relkind in ('r', 'p', 'v')
        and    c.relowner <> 'headway_owner'::regrole
    loop
        execute format('alter %s %s owner to headway_owner', thing.kind, thing.name);
    end loop;
    for thing in
        select p.oid::regprocedure as name
        from   pg_proc p
        where  p.pronamespace = 'public'::regnamespace
        and    p.proowner <> 'headway_owner'::regrole
        and    not exists (select from pg_depend d
                           where  d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    loop
        execute format('alter function %s owner to headway_owner', thing.name);
    end loop;
    for thing in
        select format('%I.%I', s.stxnamespace::regnamespace, s.stxname) as name
        from   pg_statistic_ext s
        where  s.stxnamespace = 'public'::regnamespace
        and    s.stxowner <> 'headway_owner'::regrole
    loop
        execute format('alter statistics %s owner to headway_owner', thing.name);
    end loop;
end
$$;

-- Nobody else gets in, and nobody but the owner makes anything: no schema, no table, not even a temporary one.
do $$
begin
    execute format('revoke all on database %I from public, headway', current_database());
    execute format('grant connect on database %I to headway, headway_migrator', current_database());
end
$$;
revoke create on schema public from public, headway;

-- Any login may hold up all appending by PostgreSQL's advisory locks, unless they are the owner's. What
-- Headway needs of them is behind functions of the owner.
do $$
declare
    lock record;
begin
    for lock in
        select oid::regprocedure as name from pg_proc where proname like 'pg\_%advisory%'
    loop
        execute format('revoke execute on function %s from public, headway', lock.name);
        execute format('grant  execute on function %s to headway_owner', lock.name);
    end loop;
end
$$;
reset search_path;
reset client_min_messages;
