-- The members of the coalition. A tenth joins by a row here; nothing in the code counts to nine.
create schema coalition;
grant usage on schema coalition to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system, corett_auth;

create table coalition.member (
  country text primary key check (country ~ '^[A-Z]{3}$'),
  name_es text not null,
  name_en text not null,
  mechanism_es text not null,
  mechanism_en text not null,
  -- The language in which the mechanism bears its name; the other one is a translation.
  mechanism_language text not null default 'es' check (mechanism_language in ('es', 'en')),
  -- The law or decree it stands on. Null where the coalition's texts do not say: unknown, not none.
  basis_es text,
  basis_en text check ((basis_en is null) = (basis_es is null)),
  -- Null where the founding documents do not tell the year.
  joined_year smallint check (joined_year >= 2011),
  left_year smallint check (left_year >= joined_year),
  -- A country that does not exist, for exercises and training. It never enters a figure of the region.
  fictional boolean not null default false check (not fictional or country ~ '^X[A-Z]{2}$')
);
comment on table coalition.member is 'Member states and their national mechanism (brochure and Strategic Plan 2018-2027, chapter III)';
alter table coalition.member enable row level security;
create policy everybody_reads on coalition.member for select to corett_public, corett_state, corett_secretariat, corett_presidency,
  corett_observer, corett_administrator, corett_system, corett_auth using (true);
create policy secretariat_keeps on coalition.member to corett_secretariat using (true) with check (true);
create policy platform_keeps on coalition.member for insert to corett_system with check (fictional);
grant select on coalition.member to corett_public, corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system, corett_auth;
grant insert (country, name_es, name_en, mechanism_es, mechanism_en, mechanism_language, basis_es, basis_en, joined_year, fictional) on coalition.member to corett_secretariat, corett_system;
grant update (name_es, name_en, mechanism_es, mechanism_en, mechanism_language, basis_es, basis_en, joined_year, left_year) on coalition.member to corett_secretariat;
create trigger audited after insert or update or delete on coalition.member for each row execute function audit.record_row();

insert into coalition.member (country, name_es, name_en, mechanism_es, mechanism_en, joined_year) values
  ('BLZ', 'Belice', 'Belize', 'Consejo contra la Trata de Personas', 'Anti-Trafficking in Persons Council', 2011),
  ('CRI', 'Costa Rica', 'Costa Rica', 'Coalición Nacional contra el Tráfico Ilícito de Migrantes y la Trata de Personas', 'National Coalition against the Smuggling of Migrants and Trafficking in Persons', 2011),
  ('SLV', 'El Salvador', 'El Salvador', 'Consejo Nacional contra la Trata de Personas', 'National Council against Trafficking in Persons', 2011),
  ('GTM', 'Guatemala', 'Guatemala', 'Secretaría contra la Violencia Sexual, Explotación y Trata de Personas', 'Secretariat against Sexual Violence, Exploitation and Trafficking in Persons', 2011),
  ('HND', 'Honduras', 'Honduras', 'Comisión Interinstitucional contra la Explotación Sexual Comercial y la Trata de Personas', 'Inter-institutional Commission against Commercial Sexual Exploitation and Trafficking in Persons', 2011),
  ('MEX', 'México', 'Mexico', 'Comisión Intersecretarial para Prevenir, Sancionar y Erradicar los Delitos en Materia de Trata de Personas y para la Protección y Asistencia a las Víctimas de estos Delitos', 'Inter-ministerial Commission to Prevent, Punish and Eradicate the Crimes of Trafficking in Persons and to Protect and Assist their Victims', 2011),
  ('NIC', 'Nicaragua', 'Nicaragua', 'Coalición Nacional contra la Trata de Personas', 'National Coalition against Trafficking in Persons', 2011),
  ('PAN', 'Panamá', 'Panama', 'Comisión Nacional contra la Trata de Personas', 'National Commission against Trafficking in Persons', null),
  ('DOM', 'República Dominicana', 'Dominican Republic', 'Comisión Interinstitucional de Combate a la Trata de Personas y el Tráfico Ilícito de Migrantes', 'Inter-institutional Commission to Combat Trafficking in Persons and the Smuggling of Migrants', 2011);
update coalition.member m set basis_es = b.es, basis_en = b.en
from (values
  ('CRI', 'Ley n.º 9095, de 2013', 'Law No. 9095 of 2013'),
  ('SLV', 'Decreto Legislativo n.º 824, de 2014', 'Legislative Decree No. 824 of 2014'),
  ('GTM', 'Decreto n.º 9-2009', 'Decree No. 9-2009'),
  ('HND', 'Decreto n.º 59-2012', 'Decree No. 59-2012'),
  ('MEX', 'Ley General del 14 de junio de 2012', 'General Law of 14 June 2012'),
  ('NIC', 'Ley n.º 896, de 2015', 'Law No. 896 of 2015'),
  ('PAN', 'Ley 79 del 9 de noviembre de 2011', 'Law 79 of 9 November 2011'),
  ('DOM', 'Decreto 575-07', 'Decree 575-07')
) as b (country, es, en) where b.country = m.country;
update coalition.member set mechanism_language = 'en' where country = 'BLZ';
-- Forced once the starting content is in: from here on the owner keeps to the policies too.
alter table coalition.member force row level security;
