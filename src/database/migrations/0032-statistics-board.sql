-- Who is where: every member state may know in which state the others' submissions are, and nothing more of them.
create function statistics.submission_states() returns table (collection text, country text, state text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.collection, s.country, s.state from statistics.submission s order by s.collection, s.country
$$;
comment on function statistics.submission_states() is 'The state of every submission: no name, no date, no figure';
revoke execute on function statistics.submission_states() from public;
grant execute on function statistics.submission_states() to corett_state, corett_secretariat, corett_presidency;
