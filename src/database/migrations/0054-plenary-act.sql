-- The act: assembled from what happened, edited with history, observed, approved at a later meeting, signed, frozen.

create table plenary.act (
  meeting text primary key references plenary.meeting on delete restrict,
  state text not null default 'draft' check (state in ('draft', 'circulated', 'approved', 'signed', 'archived')),
  begun_at timestamptz not null default clock_timestamp(), begun_by uuid,
  circulated_at timestamptz, observations_until date,
  -- One decision of the plenary approves one act.
  approved_in text references plenary.meeting on delete restrict,
  approved_motion uuid unique references plenary.motion on delete restrict,
  approved_at timestamptz,
  -- SHA-256 of what was approved in both languages (see act_snapshot), as both sign it.
  content_digest text check (content_digest ~ '^[0-9a-f]{64}$'),
  -- Printed on the files. Kept with the last signature, so that a second attempt at the files prints the same.
  code text unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
  signed_at timestamptz,
  document uuid, archived_at timestamptz,
  -- An act of the past, of which the platform knows that it was approved, and where.
  is_record boolean not null default false,
  constraint circulated_with_deadline check ((circulated_at is null) = (observations_until is null)),
  constraint approved_tells_where check (state not in ('approved', 'signed', 'archived') or is_record
    or (approved_in is not null and approved_motion is not null and approved_at is not null and content_digest is not null)),
  constraint signed_has_code check (state not in ('signed', 'archived') or is_record or (code is not null and signed_at is not null)),
  constraint not_approved_by_itself check (approved_in <> meeting),
  constraint archived_has_document check ((state = 'archived') = (document is not null))
);
call plenary.found_table('act');
call plenary.let_read('act', $$state <> 'draft'$$, $$state in ('approved', 'signed', 'archived')$$);
create policy leaders_begin on plenary.act for insert to corett_secretariat, corett_presidency with check (not is_record and begun_by = identity.acting_account());
create policy leaders_keep on plenary.act for update to corett_secretariat, corett_presidency using (not is_record) with check (not is_record);
grant insert (meeting, begun_by), update (state, circulated_at, observations_until, approved_in, approved_motion, approved_at, content_digest, code, signed_at)
  on plenary.act to corett_secretariat, corett_presidency;
create policy platform_enters_record on plenary.act for insert to corett_system with check (is_record);
grant insert (meeting, state, approved_in, is_record) on plenary.act to corett_system;
-- The files are made and deposited by the platform itself, once both have signed.
create policy platform_archives on plenary.act for update to corett_system using (state = 'signed' and not is_record) with check (state = 'archived');
grant update (state, document, archived_at) on plenary.act to corett_system;

-- Which columns each step may touch: nothing else of an act ever changes. The moments are the server's.
create function plenary.check_act() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  touched text[];
begin
  if tg_op = 'INSERT' then
    if not new.is_record and not exists (select from plenary.meeting m where m.id = new.meeting and m.state = 'closed' and not m.is_record) then
      raise exception 'The act of % begins when the meeting is closed', new.meeting using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.state = old.state then touched := case when old.state = 'circulated' then array['observations_until'] else '{}' end;
  else
    touched := case old.state || '>' || new.state
      when 'draft>circulated' then array['state', 'circulated_at', 'observations_until']
      when 'circulated>draft' then array['state', 'circulated_at', 'observations_until']
      when 'circulated>approved' then array['state', 'approved_in', 'approved_motion', 'approved_at', 'content_digest']
      when 'approved>signed' then array['state', 'code', 'signed_at']
      when 'signed>archived' then array['state', 'document', 'archived_at'] end;
    if touched is null then
      raise exception 'No act leads the minutes of % from % to %', old.meeting, old.state, new.state using errcode = 'check_violation';
    end if;
  end if;
  if old.is_record or (to_jsonb(new) - touched) <> (to_jsonb(old) - touched) then
    raise exception 'The act of % is %: it cannot be changed', old.meeting, old.state using errcode = 'check_violation';
  end if;
  if new.state = 'circulated' and new.observations_until < (now() at time zone 'America/Guatemala')::date and new.observations_until is distinct from old.observations_until then
    raise exception 'The day for observations on the act of % has passed', old.meeting using errcode = 'check_violation';
  end if;
  if new.state = old.state then return new; end if;
  case new.state
    when 'circulated' then new.circulated_at := clock_timestamp();
    when 'draft' then new.circulated_at := null; new.observations_until := null;
    when 'approved' then
      if not exists (
        select from plenary.motion o join plenary.meeting later on later.id = o.meeting join plenary.meeting own on own.id = old.meeting
        where o.id = new.approved_motion and o.meeting = new.approved_in and o.purpose = 'previous-act' and o.state = 'adopted'
          and o.decided_at >= old.circulated_at and later.opened_at >= own.closed_at) then
        raise exception 'The act of % is approved by a decision of the plenary in a later meeting', old.meeting using errcode = 'check_violation';
      end if;
      if exists (select from plenary.act_observation b where b.meeting = old.meeting and b.state = 'open') then
        raise exception 'The act of % has an observation without an answer', old.meeting using errcode = 'check_violation';
      end if;
      if new.content_digest is distinct from plenary.act_digest(old.meeting) then
        raise exception 'The digest of the act of % is not that of its kept text', old.meeting using errcode = 'check_violation';
      end if;
      new.approved_at := clock_timestamp();
    when 'signed' then
      if (select count(distinct s.office) from plenary.act_signature s where s.meeting = old.meeting and s.digest = old.content_digest) < 2 then
        raise exception 'The act of % needs the signatures of presidency and secretariat', old.meeting using errcode = 'check_violation';
      end if;
      new.signed_at := clock_timestamp();
    when 'archived' then
      if not exists (select from archive.document d where d.id = new.document and d.class = 'act' and d.number = 'ACTA-CORETT-' || old.meeting) then
        raise exception 'The act of % is archived under its own number', old.meeting using errcode = 'check_violation';
      end if;
      new.archived_at := clock_timestamp();
  end case;
  return new;
end $$;
create trigger lawful before insert or update on plenary.act for each row execute function plenary.check_act();
create trigger never_removed before delete on plenary.act for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on plenary.act for each statement execute function audit.refuse_change();

-- The act prints how many notices of the convocation went out and how many were acknowledged; each reader alone sees own notices.
create function plenary.convocation_figures(of_meeting text) returns table (notices integer, acknowledged integer)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select count(*)::integer, count(n.acknowledged_at)::integer from plenary.notice n where n.meeting = of_meeting and n.kind = 'convocation';
end;
revoke execute on function plenary.convocation_figures(text) from public;
grant execute on function plenary.convocation_figures(text) to corett_state, corett_secretariat, corett_presidency, corett_system;

-- A part of the act: computed parts follow what happened, narrative parts are written by people.
create table plenary.act_section (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.act on delete restrict,
  position smallint not null check (position > 0),
  kind text not null check (kind in ('heading', 'attendance', 'quorum', 'agenda', 'previous-act', 'item', 'decisions', 'elections', 'agreements', 'closing', 'free')),
  item uuid references plenary.agenda_item on delete restrict,
  title_es text not null check (btrim(title_es) <> ''), title_en text not null check (btrim(title_en) <> ''),
  removed_at timestamptz,
  unique (meeting, position) deferrable initially deferred,
  constraint only_free_parts_go check (removed_at is null or kind = 'free')
);
call plenary.found_table('act_section');
call plenary.let_read('act_section', 'exists (select from plenary.act a where a.meeting = act_section.meeting)', null);
create function plenary.act_editable(of_meeting text) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.act a where a.meeting = of_meeting and a.state in ('draft', 'circulated') and not a.is_record);
create policy leaders_keep on plenary.act_section to corett_secretariat, corett_presidency using (plenary.act_editable(meeting)) with check (plenary.act_editable(meeting));
grant insert (id, meeting, position, kind, item, title_es, title_en), update (position, title_es, title_en, removed_at) on plenary.act_section to corett_secretariat, corett_presidency;
-- Whoever writes a part holds the act as it stands until the end of the transaction: none is written under an approval.
create function plenary.check_act_section() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from plenary.act a where a.meeting = new.meeting for share;
  if not plenary.act_editable(new.meeting) then
    raise exception 'The act of % is approved: its parts cannot be changed', new.meeting using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.meeting, new.kind, new.item) is distinct from (old.id, old.meeting, old.kind, old.item) then
    raise exception 'A part of the act stays what it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful before insert or update on plenary.act_section for each row execute function plenary.check_act_section();
create trigger never_removed before delete on plenary.act_section for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on plenary.act_section for each statement execute function audit.refuse_change();

-- Every text that was ever saved. Whoever saves upon an older one loses nothing: both stay, and the page joins them.
create table plenary.act_text (
  section uuid not null references plenary.act_section on delete restrict,
  language text not null check (language in ('es', 'en')),
  version integer not null check (version > 0),
  based_on integer not null check (based_on >= 0 and based_on < version),
  kind text not null check (kind in ('assembled', 'edit', 'merge', 'aside')),
  -- The text aside that a merge joins.
  joins integer check (joins < version),
  body text not null check (length(body) <= 100000),
  author uuid, author_name text not null,
  at timestamptz not null default clock_timestamp(),
  note text not null default '',
  primary key (section, language, version),
  foreign key (section, language, joins) references plenary.act_text (section, language, version) on delete restrict,
  constraint a_merge_joins check ((kind = 'merge') = (joins is not null))
);
comment on column plenary.act_text.kind is 'aside: saved upon an older text and waiting to be joined; it is not the text of the act';
call plenary.found_table('act_text', 'body');
call plenary.let_read('act_text', $$kind <> 'aside' and exists (select from plenary.act_section s where s.id = section)$$, null);
create function plenary.section_editable(of_section uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.act_section s where s.id = of_section and s.removed_at is null and plenary.act_editable(s.meeting));
create policy leaders_write on plenary.act_text for insert to corett_secretariat, corett_presidency with check (author = identity.acting_account() and plenary.section_editable(section));
grant insert (section, language, version, based_on, kind, joins, body, author, author_name, note) on plenary.act_text to corett_secretariat, corett_presidency;
-- Of two who save upon the same text at one instant the key lets one through; the other's text stands aside.
create function plenary.check_act_text() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from plenary.act a join plenary.act_section s on s.meeting = a.meeting where s.id = new.section for share of a;
  if not plenary.section_editable(new.section) then
    raise exception 'The act is approved or the part was taken out: nothing more is written in it' using errcode = 'check_violation';
  end if;
  if new.version <> 1 + coalesce((select max(t.version) from plenary.act_text t where t.section = new.section and t.language = new.language), 0) then
    return new; -- a version that is taken meets the key; one that leaves a gap meets the next line
  end if;
  if new.kind <> 'aside' and new.based_on <> coalesce((select max(t.version) from plenary.act_text t
    where t.section = new.section and t.language = new.language and t.kind <> 'aside'), 0) then
    raise exception 'This text was written upon an older one: it stands aside until it is joined' using errcode = 'check_violation';
  end if;
  new.at := clock_timestamp();
  if identity.acting_account() is not null then new.author_name := plenary.acting_name(); end if;
  return new;
end $$;
create trigger lawful before insert on plenary.act_text for each row execute function plenary.check_act_text();
create function plenary.check_act_text_gap() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.version > 1 and not exists (select from plenary.act_text t where t.section = new.section and t.language = new.language and t.version = new.version - 1) then
    raise exception 'Versions of a text follow one another' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger without_gap after insert on plenary.act_text for each row execute function plenary.check_act_text_gap();
call plenary.keep_for_ever('act_text');

create table plenary.act_observation (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.act on delete restrict,
  section uuid references plenary.act_section on delete restrict,
  country text not null references coalition.member on delete restrict,
  text text not null check (btrim(text) <> '' and length(text) <= 8000),
  proposed text not null default '' check (length(proposed) <= 20000),
  at timestamptz not null default clock_timestamp(),
  account uuid not null, name text not null,
  state text not null default 'open' check (state in ('open', 'taken-up', 'not-taken-up')),
  answer text not null default '', answered_at timestamptz, answered_by uuid,
  constraint answer_says_why check (state = 'open' or (btrim(answer) <> '' and answered_at is not null and answered_by is not null))
);
create index act_observation_of on plenary.act_observation (meeting, at);
call plenary.found_table('act_observation');
call plenary.let_read('act_observation', 'true', null);
create function plenary.act_observable(of_meeting text) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.act a where a.meeting = of_meeting and a.state = 'circulated'
    and a.observations_until >= (now() at time zone 'America/Guatemala')::date);
create policy delegates_observe on plenary.act_observation for insert to corett_state
  with check (plenary.acts_as_delegate() and country = identity.acting_country() and account = identity.acting_account() and plenary.act_observable(meeting)
    and exists (select from plenary.seat s where s.meeting = act_observation.meeting and s.country = identity.acting_country())
    and (section is null or exists (select from plenary.act_section s where s.id = section and s.meeting = act_observation.meeting)));
create policy leaders_answer on plenary.act_observation for update to corett_secretariat, corett_presidency using (plenary.act_editable(meeting)) with check (answered_by = identity.acting_account());
grant insert (id, meeting, section, country, text, proposed, account, name) on plenary.act_observation to corett_state;
grant update (state, answer, answered_at, answered_by) on plenary.act_observation to corett_secretariat, corett_presidency;
-- What a delegation observed stays as it wrote it; the answer can be changed until the act is approved.
create function plenary.check_act_observation() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from plenary.act a where a.meeting = new.meeting for share;
  if tg_op = 'INSERT' then
    if not plenary.act_observable(new.meeting) then
      raise exception 'The act of % takes no observations now', new.meeting using errcode = 'check_violation';
    end if;
    new.at := clock_timestamp();
    new.name := plenary.acting_name();
    return new;
  end if;
  if not plenary.act_editable(new.meeting) or new.state = 'open'
    or (to_jsonb(new) - '{state,answer,answered_at,answered_by}'::text[]) <> (to_jsonb(old) - '{state,answer,answered_at,answered_by}'::text[]) then
    raise exception 'An observation is kept as it was written, and answered before the act is approved' using errcode = 'check_violation';
  end if;
  new.answered_at := clock_timestamp();
  return new;
end $$;
create trigger lawful before insert or update on plenary.act_observation for each row execute function plenary.check_act_observation();
create trigger never_removed before delete on plenary.act_observation for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on plenary.act_observation for each statement execute function audit.refuse_change();

-- What was approved, as it is printed ever after: the whole document of each language, in one writing (keys in alphabetical
-- order, no white space), so that anybody computes the same digest from it.
create table plenary.act_snapshot (
  meeting text not null references plenary.act on delete restrict,
  language text not null check (language in ('es', 'en')),
  canonical text not null,
  document jsonb not null generated always as (canonical::jsonb) stored,
  -- SHA-256 of the canonical text, by trigger.
  digest text not null default '' check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default clock_timestamp(),
  primary key (meeting, language)
);
comment on table plenary.act_snapshot is 'The approved act, Spanish and English; its files are made from this alone';
call plenary.found_table('act_snapshot', 'canonical', 'document');
create function plenary.act_published(of_meeting text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from plenary.act a join archive.document d on d.id = a.document where a.meeting = of_meeting and d.access in ('observers', 'public'));
end $$;
-- Observers read it once the organs opened it to them: points of the meeting may have been closed to them.
call plenary.let_read('act_snapshot', 'exists (select from plenary.act a where a.meeting = act_snapshot.meeting)', 'plenary.act_published(meeting)');
create function plenary.act_digest(of_meeting text) returns text language sql stable security definer set search_path = pg_catalog
  return (select encode(sha256(convert_to(es.canonical || chr(10) || en.canonical, 'UTF8')), 'hex')
    from plenary.act_snapshot es join plenary.act_snapshot en on en.meeting = es.meeting and en.language = 'en'
    where es.meeting = of_meeting and es.language = 'es');
comment on function plenary.act_digest(text) is 'SHA-256 over the Spanish canonical text, a line feed, and the English one; null until both are kept';
create policy leaders_approve on plenary.act_snapshot for insert to corett_secretariat, corett_presidency with check (plenary.act_editable(meeting));
grant insert (meeting, language, canonical) on plenary.act_snapshot to corett_secretariat, corett_presidency;
create function plenary.seal_act_snapshot() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from plenary.act a where a.meeting = new.meeting and a.state = 'circulated') then
    raise exception 'The act of % is kept with its approval', new.meeting using errcode = 'check_violation';
  end if;
  new.digest := encode(sha256(convert_to(new.canonical, 'UTF8')), 'hex');
  new.made_at := clock_timestamp();
  return new;
end $$;
create trigger sealed before insert on plenary.act_snapshot for each row execute function plenary.seal_act_snapshot();
-- It is kept in the transaction that approves the act, or not at all.
create function plenary.check_act_snapshot() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from plenary.act a where a.meeting = new.meeting and a.state in ('approved', 'signed', 'archived') and a.content_digest = plenary.act_digest(new.meeting)) then
    raise exception 'The act of % was kept without being approved', new.meeting using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger kept_with_approval after insert on plenary.act_snapshot deferrable initially deferred for each row execute function plenary.check_act_snapshot();
call plenary.keep_for_ever('act_snapshot');

create table plenary.act_signature (
  meeting text not null references plenary.act on delete restrict,
  office text not null check (office in ('presidency', 'secretariat')),
  account uuid not null, name text not null,
  post_es text not null, post_en text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  at timestamptz not null default clock_timestamp(),
  primary key (meeting, office), unique (meeting, account)
);
call plenary.found_table('act_signature');
call plenary.let_read('act_signature', 'exists (select from plenary.act a where a.meeting = act_signature.meeting)', 'exists (select from plenary.act a where a.meeting = act_signature.meeting)');
create function plenary.act_signable(of_meeting text, of_digest text) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.act a where a.meeting = of_meeting and a.state = 'approved' and a.content_digest = of_digest);
create policy presidency_signs on plenary.act_signature for insert to corett_presidency
  with check (office = 'presidency' and account = identity.acting_account() and plenary.act_signable(meeting, digest));
create policy secretariat_signs on plenary.act_signature for insert to corett_secretariat
  with check (office = 'secretariat' and account = identity.acting_account() and plenary.act_signable(meeting, digest));
grant insert (meeting, office, account, name, post_es, post_en, digest) on plenary.act_signature to corett_secretariat, corett_presidency;
-- The name is that of the account, the moment the server's.
create function plenary.check_act_signature() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not plenary.act_signable(new.meeting, new.digest) then
    raise exception 'The act of % is not open to be signed', new.meeting using errcode = 'check_violation';
  end if;
  new.name := coalesce((select a.name from identity.account a where a.id = new.account), new.name);
  new.at := clock_timestamp();
  return new;
end $$;
create trigger lawful before insert on plenary.act_signature for each row execute function plenary.check_act_signature();
call plenary.keep_for_ever('act_signature');

-- Who was told that an act waits for observations, and reminded of the day: each once.
create table plenary.act_notice (
  meeting text not null references plenary.act on delete restrict,
  account uuid not null,
  occasion text not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (meeting, account, occasion)
);
call plenary.found_table('act_notice');
call plenary.let_read('act_notice', null, null);
create policy platform_tells on plenary.act_notice for insert to corett_system with check (true);
grant insert (meeting, account, occasion) on plenary.act_notice to corett_system;
call plenary.keep_for_ever('act_notice');

-- Extracts and attendance certificates that were given out, each a document of the archive with its verification code.
create table plenary.certificate (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references plenary.meeting on delete restrict,
  kind text not null check (kind in ('extract', 'attendance')),
  number text not null unique,
  subject text not null,
  accreditation uuid references plenary.accreditation on delete restrict,
  agreement uuid, motion uuid references plenary.motion on delete restrict,
  document uuid not null, code text not null,
  given_at timestamptz not null default clock_timestamp(), given_by uuid not null,
  constraint numbered_by_meeting check (number ~ '-[0-9]{2,4}$' and left(number, length(meeting) + 13) = 'CERT-CORETT-' || meeting || '-'),
  constraint of_one_thing check (case kind when 'extract' then accreditation is null and num_nonnulls(agreement, motion) = 1
    else accreditation is not null and num_nonnulls(agreement, motion) = 0 end)
);
create index certificate_of on plenary.certificate (meeting, number);
call plenary.found_table('certificate');
call plenary.let_read('certificate', $$accreditation is null or exists (select from plenary.accreditation a where a.id = accreditation and a.country = identity.acting_country())$$,
  'exists (select from plenary.accreditation a where a.id = accreditation and a.account = identity.acting_account())');
create policy leaders_give on plenary.certificate for insert to corett_secretariat, corett_presidency with check (given_by = identity.acting_account());
grant insert (id, meeting, kind, number, subject, accreditation, agreement, motion, document, code, given_by) on plenary.certificate to corett_secretariat, corett_presidency;
-- An extract is of an act that was approved; who attended is certified once the meeting is over.
create function plenary.check_certificate() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.kind = 'extract' and not exists (select from plenary.act a where a.meeting = new.meeting and a.state in ('approved', 'signed', 'archived') and not a.is_record) then
    raise exception 'Nothing is extracted from the act of % before it is approved', new.meeting using errcode = 'check_violation';
  end if;
  if new.kind = 'attendance' and not exists (
    select from plenary.accreditation a join plenary.meeting m on m.id = a.meeting where a.id = new.accreditation and m.id = new.meeting and m.state = 'closed' and a.checked_at is not null) then
    raise exception 'Attendance at % is certified of accredited people, once it is closed', new.meeting using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lawful before insert on plenary.certificate for each row execute function plenary.check_certificate();
call plenary.keep_for_ever('certificate');
