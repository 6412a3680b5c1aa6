-- The archive: every official document of the coalition by the fingerprint of its files. Nothing is deleted and nothing is
-- changed; a correction is a further version. Each version is sealed over the one before it, so that a later hand would show.
create schema archive;
grant usage on schema archive to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system;

-- The bytes, kept once however many documents use them. The address of a file is its content.
create table archive.file (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  -- Nothing that a browser would run: no web page, no drawing with script, no program.
  media_type text not null check (media_type in ('application/pdf', 'text/plain', 'text/csv', 'application/json', 'image/png', 'image/jpeg',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation')),
  size integer not null check (size > 0),
  bytes bytea not null,
  kept_at timestamptz not null default now(),
  constraint address_is_content check (sha256 = pg_catalog.sha256(bytes)),
  constraint size_is_true check (size = octet_length(bytes))
);
comment on table archive.file is 'Contents of archived files, by SHA-256; written by archive.add_file alone, so that nobody names bytes that they do not hold';

create table archive.document (
  id uuid primary key default gen_random_uuid(),
  number text not null unique check (number ~ '^[A-Z0-9]+([.-][A-Z0-9]+)*$' and length(number) between 3 and 80),
  class text not null check (class in ('act', 'extract', 'certificate', 'convocation', 'report', 'agreement-document',
    'meeting-document', 'term-report', 'other')),
  title_es text not null check (btrim(title_es) <> '' and length(title_es) <= 400),
  title_en text not null check (btrim(title_en) <> '' and length(title_en) <= 400),
  language text not null default 'es' check (language in ('es', 'en')),
  -- Who reads it: 'organs' secretariat and presidency; 'members' the states too; 'observers' they too; 'public' everyone.
  access text not null check (access in ('organs', 'members', 'observers', 'public')),
  country text references coalition.member on delete restrict,
  -- The day that the document itself bears, which for an old act is long before its deposit.
  dated date not null default (now() at time zone 'America/Guatemala')::date,
  retention text not null default 'permanent' check (btrim(retention) <> ''),
  created_at timestamptz not null default now(),
  created_by uuid default identity.acting_account()
);
comment on table archive.document is 'An official document under its number; only its circle of readers can change, and only grow';
comment on column archive.document.country is 'The state that it belongs to; null when it is the coalition''s. That state always reads it';
create index document_by_date on archive.document (dated desc, number);

create table archive.version (
  document uuid not null references archive.document on delete restrict,
  version integer not null check (version > 0),
  previous integer,
  deposited_at timestamptz not null,
  deposited_by uuid,
  -- The office that deposited it; null for the platform itself.
  deposited_office text,
  deposited_country text,
  note text check (length(note) <= 2000),
  language text not null check (language in ('es', 'en')),
  digest bytea not null check (octet_length(digest) = 32),
  primary key (document, version),
  foreign key (document, previous) references archive.version (document, version) on delete restrict,
  -- With the key above: numbers run from 1 without a gap.
  constraint follows_the_one_before check (previous is not distinct from nullif(version - 1, 0))
);
comment on table archive.version is 'A state of a document; digest = sha256(digest before || canonical text of the version and its files), by trigger';

create table archive.rendition (
  document uuid not null,
  version integer not null,
  format text not null check (format in ('pdf', 'docx', 'other')),
  language text not null check (language in ('es', 'en')),
  file bytea not null references archive.file on delete restrict,
  name text not null check (name !~ '[[:cntrl:]/\\]' and btrim(name) <> '' and length(name) <= 200),
  primary key (document, version, format, language),
  unique (document, version, name),
  -- The files come first and the version seals them, in one transaction.
  foreign key (document, version) references archive.version on delete restrict deferrable initially deferred
);
comment on table archive.rendition is 'A file of a version: the same document as PDF and DOCX, in one language or both';
create index rendition_by_file on archive.rendition (file);

create table archive.verification (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
  document uuid not null,
  version integer not null,
  made_at timestamptz not null default now(),
  foreign key (document, version) references archive.version on delete restrict
);
comment on table archive.verification is 'The code printed on a document; whoever has it learns whether the document is genuine, not what it says';
create index verification_of on archive.verification (document, version);

-- Who deposits. Inside functions of the owner the acting role is still the one of the transaction.
create function archive.may_deposit(of_class text, of_country text) returns boolean language sql stable
  return case coalesce(nullif(current_setting('role', true), 'none'), session_user)
    when 'corett_secretariat' then true
    when 'corett_presidency' then true
    when 'corett_system' then true
    when 'corett_state' then coalesce(of_class in ('meeting-document', 'term-report', 'agreement-document')
      and of_country = identity.acting_country(), false)
    else false
  end;
comment on function archive.may_deposit(text, text) is 'A state deposits its own papers for a meeting, an agreement or a term; the organs and the platform everything';

create function archive.may_deposit_in(of_document uuid) returns boolean
language sql stable security definer set search_path = pg_catalog
  return exists (select from archive.document d where d.id = of_document and archive.may_deposit(d.class, d.country)
    and (d.access <> 'public' or current_setting('role', true) is distinct from 'corett_state'));
comment on function archive.may_deposit_in(uuid) is 'A further version of a public document is public at once, and so a state does not add one';

create function archive.hold(of_document uuid) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not archive.may_deposit_in(of_document) then
    raise exception 'Only those who may deposit this document can add to it' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7226580, hashtext(of_document::text));
  return (select coalesce(max(v.version), 0) + 1 from archive.version v where v.document = of_document);
end $$;
comment on function archive.hold(uuid) is 'Lets one depositor at a time at a document, until the end of the transaction; gives the number of the version to come';

create function archive.add_file(of_document uuid, of_format text, of_language text, file_name text, file_type text, content bytea) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  to_come integer := archive.hold(of_document);
  hash bytea := sha256(content);
begin
  insert into archive.file (sha256, media_type, size, bytes) values (hash, file_type, octet_length(content), content) on conflict do nothing;
  insert into archive.rendition (document, version, format, language, file, name) values (of_document, to_come, of_format, of_language, hash, file_name);
  return hash;
end $$;
comment on function archive.add_file(uuid, text, text, text, text, bytea) is
  'Adds a file to the version to come. It takes the bytes and never a fingerprint: to know a fingerprint must not open a file';

create function archive.digest(v archive.version, before bytea) returns bytea
language sql stable security definer set search_path = pg_catalog set timezone = 'UTC'
  return sha256(coalesce(before, '\x'::bytea) || convert_to((
    select jsonb_build_object(
      'document', jsonb_build_object('id', d.id, 'number', d.number, 'class', d.class, 'title_es', d.title_es, 'title_en', d.title_en,
        'language', d.language, 'country', d.country, 'dated', d.dated, 'retention', d.retention, 'created_at', d.created_at, 'created_by', d.created_by),
      'version', jsonb_build_object('version', v.version, 'deposited_at', v.deposited_at, 'deposited_by', v.deposited_by,
        'deposited_office', v.deposited_office, 'deposited_country', v.deposited_country, 'note', v.note, 'language', v.language),
      'files', (select jsonb_agg(jsonb_build_object('format', r.format, 'language', r.language, 'name', r.name, 'sha256', encode(r.file, 'hex'))
        order by r.format collate "C", r.language collate "C") from archive.rendition r where r.document = v.document and r.version = v.version))::text
    from archive.document d where d.id = v.document), 'UTF8'));
comment on function archive.digest(archive.version, bytea) is 'What the seal of a version covers: the one before it, the document, the version and every file';

create function archive.seal_version() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  before bytea;
begin
  new.version := archive.hold(new.document);
  new.previous := nullif(new.version - 1, 0);
  new.deposited_at := now();
  new.deposited_by := identity.acting_account();
  new.deposited_office := identity.acting_office();
  new.deposited_country := identity.acting_country();
  if not exists (select from archive.rendition r where r.document = new.document and r.version = new.version) then
    raise exception 'A version without a file cannot be deposited' using errcode = 'check_violation';
  end if;
  select v.digest into before from archive.version v where v.document = new.document and v.version = new.previous;
  new.digest := archive.digest(new, before);
  return new;
end $$;
create trigger sealed before insert on archive.version for each row execute function archive.seal_version();

create function archive.require_version() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from archive.version v where v.document = new.id) then
    raise exception 'Document % has no version: a number is given with its first file', new.number using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger has_a_version after insert on archive.document
  deferrable initially deferred for each row execute function archive.require_version();

create function archive.widen_only() returns trigger language plpgsql as $$
declare
  circles constant text[] := array['organs', 'members', 'observers', 'public'];
begin
  if to_jsonb(old) - 'access' is distinct from to_jsonb(new) - 'access'
    or array_position(circles, new.access) <= array_position(circles, old.access) then
    raise exception 'Document % is kept for ever: only its circle of readers can change, from a narrower to a wider one', old.number
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger widened_only before update on archive.document for each row execute function archive.widen_only();
create trigger kept_for_ever before delete on archive.document for each row execute function audit.refuse_change();
create trigger kept_for_ever_whole before truncate on archive.document for each statement execute function audit.refuse_change();
do $$
declare name text;
begin
  foreach name in array array['file', 'version', 'rendition', 'verification'] loop
    execute format('create trigger kept_for_ever before update or delete on archive.%I for each row execute function audit.refuse_change()', name);
    execute format('create trigger kept_for_ever_whole before truncate on archive.%I for each statement execute function audit.refuse_change()', name);
  end loop;
end $$;
create trigger audited after insert or update or delete on archive.file for each row execute function audit.record_row('bytes');
create trigger audited after insert or update or delete on archive.document for each row execute function audit.record_row();
create trigger audited after insert or update or delete on archive.version for each row execute function audit.record_row();
create trigger audited after insert or update or delete on archive.rendition for each row execute function audit.record_row();
create trigger audited after insert or update or delete on archive.verification for each row execute function audit.record_row();

do $$
declare name text;
begin
  foreach name in array array['file', 'document', 'version', 'rendition', 'verification'] loop
    execute format('alter table archive.%I enable row level security', name);
    execute format('alter table archive.%I force row level security', name);
    execute format('create policy owner_reads on archive.%I for select to current_user using (true)', name);
    execute format('create policy owner_writes on archive.%I for insert to current_user with check (true)', name);
    execute format('grant select on archive.%I to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
      corett_administrator, corett_system', name);
  end loop;
end $$;

-- The circles of readers. An administrator keeps the machine and reads what everyone reads.
create policy everyone_reads_public on archive.document for select to corett_public, corett_administrator using (access = 'public');
create policy observers_read on archive.document for select to corett_observer using (access in ('public', 'observers'));
create policy states_read on archive.document for select to corett_state
  using (access in ('public', 'observers', 'members') or country = identity.acting_country());
create policy organs_read on archive.document for select to corett_secretariat, corett_presidency, corett_system using (true);
-- What a state deposits becomes public by the secretariat's act alone.
create policy states_deposit on archive.document for insert to corett_state
  with check (archive.may_deposit(class, country) and access <> 'public');
create policy organs_deposit on archive.document for insert to corett_secretariat, corett_presidency, corett_system with check (true);
create policy secretariat_widens on archive.document for update to corett_secretariat using (true) with check (true);
grant insert (id, number, class, title_es, title_en, language, access, country, dated, retention) on archive.document
  to corett_state, corett_secretariat, corett_presidency, corett_system;
grant update (access) on archive.document to corett_secretariat;

-- Whoever reads the document reads what hangs on it.
do $$
declare name text;
begin
  foreach name in array array['version', 'rendition', 'verification'] loop
    execute format('create policy readers_of_document on archive.%I for select to corett_public, corett_state, corett_secretariat,
      corett_presidency, corett_observer, corett_administrator, corett_system
      using (exists (select from archive.document d where d.id = document))', name);
  end loop;
  foreach name in array array['version', 'verification'] loop
    execute format('create policy depositors on archive.%I for insert to corett_state, corett_secretariat, corett_presidency, corett_system
      with check (archive.may_deposit_in(document))', name);
  end loop;
end $$;
create policy readers_of_rendition on archive.file for select to corett_public, corett_state, corett_secretariat, corett_presidency,
  corett_observer, corett_administrator, corett_system using (exists (select from archive.rendition r where r.file = sha256));
grant insert (document, note, language) on archive.version to corett_state, corett_secretariat, corett_presidency, corett_system;
grant insert (code, document, version) on archive.verification to corett_state, corett_secretariat, corett_presidency, corett_system;

create function archive.folded(words text) returns text language sql immutable
  return translate(lower(words), 'áéíóúüñàèìòùâêîôûäëïö', 'aeiouunaeiouaeiouaeio');
comment on function archive.folded(text) is 'Small letters without accents, so that ''reunion'' finds ''Reunión''';

-- Anyone with the code, or with the file itself, learns whether it is genuine. The title is told of public documents alone.
create function archive.verify(of_code text, of_hash bytea)
returns table (number text, class text, title_es text, title_en text, dated date, access text, version integer,
  latest_version integer, deposited_at timestamptz, is_latest boolean, files jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  with matched as (
    select c.document, c.version from archive.verification c where c.code = of_code
    union
    select r.document, r.version from archive.rendition r where r.file = of_hash
  ), newest as (
    select m.document, max(m.version) as version from matched m group by m.document
  )
  select d.number, d.class, case when d.access = 'public' then d.title_es end, case when d.access = 'public' then d.title_en end,
    d.dated, d.access, v.version, l.version, v.deposited_at, v.version = l.version,
    (select jsonb_agg(jsonb_build_object('format', r.format, 'language', r.language, 'mediaType', f.media_type, 'size', f.size,
        'sha256', encode(r.file, 'hex')) order by r.format, r.language)
      from archive.rendition r join archive.file f on f.sha256 = r.file
      where r.document = v.document and r.version = v.version and (of_hash is null or r.file = of_hash))
  from newest m
  join archive.document d on d.id = m.document
  join archive.version v on v.document = m.document and v.version = m.version
  cross join lateral (select max(o.version) as version from archive.version o where o.document = m.document) l
  order by v.deposited_at desc, d.number
  limit 20
$$;

-- Tells what was altered behind the platform's back: no row when the archive is whole. It reads every byte that is kept.
create function archive.breaks() returns table (number text, version integer, file text, fault text)
language sql stable security definer set search_path = pg_catalog as $$
  select null::text, null::integer, encode(f.sha256, 'hex'), 'file altered'
    from archive.file f where sha256(f.bytes) <> f.sha256 or octet_length(f.bytes) <> f.size
  union all
  select d.number, r.version, encode(r.file, 'hex'), 'file missing'
    from archive.rendition r left join archive.document d on d.id = r.document
    where not exists (select from archive.file f where f.sha256 = r.file)
  union all
  select d.number, chained.version, null,
    case when chained.version <> chained.number_before + 1 then 'version missing' else 'version altered' end
    from (
      select v.document, v.version, v.digest, coalesce(lag(v.version) over chain, 0) as number_before,
        archive.digest(v, lag(v.digest) over chain) as recomputed
      from archive.version v window chain as (partition by v.document order by v.version)
    ) chained left join archive.document d on d.id = chained.document
    where chained.version <> chained.number_before + 1 or chained.digest is distinct from chained.recomputed
  union all
  -- A chain that was rewritten whole still differs from what the audit saw when it was made.
  select coalesce(d.number, e.after->>'document'), (e.after->>'version')::integer, null,
    case when v.document is null then 'version removed' else 'seal differs from the audit' end
    from audit.entry e
    left join archive.version v on v.document = (e.after->>'document')::uuid and v.version = (e.after->>'version')::integer
    left join archive.document d on d.id = (e.after->>'document')::uuid
    where e.relation = 'archive.version' and e.action = 'insert' and (v.document is null or '\x' || encode(v.digest, 'hex') <> e.after->>'digest')
  union all
  select d.number, v.version, null, 'version unknown to the audit'
    from archive.version v left join archive.document d on d.id = v.document
    where not exists (select from audit.entry e where e.relation = 'archive.version' and e.action = 'insert'
      and e.after->>'document' = v.document::text and e.after->>'version' = v.version::text)
  union all
  select d.number, null, null, 'readers differ from the audit'
    from archive.document d
    left join (select distinct on (e.after->>'id') e.after->>'id' as id, e.after->>'access' as access from audit.entry e
      where e.relation = 'archive.document' and e.action <> 'attempt' order by e.after->>'id', e.id desc) seen on seen.id = d.id::text
    where seen.access is distinct from d.access
  union all
  select d.number, c.version, null, 'code unknown to the audit'
    from archive.verification c left join archive.document d on d.id = c.document
    where not exists (select from audit.entry e where e.relation = 'archive.verification' and e.action = 'insert'
      and e.after->>'code' = c.code and e.after->>'document' = c.document::text and e.after->>'version' = c.version::text)
$$;

revoke execute on function archive.may_deposit(text, text), archive.may_deposit_in(uuid), archive.hold(uuid),
  archive.add_file(uuid, text, text, text, text, bytea), archive.digest(archive.version, bytea), archive.folded(text),
  archive.verify(text, bytea), archive.breaks() from public;
grant execute on function archive.may_deposit(text, text), archive.may_deposit_in(uuid), archive.hold(uuid),
  archive.add_file(uuid, text, text, text, text, bytea) to corett_state, corett_secretariat, corett_presidency, corett_system;
grant execute on function archive.verify(text, bytea), archive.folded(text) to corett_public, corett_state, corett_secretariat,
  corett_presidency, corett_observer, corett_administrator, corett_system;
grant execute on function archive.breaks() to corett_secretariat, corett_administrator, corett_system;
