import { Form, Link, redirect, useSearchParams } from "react-router";
import { formatCount } from "#basics";
import { read, write } from "#database";
import { Actions, Button, DataTable, Disclosure, EmptyState, ErrorSummary, Notice, Section, StateTag, Textarea, type Tone, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingAgendaWords, plenaryMeetingWords } from "#words";
import { readItem } from "../agenda.ts";
import { addItem, addStarterItems, agendaRefusal, moveItem, removeItem, reopenAgenda } from "../agenda.store.ts";
import { meetingMinutes, totalMinutes } from "../checklist.ts";
import type { AgendaItem } from "../meeting.ts";
import { agendaOf } from "../meeting.store.ts";
import { agendaRefusalText } from "./agenda-said.ts";
import { ItemFields } from "./item-fields.tsx";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, idOf, said } from "./meeting-asked.ts";
import type { Route } from "./+types/agenda.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The agenda in its order; observers get the points that are open to them (policy). */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const agenda = await read(database, actor, (tx) => agendaOf(tx, meeting.id));
  const refusal = agendaRefusal(actor, meeting);
  const isLeader = actor.office === "secretariat" || actor.office === "presidency";
  return {
    id: meeting.id,
    isRecord: meeting.isRecord,
    approved: meeting.agendaState === "approved",
    agenda,
    total: totalMinutes(agenda.map(({ minutes }) => minutes)),
    length: meetingMinutes(meeting),
    mayChange: refusal === undefined,
    closed: refusal !== undefined && isLeader && refusal !== "not-yours" ? agendaRefusalText(refusal, language) : undefined,
    mayReopen: isLeader && meeting.state === "open" && meeting.agendaState === "approved",
    newItem: crypto.randomUUID(),
  };
}

/** Adds, moves or removes a point, adds the usual ones, or opens an approved agenda again as the plenary decided. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const form = await args.request.formData();
  const text = said(form);
  const act = text("act");
  const item = idOf(text("item"));
  const here = meetingAddress(language, meeting.id, "agenda");
  const answer = (refusal: Parameters<typeof agendaRefusalText>[0] | undefined, done: string) => {
    if (refusal === "not-yours") throw forbidden();
    return refusal === undefined ? redirect(`${here}?did=${done}`, 303) : formRefusal(agendaRefusalText(refusal, language), form);
  };
  if (act === "starter") return answer(await write(database, actor, (tx) => addStarterItems(tx, actor, meeting.id)), "started");
  if (act === "reopen") {
    const refusal = await write(database, actor, (tx) => reopenAgenda(tx, actor, meeting.id, text("reason")));
    return refusal === "reason-missing" ? formProblems({ reason: [plenaryMeetingWords[language].problems[refusal]] }, form) : answer(refusal, "reopened");
  }
  if (item === undefined) throw notFound();
  if (act === "add") {
    const wish = readItem(text);
    if ("problems" in wish) return formProblems(wish.problems, form);
    return answer(await write(database, actor, (tx) => addItem(tx, actor, meeting.id, item, wish.draft, wish.position)), "added");
  }
  if (act === "remove") return answer(await write(database, actor, (tx) => removeItem(tx, actor, meeting.id, item)), "removed");
  const move = /^move:([1-9]\d{0,2})$/.exec(act);
  if (!move) throw notFound();
  return answer(await write(database, actor, (tx) => moveItem(tx, actor, meeting.id, item, Number(move[1]))), "moved");
}

/** The agenda, and for those who lead the acts that change it. */
export default function Agenda({ loaderData, actionData }: Route.ComponentProps) {
  const { agenda, approved, total, length, mayChange, closed, newItem } = loaderData;
  const words = useWords(plenaryMeetingAgendaWords);
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData, words.problems);
  const span = useSpan();
  return (
    <Section title={words.title} lead={loaderData.isRecord ? undefined : approved ? words.lead.approved : words.lead.draft}>
      {isKey(did, words.done) && actionData === undefined && <Notice tone="good">{words.done[did]}</Notice>}
      <ErrorSummary form={form} />
      {closed !== undefined && <Notice>{closed}</Notice>}
      {agenda.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <>
          <AgendaTable meeting={loaderData.id} agenda={agenda} mayChange={mayChange} />
          {total > 0 && <p className="mt-4">{length === undefined || loaderData.isRecord ? words.total(span(total)) : words.totalOf(span(total), span(length))}</p>}
          {length !== undefined && total > length && <Notice tone="caution">{words.tooLong}</Notice>}
        </>
      )}
      {mayChange && (
        <>
          <Form method="post" className="mt-6">
            <Button kind="quiet" name="act" value="starter">
              {words.starter}
            </Button>
            <p className="measure mt-2 text-small text-ink-soft">{words.starterHelp}</p>
          </Form>
          <Disclosure summary={words.add}>
            <Form method="post">
              <input type="hidden" name="item" value={newItem} />
              <ItemFields form={form} />
              <Actions>
                <Button name="act" value="add">
                  {words.form.add}
                </Button>
              </Actions>
            </Form>
          </Disclosure>
        </>
      )}
      {loaderData.mayReopen && (
        <Disclosure summary={words.reopen.title}>
          <Form method="post">
            <p className="measure text-ink-soft">{words.reopen.help}</p>
            <Textarea {...form.field("reason")} label={words.reopen.reason} rows={3} />
            <Actions>
              <Button kind="danger" name="act" value="reopen">
                {words.reopen.submit}
              </Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

const tones = { pending: "neutral", current: "caution", done: "good", postponed: "info" } as const satisfies Record<AgendaItem["state"], Tone>;

function AgendaTable({ meeting, agenda, mayChange }: { meeting: string; agenda: readonly AgendaItem[]; mayChange: boolean }) {
  const words = useWords(plenaryMeetingAgendaWords);
  const language = useLanguage();
  const last = agenda.length;
  return (
    <DataTable
      caption={words.caption}
      hideCaption
      rows={agenda}
      rowKey={({ id }) => id}
      columns={[
        { id: "position", head: words.columns.position, kind: "number", cell: ({ position }) => formatCount(position, language) },
        {
          id: "item",
          head: words.columns.item,
          kind: "row-head",
          cell: ({ title, detail, kind, openToObservers, state }) => (
            <>
              {title[language]}
              <span className="block text-small font-normal text-ink-soft">
                {words.kinds[kind]}
                {openToObservers ? "" : ` · ${words.closedToObservers}`}
              </span>
              {detail[language] !== "" && <span className="measure mt-1 block font-normal whitespace-pre-line">{detail[language]}</span>}
              {state !== "pending" && (
                <span className="block font-normal">
                  <StateTag tone={tones[state]}>{words.states[state]}</StateTag>
                </span>
              )}
            </>
          ),
        },
        { id: "minutes", head: words.columns.minutes, kind: "number", cell: ({ minutes }) => (minutes === null ? "" : formatCount(minutes, language)) },
        { id: "presenter", head: words.columns.presenter, cell: ({ presenter }) => presenter },
        ...(mayChange
          ? [
              {
                id: "acts",
                head: words.columns.acts,
                cell: ({ id, position, title }: AgendaItem) => (
                  <Form method="post" className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
                    <input type="hidden" name="item" value={id} />
                    <Button kind="quiet" name="act" value={`move:${position - 1}`} disabled={position <= 1} aria-label={words.upLabel(title[language])}>
                      {words.up}
                    </Button>
                    <Button kind="quiet" name="act" value={`move:${position + 1}`} disabled={position >= last} aria-label={words.downLabel(title[language])}>
                      {words.down}
                    </Button>
                    <Link to={meetingAddress(language, meeting, `agenda/${id}`)} className="link" aria-label={words.editLabel(title[language])}>
                      {words.edit}
                    </Link>
                    <Button kind="danger" name="act" value="remove" aria-label={words.removeLabel(title[language])}>
                      {words.remove}
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** A span of minutes in words: '45 min', '2 h 30 min'. */
function useSpan(): (minutes: number) => string {
  const words = useWords(plenaryMeetingAgendaWords);
  const language = useLanguage();
  return (minutes) => (minutes < 60 ? words.minutes(formatCount(minutes, language)) : words.hours(formatCount(Math.floor(minutes / 60), language), formatCount(minutes % 60, language)));
}

function isKey<Words extends object>(key: string | null, words: Words): key is Extract<keyof Words, string> {
  return key !== null && Object.hasOwn(words, key);
}
