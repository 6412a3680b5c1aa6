-- The coalition as a body: what its organs do, who holds their offices and held them, its committees and observers, who
-- speaks for each country, and the directory that each country keeps.
--
-- Sources by name: 'Plan' is the Strategic Plan 2018-2027. Null is 'the source does not say', never 'none'.

-- Members: the mechanism's facts, and the days of joining and leaving where they are known.
alter table coalition.member
  add column lead_es text,
  add column lead_en text,
  add column institutions smallint check (institutions > 0),
  add column institutions_source_es text,
  add column institutions_source_en text,
  add column institutions_year smallint,
  add column source_es text,
  add column source_en text,
  add column source_page smallint check (source_page > 0),
  add column joined_on date,
  add column left_on date,
  add constraint lead_in_both_languages check ((lead_es is null) = (lead_en is null)),
  add constraint institutions_have_source check ((institutions is null) = (institutions_source_es is null) and (institutions is null) = (institutions_source_en is null)),
  add constraint joined_on_in_year check (joined_on is null or joined_year = extract(year from joined_on)),
  add constraint left_on_in_year check (left_on is null or left_year = extract(year from left_on)),
  add constraint left_after_joining check (left_on is null or joined_on is null or left_on > joined_on);
comment on column coalition.member.lead_es is 'The lead agency or presiding authority of the national mechanism';
comment on column coalition.member.institutions is 'How many institutions the mechanism joins, as the source counts them';
comment on column coalition.member.institutions_year is 'The year of the text that counted them; null where it is not dated';
comment on column coalition.member.source_page is 'The printed page; null where the copy at hand does not print it';
comment on column coalition.member.left_on is 'The first day on which the state is no longer a member';
grant insert (lead_es, lead_en, source_es, source_en, joined_on) on coalition.member to corett_secretariat;
grant update (lead_es, lead_en, institutions, institutions_source_es, institutions_source_en, institutions_year, source_es, source_en,
  source_page, joined_on, left_on) on coalition.member to corett_secretariat;

-- The owner keeps to the policies too; for the starting content they are lifted and put back.
alter table coalition.member no force row level security;
update coalition.member m set lead_es = l.es, lead_en = l.en
from (values
  ('GTM', 'Secretaría contra la Violencia Sexual, Explotación y Trata de Personas (SVET), adscrita a la Vicepresidencia de la República',
          'Secretariat against Sexual Violence, Exploitation and Trafficking in Persons (SVET), attached to the Office of the Vice-President of the Republic'),
  ('SLV', 'Preside el Ministerio de Justicia y Seguridad Pública', 'Chaired by the Ministry of Justice and Public Security'),
  ('HND', 'Órgano desconcentrado de la Secretaría de Estado en los Despachos de Justicia y Derechos Humanos',
          'Deconcentrated body of the Secretariat of State for Justice and Human Rights'),
  ('NIC', 'Preside y coordina el Ministerio de Gobernación', 'Chaired and coordinated by the Ministry of the Interior'),
  ('PAN', 'Adscrita al Ministerio de Seguridad Pública, cuyo titular preside el Consejo Directivo',
          'Attached to the Ministry of Public Security, whose minister chairs the Governing Council'),
  ('DOM', 'La presidencia y la secretaría permanente corresponden a Relaciones Exteriores',
          'The chair and the permanent secretariat belong to Foreign Affairs'),
  ('MEX', 'Preside la Subsecretaría de Derechos Humanos, por designación de la Secretaría de Gobernación',
          'Chaired by the Under-Secretariat for Human Rights, designated by the Ministry of the Interior')
) as l (country, es, en) where l.country = m.country;
update coalition.member m
set institutions = i.count, institutions_year = i.year, institutions_source_es = i.es, institutions_source_en = i.en
from (values
  ('CRI', 22, 2016, 'Instituciones estatales; la sociedad civil y los organismos internacionales participan además. Estrategia Regional para la Atención Integral (2016), citada en el Plan Estratégico 2018-2027, capítulo III',
    'State institutions; civil society and international bodies take part besides. Regional Strategy for Comprehensive Care (2016), cited in the Strategic Plan 2018-2027, chapter III'),
  ('GTM', 26, 2016, 'Instituciones del Estado en la Comisión Interinstitucional contra la Trata de Personas (CIT). Estrategia Regional para la Atención Integral (2016), citada en el Plan Estratégico 2018-2027, capítulo III',
    'State institutions in the Inter-institutional Commission against Trafficking in Persons (CIT). Regional Strategy for Comprehensive Care (2016), cited in the Strategic Plan 2018-2027, chapter III'),
  ('SLV', 14, 2016, 'Instituciones del Estado, además de 5 organismos internacionales y 7 organizaciones de la sociedad civil. Estrategia Regional para la Atención Integral (2016), citada en el Plan Estratégico 2018-2027, capítulo III',
    'State institutions, besides 5 international bodies and 7 civil society organisations. Regional Strategy for Comprehensive Care (2016), cited in the Strategic Plan 2018-2027, chapter III'),
  ('HND', 38, null, 'Instancias públicas, privadas y de cooperación. Plan Estratégico 2018-2027, capítulo III',
    'Public, private and cooperation bodies. Strategic Plan 2018-2027, chapter III'),
  ('NIC', 20, 2015, 'Instituciones de gobierno, además de representantes regionales, universitarios y sociales. Ley n.º 896, artículos 7 y 8, citada en el Plan Estratégico 2018-2027, capítulo III',
    'Government institutions, besides regional, university and social representatives. Law No. 896, articles 7 and 8, cited in the Strategic Plan 2018-2027, chapter III')
) as i (country, count, year, es, en) where i.country = m.country;
update coalition.member set source_es = 'Plan Estratégico 2018-2027, capítulo III', source_en = 'Strategic Plan 2018-2027, chapter III' where country <> 'BLZ';
-- Those who took part in the first formal meeting (Plan, chapter II). The Plan does not tell when Mexico, invited in February
-- 2012, and the Dominican Republic joined.
update coalition.member set joined_on = '2011-09-16', joined_year = 2011 where country in ('HND', 'GTM', 'SLV', 'PAN', 'NIC', 'BLZ', 'CRI');
update coalition.member set joined_year = null where country in ('MEX', 'DOM');
alter table coalition.member force row level security;

-- Organs and their functions.
create table coalition.organ (
  code text primary key check (code in ('plenary', 'presidency', 'secretariat', 'committees')),
  position smallint not null unique,
  name_es text not null,
  name_en text not null,
  summary_es text not null,
  summary_en text not null,
  -- How long a term lasts; null for organs without terms.
  term_months smallint check (term_months > 0),
  source_es text not null,
  source_en text not null
);
comment on table coalition.organ is 'The organs of the coalition (Strategic Plan 2018-2027, chapter VIII)';
create table coalition.organ_function (
  organ text not null references coalition.organ on delete restrict,
  number smallint not null check (number > 0),
  text_es text not null,
  text_en text not null,
  primary key (organ, number)
);
comment on table coalition.organ_function is 'What an organ does, numbered as in the Strategic Plan 2018-2027, chapter VIII, in plain words';

-- Terms of office.
create table coalition.term (
  id uuid primary key default gen_random_uuid(),
  office text not null check (office in ('presidency', 'secretariat', 'executive-coordination', 'executive-member')),
  country text references coalition.member on delete restrict,
  body text check (btrim(body) <> ''),
  "from" date not null,
  -- The last day. Null: it runs until a next one begins, or, where end_unknown, ended on a day that the source does not tell.
  until date check (until >= "from"),
  end_unknown boolean not null default false check (not end_unknown or until is null),
  -- 'year': the source tells the year alone.
  precision text not null default 'day' check (precision in ('day', 'year')),
  elected_at text check (btrim(elected_at) <> ''),
  source_es text not null check (btrim(source_es) <> ''),
  source_en text not null check (btrim(source_en) <> ''),
  span daterange generated always as (daterange("from", case when end_unknown then "from" else until end, '[]')) stored,
  constraint one_holder check ((country is null) <> (body is null)),
  constraint one_presidency exclude using gist (span with &&) where (office = 'presidency'),
  constraint one_secretariat exclude using gist (span with &&) where (office = 'secretariat'),
  constraint one_coordination exclude using gist (span with &&) where (office = 'executive-coordination')
);
comment on table coalition.term is 'Who held an office of the coalition and when; terms of one office never overlap';
comment on column coalition.term.elected_at is 'Number of the meeting that elected (IV-2023), or founding document; null where the source does not say';
create index term_by_country on coalition.term (country);
create index term_by_office on coalition.term (office, "from");

-- Organisations that accompany the coalition.
create table coalition.observer_organisation (
  code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  name_es text not null check (btrim(name_es) <> ''),
  name_en text not null check (btrim(name_en) <> ''),
  short_es text,
  short_en text,
  -- 'observer' where the source calls it so; 'participant' where it only tells that it took part.
  standing text not null check (standing in ('observer', 'participant')),
  since_on date,
  until_on date check (until_on >= since_on),
  source_es text not null,
  source_en text not null
);
comment on table coalition.observer_organisation is 'Observers and organisations that take part, with the text that tells of them; since_on is null where no text tells it';

-- Working committees.
create table coalition.committee (
  id uuid primary key default gen_random_uuid(),
  name_es text not null check (btrim(name_es) <> ''),
  name_en text not null check (btrim(name_en) <> ''),
  mandate_es text not null check (btrim(mandate_es) <> ''),
  mandate_en text not null check (btrim(mandate_en) <> ''),
  created_at_meeting text check (btrim(created_at_meeting) <> ''),
  agreement text check (btrim(agreement) <> ''),
  created_on date,
  due_words_es text,
  due_words_en text check ((due_words_en is null) = (due_words_es is null)),
  due_on date,
  state text not null default 'working' check (state in ('working', 'delivered', 'dissolved')),
  closed_on date check ((state <> 'working') or closed_on is null),
  deliverable_es text,
  deliverable_en text check ((deliverable_en is null) = (deliverable_es is null)),
  source_es text,
  source_en text check ((source_en is null) = (source_es is null))
);
comment on table coalition.committee is 'Working committees (petit comité): mandate, who volunteered, when it is due, what it delivered';
comment on column coalition.committee.agreement is 'The agreement that created it, by its number or id';
create table coalition.committee_member (
  committee uuid not null references coalition.committee on delete restrict,
  country text not null references coalition.member on delete restrict,
  coordinates boolean not null default false,
  primary key (committee, country)
);
comment on table coalition.committee_member is 'Countries that volunteered for a committee; one may coordinate';
create unique index committee_one_coordinator on coalition.committee_member (committee) where coordinates;
create index committee_member_by_country on coalition.committee_member (country);
create table coalition.committee_collaborator (
  committee uuid not null references coalition.committee on delete restrict,
  organisation text not null references coalition.observer_organisation on delete restrict,
  note_es text,
  note_en text check ((note_en is null) = (note_es is null)),
  primary key (committee, organisation)
);
comment on table coalition.committee_collaborator is 'Organisations that offered to help a committee';
create index committee_collaborator_by_organisation on coalition.committee_collaborator (organisation);

-- Who speaks for a country, by crime.
create table coalition.delegation (
  id uuid primary key default gen_random_uuid(),
  country text not null references coalition.member on delete restrict,
  crime text not null check (crime in ('trafficking', 'smuggling', 'both')),
  rank text not null check (rank in ('titular', 'alternate')),
  account uuid references identity.account on delete restrict,
  -- The name as designated; kept also where there is an account, whose name may change.
  name text not null check (btrim(name) <> ''),
  "from" date not null,
  -- The first day on which it no longer holds.
  until date check (until >= "from"),
  note text
);
comment on table coalition.delegation is 'Titular and alternate of each country and crime, with history: a row is ended, never changed';
create index delegation_by_country on coalition.delegation (country);
create index delegation_by_account on coalition.delegation (account);
-- One person at a time for each crime; 'both' takes the place of either.
create unique index delegation_one_for_trafficking on coalition.delegation (country, rank) where until is null and crime in ('trafficking', 'both');
create unique index delegation_one_for_smuggling on coalition.delegation (country, rank) where until is null and crime in ('smuggling', 'both');

-- The directory.
create table coalition.contact (
  id uuid primary key default gen_random_uuid(),
  country text references coalition.member on delete restrict,
  organisation text references coalition.observer_organisation on delete restrict,
  organ text references coalition.organ on delete restrict,
  name text not null check (btrim(name) <> ''),
  post text,
  institution text,
  email text check (email = lower(email) and email like '%_@_%'),
  telephone text,
  crime text not null default 'both' check (crime in ('trafficking', 'smuggling', 'both')),
  language text not null default 'es' check (language in ('es', 'en')),
  kind text not null check (kind in ('authority', 'delegate', 'focal-point', 'technical', 'communication', 'urgent')),
  confirmed_on date not null,
  entered_at timestamptz not null default now(),
  ended_at timestamptz,
  -- The version that took the place of this one, when it was changed and not removed.
  replaced_by uuid references coalition.contact on delete restrict deferrable initially deferred,
  constraint one_keeper check (num_nonnulls(country, organisation, organ) = 1),
  constraint reachable check (email is not null or telephone is not null),
  constraint replaced_once_ended check (replaced_by is null or ended_at is not null)
);
comment on table coalition.contact is 'The directory of contacts. A change ends a row and adds one: the earlier versions stay, under the same policies';
comment on column coalition.contact.confirmed_on is 'The day on which its keeper last said that it still holds';
create index contact_by_country on coalition.contact (country) where ended_at is null;
create index contact_by_organisation on coalition.contact (organisation);
create index contact_by_organ on coalition.contact (organ);
create index contact_by_replacement on coalition.contact (replaced_by);

create table coalition.contact_reminder (
  country text not null references coalition.member on delete restrict,
  sent_on date not null,
  primary key (country, sent_on)
);
comment on table coalition.contact_reminder is 'When a country was asked by mail to confirm its contacts, so that it is asked once a month';

-- Organs, terms, committees and organisations are public; the secretariat keeps them, and what the plenary decides is entered
-- by the presidency too.
do $$
declare name text;
begin
  foreach name in array array['organ', 'organ_function', 'term', 'observer_organisation', 'committee', 'committee_member',
    'committee_collaborator'] loop
    execute format('alter table coalition.%I enable row level security', name);
    execute format('create policy everybody_reads on coalition.%I for select to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator, corett_system using (true)', name);
    execute format('grant select on coalition.%I to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator, corett_system', name);
    execute format('create trigger audited after insert or update or delete on coalition.%I for each row execute function audit.record_row()', name);
  end loop;
  foreach name in array array['term', 'committee', 'committee_member', 'committee_collaborator'] loop
    execute format('create policy organs_enter on coalition.%I for insert to corett_secretariat, corett_presidency with check (true)', name);
  end loop;
end $$;
create policy organs_end on coalition.term for update to corett_secretariat, corett_presidency using (true) with check (until is not null);
create policy organs_close on coalition.committee for update to corett_secretariat, corett_presidency
  using (state = 'working') with check (state <> 'working');
create policy secretariat_enters on coalition.observer_organisation for insert to corett_secretariat with check (true);
create policy secretariat_ends on coalition.observer_organisation for update to corett_secretariat using (true) with check (true);
grant insert (id, office, country, body, "from", until, elected_at, source_es, source_en) on coalition.term to corett_secretariat, corett_presidency;
grant update (until) on coalition.term to corett_secretariat, corett_presidency;
grant insert (id, name_es, name_en, mandate_es, mandate_en, created_at_meeting, agreement, created_on, due_words_es, due_words_en, due_on, source_es, source_en)
  on coalition.committee to corett_secretariat, corett_presidency;
grant update (state, closed_on, deliverable_es, deliverable_en) on coalition.committee to corett_secretariat, corett_presidency;
grant insert on coalition.committee_member, coalition.committee_collaborator to corett_secretariat, corett_presidency;
grant insert (code, name_es, name_en, short_es, short_en, standing, since_on, source_es, source_en) on coalition.observer_organisation to corett_secretariat;
grant update (standing, since_on, until_on) on coalition.observer_organisation to corett_secretariat;

-- Delegations: seen by members, entered by the country's titular or by the secretariat. An account that is named must hold an
-- office of that country's delegation.
alter table coalition.delegation enable row level security;
create policy members_read on coalition.delegation for select to corett_state, corett_secretariat, corett_presidency, corett_system using (true);
create policy titular_enters on coalition.delegation for insert to corett_state with check (
  country = identity.acting_country() and identity.acting_office() = 'delegate-titular'
  and (account is null or exists (select from identity.office o where o.account = delegation.account
    and o.country = delegation.country and o.office in ('delegate-titular', 'delegate-alternate') and o.until is null)));
create policy titular_ends on coalition.delegation for update to corett_state
  using (country = identity.acting_country() and identity.acting_office() = 'delegate-titular' and until is null)
  with check (until is not null);
create policy secretariat_enters on coalition.delegation for insert to corett_secretariat with check (
  account is null or exists (select from identity.office o where o.account = delegation.account
    and o.country = delegation.country and o.office in ('delegate-titular', 'delegate-alternate') and o.until is null));
create policy secretariat_ends on coalition.delegation for update to corett_secretariat using (until is null) with check (until is not null);
grant select on coalition.delegation to corett_state, corett_secretariat, corett_presidency, corett_system;
grant insert (id, country, crime, rank, account, name, "from", until, note) on coalition.delegation to corett_state, corett_secretariat;
grant update (until) on coalition.delegation to corett_state, corett_secretariat;
create trigger audited after insert or update or delete on coalition.delegation for each row execute function audit.record_row('name', 'note');

-- Contacts: members read all, a country keeps its own and nobody else's, the secretariat keeps those of organs and
-- organisations. Observers read the organs' alone; the administrator and the public none. The audit says that an entry
-- changed; the personal data stay in this table and its policies.
alter table coalition.contact enable row level security;
create policy members_read on coalition.contact for select to corett_state, corett_secretariat, corett_presidency, corett_system using (true);
create policy observers_read_organs on coalition.contact for select to corett_observer using (organ is not null and ended_at is null);
create policy own_entered on coalition.contact for insert to corett_state with check (country = identity.acting_country());
create policy own_changed on coalition.contact for update to corett_state
  using (country = identity.acting_country() and ended_at is null) with check (country = identity.acting_country());
create policy secretariat_enters on coalition.contact for insert to corett_secretariat with check (country is null);
create policy secretariat_changes on coalition.contact for update to corett_secretariat
  using (country is null and ended_at is null) with check (country is null);
grant select on coalition.contact to corett_state, corett_secretariat, corett_presidency, corett_observer;
-- The daily errand counts days; it has no use for names and numbers.
grant select (id, country, organisation, organ, confirmed_on, ended_at) on coalition.contact to corett_system;
grant insert (id, country, organisation, organ, name, post, institution, email, telephone, crime, language, kind, confirmed_on) on coalition.contact to corett_state, corett_secretariat;
grant update (confirmed_on, ended_at, replaced_by) on coalition.contact to corett_state, corett_secretariat;
create trigger audited after insert or update or delete on coalition.contact
  for each row execute function audit.record_row('name', 'post', 'institution', 'email', 'telephone');

alter table coalition.contact_reminder enable row level security;
create policy platform_keeps on coalition.contact_reminder to corett_system using (true) with check (true);
create policy secretariat_reads on coalition.contact_reminder for select to corett_secretariat using (true);
create policy own_read on coalition.contact_reminder for select to corett_state using (country = identity.acting_country());
grant select, insert on coalition.contact_reminder to corett_system;
grant select on coalition.contact_reminder to corett_secretariat, corett_state;
create trigger audited after insert or update or delete on coalition.contact_reminder for each row execute function audit.record_row();
