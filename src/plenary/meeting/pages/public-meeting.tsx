import { Link } from "react-router";
import { countryName } from "#basics";
import { read } from "#database";
import { Breadcrumbs, DefinitionList, PageHeading, Section, databaseContext, languageContext, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { agreementsOfMeeting } from "../../agreement/agreement.store.ts";
import { dayLine } from "../meeting-time.ts";
import { agendaOf, meetingOf } from "../meeting.store.ts";
import { participationOf } from "../participation.store.ts";
import type { Route } from "./+types/public-meeting.ts";

const everyone = { kind: "public" } as const;

/** A meeting that was held, as the public may read it: policies give closed meetings, agendas of the record and public agreements. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  return read(context.get(databaseContext), everyone, async (tx) => {
    const meeting = await meetingOf(tx, params.meeting);
    if (!meeting) throw notFound();
    const took = await participationOf(tx, meeting.id);
    const states = took.flatMap(({ country, mode, note }) => (country === null ? [] : [{ name: countryName(country)[language], mode, note: note[language] }]));
    return {
      id: meeting.id,
      kind: meeting.kind,
      mode: meeting.mode,
      numberGiven: meeting.numberGiven,
      when: dayLine(meeting, language),
      place: meeting.place?.[language],
      source: meeting.source?.[language],
      summary: meeting.summary?.[language],
      states: states.toSorted((one, other) => one.name.localeCompare(other.name, language)),
      organisations: took.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])),
      agenda: meeting.isRecord ? (await agendaOf(tx, meeting.id)).map(({ id, title }) => ({ id, title: title[language] })) : [],
      agreements: (await agreementsOfMeeting(tx, meeting.id)).map(({ number, title, responsibleText, dueText }) => ({
        number,
        title: title[language],
        responsible: responsibleText[language],
        due: dueText[language],
      })),
    };
  });
}

/** The public page of a meeting. */
export default function PublicMeeting({ loaderData }: Route.ComponentProps) {
  const { id, kind, mode, when, place, source, summary, states, organisations, agenda, agreements } = loaderData;
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  return (
    <>
      <PageHeading
        title={words.meeting(id)}
        above={<Breadcrumbs way={[{ label: words.public.title, to: `/${language}/meetings` }, { label: id }]} />}
        lead={`${when || words.noDay} · ${place ?? (mode === "virtual" ? words.virtual : words.placeUnknown)}`}
      />
      {!loaderData.numberGiven && <p className="mt-2 text-small text-ink-soft">{words.numberCounted}</p>}
      <div className="mt-8">
        <DefinitionList
          items={[
            { term: words.overview.kind, detail: words.kinds[kind] },
            ...(mode === null ? [] : [{ term: words.overview.mode, detail: words.modes[mode] }]),
            ...(source === undefined ? [] : [{ term: words.overview.source, detail: source }]),
          ]}
        />
      </div>
      {summary !== undefined && (
        <Section title={words.overview.summary}>
          <p className="measure whitespace-pre-line">{summary}</p>
        </Section>
      )}
      <Section title={words.public.participants}>
        {states.length + organisations.length === 0 && <p>{words.public.participantsNone}</p>}
        {states.length > 0 && (
          <>
            <h3 className="font-semibold">{words.public.states}</h3>
            <ul className="mt-1">
              {states.map(({ name, mode: how, note }) => (
                <li key={name}>
                  {name}
                  {how !== null && <span className="text-ink-soft"> · {words.modes[how]}</span>}
                  {note !== "" && <span className="text-ink-soft"> · {note}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        {organisations.length > 0 && (
          <>
            <h3 className="mt-5 font-semibold">{words.public.organisations}</h3>
            <ul className="mt-1">
              {organisations.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {agenda.length > 0 && (
        <Section title={words.public.agenda}>
          <ol className="list-decimal pl-6">
            {agenda.map(({ id: item, title }) => (
              <li key={item} className="py-1">
                {title}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={words.public.agreements}>
        {agreements.length === 0 ? (
          <p>{words.public.agreementsNone}</p>
        ) : (
          <ul className="border-t border-line">
            {agreements.map(({ number, title, responsible, due }) => (
              <li key={number} className="border-b border-line py-3">
                <Link to={`/${language}/agreements/${number}`} className="link">
                  {title}
                </Link>
                <span className="block text-small text-ink-soft">{[number, responsible, due].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
