import { Form, Link, redirect } from "react-router";
import { countryName } from "#basics";
import { type Reading, read, write } from "#database";
import { Actions, Button, DataTable, EmptyState, ErrorSummary, LinkButton, Notice, Section, StateTag, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { agendaOf, seatsOf } from "../../meeting/meeting.store.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { isDelegate, leads } from "../act-word.ts";
import { motionPurposes } from "../motion.ts";
import { motionsOf, proposeMotion } from "../motion.store.ts";
import { openDecision, voteOf } from "../vote.store.ts";
import { refusalText } from "../refusal.ts";
import { Did } from "./did.tsx";
import { motionTones } from "./motion-tone.ts";
import { MotionFields, MotionForm, motionText } from "./motion-fields.tsx";
import type { Route } from "./+types/decisions.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The motions of a meeting, the decision that is open, and what a form to propose one needs. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting } = await askedMeeting(args);
  const isOver = meeting.isRecord || meeting.state === "closed" || meeting.state === "cancelled";
  return read(database, actor, async (tx) => {
    const [motions, open, seats] = [await motionsOf(tx, meeting.id), await openDecision(tx, meeting.id), await seatsOf(tx, meeting.id)];
    const isSeated = actor.country !== undefined && seats.includes(actor.country);
    const vote = open?.kind === "vote" ? await voteOf(tx, open.id) : undefined;
    const isProposer = !isOver && (leads(actor) || (isDelegate(actor) && isSeated));
    return {
      motions,
      open: open && { ...open, title: vote?.title ?? motions.find(({ id }) => id === open.motion)?.title ?? { es: "", en: "" } },
      isVoter: isDelegate(actor) && isSeated,
      form: isProposer ? await formFor(tx, meeting.id, new URL(args.request.url).searchParams.get("purpose"), leads(actor) ? seats : undefined) : undefined,
    };
  });
}

/** What the form to propose a motion begins with; `?purpose=` (a link of the control desk) chooses the purpose and its item. */
async function formFor(tx: Reading, meeting: string, asked: string | null, countries: readonly string[] | undefined) {
  const items = await agendaOf(tx, meeting);
  const purpose = motionPurposes.find((each) => each === asked);
  const item = items.find(({ kind }) => kind === purpose)?.id;
  const none = { es: "", en: "" };
  return { id: crypto.randomUUID(), items, countries, begun: purpose && item ? { purpose, item, title: none, text: none } : undefined };
}

/** Keeps a proposed motion as a draft. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const form = await args.request.formData();
  const field = said(form);
  const parsed = MotionForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return formProblems(parsed.error, form);
  const id = idOf(field("id")) ?? crypto.randomUUID();
  const country = field("country") || undefined;
  const word = await write(database, actor, (tx) =>
    proposeMotion(tx, actor, { id, meeting: meeting.id, country: leads(actor) ? country : undefined, ...motionText(parsed.data) }),
  );
  if (word !== "proposed") return formRefusal(refusalText(word, language), form);
  return redirect(`${meetingAddress(language, meeting.id, `decisions/${id}`)}?did=proposed`, 303);
}

/** The page of decisions: what is open first, then the motions, then the form to propose one. */
export default function Decisions({ loaderData: { motions, open, isVoter, form: draft }, actionData, params }: Route.ComponentProps) {
  const words = useWords(plenaryVoteWords);
  const language = useLanguage();
  const root = meetingAddress(language, params.meeting);
  const form = formState(actionData, words.form as unknown as Record<string, string>); // the words of its problems are among them
  const openAt = open?.kind === "vote" ? `${root}/votes/${open.id}` : `${root}/decisions/${open?.motion ?? ""}`;
  return (
    <>
      <Did />
      <ErrorSummary form={form} />
      <Section title={words.decisions.title} lead={words.decisions.lead}>
        {open === undefined ? (
          <p className="text-ink-soft">{words.decisions.nothingOpen}</p>
        ) : (
          <Notice title={words.decisions.openNow}>
            <p>{open.kind === "vote" ? words.decisions.openVote(open.title[language]) : words.decisions.openConsensus(open.title[language])}</p>
            <Actions>
              {open.kind === "vote" && isVoter && <LinkButton to={`${openAt}/ballot`}>{words.decisions.toBallot}</LinkButton>}
              <LinkButton kind={open.kind === "vote" && isVoter ? "quiet" : "primary"} to={openAt}>
                {words.decisions.toDecision}
              </LinkButton>
            </Actions>
          </Notice>
        )}
      </Section>
      <Section title={words.decisions.list}>
        {motions.length === 0 ? (
          <EmptyState title={words.decisions.empty}>{words.decisions.emptyText}</EmptyState>
        ) : (
          <DataTable
            caption={words.decisions.list}
            hideCaption
            rows={motions}
            rowKey={({ id }) => id}
            columns={[
              { id: "number", head: words.decisions.number, cell: ({ number }) => number, kind: "row-head" },
              { id: "motion", head: words.decisions.motion, kind: "long", cell: ({ id, title }) => <Link className="link" to={`${root}/decisions/${id}`}>{title[language]}</Link> },
              { id: "by", head: words.decisions.proposedBy, cell: ({ country }) => (country === null ? words.form.ownOrgan : countryName(country)[language]) },
              { id: "state", head: words.decisions.state, cell: ({ state }) => <StateTag tone={motionTones[state]}>{words.states[state]}</StateTag> },
            ]}
          />
        )}
      </Section>
      {draft !== undefined && (
        <Section title={words.decisions.propose} lead={words.decisions.proposeHelp}>
          <Form method="post">
            <input type="hidden" name="id" value={draft.id} />
            <MotionFields form={form} items={draft.items} {...(draft.begun === undefined ? {} : { initial: draft.begun })} {...(draft.countries === undefined ? {} : { countries: draft.countries })} />
            <Actions>
              <Button>{words.decisions.save}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}
