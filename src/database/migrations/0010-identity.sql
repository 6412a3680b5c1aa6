-- Identity: who has an account, which office they hold, how they prove who they are, and who is signed in.
--
-- Two doors lead here. Members go through their own role and see what a policy shows them. The sign-in door (better-auth
-- and the rules beside it) goes as corett_auth, the only role that reads a password digest or a session token.

create table identity.account (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> ''),
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  email_verified boolean not null default false,
  image text,
  language text not null default 'es' check (language in ('es', 'en')),
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.account is 'A person who can sign in. Without a current office an account can do nothing';

create table identity.office (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references identity.account on delete restrict,
  office text not null check (office in ('secretariat', 'presidency', 'delegate-titular', 'delegate-alternate',
    'focal-point', 'communicator', 'observer', 'administrator')),
  country text check (country ~ '^[A-Z]{3}$'),
  organisation text,
  "from" timestamptz not null default now(),
  until timestamptz,
  given_by uuid references identity.account on delete restrict,
  -- An office of the whole coalition has no country; an office of a state has one.
  constraint country_of_state_office check (
    (office in ('secretariat', 'presidency', 'observer', 'administrator')) = (country is null)),
  constraint organisation_of_observer check (organisation is null or office = 'observer'),
  constraint ends_after_it_begins check (until is null or until >= "from")
);
comment on table identity.office is 'An office that an account holds or held; ended, never removed';
create index office_by_account on identity.office (account);
create unique index office_held_once on identity.office (account, office, coalesce(country, '')) where until is null;

-- better-auth: one signed-in device.
create table identity.session (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references identity.account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  second_factor_at timestamptz,
  acting_office uuid references identity.office on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column identity.session.second_factor_at is 'When the second factor was shown; without it the session opens nothing but the second step';
create index session_by_account on identity.session (account);
create index session_by_office on identity.session (acting_office);

-- better-auth: the password (provider 'credential'), and later the single sign-on of governments.
create table identity.credential (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references identity.account on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_by_account on identity.credential (account);

-- better-auth: short-lived proofs (password reset, passkey challenge), under a digest of their secret.
create table identity.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on identity.verification (identifier);

create table identity.authenticator (
  account uuid primary key references identity.account on delete cascade,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
comment on table identity.authenticator is 'The application that shows codes of six digits; its secret is encrypted. last_step: a code works once';

create table identity.recovery_code (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references identity.account on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  unique (account, digest)
);

-- better-auth: passkeys.
create table identity.passkey (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references identity.account on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkey_by_account on identity.passkey (account);

create table identity.throttle (
  key text primary key,
  failures integer not null default 0 check (failures >= 0),
  blocked_until timestamptz,
  last_at timestamptz not null default now()
);
comment on table identity.throttle is 'Failed attempts by account and by address, so that several servers count together. Keys are digests';

create table identity.invitation (
  id uuid primary key default gen_random_uuid(),
  token_digest bytea not null unique,
  email text check (email = lower(email) and email like '%_@_%'),
  name text,
  office text not null,
  country text,
  organisation text,
  language text not null default 'es' check (language in ('es', 'en')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  invited_by uuid references identity.account on delete restrict,
  account uuid references identity.account on delete restrict,
  constraint country_of_state_office check (
    (office in ('secretariat', 'presidency', 'observer', 'administrator')) = (country is null)),
  -- Only the first link of an installation may leave open who will use it.
  constraint invited_person_is_named check (invited_by is null or (email is not null and name is not null))
);
create index invitation_by_email on identity.invitation (email);
create index invitation_by_inviter on identity.invitation (invited_by);
create index invitation_by_account on identity.invitation (account);

do $$
declare name text;
begin
  foreach name in array array['account', 'office', 'session', 'credential', 'verification', 'authenticator',
    'recovery_code', 'passkey', 'throttle', 'invitation'] loop
    execute format('alter table identity.%I enable row level security', name);
    execute format('alter table identity.%I force row level security', name);
    execute format('create policy sign_in_door on identity.%I to corett_auth using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on identity.%I to corett_auth', name);
  end loop;
end $$;
revoke delete on identity.account, identity.office, identity.invitation from corett_auth;

-- Who sees offices: everyone their own; a state those of its own country, and who holds the secretariat and the
-- presidency; those who keep the accounts, all. The rest of the platform names people through these two tables.
create policy own on identity.office for select to corett_state, corett_presidency, corett_observer
  using (account = identity.acting_account());
create policy same_country on identity.office for select to corett_state using (country = identity.acting_country());
create policy organs on identity.office for select to corett_state, corett_presidency, corett_observer
  using (office in ('secretariat', 'presidency'));
create policy keepers on identity.office for select to corett_secretariat, corett_administrator, corett_system using (true);
create policy keepers_give on identity.office for insert to corett_secretariat, corett_administrator
  with check (given_by = identity.acting_account() and account <> identity.acting_account());
-- Nobody ends an office of their own: the last one to keep the accounts cannot lock everybody out by mistake.
create policy keepers_end on identity.office for update to corett_secretariat, corett_administrator
  using (account <> identity.acting_account() and until is null) with check (until is not null);
grant select on identity.office to corett_state, corett_presidency, corett_observer, corett_secretariat, corett_administrator, corett_system;
grant insert (id, account, office, country, organisation, given_by) on identity.office to corett_secretariat, corett_administrator;
grant update (until) on identity.office to corett_secretariat, corett_administrator;

create policy own on identity.account for select to corett_state, corett_presidency, corett_observer
  using (id = identity.acting_account());
-- The subquery is itself under the policies of identity.office.
create policy office_seen on identity.account for select to corett_state, corett_presidency, corett_observer
  using (exists (select from identity.office o where o.account = account.id));
create policy keepers on identity.account for select to corett_secretariat, corett_administrator, corett_system using (true);
create policy keepers_rename on identity.account for update to corett_secretariat, corett_administrator using (true) with check (true);
grant select (id, name) on identity.account to corett_state, corett_presidency, corett_observer;
grant select on identity.account to corett_secretariat, corett_administrator, corett_system;
grant update (name, updated_at) on identity.account to corett_secretariat, corett_administrator;

-- Sessions, passkeys, authenticators, recovery codes: each member sees and ends their own; keepers see that they exist and
-- can end them for a person who lost the telephone. Nobody but the sign-in door reads tokens, secrets or digests.
do $$
declare
  name text;
  columns text;
begin
  for name, columns in values
    ('session', 'id, account, expires_at, user_agent, second_factor_at, acting_office, created_at, updated_at'),
    ('passkey', 'id, account, name, device_type, backed_up, created_at'),
    ('authenticator', 'account, confirmed_at, created_at'),
    ('recovery_code', 'id, account, used_at, created_at')
  loop
    execute format('create policy own_seen on identity.%I for select to corett_state, corett_presidency, corett_observer using (account = identity.acting_account())', name);
    execute format('create policy own_ended on identity.%I for delete to corett_state, corett_presidency, corett_observer using (account = identity.acting_account())', name);
    execute format('create policy keepers_see on identity.%I for select to corett_secretariat, corett_administrator using (true)', name);
    execute format('create policy keepers_end on identity.%I for delete to corett_secretariat, corett_administrator using (true)', name);
    execute format('grant select (%s), delete on identity.%I to corett_state, corett_presidency, corett_observer, corett_secretariat, corett_administrator', columns, name);
  end loop;
end $$;
-- Which of one's own current offices acts in this session.
create policy own_switched on identity.session for update to corett_state, corett_presidency, corett_observer, corett_secretariat, corett_administrator
  using (account = identity.acting_account())
  with check (account = identity.acting_account() and exists (
    select from identity.office o where o.id = acting_office and o.account = identity.acting_account() and o.until is null));
grant update (acting_office) on identity.session to corett_state, corett_presidency, corett_observer, corett_secretariat, corett_administrator;

create policy keepers on identity.invitation to corett_secretariat, corett_administrator
  using (true) with check (invited_by = identity.acting_account() or withdrawn_at is not null);
grant select (id, email, name, office, country, organisation, language, created_at, expires_at, used_at, withdrawn_at, invited_by, account)
  on identity.invitation to corett_secretariat, corett_administrator;
grant insert (id, token_digest, email, name, office, country, organisation, language, expires_at, invited_by)
  on identity.invitation to corett_secretariat, corett_administrator;
grant update (withdrawn_at) on identity.invitation to corett_secretariat, corett_administrator;

-- Audit: every write, without what would open a door. Throttle counts and the session's heartbeat are no acts.
create trigger audited after insert or update or delete on identity.account for each row execute function audit.record_row('updated_at');
create trigger audited after insert or update or delete on identity.office for each row execute function audit.record_row();
create trigger audited after insert or update or delete on identity.session for each row
  execute function audit.record_row('token', 'expires_at', 'updated_at');
create trigger audited after insert or update or delete on identity.credential for each row
  execute function audit.record_row('password', 'access_token', 'refresh_token', 'id_token');
create trigger audited after insert or update or delete on identity.verification for each row
  execute function audit.record_row('identifier', 'value');
create trigger audited after insert or update or delete on identity.authenticator for each row
  execute function audit.record_row('secret', 'last_step');
create trigger audited after insert or update or delete on identity.recovery_code for each row
  execute function audit.record_row('digest');
create trigger audited after insert or update or delete on identity.passkey for each row
  execute function audit.record_row('public_key', 'credential_id', 'counter');
create trigger audited after insert or update or delete on identity.invitation for each row
  execute function audit.record_row('token_digest');
