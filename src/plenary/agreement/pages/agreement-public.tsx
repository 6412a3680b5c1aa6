import { formatDate, dayOf } from "#basics";
import { documentOf } from "#archive";
import { read } from "#database";
import { Breadcrumbs, DefinitionList, PageHeading, Section, StateTag, databaseContext, languageContext, notFound, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { meetingOf } from "../../meeting/meeting.store.ts";
import { agreementOf, convenedMeetings, offspringOf } from "../agreement.store.ts";
import { directory } from "../directory.store.ts";
import { responsibleText } from "../directory.ts";
import { dueDate, standing } from "../due.ts";
import { AgreedText, OffspringList } from "./agreement-parts.tsx";
import { dueLine, tones } from "./agreement-view.ts";
import type { Route } from "./+types/agreement-public.ts";

/** What leaders take off the public pages is gone from them at once: nobody keeps a copy unasked. */
export const headers = () => ({ "Cache-Control": "no-cache" });

/** One public agreement, whoever asks; one that is not public is not there. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const language = context.get(languageContext);
  return read(context.get(databaseContext), { kind: "public" }, async (tx) => {
    const agreement = await agreementOf(tx, params.number);
    if (!agreement) throw notFound();
    const meetings = await convenedMeetings(tx);
    const today = dayOf(new Date());
    const { number, title, text, meeting, state, fulfilledOn, isRecord, responsible, due } = agreement;
    return {
      agreement: { number, title, text, meeting, state, fulfilledOn, isRecord },
      source: (await meetingOf(tx, meeting))?.source ?? null,
      standing: standing(agreement, today, meetings),
      due: dueLine(due, dueDate(due, meetings, today), language),
      responsible: responsibleText(responsible, await directory(tx))[language],
      offspring: await Promise.all(
        (await offspringOf(tx, agreement.id)).map(async ({ id, kind, title: name, url, document }) => ({
          id,
          kind,
          title: name,
          url,
          documentNumber: document === null ? null : ((await documentOf(tx, document))?.number ?? null),
        })),
      ),
    };
  });
}

/** An agreement for everybody: what was agreed, by whom, until when, and what came of it. */
export default function AgreementPublic({ loaderData }: Route.ComponentProps) {
  const { agreement, source, standing: stands, due, responsible, offspring } = loaderData;
  const all = useWords(plenaryAgreementWords);
  const words = all.one;
  const language = useLanguage();
  return (
    <>
      <PageHeading
        title={agreement.title[language]}
        tab={agreement.number}
        above={<Breadcrumbs way={[{ label: words.breadcrumb, to: `/${language}/agreements` }, { label: agreement.number }]} />}
      />
      <AgreedText text={agreement.text} />
      <Section title={words.facts}>
        <DefinitionList
          items={[
            { term: words.standing, detail: <StateTag tone={tones[stands]}>{all.standings[stands]}</StateTag> },
            { term: words.due, detail: due },
            { term: words.responsible, detail: responsible },
            { term: words.meeting, detail: agreement.meeting },
            ...(agreement.state === "fulfilled"
              ? [{ term: words.fulfilledOn, detail: agreement.fulfilledOn === null ? words.fulfilledUnknown : formatDate(agreement.fulfilledOn, language) }]
              : []),
          ]}
        />
        {agreement.isRecord && (
          <p className="measure mt-3 text-small text-ink-soft">
            {all.public.record} {source !== null && words.source(source[language])}
          </p>
        )}
      </Section>
      {offspring.length > 0 && (
        <Section title={all.public.offspring}>
          <OffspringList offspring={offspring} archive="/archive" />
        </Section>
      )}
    </>
  );
}
