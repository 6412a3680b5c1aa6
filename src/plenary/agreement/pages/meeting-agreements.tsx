import { dayOf } from "#basics";
import { Link } from "react-router";
import { read } from "#database";
import { EmptyState, LinkButton, Section, notFound, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { meetingOf } from "../../meeting/meeting.store.ts";
import { leads } from "../agreement.ts";
import { motionsWithoutAgreement } from "../agreement-entry.store.ts";
import { agreements, convenedMeetings } from "../agreement.store.ts";
import { boardLines } from "../board.ts";
import { directory } from "../directory.store.ts";
import { asked } from "./agreement-asked.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { listed } from "./agreement-view.ts";
import type { Route } from "./+types/meeting-agreements.ts";

/** The agreements of one meeting in their order, and, for whoever leads, what it adopted that is not entered yet. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const { meeting: id } = args.params;
  return read(database, actor, async (tx) => {
    const meeting = await meetingOf(tx, id);
    if (!meeting) throw notFound();
    const register = await directory(tx);
    const all = await agreements(tx, { meeting: id });
    const lines = boardLines(all, {}, dayOf(new Date()), await convenedMeetings(tx), register.committeeCountries);
    const mayEnter = leads(actor) && (meeting.state === "open" || meeting.state === "closed");
    return {
      meeting: id,
      mayEnter,
      rows: lines.toSorted((one, other) => one.agreement.ordinal - other.agreement.ordinal).map((line) => listed(line, register, language)),
      motions: mayEnter
        ? (await motionsWithoutAgreement(tx, id)).map((motion) => ({ id: motion.id, number: String(motion.number), title: motion.title[language] }))
        : [],
    };
  });
}

/** The tab of a meeting's agreements. */
export default function MeetingAgreements({ loaderData: { meeting, mayEnter, rows, motions } }: Route.ComponentProps) {
  const words = useWords(plenaryAgreementWords);
  const language = useLanguage();
  const enter = `/${language}/workspace/agreements/new?meeting=${meeting}`;
  return (
    <>
      {motions.length > 0 && (
        <Section title={words.meeting.toEnter}>
          <ul className="space-y-3">
            {motions.map(({ id, number, title }) => (
              <li key={id}>
                {title}.{" "}
                <Link to={`${enter}&motion=${id}`} className="link">
                  {words.meeting.enterMotion(number)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.meeting.title}>
        {rows.length === 0 ? (
          <EmptyState title={words.meeting.none}>{words.meeting.noneDetail}</EmptyState>
        ) : (
          <AgreementTable caption={words.meeting.title} hideCaption rows={rows} base="/workspace/agreements" />
        )}
        {mayEnter && (
          <div className="mt-8">
            <LinkButton to={enter} kind="quiet">
              {words.enter.action}
            </LinkButton>
          </div>
        )}
      </Section>
    </>
  );
}
