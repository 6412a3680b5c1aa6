-- The ground: who may connect, who is acting, and the audit chain that every later table hangs on.

-- Roles. The server logs in as corett_server, owns nothing, inherits nothing, and becomes one of the others per transaction.
do $$
declare name text;
begin
  foreach name in array array[
    'corett_public', 'corett_state', 'corett_secretariat', 'corett_presidency', 'corett_observer',
    'corett_administrator', 'corett_system', 'corett_auth'
  ] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'corett_server') then
    create role corett_server login noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'corett_jobs') then
    create role corett_jobs login;
  end if;
end $$;
grant corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator,
  corett_system, corett_auth to corett_server;

revoke all on schema public from public;
revoke create on schema public from public;

-- The acting person, read from the transaction's own settings. An empty setting means nobody.
create schema identity;
create function identity.acting_account() returns uuid language sql stable
  return nullif(current_setting('app.account', true), '')::uuid;
create function identity.acting_country() returns text language sql stable
  return nullif(current_setting('app.country', true), '');
create function identity.acting_office() returns text language sql stable
  return nullif(current_setting('app.office', true), '');
create function identity.acting_task() returns text language sql stable
  return nullif(current_setting('app.task', true), '');
comment on function identity.acting_country() is 'ISO 3166-1 alpha-3 of the state whose office is acting; null for coalition-wide offices';
grant usage on schema identity to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system, corett_auth;

-- The audit chain. An entry is written by trigger in the transaction of the change itself; when that transaction commits,
-- the entry is sealed: its hash covers the seal before it, so that nothing can be altered, removed or put between.
create schema audit;
grant usage on schema audit to corett_secretariat, corett_administrator, corett_system, corett_state, corett_presidency;

create table audit.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account uuid,
  office text,
  country text,
  task text,
  role text not null,
  relation text not null,
  action text not null check (action in ('insert', 'update', 'delete', 'attempt')),
  before jsonb,
  after jsonb
);
comment on table audit.entry is 'One line for each write, and for each refused attempt that must be remembered';
create index entry_by_relation on audit.entry (relation, id);
create index entry_by_account on audit.entry (account, id);

create table audit.seal (
  position bigint primary key check (position > 0),
  entry bigint not null unique references audit.entry on delete restrict,
  previous bytea not null,
  hash bytea not null unique
);
comment on table audit.seal is 'The chain: hash = sha256(previous hash || canonical text of the entry), positions without gaps';

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
-- Written through the functions below alone, which run as the owner; read by those who answer for the platform.
create policy owner_writes on audit.entry for insert to current_user with check (true);
create policy owner_reads on audit.entry for select to current_user using (true);
create policy owner_writes on audit.seal for insert to current_user with check (true);
create policy owner_reads on audit.seal for select to current_user using (true);
create policy watchers_read on audit.entry for select to corett_secretariat, corett_administrator, corett_system using (true);
create policy watchers_read on audit.seal for select to corett_secretariat, corett_administrator, corett_system using (true);
-- A state sees what its own people did.
create policy state_own on audit.entry for select to corett_state using (country = identity.acting_country());
grant select on audit.entry, audit.seal to corett_secretariat, corett_administrator, corett_system;
grant select on audit.entry to corett_state;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of %.% are kept for ever: they cannot be changed or removed', tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger kept_for_ever before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger kept_for_ever_whole before truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger kept_for_ever before update or delete on audit.seal for each row execute function audit.refuse_change();
create trigger kept_for_ever_whole before truncate on audit.seal for each statement execute function audit.refuse_change();

create function audit.canonical(entry audit.entry) returns text language sql stable set timezone = 'UTC'
  return to_jsonb(entry)::text;
comment on function audit.canonical(audit.entry) is 'The text that the hash covers; the same bytes on every machine';

create function audit.seal_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  last record;
  entry audit.entry;
begin
  -- One sealer at a time, from here to the end of the commit: the chain has one end.
  perform pg_advisory_xact_lock(7226577);
  select s.position, s.hash into last from audit.seal s order by s.position desc limit 1;
  select * into entry from audit.entry e where e.id = new.id;
  insert into audit.seal (position, entry, previous, hash)
  values (
    coalesce(last.position, 0) + 1, new.id, coalesce(last.hash, '\x'::bytea),
    sha256(coalesce(last.hash, '\x'::bytea) || convert_to(audit.canonical(entry), 'UTF8'))
  );
  return null;
end $$;
create constraint trigger seal_at_commit after insert on audit.entry
  deferrable initially deferred for each row execute function audit.seal_entry();

create function audit.write(relation text, action text, before jsonb, after jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.entry (account, office, country, task, role, relation, action, before, after)
  values (identity.acting_account(), identity.acting_office(), identity.acting_country(), identity.acting_task(),
          coalesce(nullif(current_setting('role', true), 'none'), session_user), relation, action, before, after);
end $$;
comment on function audit.write(text, text, jsonb, jsonb) is 'Adds an entry in the name of the acting person; also for refused attempts';
revoke execute on function audit.write(text, text, jsonb, jsonb) from public;

-- Row trigger. Its arguments name columns that must not enter the audit (secrets, file contents).
create function audit.record_row() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  was jsonb;
  is_now jsonb;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old) - coalesce(tg_argv::text[], '{}'); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new) - coalesce(tg_argv::text[], '{}'); end if;
  if tg_op = 'UPDATE' and was = is_now then return null; end if;
  perform audit.write(tg_table_schema || '.' || tg_table_name, lower(tg_op), was, is_now);
  return null;
end $$;

-- Statement trigger for tables filled in bulk: how many rows, and a digest of them, instead of every row.
create function audit.record_bulk() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  summary jsonb;
begin
  execute format(
    'select jsonb_build_object(''rows'', count(*), ''sha256'', encode(sha256(convert_to(coalesce(string_agg(md5(r::text), '''' order by md5(r::text)), ''''), ''UTF8'')), ''hex'')) from changed r'
  ) into summary;
  if (summary->>'rows')::bigint = 0 then return null; end if;
  if tg_op = 'DELETE' then
    perform audit.write(tg_table_schema || '.' || tg_table_name, 'delete', summary, null);
  else
    perform audit.write(tg_table_schema || '.' || tg_table_name, lower(tg_op), null, summary);
  end if;
  return null;
end $$;

-- Tells where the chain is broken: no row when it is whole.
create function audit.breaks() returns table (at_position bigint, entry_id bigint, fault text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.position, s.entry,
    case
      when e.id is null then 'entry missing'
      when s.position <> coalesce(lag(s.position) over chain, 0) + 1 then 'position missing'
      when s.previous <> coalesce(lag(s.hash) over chain, '\x'::bytea) then 'link altered'
      when s.hash <> sha256(s.previous || convert_to(audit.canonical(e), 'UTF8')) then 'entry altered'
    end
  from audit.seal s left join audit.entry e on e.id = s.entry
  window chain as (order by s.position)
  union all
  select null, e.id, 'entry without seal' from audit.entry e where not exists (select from audit.seal s where s.entry = e.id)
$$;
revoke execute on function audit.breaks() from public;
grant execute on function audit.breaks() to corett_secretariat, corett_administrator, corett_system;

-- Remembers a refused attempt that matters (a foreign delegate, a wrong second factor) in the name of the acting person.
create function audit.attempt(relation text, detail jsonb) returns void
language sql security definer set search_path = pg_catalog
  return audit.write(relation, 'attempt', null, detail);
grant usage on schema audit to corett_public, corett_observer, corett_auth;
revoke execute on function audit.attempt(text, jsonb) from public;
grant execute on function audit.attempt(text, jsonb) to corett_public, corett_state, corett_secretariat, corett_presidency,
  corett_observer, corett_administrator, corett_system, corett_auth;
