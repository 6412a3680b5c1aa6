-- A country's step stands on an indicator that counts countries, in a plan that was decided: a rule of the data, whoever writes.
create function planning.check_country_step() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from planning.node n join planning.version v on v.plan = n.plan and v.version = n.version and v.state in ('approved', 'superseded')
    where n.key = new.key and n.kind = 'indicator' and n.figure = 'countries') then
    raise exception 'Only an indicator that counts countries has steps of countries' using errcode = 'check_violation', constraint = 'step_of_countries';
  end if;
  return new;
end $$;
create trigger lawful before insert on planning.country_step for each row execute function planning.check_country_step();
