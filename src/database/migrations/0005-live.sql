-- Live screens: a change tells its topic, and the server processes that listen give every screen of that topic the new state.
-- A notice carries the topic alone, never what changed: whoever listens learns nothing that a policy would hide.
create schema live;

create function live.tell(topic text) returns void language plpgsql volatile set search_path = pg_catalog as $$
begin
  if topic is null or length(topic) not between 1 and 100 then
    raise exception 'A live topic has 1 to 100 characters, like meeting:V-2024; this one has %', coalesce(length(topic), 0)
      using errcode = 'invalid_parameter_value';
  end if;
  perform pg_notify('corett_live', topic);
end $$;
comment on function live.tell(text) is 'Tells every live screen of a topic that its state changed; delivered when the transaction commits, once per topic, and never if it is rolled back';

-- Row trigger. Its arguments are pairs of a kind and a column: ('meeting', 'meeting') tells meeting:V-2024 for a row whose
-- column "meeting" is V-2024. A row that moves tells where it was and where it is. It runs as the owner, so that whoever may
-- write the row need not be granted anything here.
create function live.tell_row() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place integer;
  found text[];
  each text;
begin
  if tg_nargs < 2 or tg_nargs % 2 = 1 then
    raise exception 'live.tell_row on %.% takes pairs of a kind and a column', tg_table_schema, tg_table_name;
  end if;
  for place in 0 .. tg_nargs - 2 by 2 loop
    found := '{}';
    if tg_op <> 'INSERT' then
      execute format('select array_append($1, ($2).%I::text)', tg_argv[place + 1]) into found using found, old;
    end if;
    if tg_op <> 'DELETE' then
      execute format('select array_append($1, ($2).%I::text)', tg_argv[place + 1]) into found using found, new;
    end if;
    foreach each in array found loop
      continue when each is null;
      -- A ballot is worth more than a screen: what cannot be told is warned about, and the row is kept.
      if length(tg_argv[place] || ':' || each) > 100 then
        raise warning 'A change of %.% was not told: its topic is longer than 100 characters', tg_table_schema, tg_table_name;
      else
        perform pg_notify('corett_live', tg_argv[place] || ':' || each);
      end if;
    end loop;
  end loop;
  return null;
end $$;
comment on function live.tell_row() is 'Row trigger: tells kind:value for each pair of arguments (kind, column)';

revoke execute on function live.tell(text), live.tell_row() from public;
grant usage on schema live to corett_state, corett_secretariat, corett_presidency, corett_observer, corett_administrator, corett_system;
grant execute on function live.tell(text) to corett_state, corett_secretariat, corett_presidency, corett_observer,
  corett_administrator, corett_system;
