-- An approval belongs to what a country saw, not to one build: when another country's correction makes the candidate anew and
-- a page has not changed by a byte, its approval holds. The same for what the secretariat answered for.
drop table statistics.page_approval;
drop table statistics.release_signoff;

create table statistics.page_approval (
  collection text not null,
  country text not null,
  page_sha256 text not null check (page_sha256 ~ '^[0-9a-f]{64}$'),
  account uuid not null,
  author text not null,
  at timestamptz not null default now(),
  primary key (collection, country, page_sha256),
  foreign key (collection, country) references statistics.submission on delete restrict
);
comment on table statistics.page_approval is 'A country approved its page of a release: page_sha256 is the digest of every figure on it';
alter table statistics.page_approval enable row level security;
alter table statistics.page_approval force row level security;
create policy state_reads_own on statistics.page_approval for select to corett_state using (country = identity.acting_country());
create policy state_approves on statistics.page_approval for insert to corett_state
  with check (country = identity.acting_country() and account = identity.acting_account()
    and identity.acting_office() in ('delegate-titular', 'delegate-alternate'));
create policy others_read on statistics.page_approval for select to corett_secretariat, corett_presidency, corett_system using (true);
grant select on statistics.page_approval to corett_state, corett_secretariat, corett_presidency, corett_system;
grant insert (collection, country, page_sha256, account, author) on statistics.page_approval to corett_state;
create trigger audited after insert or update or delete on statistics.page_approval for each row execute function audit.record_row();
create trigger kept_for_ever before update or delete on statistics.page_approval for each row execute function audit.refuse_change();

create table statistics.release_signoff (
  collection text not null references statistics.collection on delete restrict,
  item text not null,
  body text not null check (length(btrim(body)) between 1 and 4000),
  account uuid not null,
  author text not null,
  at timestamptz not null default now(),
  primary key (collection, item)
);
comment on table statistics.release_signoff is 'What the secretariat answers for by name: a large group of which nearly all share an attribute';
alter table statistics.release_signoff enable row level security;
alter table statistics.release_signoff force row level security;
create policy keepers_read on statistics.release_signoff for select to corett_secretariat, corett_system using (true);
create policy secretariat_answers on statistics.release_signoff for insert to corett_secretariat with check (account = identity.acting_account());
grant select on statistics.release_signoff to corett_secretariat, corett_system;
grant insert (collection, item, body, account, author) on statistics.release_signoff to corett_secretariat;
create trigger audited after insert or update or delete on statistics.release_signoff for each row execute function audit.record_row();
create trigger kept_for_ever before update or delete on statistics.release_signoff for each row execute function audit.refuse_change();
