-- A message may carry a calendar: the invitation to a meeting, its update or its cancellation, as iCalendar text (RFC 5545)
-- and the method that calendars obey (RFC 5546). It says nothing that the message itself does not say.
alter table mail.message add column calendar text;
alter table mail.message add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL'));
alter table mail.message add constraint calendar_has_method check ((calendar is null) = (calendar_method is null));
comment on column mail.message.calendar is 'iCalendar text that goes with the message as an alternative and as a file; null in most messages';
grant insert (calendar, calendar_method) on mail.message to corett_state, corett_secretariat, corett_presidency, corett_administrator, corett_auth;
