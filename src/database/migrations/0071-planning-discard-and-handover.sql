-- A draft of a plan that is not pursued: it stays on record with the reason, and its number is not given again.
alter table planning.version add column discard_reason text not null default '';
alter table planning.version add column discarded_at timestamptz;
alter table planning.version add column discarded_by uuid;
alter table planning.version drop constraint version_state_check;
alter table planning.version add constraint version_state_check check (state in ('draft', 'approved', 'superseded', 'discarded'));
alter table planning.version drop constraint approved_tells_when;
alter table planning.version add constraint approved_tells_when check (state in ('draft', 'discarded') or approved_at is not null);
alter table planning.version add constraint discarded_tells_why
  check ((state = 'discarded') = (discarded_at is not null) and (state = 'discarded') = (btrim(discard_reason) <> ''));
-- What was discarded is no more public than the draft was.
alter policy readers on planning.version using (state in ('approved', 'superseded'));
grant update (discard_reason) on planning.version to corett_secretariat;

create or replace function planning.check_version() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state <> old.state and not ((old.state, new.state) in (('draft', 'approved'), ('approved', 'superseded'), ('draft', 'discarded'))) then
    raise exception 'No act leads a version from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state <> 'draft' and (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state') then
    raise exception 'Version % of plan % was decided: it stays as it is', old.version, old.plan using errcode = 'check_violation';
  end if;
  if new.state = 'approved' and old.state = 'draft' then
    new.approved_at := clock_timestamp();
    if not exists (select from planning.node n where n.plan = new.plan and n.version = new.version) then
      raise exception 'An empty plan is not approved' using errcode = 'check_violation', constraint = 'plan_is_not_empty';
    end if;
    if not exists (select from planning.plan p where p.id = new.plan and p.is_record) and new.decided_in is null then
      raise exception 'A plan is approved by a decision of the plenary' using errcode = 'check_violation', constraint = 'decided_by_the_plenary';
    end if;
  end if;
  if new.state = 'discarded' and old.state = 'draft' then
    if identity.acting_office() is distinct from 'secretariat' then
      raise exception 'The technical secretariat alone discards a draft' using errcode = 'insufficient_privilege';
    end if;
    new.discarded_at := clock_timestamp();
    new.discarded_by := identity.acting_account();
  end if;
  return new;
end $$;

-- What an outgoing office hands to the next from the plans: for which day and term, by whom, and each file by its hash.
create table planning.handover_package (
  id uuid primary key default gen_random_uuid(),
  office text not null check (office in ('presidency', 'secretariat')),
  on_day date not null,
  term uuid not null references coalition.term on delete restrict,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  account uuid not null, name text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index handover_package_by_term on planning.handover_package (term);
call planning.found_table('handover_package', 'false');
create trigger kept_for_ever before update or delete on planning.handover_package for each row execute function audit.refuse_change();
create policy leaders_make on planning.handover_package for insert to corett_secretariat, corett_presidency with check (account = identity.acting_account());
grant insert (id, office, on_day, term, sha256, files, account, name) on planning.handover_package to corett_secretariat, corett_presidency;
