-- What the coalition's texts say of its organs, terms, committees and observers: facts and functions, in plain words.

insert into coalition.organ (code, position, name_es, name_en, summary_es, summary_en, term_months, source_es, source_en) values
  ('plenary', 1, 'Plenaria', 'Plenary',
    'Las delegaciones de los Estados miembros, designadas por sus entes rectores para cada delito. Decide, elige y recibe informes.',
    'The delegations of the member states, designated by their lead agencies for each crime. It decides, elects and hears reports.',
    null, 'Plan Estratégico 2018-2027, capítulo VIII', 'Strategic Plan 2018-2027, chapter VIII'),
  ('presidency', 2, 'Presidencia', 'Presidency',
    'Un Estado miembro, elegido por un año: convoca, preside y representa.',
    'A member state, elected for one year: it convenes, presides and represents.',
    12, 'Plan Estratégico 2018-2027, capítulo VIII; un año: resumen de la reunión IV-2023', 'Strategic Plan 2018-2027, chapter VIII; one year: summary of meeting IV-2023'),
  ('secretariat', 3, 'Secretaría Técnica', 'Technical Secretariat',
    'Sostiene el trabajo durante dos años: documentos, votaciones, actas, archivo y datos.',
    'It carries the work for two years: documents, votes, acts, archive and data.',
    24, 'Plan Estratégico 2018-2027, capítulos VIII y IX', 'Strategic Plan 2018-2027, chapters VIII and IX'),
  ('committees', 4, 'Comités de trabajo', 'Working committees',
    'Países que se ofrecen para un encargo con plazo, con la colaboración de organizaciones.',
    'Countries that volunteer for a task with a due date, with the help of organisations.',
    null, 'Plan Estratégico 2018-2027, capítulo X; resumen de la reunión IV-2023', 'Strategic Plan 2018-2027, chapter X; summary of meeting IV-2023');

insert into coalition.organ_function (organ, number, text_es, text_en) values
  ('plenary', 1, 'Dar a conocer el trabajo de la Coalición y sus resultados en los foros nacionales e internacionales a los que van sus representantes.', 'Make the coalition''s work and results known in the national and international forums that its representatives attend.'),
  ('plenary', 2, 'Asistir a las reuniones que se convocan.', 'Attend the meetings that are convened.'),
  ('plenary', 3, 'Cumplir lo que se acordó en las reuniones.', 'Fulfil what was agreed at the meetings.'),
  ('plenary', 4, 'Informar en cada reunión sobre la situación de su país.', 'Report on the situation of its country at each meeting.'),
  ('presidency', 1, 'Seguir la orientación general de la Plenaria.', 'Follow the general direction given by the plenary.'),
  ('presidency', 2, 'Ayudar a vigilar el avance de los planes de trabajo.', 'Help to monitor the progress of the work plans.'),
  ('presidency', 3, 'Dar seguimiento a los objetivos de los Lineamientos de Actuación.', 'Follow up the objectives of the coalition''s guidelines.'),
  ('presidency', 4, 'Buscar la cooperación internacional que las metas requieren.', 'Seek the international cooperation that the goals require.'),
  ('presidency', 5, 'Representar a la Coalición en el exterior e informar de ello en la reunión siguiente; puede delegarlo en otro miembro.', 'Represent the coalition abroad and report on it at the next meeting; it may delegate this to another member.'),
  ('presidency', 6, 'Apoyar la logística de reuniones, talleres y otros eventos acordados.', 'Support the logistics of meetings, workshops and other agreed events.'),
  ('presidency', 7, 'Convocar a las reuniones.', 'Convene the meetings.'),
  ('presidency', 8, 'Asistir a todas las reuniones programadas.', 'Attend all scheduled meetings.'),
  ('presidency', 9, 'Preparar la agenda y someterla a aprobación.', 'Prepare the agenda and put it for approval.'),
  ('presidency', 10, 'Leer el acta anterior para su aprobación.', 'Read the previous act for approval.'),
  ('presidency', 11, 'Verificar el quórum.', 'Verify the quorum.'),
  ('presidency', 12, 'Informar, al terminar su período, de lo realizado.', 'Report on what was done at the end of its term.'),
  ('presidency', 13, 'Atender los demás encargos de la Plenaria.', 'Carry out the other tasks given by the plenary.'),
  ('secretariat', 1, 'Seguir la orientación general de la Plenaria.', 'Follow the general direction given by the plenary.'),
  ('secretariat', 2, 'Ayudar a mantener al día la información del sitio web.', 'Help to keep the information on the website up to date.'),
  ('secretariat', 3, 'Mantener la base de datos que sirve al trabajo de la Coalición.', 'Keep the database that serves the coalition''s work.'),
  ('secretariat', 4, 'Ofrecer un medio seguro y rápido para circular comunicados.', 'Offer a safe and quick way to circulate communications.'),
  ('secretariat', 5, 'Dar apoyo técnico a las reuniones, talleres y otros eventos acordados.', 'Give technical support to meetings, workshops and other agreed events.'),
  ('secretariat', 6, 'Preparar los documentos de referencia de las reuniones.', 'Prepare the reference documents for the meetings.'),
  ('secretariat', 7, 'Asistir a todas las reuniones programadas.', 'Attend all scheduled meetings.'),
  ('secretariat', 8, 'Registrar la asistencia y mantener al día los contactos de cada país.', 'Record attendance and keep the contacts of each country up to date.'),
  ('secretariat', 9, 'Facilitar los documentos que la reunión necesita.', 'Provide the documents that the meeting needs.'),
  ('secretariat', 10, 'Contar y recontar los votos cuando un asunto lo pide.', 'Count and recount the votes where a matter requires it.'),
  ('secretariat', 11, 'Levantar las actas y enviarlas para su aprobación.', 'Write the acts and send them for approval.'),
  ('secretariat', 12, 'Custodiar el archivo y las actas.', 'Keep the archive and the acts.'),
  ('secretariat', 13, 'Informar, al terminar su período, de lo realizado.', 'Report on what was done at the end of its term.'),
  ('secretariat', 14, 'Atender los demás encargos de la Plenaria.', 'Carry out the other tasks given by the plenary.'),
  ('committees', 1, 'Trabajar el encargo que recibieron de la Plenaria.', 'Work on the task received from the plenary.'),
  ('committees', 2, 'Presentar el resultado a la Plenaria en el plazo acordado.', 'Present the result to the plenary within the agreed time.');

insert into coalition.term (office, country, "from", until, end_unknown, precision, elected_at, source_es, source_en) values
  ('executive-coordination', 'NIC', '2011-09-16', null, true, 'day', null,
    'Primera reunión formal, 16 de septiembre de 2011: Plan Estratégico 2018-2027, capítulo II', 'First formal meeting, 16 September 2011: Strategic Plan 2018-2027, chapter II'),
  ('secretariat', 'CRI', '2011-09-16', null, true, 'day', null,
    'Primera reunión formal, 16 de septiembre de 2011: Plan Estratégico 2018-2027, capítulo II', 'First formal meeting, 16 September 2011: Strategic Plan 2018-2027, chapter II'),
  ('executive-member', 'GTM', '2011-09-16', null, true, 'day', null,
    'Primera reunión formal, 16 de septiembre de 2011: Plan Estratégico 2018-2027, capítulo II', 'First formal meeting, 16 September 2011: Strategic Plan 2018-2027, chapter II'),
  ('presidency', 'GTM', '2023-01-01', '2023-12-31', false, 'year', null,
    'Resumen de la reunión IV-2023', 'Summary of meeting IV-2023'),
  ('presidency', 'HND', '2024-01-01', '2024-12-31', false, 'year', 'IV-2023',
    'Resumen de la reunión IV-2023', 'Summary of meeting IV-2023');

insert into coalition.observer_organisation (code, name_es, name_en, short_es, short_en, standing, source_es, source_en) values
  ('iom', 'Organización Internacional para las Migraciones', 'International Organization for Migration', 'OIM', 'IOM', 'observer',
    'Llamada observadora en el resumen de la plenaria III-2022; apoyó la primera reunión formal, de 2011', 'Called an observer in the summary of plenary III-2022; it supported the first formal meeting in 2011'),
  ('unodc', 'Oficina de las Naciones Unidas contra la Droga y el Delito', 'United Nations Office on Drugs and Crime', 'UNODC', 'UNODC', 'observer',
    'Llamada observadora en el resumen de la plenaria III-2022', 'Called an observer in the summary of plenary III-2022'),
  ('sica', 'Sistema de la Integración Centroamericana', 'Central American Integration System', 'SICA', 'SICA', 'observer',
    'Llamado observador en el resumen de la plenaria III-2022', 'Called an observer in the summary of plenary III-2022'),
  ('el-pozo-de-vida', 'El Pozo de Vida', 'El Pozo de Vida', null, null, 'observer',
    'Llamado miembro observador en el resumen de la plenaria III-2022', 'Called an observer member in the summary of plenary III-2022'),
  ('asf-canada', 'Abogados Sin Fronteras Canadá', 'Lawyers Without Borders Canada', null, null, 'participant',
    'Participó en la plenaria III-2022, según su resumen', 'Took part in plenary III-2022, by its summary'),
  ('ecpat-guatemala', 'ECPAT Guatemala', 'ECPAT Guatemala', null, null, 'participant',
    'Participó en la plenaria III-2022, según su resumen; apoyó el Plan Estratégico 2018-2027', 'Took part in plenary III-2022, by its summary; it supported the Strategic Plan 2018-2027'),
  ('our', 'Operation Underground Railroad', 'Operation Underground Railroad', 'OUR', 'OUR', 'participant',
    'Participó en la plenaria III-2022, según su resumen', 'Took part in plenary III-2022, by its summary');

insert into coalition.committee (id, name_es, name_en, mandate_es, mandate_en, created_at_meeting, created_on, due_words_es, due_words_en, state,
    deliverable_es, deliverable_en, source_es, source_en) values
  ('c0000000-0000-4000-8000-000000002018', 'Petit comité del Plan Estratégico', 'Petit comité of the Strategic Plan',
    'Revisar los documentos de planificación que preparó la consultoría y proponer a la Plenaria su redacción final.',
    'Review the planning documents prepared by the consultancy and propose their final text to the plenary.',
    null, null, null, null, 'delivered',
    'Plan Estratégico 2018-2027, con el Plan Operativo 2018', 'Strategic Plan 2018-2027, with the operational plan 2018',
    'Plan Estratégico 2018-2027, capítulo I', 'Strategic Plan 2018-2027, chapter I'),
  ('c0000000-0000-4000-8000-000000002023', 'Petit comité para los Lineamientos internos', 'Petit comité for the internal guidelines',
    'Trabajar el documento base para actualizar los Lineamientos internos de la CORETT y presentarlo a la Plenaria para su revisión.',
    'Work on the base document for updating CORETT''s internal guidelines and present it to the plenary for review.',
    'IV-2023', '2023-11-30', 'primera plenaria de 2024', 'first plenary of 2024', 'working', null, null,
    'Resumen de la reunión IV-2023, acuerdo 5', 'Summary of meeting IV-2023, agreement 5');
insert into coalition.committee_member (committee, country)
select 'c0000000-0000-4000-8000-000000002018'::uuid, unnest(array['CRI', 'GTM', 'HND'])
union all select 'c0000000-0000-4000-8000-000000002023'::uuid, unnest(array['DOM', 'CRI', 'SLV', 'HND', 'MEX', 'GTM']);
insert into coalition.committee_collaborator (committee, organisation, note_es, note_en) values
  ('c0000000-0000-4000-8000-000000002018', 'iom', 'Apoyo de la oficina de la OIM en Nicaragua a la sesión presencial', 'Support of the IOM office in Nicaragua for the session in person'),
  ('c0000000-0000-4000-8000-000000002018', 'ecpat-guatemala', 'Apoyo a la sesión presencial', 'Support for the session in person'),
  ('c0000000-0000-4000-8000-000000002023', 'iom', 'Ofrece su colaboración para la actualización', 'Offers its help with the update');

-- From here on the owner keeps to the policies too.
do $$
declare name text;
begin
  foreach name in array array['organ', 'organ_function', 'term', 'observer_organisation', 'committee', 'committee_member',
    'committee_collaborator', 'delegation', 'contact', 'contact_reminder'] loop
    execute format('alter table coalition.%I force row level security', name);
  end loop;
end $$;
