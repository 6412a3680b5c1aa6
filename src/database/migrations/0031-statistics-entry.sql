-- Who may enter figures, who stands behind a signature, and what a draft's words show.

-- The acting state's collections that are open for entry, for an office that enters figures. A subquery without a link to the
-- row is planned once for a whole statement: a function asked for each of 100,000 records cost more than the records.
create function statistics.enters_figures() returns boolean language sql stable
  return identity.acting_office() in ('focal-point', 'delegate-titular', 'delegate-alternate');

drop policy state_enters_own on statistics.figure;
create policy state_enters_own on statistics.figure for insert to corett_state with check (
  country = (select identity.acting_country()) and (select statistics.enters_figures())
  and collection in (select s.collection from statistics.submission s
    where s.country = (select identity.acting_country()) and s.state in ('draft', 'returned')));
drop policy state_removes_own on statistics.figure;
create policy state_removes_own on statistics.figure for delete to corett_state using (
  country = (select identity.acting_country()) and (select statistics.enters_figures())
  and collection in (select s.collection from statistics.submission s
    where s.country = (select identity.acting_country()) and s.state in ('draft', 'returned')));

drop policy state_enters_own on statistics.record;
create policy state_enters_own on statistics.record for insert to corett_state with check (
  country = (select identity.acting_country()) and (select statistics.enters_figures())
  and collection in (select s.collection from statistics.submission s
    where s.country = (select identity.acting_country()) and s.state in ('draft', 'returned')));
drop policy state_removes_own on statistics.record;
create policy state_removes_own on statistics.record for delete to corett_state using (
  country = (select identity.acting_country()) and (select statistics.enters_figures())
  and collection in (select s.collection from statistics.submission s
    where s.country = (select identity.acting_country()) and s.state in ('draft', 'returned')));
-- The policy above already asks for the submission of every record, and a submission is never removed: the reference would
-- only ask the same again, once for each record.
alter table statistics.record drop constraint record_collection_country_fkey;
-- One index instead of two: a case is told by its code. The line is where it stood in the file.
alter table statistics.record drop constraint record_pkey;
alter table statistics.record drop constraint record_collection_country_case_code_key;
alter table statistics.record add primary key (collection, country, case_code);

-- Records arrive by COPY, which does not go into a table under row-level security: they land in a temporary one first.
do $$ begin
  execute format('grant temporary on database %I to corett_state', current_database());
end $$;

-- Files come from the offices that enter figures, in the name of the person who sends them.
drop policy state_own on statistics.upload;
create policy state_reads_own on statistics.upload for select to corett_state using (country = identity.acting_country());
create policy state_sends_own on statistics.upload for insert to corett_state with check (
  country = identity.acting_country() and uploaded_by = identity.acting_account() and statistics.enters_figures());
create policy state_tells_own on statistics.upload for update to corett_state
  using (country = identity.acting_country() and statistics.enters_figures())
  with check (country = identity.acting_country());
-- Workbooks are compressed already, and a large CSV is read back in slices.
alter table statistics.upload alter column bytes set storage external;

-- The frozen matrix of a round belongs to the person who submits.
drop policy state_freezes_own on statistics.figure_round;
create policy state_freezes_own on statistics.figure_round for insert to corett_state with check (
  country = (select identity.acting_country()) and (select identity.acting_office()) = 'focal-point'
  and collection in (select s.collection from statistics.submission s
    where s.country = (select identity.acting_country()) and s.state in ('draft', 'returned')));

-- Nobody submits or signs in another person's name, and the secretariat can only take the names off when it returns.
create function statistics.check_submission_persons() returns trigger language plpgsql as $$
begin
  if new.submitted_by is distinct from old.submitted_by and new.submitted_by is not null
    and (new.submitted_by is distinct from identity.acting_account() or new.state <> 'submitted') then
    raise exception 'Only the person who submits stands as the one who submitted' using errcode = 'check_violation';
  end if;
  if new.signed_by is distinct from old.signed_by and new.signed_by is not null
    and (new.signed_by is distinct from identity.acting_account() or new.state <> 'signed') then
    raise exception 'Only the person who signs stands as the one who signed' using errcode = 'check_violation';
  end if;
  if new.state in ('signed', 'under-review', 'accepted', 'released') and (new.signed_by is null or new.submitted_by is null) then
    raise exception 'A signed submission keeps both its names' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger own_name before update on statistics.submission for each row execute function statistics.check_submission_persons();

-- A state's words about a draft are its own until that round is signed; what the secretariat wrote is the secretariat's.
create function statistics.round_signed(of_collection text, of_country text, of_round integer) returns boolean
language sql stable security definer set search_path = pg_catalog
  return exists (select from statistics.event e where e.collection = of_collection and e.country = of_country
    and e.round = of_round and e.act = 'sign');
drop policy secretariat_reads on statistics.remark;
create policy secretariat_reads on statistics.remark for select to corett_secretariat
  using (office = 'secretariat' or statistics.round_signed(collection, country, round));
-- The office under a remark is the writer's own.
drop policy state_writes on statistics.remark;
create policy state_writes on statistics.remark for insert to corett_state
  with check (country = identity.acting_country() and account = identity.acting_account() and office = identity.acting_office()
    and kind <> 'return-reason');
drop policy secretariat_writes on statistics.remark;
create policy secretariat_writes on statistics.remark for insert to corett_secretariat
  with check (account = identity.acting_account() and office = 'secretariat' and kind <> 'explanation');
