-- Screens of a meeting follow every change: the topic is 'meeting:V-2024'.
create function plenary.tell_vote() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform live.tell('meeting:' || v.meeting) from plenary.vote v where v.id = new.vote;
  return null;
end $$;
create function plenary.tell_consensus() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform live.tell('meeting:' || c.meeting) from plenary.consensus c where c.id = new.consensus;
  return null;
end $$;
create function plenary.tell_election() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform live.tell('meeting:' || e.meeting) from plenary.election e where e.id = new.election;
  return null;
end $$;
create trigger told after insert or update on plenary.meeting for each row execute function live.tell_row('meeting', 'id');
do $$
declare name text;
begin
  foreach name in array array['agenda_item', 'meeting_document', 'accreditation', 'suspension', 'presence', 'speech', 'country_report', 'motion', 'consensus', 'vote', 'election'] loop
    execute format('create trigger told after insert or update on plenary.%I for each row execute function live.tell_row(''meeting'', ''meeting'')', name);
  end loop;
  foreach name in array array['mark', 'count', 'reconciliation', 'outcome', 'tie_decision', 'entry', 'lots_witness'] loop
    execute format('create trigger told after insert or update on plenary.%I for each row execute function plenary.tell_vote()', name);
  end loop;
  execute 'create trigger told after insert on plenary.position for each row execute function plenary.tell_consensus()';
  foreach name in array array['candidacy', 'lots'] loop
    execute format('create trigger told after insert or update on plenary.%I for each row execute function plenary.tell_election()', name);
  end loop;
end $$;
