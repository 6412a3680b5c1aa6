-- A file that carries the identity of persons is refused, and not kept: its bytes are erased with the refusal. Nothing else may
-- be done to the bytes of a file.
grant update (bytes) on statistics.upload to corett_state;
create function statistics.erase_only() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if length(new.bytes) > 0 then
    raise exception 'The bytes of a file are as they came: they can only be erased' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger bytes_as_they_came before update of bytes on statistics.upload
  for each row when (old.bytes is distinct from new.bytes) execute function statistics.erase_only();
comment on column statistics.upload.bytes is 'The file as it came; empty when it was refused for carrying the identity of persons';
