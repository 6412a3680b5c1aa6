-- What the plenary names in the archive and in the coalition's committees exists there.
alter table plenary.meeting_document add foreign key (document) references archive.document on delete restrict;
alter table plenary.country_report add foreign key (document) references archive.document on delete restrict;
alter table plenary.representation add foreign key (report_document) references archive.document on delete restrict;
alter table plenary.handover add foreign key (report_document) references archive.document on delete restrict;
alter table plenary.act add foreign key (document) references archive.document on delete restrict;
alter table plenary.certificate add foreign key (document) references archive.document on delete restrict;
alter table plenary.certificate add foreign key (agreement) references plenary.agreement on delete restrict;
alter table plenary.agreement_progress add foreign key (evidence_document) references archive.document on delete restrict;
alter table plenary.agreement_offspring add foreign key (document) references archive.document on delete restrict;
alter table plenary.agreement_offspring add foreign key (committee) references coalition.committee on delete restrict;
alter table plenary.agreement_responsible add foreign key (committee) references coalition.committee on delete restrict;

-- The papers of a meeting that is being prepared are read by those who lead. With the convocation they open: to the member
-- states, and to observers those that are open to them. A paper attached later opens at once. Readers are only ever added.
create policy plenary_opens on archive.document for update to current_user using (class = 'meeting-document') with check (class = 'meeting-document');
create function plenary.open_documents(of_meeting text) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  opened integer := 0;
  each record;
begin
  if coalesce(identity.acting_office(), '') not in ('secretariat', 'presidency') then return 0; end if;
  if not exists (select from plenary.meeting m where m.id = of_meeting and m.state in ('convened', 'open')) then return 0; end if;
  for each in
    select a.id, case when p.open_to_observers and coalesce(i.open_to_observers, true) then 'observers' else 'members' end as circle
    from plenary.meeting_document p join archive.document a on a.id = p.document left join plenary.agenda_item i on i.id = p.item
    where p.meeting = of_meeting and p.withdrawn_at is null and a.access in ('organs', 'members')
  loop
    update archive.document a set access = each.circle
    where a.id = each.id and (a.access = 'organs' or (a.access = 'members' and each.circle = 'observers'));
    if found then opened := opened + 1; end if;
  end loop;
  return opened;
end $$;
comment on function plenary.open_documents(text) is 'Opens the papers of a convened meeting in the archive to those who are convened; gives how many gained readers';
revoke execute on function plenary.open_documents(text) from public;
grant execute on function plenary.open_documents(text) to corett_secretariat, corett_presidency;
