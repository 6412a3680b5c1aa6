-- The public address printed on the infographics is an input of a release like any other: building it again takes the same one.
alter table statistics.release add column base_url text not null default '' check (base_url = '' or base_url ~ '^https?://');
