-- Long work and mail. The queue itself is graphile-worker's, in a schema of its own that corett_jobs owns;
-- what people see of a task (progress, result, problem) stands here, under row-level security.
create schema jobs;
grant usage on schema jobs to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator,
  corett_system, corett_jobs, corett_auth;

create table jobs.task (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  title jsonb not null check (title ? 'es' and title ? 'en'),
  account uuid,
  country text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  step jsonb check (step ? 'es' and step ? 'en'),
  done integer not null default 0 check (done >= 0),
  total integer not null default 0 check (total >= 0),
  attempts integer not null default 0,
  result jsonb,
  problem jsonb check (problem ? 'es' and problem ? 'en'),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
comment on table jobs.task is 'Long work: who asked for it, how far it is, what came of it';
create index task_by_account on jobs.task (account, created_at desc);
alter table jobs.task enable row level security;
alter table jobs.task force row level security;
-- A member sees what they asked for and what their state asked for; those who run the platform see all.
create policy own on jobs.task for select to corett_state, corett_presidency, corett_observer
  using (account = identity.acting_account() or country = identity.acting_country());
create policy all_for_keepers on jobs.task for select to corett_secretariat, corett_administrator using (true);
create policy ask on jobs.task for insert to corett_state, corett_secretariat, corett_presidency, corett_administrator
  with check (account = identity.acting_account());
create policy platform on jobs.task to corett_system using (true) with check (true);
create policy retry on jobs.task for update to corett_secretariat, corett_administrator using (state = 'failed') with check (state = 'waiting');
grant select on jobs.task to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator;
grant insert (id, kind, title, account, country) on jobs.task to corett_state, corett_secretariat, corett_presidency, corett_administrator;
grant update (state, problem) on jobs.task to corett_secretariat, corett_administrator;
grant select, insert, update, delete on jobs.task to corett_system;

-- Puts a task into the queue, in the transaction that asks for it: no commit, no task.
create function jobs.enqueue(kind text, payload json, max_attempts integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(kind, payload, max_attempts => max_attempts);
end $$;
revoke execute on function jobs.enqueue(text, json, integer) from public;
grant execute on function jobs.enqueue(text, json, integer) to corett_state, corett_secretariat, corett_presidency,
  corett_administrator, corett_system, corett_auth;
do $$ begin
  execute format('grant corett_jobs to %I', current_user);
  execute format('grant create on database %I to corett_jobs', current_database());
end $$;
grant create on schema jobs to corett_jobs;
alter function jobs.enqueue(text, json, integer) owner to corett_jobs;
revoke create on schema jobs from corett_jobs;

create schema mail;
grant usage on schema mail to corett_state, corett_secretariat, corett_presidency, corett_administrator, corett_system, corett_auth;
create table mail.message (
  id uuid primary key default gen_random_uuid(),
  recipient text not null check (recipient like '%_@_%'),
  subject text not null,
  body text not null,
  state text not null default 'kept' check (state in ('kept', 'waiting', 'sent', 'failed')),
  problem text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
comment on table mail.message is 'The outbox. kept: no mail server is set, the message is read on the platform';
alter table mail.message enable row level security;
alter table mail.message force row level security;
-- Anyone who acts may cause a message; only those who run the platform read the outbox.
create policy post on mail.message for insert to corett_state, corett_secretariat, corett_presidency, corett_administrator, corett_auth with check (true);
create policy keepers_read on mail.message for select to corett_secretariat, corett_administrator using (true);
create policy platform on mail.message to corett_system using (true) with check (true);
grant insert (id, recipient, subject, body, state) on mail.message to corett_state, corett_secretariat, corett_presidency, corett_administrator, corett_auth;
grant select on mail.message to corett_secretariat, corett_administrator;
grant select, insert, update on mail.message to corett_system;
