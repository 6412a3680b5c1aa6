-- A task keeps what it was asked to do, so that it can be asked again after its attempts are used up.
alter table jobs.task add column payload jsonb not null default '{}';
grant insert (payload) on jobs.task to corett_state, corett_secretariat, corett_presidency, corett_administrator;
