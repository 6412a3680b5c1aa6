-- A copy of the platform on a laptop in the room carries the session of one meeting while the building has no internet.
-- The authority over that session is in exactly one place: here, or in the copy, and it moves by acts of two persons.

create table plenary.room_copy (
  id uuid primary key,
  meeting text not null references plenary.meeting on delete restrict,
  -- Which end of it this platform is: 'main' hands over, 'room' carries.
  side text not null default 'main' check (side in ('main', 'room')),
  -- On the main platform 'handed' means that the room has the authority; in the room, that it still has it.
  state text not null check (state in ('prepared', 'withdrawn', 'handed', 'returned', 'revoked')),
  -- Of the key that seals both files. The key itself is nowhere: whoever prepares it keeps it.
  key_check bytea not null check (octet_length(key_check) = 32),
  prepared_by uuid not null, prepared_by_name text not null, prepared_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz, withdrawn_by uuid,
  handed_by uuid, handed_by_name text, handed_at timestamptz,
  -- SHA-256 over every carried row as it was handed over, and as it came back.
  handed_digest bytea, returned_digest bytea,
  -- Lines of the history that the room writes are numbered from here, in a range that this platform does not use.
  events_from bigint,
  returned_at timestamptz, returned_by uuid,
  -- Head of the copy's own audit chain when it was closed; its entries are the document in the archive.
  audit_head text check (audit_head ~ '^[0-9a-f]{64}$'), audit_until bigint, document uuid,
  revocation_reason text check (btrim(revocation_reason) <> ''),
  revocation_asked_at timestamptz, revocation_asked_by uuid, revocation_asked_by_name text,
  revoked_at timestamptz, revoked_by uuid, revoked_by_name text,
  constraint handed_by_another check (handed_by is null or handed_by <> prepared_by),
  constraint handed_whole check (state not in ('handed', 'returned', 'revoked') or (handed_at is not null and handed_digest is not null and events_from is not null)),
  constraint returned_whole check ((state = 'returned') = (returned_at is not null) and (returned_at is null) = (returned_digest is null)),
  constraint revoked_by_two check ((state = 'revoked') = (revoked_at is not null) and (revoked_at is null or (revocation_reason is not null and revoked_by <> revocation_asked_by)))
);
comment on table plenary.room_copy is 'Who carries the session of a meeting: while a copy is handed, every session write of its meeting is refused here';
-- One meeting at a time is away: agreements of a year are numbered in one place, and representations are heard in one.
create unique index room_copy_one_out on plenary.room_copy (side) where state = 'handed';
create unique index room_copy_one_prepared on plenary.room_copy (meeting) where state in ('prepared', 'handed');
call plenary.found_table('room_copy', 'key_check');
call plenary.let_read('room_copy', 'true', 'true');
revoke select on plenary.room_copy from corett_state, corett_secretariat, corett_presidency, corett_observer;
grant select (id, meeting, side, state, handed_at, returned_at, revoked_at) on plenary.room_copy to corett_state, corett_observer;
grant select (id, meeting, side, state, prepared_by, prepared_by_name, prepared_at, withdrawn_at, handed_by, handed_by_name, handed_at, handed_digest,
  returned_at, returned_by, returned_digest, audit_head, document, revocation_reason, revocation_asked_at, revocation_asked_by, revocation_asked_by_name,
  revoked_at, revoked_by, revoked_by_name) on plenary.room_copy to corett_secretariat, corett_presidency;

create function plenary.check_room_copy() returns trigger language plpgsql as $$
begin
  if (new.id, new.meeting, new.side, new.key_check, new.prepared_by, new.prepared_at) is distinct from (old.id, old.meeting, old.side, old.key_check, old.prepared_by, old.prepared_at)
    or (old.state <> 'prepared' and (new.handed_by, new.handed_at, new.handed_digest, new.events_from) is distinct from (old.handed_by, old.handed_at, old.handed_digest, old.events_from))
    or not (new.state = old.state and old.state = 'handed' or (old.state, new.state) in (('prepared', 'withdrawn'), ('prepared', 'handed'), ('handed', 'returned'), ('handed', 'revoked'))
      or (new.state = old.state and old.document is null and to_jsonb(new) - 'document' = to_jsonb(old) - 'document')) then
    raise exception 'Room copy % is %: it cannot be changed so', old.id, old.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger lawful before update on plenary.room_copy for each row execute function plenary.check_room_copy();
create trigger never_removed before delete on plenary.room_copy for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on plenary.room_copy for each statement execute function audit.refuse_change();

-- The transaction that puts in the rows of the other place. What the acts' own triggers would ask was asked there, by the same
-- triggers; here the rows are held against each other as a whole (plenary.room_faults) before the transaction may end.
create table plenary.room_receiving (
  transaction xid8 primary key,
  copy uuid not null references plenary.room_copy on delete restrict
);
call plenary.found_table('room_receiving');
create function plenary.receiving() returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from plenary.room_receiving r where r.transaction = pg_current_xact_id_if_assigned());

-- ── What the copy carries: each table, where its rows find their meeting, and what may become of them ──
create table plenary.room_table (
  name text primary key,
  -- Parents before children.
  place smallint not null,
  -- kept: rows are only added. changing: they may change, none is missing. draft: they may also go.
  -- main: stays on the main platform, is not written while the session is away, and never in the room.
  nature text not null check (nature in ('kept', 'changing', 'draft', 'main')),
  of_meeting text not null,
  -- Rows beyond those of the meeting that go with it, and that the main platform leaves alone meanwhile.
  further text not null default 'false', refused_too text not null default 'false',
  -- Rows that can stand only once others have gone on: the one current item, the one who speaks.
  last text not null default 'false',
  -- What the room leaves to the main platform, as a condition on the row that is written.
  refused_there text not null default 'false'
);
call plenary.found_table('room_table');
call plenary.keep_for_ever('room_table');
insert into plenary.room_table (name, place, nature, of_meeting, last) values
  ('meeting', 1, 'changing', 't.id', 'false'),
  ('seat', 2, 'kept', 't.meeting', 'false'),
  ('agenda_item', 3, 'draft', 't.meeting', $$t.state = 'current'$$),
  ('meeting_link', 4, 'draft', 't.meeting', 'false'),
  ('meeting_document', 5, 'changing', 't.meeting', 'false'),
  ('confirmation', 6, 'changing', 't.meeting', 'false'),
  ('accreditation', 7, 'changing', 't.meeting', 't.withdrawn_at is null'),
  ('suspension', 8, 'changing', 't.meeting', 't.until_at is null'),
  ('presence', 9, 'changing', 't.meeting', 'false'),
  ('participation', 10, 'kept', 't.meeting', 'false'),
  ('event', 11, 'kept', 't.meeting', 'false'),
  ('speech', 12, 'changing', 't.meeting', 't.ended_at is null and t.withdrawn_at is null'),
  ('item_note', 13, 'kept', '(select i.meeting from plenary.agenda_item i where i.id = t.item)', 'false'),
  ('country_report', 14, 'changing', 't.meeting', 'false'),
  ('motion', 16, 'changing', 't.meeting', 'false'),
  ('consensus', 17, 'changing', 't.meeting', 't.closed_at is null'),
  ('position', 18, 'kept', '(select c.meeting from plenary.consensus c where c.id = t.consensus)', 'false'),
  ('candidacy', 20, 'changing', '(select e.meeting from plenary.election e where e.id = t.election)', 'false'),
  ('round', 21, 'kept', '(select e.meeting from plenary.election e where e.id = t.election)', 'false'),
  ('vote', 22, 'changing', 't.meeting', $$t.state = 'open'$$),
  ('vote_option', 23, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('entry', 24, 'changing', '(select v.meeting from plenary.vote v where v.id = t.vote)', 't.settled_at is null'),
  ('entry_line', 25, 'kept', '(select v.meeting from plenary.vote v join plenary.entry e on e.vote = v.id where e.id = t.entry)', 'false'),
  ('mark', 26, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('envelope', 27, 'main', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('ballot', 28, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('count', 29, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('reconciliation', 30, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('outcome', 31, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('tie_decision', 32, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('lots', 33, 'changing', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('lots_witness', 34, 'kept', '(select v.meeting from plenary.vote v where v.id = t.vote)', 'false'),
  ('handover', 35, 'main', '(select e.meeting from plenary.election e where e.id = t.election)', 'false'),
  ('agreement_responsible', 37, 'draft', '(select a.meeting from plenary.agreement a where a.id = t.agreement)', 'false'),
  ('agreement_progress', 38, 'changing', '(select a.meeting from plenary.agreement a where a.id = t.agreement)', 't.answer is null'),
  ('agreement_offspring', 39, 'kept', '(select a.meeting from plenary.agreement a where a.id = t.agreement)', 'false'),
  ('act', 41, 'main', 't.meeting', 'false'),
  ('act_section', 42, 'main', 't.meeting', 'false'),
  ('act_text', 43, 'main', '(select s.meeting from plenary.act_section s where s.id = t.section)', 'false'),
  ('act_observation', 44, 'main', 't.meeting', 'false'),
  ('act_snapshot', 45, 'main', 't.meeting', 'false'),
  ('act_signature', 46, 'main', 't.meeting', 'false'),
  ('certificate', 47, 'main', 't.meeting', 'false');
-- The proclamation gives the coalition its new term, which is not of the session.
insert into plenary.room_table (name, place, nature, of_meeting, last, refused_there) values
  ('election', 19, 'changing', 't.meeting', $$t.state <> 'void'$$, $$t.state = 'proclaimed'$$);
-- Representations are not of a meeting until one hears them: those that none has heard go with the session.
insert into plenary.room_table (name, place, nature, of_meeting, further, refused_too) values
  ('representation', 15, 'changing', 't.reported_in', 't.reported_in is null', 't.reported_in is null'),
-- The agreements of a year are numbered where the session is.
  ('agreement', 36, 'changing', 't.meeting', 'false', $$tg_op = 'INSERT' and not t.is_record and t.year = (select m.year from plenary.meeting m where m.id = the_copy.meeting)$$);

-- ── The guard ──
create function plenary.room_refuse(c plenary.room_copy, word text) returns void language plpgsql as $$
begin
  raise exception 'Meeting %: %', c.meeting, case word
      when 'away' then 'its session is carried by the copy in the room since ' || c.handed_at::text
      when 'closed' then 'this copy of the room was closed; the main platform goes on'
      when 'main-only' then 'this is written on the main platform, once the session is back'
      else 'this copy of the room carries no other meeting' end
    using errcode = 'CR001', detail = jsonb_build_object('word', word, 'meeting', c.meeting, 'since', c.handed_at)::text;
end $$;
do $do$
declare t plenary.room_table;
begin
  for t in select * from plenary.room_table loop
    execute format($f$
      create function plenary.%1$I() returns trigger language plpgsql security definer set search_path = pg_catalog as $guard$
      declare
        the_copy plenary.room_copy;
        was text;
        becomes text;
        too boolean := false;
      begin
        if plenary.receiving() then return coalesce(new, old); end if;
        if tg_op <> 'INSERT' then select %2$s into was from (select old.*) t; end if;
        if tg_op <> 'DELETE' then select %2$s into becomes from (select new.*) t; end if;
        -- Handing over locks the meeting against this: what is written before goes with it, what comes after is refused.
        perform from plenary.meeting m where m.id in (was, becomes) for key share;
        %4$s
        for the_copy in select x.* from plenary.room_copy x where x.state = 'handed' or (x.side = 'room' and x.state = 'returned') loop
          if the_copy.side = 'main' then
            if tg_op <> 'INSERT' then select %3$s into too from (select old.*) t; end if;
            if tg_op <> 'DELETE' and not coalesce(too, false) then select %3$s into too from (select new.*) t; end if;
            if the_copy.meeting in (was, becomes) or coalesce(too, false) then perform plenary.room_refuse(the_copy, 'away'); end if;
          -- The platform's own starting content, entered again at every start, is of meetings long past; people write of this one alone.
          elsif identity.acting_account() is null and the_copy.meeting <> all (array_remove(array[was, becomes], null)) and coalesce(was, becomes) is not null then null;
          elsif the_copy.state = 'returned' then perform plenary.room_refuse(the_copy, 'closed');
          elsif %5$s then perform plenary.room_refuse(the_copy, 'main-only');
          elsif coalesce(was, the_copy.meeting) <> the_copy.meeting or coalesce(becomes, the_copy.meeting) <> the_copy.meeting then perform plenary.room_refuse(the_copy, 'another');
          end if;
        end loop;
        return coalesce(new, old);
      end $guard$ $f$,
      'guard_room_' || t.name, t.of_meeting, t.refused_too,
      case when t.refused_too <> 'false' then 'perform pg_advisory_xact_lock_shared(7226591);' else '' end, case when t.nature = 'main' and t.name <> 'envelope' then 'true'
        when t.refused_there <> 'false' then format('tg_op <> ''DELETE'' and (select %s from (select new.*) t)', t.refused_there) else 'false' end);
    execute format('create trigger held_in_one_place before insert or update or delete on plenary.%I for each row execute function plenary.%I()', t.name, 'guard_room_' || t.name);
    execute format('revoke execute on function plenary.%I() from public', 'guard_room_' || t.name);
  end loop;
end $do$;

-- The acts' own triggers rest while rows come back; those that hold any row to what it was ('kept for ever', the seal of the
-- audit, the quorum rule that is set) do not.
do $do$
declare each record;
begin
  for each in
    select g.tgname, c.relname, g.tgqual is not null as has_condition, pg_get_triggerdef(g.oid) as definition
    from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_proc p on p.oid = g.tgfoid join pg_namespace pn on pn.oid = p.pronamespace
      join plenary.room_table t on t.name = c.relname and t.nature <> 'main'
    where n.nspname = 'plenary' and pn.nspname = 'plenary' and not g.tgisinternal and g.tgtype & 1 = 1
      and g.tgname not in ('held_in_one_place', 'rule_is_set', 'told') and p.proname not like 'tell\_%'
  loop
    if each.has_condition then raise exception 'Trigger % of % has a condition of its own', each.tgname, each.relname; end if;
    execute format('drop trigger %I on plenary.%I', each.tgname, each.relname);
    execute replace(each.definition, ' EXECUTE FUNCTION ', ' WHEN (NOT plenary.receiving()) EXECUTE FUNCTION ');
  end loop;
end $do$;
revoke execute on function plenary.receiving() from public;
grant execute on function plenary.receiving() to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator, corett_system, corett_auth;

-- ── The rows of a meeting as they travel ──
create function plenary.room_rows(of_meeting text) returns table (name text, rows jsonb) language plpgsql stable security definer
set search_path = pg_catalog set timezone = 'UTC' as $$
declare t plenary.room_table;
begin
  for t in select * from plenary.room_table x where x.nature <> 'main' order by x.place loop
    name := t.name;
    execute format('select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text collate "C"), ''[]'') from plenary.%I t where (%s) = $1 or (%s)', t.name, t.of_meeting, t.further)
      into rows using of_meeting;
    return next;
  end loop;
end $$;
create function plenary.room_digest(of_meeting text) returns bytea language sql stable security definer set search_path = pg_catalog
  return (select sha256(convert_to(string_agg(r.name || ' ' || r.rows::text, chr(10) order by r.name collate "C"), 'UTF8')) from plenary.room_rows(of_meeting) r);
comment on function plenary.room_digest(text) is 'SHA-256 over every carried row of a meeting: the same in both places, or something was lost or altered';
-- Both places must keep the same tables: a copy of another version is not understood.
create function plenary.room_shape() returns text language sql stable security definer set search_path = pg_catalog
  return (select encode(sha256(convert_to(string_agg(t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod), chr(10) order by t.name collate "C", a.attnum), 'UTF8')), 'hex')
    from plenary.room_table t join pg_attribute a on a.attrelid = ('plenary.' || quote_ident(t.name))::regclass and a.attnum > 0 and not a.attisdropped where t.nature <> 'main');

-- Puts in the rows of the other place: what is kept for ever must be there unchanged, what may change is brought up to date.
create function plenary.room_apply(of_meeting text, incoming jsonb) returns void language plpgsql volatile security definer
set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  t plenary.room_table;
  given jsonb;
  of_here text;
  keys text;
  others text;
  n bigint;
begin
  if not plenary.receiving() then raise exception 'Rows of a room copy are put in by its own acts alone' using errcode = 'insufficient_privilege'; end if;
  if jsonb_array_length(incoming->'meeting') <> 1 or incoming->'meeting'->0->>'id' is distinct from of_meeting then
    raise exception 'The file is of another meeting' using errcode = 'CR010';
  end if;
  insert into plenary.meeting select r.* from jsonb_populate_record(null::plenary.meeting, (incoming->'meeting'->0) || '{"current_item": null}') r on conflict (id) do nothing;
  update plenary.meeting set current_item = null where id = of_meeting and current_item is not null
    and not exists (select from jsonb_array_elements(incoming->'agenda_item') i where (i->>'id')::uuid = current_item);
  for t in select * from plenary.room_table x where x.nature <> 'main' order by x.name = 'meeting', x.place loop
    given := coalesce(incoming->t.name, '[]');
    of_here := format('((%s) = $1 or (%s))', t.of_meeting, t.further);
    execute format('select count(*) from jsonb_populate_recordset(null::plenary.%I, $2) t where not coalesce(%s, false)', t.name, of_here) into n using of_meeting, given;
    if n > 0 then raise exception 'The file brings % rows of % that are not of this meeting', n, t.name using errcode = 'CR010'; end if;
    select string_agg(format('%I', a.attname), ', ' order by a.attnum) filter (where a.attnum = any (i.indkey)),
      string_agg(format('%I', a.attname), ', ' order by a.attnum) filter (where a.attnum <> all (i.indkey)) into keys, others
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum > 0 and not a.attisdropped
    where i.indrelid = ('plenary.' || quote_ident(t.name))::regclass and i.indisprimary and a.attgenerated = '';
    if t.nature = 'kept' then
      execute format('select count(*) from (select to_jsonb(t) from plenary.%I t where %s except select r from jsonb_array_elements($2) r) gone', t.name, of_here) into n using of_meeting, given;
      if n > 0 then raise exception '% rows of % that are kept for ever are missing or altered in the file', n, t.name using errcode = 'CR010'; end if;
      execute format('insert into plenary.%1$I (%3$s) overriding system value select %3$s from jsonb_populate_recordset(null::plenary.%1$I, $2) t
        where to_jsonb(t) in (select r from jsonb_array_elements($2) r except select to_jsonb(t) from plenary.%1$I t where %2$s)', t.name, of_here, concat_ws(', ', keys, others)) using of_meeting, given;
    else
      execute format('select count(*) from plenary.%1$I t where %2$s and (%3$s) not in (select %3$s from jsonb_populate_recordset(null::plenary.%1$I, $2))', t.name, of_here, keys) into n using of_meeting, given;
      if n > 0 and t.nature = 'changing' then raise exception '% rows of % are missing in the file', n, t.name using errcode = 'CR010'; end if;
      if n > 0 then
        execute format('delete from plenary.%1$I t where %2$s and (%3$s) not in (select %3$s from jsonb_populate_recordset(null::plenary.%1$I, $2))', t.name, of_here, keys) using of_meeting, given;
      end if;
      execute format('insert into plenary.%1$I as e (%3$s, %4$s) select %3$s, %4$s from jsonb_populate_recordset(null::plenary.%1$I, $1) t order by coalesce(%2$s, false)
        on conflict (%3$s) do update set (%4$s) = row (%5$s) where to_jsonb(e) is distinct from to_jsonb(excluded)',
        t.name, t.last, keys, others, 'excluded.' || replace(others, ', ', ', excluded.')) using given;
    end if;
  end loop;
end $$;

-- What does not add up in the decisions of a meeting: empty when all is well. The same rules that the acts hold one by one, held
-- once more over the whole, so that no row is believed because of where it comes from.
create function plenary.room_faults(of_meeting text) returns text[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select coalesce(array_agg(f.fault order by f.fault), '{}') from (
    select 'open ' || v.id as fault from plenary.vote v where v.meeting = of_meeting and v.state = 'open'
    union all select 'envelopes ' || v.id from plenary.vote v where v.meeting = of_meeting and exists (select from plenary.envelope e where e.vote = v.id)
    union all select 'marks ' || v.id from plenary.vote v where v.meeting = of_meeting
      and (select count(*) from plenary.mark k where k.vote = v.id) <> (select count(*) from plenary.ballot b where b.vote = v.id)
    union all select 'mark without ballot ' || k.vote || ' ' || k.country from plenary.mark k join plenary.vote v on v.id = k.vote where v.meeting = of_meeting
      and v.method = 'roll-call' and not exists (select from plenary.ballot b where b.vote = k.vote and b.country = k.country)
    union all select 'ballot of no mark ' || b.id from plenary.ballot b join plenary.vote v on v.id = b.vote where v.meeting = of_meeting
      and (case v.method when 'secret' then b.country is not null else b.country is null end)
    union all select 'no seat ' || k.vote || ' ' || k.country from plenary.mark k join plenary.vote v on v.id = k.vote where v.meeting = of_meeting
      and not exists (select from plenary.seat s where s.meeting = of_meeting and s.country = k.country)
    union all select 'not accredited ' || k.vote || ' ' || k.country from plenary.mark k join plenary.vote v on v.id = k.vote where v.meeting = of_meeting
      and k.capacity <> 'entered' and not exists (select from plenary.accreditation a where a.meeting = of_meeting and a.country = k.country and a.account = k.account
        and a.capacity = k.capacity and a.checked_at <= k.at and coalesce(a.withdrawn_at > k.at, true))
    union all select 'not entered by two ' || k.vote || ' ' || k.country from plenary.mark k join plenary.vote v on v.id = k.vote where v.meeting = of_meeting
      and k.capacity = 'entered' and not exists (select from plenary.entry e join plenary.entry_line l on l.entry = e.id join plenary.ballot b on b.vote = e.vote and b.country = l.country and b.option = l.option
        where e.vote = k.vote and e.confirmed and l.country = k.country and e.entered_by = k.account and e.settled_by <> e.entered_by)
    union all select 'entry waits ' || e.id from plenary.entry e join plenary.vote v on v.id = e.vote where v.meeting = of_meeting and e.settled_at is null
    union all select 'count ' || c.vote from plenary.count c join plenary.vote v on v.id = c.vote where v.meeting = of_meeting and c.kind = 'count'
      and (c.figures is distinct from plenary.grouped_ballots(v.id) or c.ballots <> (select count(*) from plenary.ballot b where b.vote = v.id))
    union all select 'recount by the same person ' || r.vote from plenary.count r join plenary.count c on c.vote = r.vote and c.kind = 'count' join plenary.vote v on v.id = r.vote
      where v.meeting = of_meeting and r.kind = 'recount' and r.by_account = c.by_account
    union all select 'settled without its counts ' || v.id from plenary.vote v where v.meeting = of_meeting and v.state = 'settled'
      and (not exists (select from plenary.count c where c.vote = v.id and c.kind = 'count') or not exists (select from plenary.outcome o where o.vote = v.id)
        or (v.recount_required and not exists (select from plenary.count c where c.vote = v.id and c.kind = 'recount'))
        or (exists (select from plenary.count c where c.vote = v.id and c.kind = 'recount') and not plenary.recount_agrees(v.id)
          and not exists (select from plenary.reconciliation x where x.vote = v.id)))
    union all select 'outcome ' || o.vote from plenary.outcome o join plenary.vote v on v.id = o.vote join plenary.count c on c.vote = v.id and c.kind = 'count',
        lateral plenary.outcome_of_vote(v, c.figures) f
      where v.meeting = of_meeting and v.motion is not null
        and (v.state <> 'settled' or (o.outcome, o.in_favour::integer, o.against::integer, o.abstention::integer, o.basis::integer, o.needed::integer)
          is distinct from (f.outcome, (c.figures->>'1')::integer, (c.figures->>'2')::integer, (c.figures->>'3')::integer, f.basis, f.needed))
    union all select 'round ' || v.id from plenary.vote v join plenary.round w on w.id = v.round join plenary.election e on e.id = w.election join plenary.election_rule r on r.id = e.rule
        join plenary.count c on c.vote = v.id and c.kind = 'count' join plenary.outcome o on o.vote = v.id,
        lateral (select array_agg((c.figures->>p.option::text)::integer order by array_position(w.candidates, p.country)) filter (where p.kind = 'candidate') as votes,
          coalesce(sum((c.figures->>p.option::text)::integer) filter (where p.kind = 'against'), 0)::integer as against_n,
          coalesce(sum((c.figures->>p.option::text)::integer) filter (where p.kind = 'abstention'), 0)::integer as abstained from plenary.vote_option p where p.vote = v.id) x,
        lateral (select plenary.round_outcome(r.kind, r.basis, r.tie, w.stage, w.candidates, x.votes, x.against_n, x.abstained, v.members, v.present, v.quorum_held) as again) f
      where v.meeting = of_meeting and (o.outcome is distinct from f.again->>'outcome' or o.detail->>'elected' is distinct from f.again->>'elected')
    union all select 'decided without a decision ' || m.id from plenary.motion m where m.meeting = of_meeting and m.state in ('adopted', 'rejected')
      and not exists (select from plenary.consensus c where c.motion = m.id and c.outcome = m.state)
      and not exists (select from plenary.vote v join plenary.outcome o on o.vote = v.id where v.motion = m.id and o.outcome = m.state)
      and not exists (select from plenary.vote v join plenary.tie_decision d on d.vote = v.id where v.motion = m.id and d.adopted = (m.state = 'adopted'))
    union all select 'consensus open ' || c.id from plenary.consensus c where c.meeting = of_meeting and c.closed_at is null
    union all select 'adopted over an objection ' || c.id from plenary.consensus c where c.meeting = of_meeting and c.outcome = 'adopted' and exists (
      select from (select distinct on (p.country) p.kind from plenary.position p where p.consensus = c.id order by p.country, p.place desc) newest where newest.kind = 'objection')
    union all select 'winner ' || e.id from plenary.election e where e.meeting = of_meeting and e.winner is not null
      and not exists (select from plenary.round r join plenary.vote v on v.round = r.id join plenary.outcome o on o.vote = v.id where r.election = e.id and o.detail->>'elected' = e.winner)
      and not exists (select from plenary.lots l where l.election = e.id and l.winner = e.winner and l.winner = (select d.winner from plenary.draw(l.secret, l.candidates,
        (select array_agg(w.country order by w.country) from plenary.lots_witness w where w.vote = l.vote), (select array_agg(w.word order by w.country) from plenary.lots_witness w where w.vote = l.vote)) d))
  ) f);
end $$;

-- What stands in the way of handing over or giving back: nothing may be half decided when the session moves.
create function plenary.room_hindrance(of_meeting text) returns text language sql stable security definer set search_path = pg_catalog
  return case
    when plenary.decision_open(of_meeting) then 'decision-open'
    when exists (select from plenary.envelope e join plenary.vote v on v.id = e.vote where v.meeting = of_meeting) then 'decision-open'
    when exists (select from plenary.entry e join plenary.vote v on v.id = e.vote where v.meeting = of_meeting and e.settled_at is null) then 'decision-open'
    when exists (select from plenary.lots l join plenary.vote v on v.id = l.vote where v.meeting = of_meeting and l.winner is null) then 'lots-open'
  end;
create function plenary.room_tells(of_meeting text, of_kind text, es text, en text) returns void language sql security definer set search_path = pg_catalog
begin atomic
  insert into plenary.event (meeting, kind, account, author, office, country, detail)
  values (of_meeting, of_kind, identity.acting_account(), plenary.acting_name(), coalesce(identity.acting_office(), 'system'), identity.acting_country(),
    jsonb_build_object('sentence', jsonb_build_object('es', es, 'en', en)));
end;

-- ── The acts on the main platform ──
create function plenary.prepare_room_copy(new_id uuid, of_meeting text, of_key_check bytea) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare m plenary.meeting;
begin
  if coalesce(identity.acting_office(), '') <> 'secretariat' then return plenary.refused('plenary.room_copy', 'prepare', new_id, 'not-yours'); end if;
  select * into m from plenary.meeting where id = of_meeting for no key update;
  if not found then return 'unknown-meeting'; end if;
  if exists (select from plenary.room_copy c where c.side = 'room') then return 'is-a-copy'; end if;
  if exists (select from plenary.room_copy c where c.id = new_id and c.key_check = of_key_check) then return 'prepared'; end if;
  if m.is_record or m.state not in ('convened', 'open') then return 'wrong-state'; end if;
  if exists (select from plenary.room_copy c where c.state = 'handed' or (c.meeting = m.id and c.state = 'prepared')) then return 'already-out'; end if;
  insert into plenary.room_copy (id, meeting, state, key_check, prepared_by, prepared_by_name) values (new_id, m.id, 'prepared', of_key_check, identity.acting_account(), plenary.acting_name());
  return 'prepared';
end $$;
create function plenary.withdraw_room_copy(of_copy uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c plenary.room_copy;
begin
  if not plenary.leads() then return plenary.refused('plenary.room_copy', 'withdraw', of_copy, 'not-yours'); end if;
  select * into c from plenary.room_copy where id = of_copy for update;
  if not found then return 'unknown-copy'; end if;
  if c.state <> 'prepared' then return 'not-prepared'; end if;
  update plenary.room_copy set state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawn_by = identity.acting_account() where id = c.id;
  return 'withdrawn';
end $$;
-- From the commit of this on, the room has the session and this platform only reads it.
create function plenary.hand_room_copy(of_copy uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  c plenary.room_copy;
  m plenary.meeting;
  word text;
  first_event bigint;
begin
  if coalesce(identity.acting_office(), '') <> 'presidency' then return plenary.refused('plenary.room_copy', 'hand', of_copy, 'not-yours'); end if;
  select * into c from plenary.room_copy where id = of_copy;
  if not found then return 'unknown-copy'; end if;
  -- Waits for every write of the session that is under way, and keeps new ones waiting; then for those that are of no meeting yet.
  select * into m from plenary.meeting where id = c.meeting for update;
  perform pg_advisory_xact_lock(7226591);
  select * into c from plenary.room_copy where id = of_copy for update;
  if c.state = 'handed' and c.handed_by = identity.acting_account() then return 'handed'; end if;
  if c.state <> 'prepared' then return 'not-prepared'; end if;
  if c.prepared_by = identity.acting_account() then return plenary.refused('plenary.room_copy', 'hand', of_copy, 'same-person'); end if;
  if m.state not in ('convened', 'open') then return 'wrong-state'; end if;
  if exists (select from plenary.room_copy x where x.state = 'handed') then return 'already-out'; end if;
  word := plenary.room_hindrance(m.id);
  if word is not null then return word; end if;
  if plenary.room_faults(m.id) <> '{}' then return 'does-not-add-up'; end if;
  perform plenary.room_tells(m.id, 'room-copy.handed', 'La sesión pasa a la copia de la sala; la prepara ' || c.prepared_by_name || ' y la entrega ' || plenary.acting_name() || '.',
    'The session passes to the copy in the room; prepared by ' || c.prepared_by_name || ', handed over by ' || plenary.acting_name() || '.');
  -- A million numbers for the room's history, clear of those that others are taking in this moment.
  first_event := nextval(pg_get_serial_sequence('plenary.event', 'id')) + 100000;
  perform setval(pg_get_serial_sequence('plenary.event', 'id'), first_event + 1000000);
  update plenary.room_copy set state = 'handed', handed_at = clock_timestamp(), handed_by = identity.acting_account(), handed_by_name = plenary.acting_name(),
    handed_digest = plenary.room_digest(m.id), events_from = first_event where id = c.id;
  return 'handed';
end $$;
create function plenary.ask_room_revocation(of_copy uuid, reason text) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c plenary.room_copy;
begin
  if not plenary.leads() then return plenary.refused('plenary.room_copy', 'revoke', of_copy, 'not-yours'); end if;
  if btrim(coalesce(reason, '')) = '' then return 'reason-missing'; end if;
  select * into c from plenary.room_copy where id = of_copy for update;
  if not found then return 'unknown-copy'; end if;
  if c.side <> 'main' or c.state <> 'handed' then return 'not-handed'; end if;
  update plenary.room_copy set revocation_reason = btrim(reason), revocation_asked_at = clock_timestamp(), revocation_asked_by = identity.acting_account(),
    revocation_asked_by_name = plenary.acting_name() where id = c.id;
  return 'asked';
end $$;
create function plenary.revoke_room_copy(of_copy uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c plenary.room_copy;
begin
  if not plenary.leads() then return plenary.refused('plenary.room_copy', 'revoke', of_copy, 'not-yours'); end if;
  select * into c from plenary.room_copy where id = of_copy;
  if not found then return 'unknown-copy'; end if;
  perform from plenary.meeting where id = c.meeting for update;
  select * into c from plenary.room_copy where id = of_copy for update;
  if c.state = 'revoked' then return 'revoked'; end if;
  if c.side <> 'main' or c.state <> 'handed' then return 'not-handed'; end if;
  if c.revocation_asked_by is null then return 'not-asked'; end if;
  if c.revocation_asked_by = identity.acting_account() then return plenary.refused('plenary.room_copy', 'revoke', of_copy, 'same-person'); end if;
  update plenary.room_copy set state = 'revoked', revoked_at = clock_timestamp(), revoked_by = identity.acting_account(), revoked_by_name = plenary.acting_name() where id = c.id;
  perform plenary.room_tells(c.meeting, 'room-copy.revoked', 'Se anula la copia de la sala: ' || c.revocation_reason || ' Lo que se hizo en ella no entra en la plataforma.',
    'The copy in the room is revoked: ' || c.revocation_reason || ' What was done in it does not enter the platform.');
  return 'revoked';
end $$;

-- The people of the room: those accredited for the meeting and those who lead, with their offices. No address, no secret.
create function plenary.room_people(of_meeting text) returns jsonb language sql stable security definer set search_path = pg_catalog set timezone = 'UTC'
  return (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'language', a.language, 'offices', o.offices,
      'country', x.country, 'organisation', x.organisation, 'capacity', x.capacity) order by a.id), '[]')
    from identity.account a
      cross join lateral (select jsonb_agg(jsonb_build_object('id', o.id, 'office', o.office, 'country', o.country, 'organisation', o.organisation, 'from', o."from") order by o.id) as offices,
        bool_or(o.office in ('secretariat', 'presidency')) as leads from identity.office o where o.account = a.id and o.until is null and o.office <> 'administrator') o
      left join lateral (select c.country, c.organisation, c.capacity from plenary.accreditation c where c.meeting = of_meeting and c.account = a.id and c.withdrawn_at is null limit 1) x on true
    where o.offices is not null and (o.leads or x.capacity is not null));

-- Takes the session back, in one transaction, or refuses it whole.
create function plenary.receive_room_copy(of_copy uuid, of_key_check bytea, of_handed bytea, of_returned bytea, of_audit_head text, incoming jsonb, receiver uuid)
returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  c plenary.room_copy;
  faults text[];
begin
  select * into c from plenary.room_copy where id = of_copy and side = 'main';
  if not found then return 'unknown-copy'; end if;
  perform from plenary.meeting where id = c.meeting for update;
  perform pg_advisory_xact_lock(7226591);
  select * into c from plenary.room_copy where id = of_copy for update;
  if c.key_check <> of_key_check then return 'wrong-key'; end if;
  if c.state = 'returned' then return case when c.returned_digest = of_returned then 'already-received' else 'another-return' end; end if;
  if c.state = 'revoked' then return 'revoked'; end if;
  if c.state <> 'handed' then return 'not-handed'; end if;
  if c.handed_digest <> of_handed then return 'another-bundle'; end if;
  if plenary.room_digest(c.meeting) <> c.handed_digest then return 'main-changed'; end if;
  insert into plenary.room_receiving (transaction, copy) values (pg_current_xact_id(), c.id);
  perform plenary.room_apply(c.meeting, incoming);
  faults := plenary.room_faults(c.meeting);
  if faults <> '{}' then raise exception 'The decisions in the file do not add up: %', faults using errcode = 'CR010'; end if;
  if plenary.room_digest(c.meeting) <> of_returned then raise exception 'What was taken in is not what the room had' using errcode = 'CR010'; end if;
  delete from plenary.room_receiving where transaction = pg_current_xact_id();
  update plenary.room_copy set state = 'returned', returned_at = clock_timestamp(), returned_by = receiver, returned_digest = of_returned, audit_head = of_audit_head where id = c.id;
  perform plenary.room_tells(c.meeting, 'room-copy.returned', 'La sesión vuelve de la copia de la sala: todo lo que se hizo en ella está aquí.',
    'The session is back from the copy in the room: everything that was done in it is here.');
  return 'received';
end $$;
create function plenary.keep_room_audit(of_copy uuid, of_document uuid) returns void language sql volatile security definer set search_path = pg_catalog
begin atomic
  update plenary.room_copy set document = of_document where id = of_copy and document is null;
end;

-- ── The acts in the room ──
create table identity.room_code (
  account uuid primary key references identity.account on delete cascade,
  digest bytea not null check (octet_length(digest) = 32)
);
comment on table identity.room_code is 'Digests of the personal codes with which people enter a copy in the room; empty on the main platform';
alter table identity.room_code enable row level security;
alter table identity.room_code force row level security;
create policy owner_acts on identity.room_code to current_user using (true) with check (true);
create policy sign_in_door on identity.room_code for select to corett_auth using (true);
grant select on identity.room_code to corett_auth;
create trigger audited after insert or update or delete on identity.room_code for each row execute function audit.record_row('digest');

-- Only an empty platform becomes a copy: one that has accounts of its own is somebody's main platform.
create function plenary.found_room(manifest jsonb, reference jsonb, people jsonb, codes jsonb) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  columns text;
  keys text;
  changes text;
  each text;
begin
  if exists (select from plenary.room_copy c where c.id = (manifest->>'copy')::uuid and c.side = 'room') then return 'opened-before'; end if;
  if exists (select from identity.account) or exists (select from plenary.room_copy) then return 'not-empty'; end if;
  if manifest->>'shape' <> plenary.room_shape() then return 'other-version'; end if;
  -- The starting content gives way to what the main platform knows of the coalition today; rules are never changed.
  delete from coalition.term;
  delete from coalition.committee_collaborator;
  delete from coalition.committee_member;
  foreach each in array array['coalition.member', 'coalition.term', 'coalition.observer_organisation', 'coalition.committee', 'coalition.committee_member', 'plenary.quorum_rule', 'plenary.majority_rule', 'plenary.election_rule', 'plenary.notice_rule'] loop
    select string_agg(format('%I', a.attname), ', ' order by a.attnum), string_agg(format('%I', a.attname), ', ' order by a.attnum) filter (where a.attnum = any (i.indkey)),
      string_agg(format('%1$I = excluded.%1$I', a.attname), ', ' order by a.attnum) filter (where a.attnum <> all (i.indkey))
      into columns, keys, changes
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' where i.indrelid = each::regclass and i.indisprimary;
    execute format('insert into %1$I.%2$I (%3$s) select %3$s from jsonb_populate_recordset(null::%1$I.%2$I, $1) on conflict (%4$s) %5$s', split_part(each, '.', 1), split_part(each, '.', 2), columns, keys,
      case when each like 'coalition.%' then 'do update set ' || changes else 'do nothing' end) using coalesce(reference->each, '[]');
  end loop;
  insert into identity.account (id, name, email, language)
    select (p->>'id')::uuid, p->>'name', (p->>'id') || '@room.invalid', p->>'language' from jsonb_array_elements(people) p;
  insert into identity.office (id, account, office, country, organisation, "from")
    select (o->>'id')::uuid, (p->>'id')::uuid, o->>'office', o->>'country', o->>'organisation', (o->>'from')::timestamptz
    from jsonb_array_elements(people) p, jsonb_array_elements(p->'offices') o;
  insert into identity.room_code (account, digest) select k.key::uuid, decode(k.value, 'hex') from jsonb_each_text(codes) k;
  return 'founded';
end $$;
create function plenary.fill_room(manifest jsonb, incoming jsonb, context jsonb) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  m text := manifest->>'meeting';
  handed bytea := decode(manifest->>'handedDigest', 'hex');
begin
  if exists (select from plenary.room_copy) or exists (select from identity.session) or exists (select from plenary.meeting x where x.id = m) then return 'not-empty'; end if;
  -- Other meetings of the year and their agreements, so that the numbers go on; nothing else of them.
  insert into plenary.meeting select t.* from jsonb_populate_recordset(null::plenary.meeting, coalesce(context->'meeting', '[]')) t on conflict (id) do nothing;
  insert into plenary.meeting select r.* from jsonb_populate_record(null::plenary.meeting, (incoming->'meeting'->0) || '{"current_item": null}') r;
  insert into plenary.room_copy (id, meeting, side, state, key_check, prepared_by, prepared_by_name, prepared_at, handed_by, handed_by_name, handed_at, handed_digest, events_from)
  values ((manifest->>'copy')::uuid, m, 'room', 'handed', decode(manifest->>'keyCheck', 'hex'), (manifest->>'preparedBy')::uuid, manifest->>'preparedByName', (manifest->>'preparedAt')::timestamptz,
    (manifest->>'handedBy')::uuid, manifest->>'handedByName', (manifest->>'handedAt')::timestamptz, handed, (manifest->>'eventsFrom')::bigint);
  insert into plenary.room_receiving (transaction, copy) values (pg_current_xact_id(), (manifest->>'copy')::uuid);
  insert into plenary.agreement select t.* from jsonb_populate_recordset(null::plenary.agreement, coalesce(context->'agreement', '[]')) t on conflict do nothing;
  perform plenary.room_apply(m, incoming);
  delete from plenary.room_receiving where transaction = pg_current_xact_id();
  if plenary.room_digest(m) <> handed then raise exception 'What was put in is not what was handed over' using errcode = 'CR010'; end if;
  perform setval(pg_get_serial_sequence('plenary.event', 'id'), (manifest->>'eventsFrom')::bigint);
  perform setval(pg_get_serial_sequence('plenary.position', 'place'), greatest(1, (select coalesce(max(p.place), 0) from plenary.position p)));
  return 'filled';
end $$;
-- Other meetings of the year as the copy needs them: their numbers, without what hangs on them.
create function plenary.room_context(of_meeting text) returns jsonb language sql stable security definer set search_path = pg_catalog set timezone = 'UTC'
  return jsonb_build_object(
    'meeting', (select coalesce(jsonb_agg(to_jsonb(x) || '{"current_item": null}' order by x.id), '[]') from plenary.meeting x, plenary.meeting m
      where m.id = of_meeting and x.year = m.year and x.id <> m.id and x.state <> 'draft'),
    'agreement', (select coalesce(jsonb_agg(to_jsonb(a) || '{"item": null, "motion": null}' order by a.number), '[]') from plenary.agreement a, plenary.meeting m
      where m.id = of_meeting and a.year = m.year and a.meeting <> m.id));
-- The copy is closed for writing, for good.
create function plenary.close_room(of_key_check bytea) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  c plenary.room_copy;
  word text;
begin
  select * into c from plenary.room_copy where side = 'room';
  if not found then return 'not-a-copy'; end if;
  perform from plenary.meeting where id = c.meeting for update;
  perform pg_advisory_xact_lock(7226591);
  select * into c from plenary.room_copy where id = c.id for update;
  if c.key_check <> of_key_check then return 'wrong-key'; end if;
  if c.state = 'returned' then return 'closed'; end if;
  word := plenary.room_hindrance(c.meeting);
  if word is not null then return word; end if;
  update plenary.room_copy set state = 'returned', returned_at = clock_timestamp(), returned_digest = plenary.room_digest(c.meeting), audit_until = (select max(e.id) from audit.entry e) where id = c.id;
  return 'closed';
end $$;

do $$
declare f text;
begin
  foreach f in array array['room_refuse(plenary.room_copy, text)', 'room_rows(text)', 'room_digest(text)', 'room_shape()', 'room_apply(text, jsonb)', 'room_faults(text)', 'room_hindrance(text)',
    'room_tells(text, text, text, text)', 'prepare_room_copy(uuid, text, bytea)', 'withdraw_room_copy(uuid)', 'hand_room_copy(uuid)', 'ask_room_revocation(uuid, text)', 'revoke_room_copy(uuid)',
    'room_people(text)', 'receive_room_copy(uuid, bytea, bytea, bytea, text, jsonb, uuid)', 'keep_room_audit(uuid, uuid)', 'found_room(jsonb, jsonb, jsonb, jsonb)', 'fill_room(jsonb, jsonb, jsonb)',
    'room_context(text)', 'close_room(bytea)', 'check_room_copy()'] loop
    execute format('revoke execute on function plenary.%s from public', f);
  end loop;
  foreach f in array array['prepare_room_copy(uuid, text, bytea)', 'withdraw_room_copy(uuid)', 'hand_room_copy(uuid)', 'ask_room_revocation(uuid, text)', 'revoke_room_copy(uuid)'] loop
    execute format('grant execute on function plenary.%s to corett_secretariat, corett_presidency', f);
  end loop;
  foreach f in array array['room_rows(text)', 'room_digest(text)', 'room_shape()', 'room_people(text)', 'room_context(text)', 'receive_room_copy(uuid, bytea, bytea, bytea, text, jsonb, uuid)',
    'keep_room_audit(uuid, uuid)', 'found_room(jsonb, jsonb, jsonb, jsonb)', 'fill_room(jsonb, jsonb, jsonb)', 'close_room(bytea)'] loop
    execute format('grant execute on function plenary.%s to corett_system', f);
  end loop;
end $$;
