import { useSearchParams } from "react-router";
import { formatCount, formatInstant } from "#basics";
import { read } from "#database";
import { DataTable, Disclosure, EmptyState, Notice, PageHeading, StateTag, TabLinks, type Tone, databaseContext, memberIn, useLanguage, useWords } from "#web";
import { outboxWords } from "#words";
import { type OutboxEntry, outbox, sendsMail } from "../message.store.ts";
import type { Route } from "./+types/outbox.ts";

const states = ["kept", "waiting", "sent", "failed"] as const satisfies readonly OutboxEntry["state"][];
const tones = { kept: "info", waiting: "neutral", sent: "good", failed: "bad" } as const satisfies Record<OutboxEntry["state"], Tone>;
const shown = 100;

/** The newest messages, and whether they leave the platform at all. */
export async function loader(args: Route.LoaderArgs) {
  const member = memberIn(args, ["secretariat", "administrator"]);
  const messages = await read(args.context.get(databaseContext), member, (tx) => outbox(tx, shown));
  return { messages, sends: sendsMail() };
}

/** What the platform wrote to people. */
export default function Outbox({ loaderData: { messages, sends } }: Route.ComponentProps) {
  const words = useWords(outboxWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const asked = states.find((state) => state === query.get("state"));
  const address = `/${language}/workspace/outbox`;
  const countOf = (state: OutboxEntry["state"]) => messages.filter((message) => message.state === state).length;
  const rows = asked === undefined ? messages : messages.filter((message) => message.state === asked);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {!sends && <Notice title={words.keptTitle}>{words.keptNote}</Notice>}
      {messages.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <>
          <TabLinks
            label={words.filter}
            tabs={[
              { to: address, label: words.all(formatCount(messages.length, language)), isCurrent: asked === undefined },
              ...states
                .filter((state) => countOf(state) > 0 || state === asked)
                .map((state) => ({ to: `${address}?state=${state}`, label: words.some(words.states[state], formatCount(countOf(state), language)), isCurrent: state === asked })),
            ]}
          />
          {rows.length === 0 ? <EmptyState title={words.noneOf}>{words.noneOfDetail}</EmptyState> : <Messages rows={rows} />}
          {messages.length === shown && <p className="mt-3 text-small text-ink-soft">{words.newest(formatCount(shown, language))}</p>}
        </>
      )}
    </>
  );
}

function Messages({ rows }: { rows: Route.ComponentProps["loaderData"]["messages"] }) {
  const words = useWords(outboxWords);
  const language = useLanguage();
  return (
    <div className="mt-6">
      <DataTable
        caption={words.caption}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "subject",
            head: words.columns.subject,
            kind: "row-head",
            cell: ({ subject, body, problem, calendar }) => (
              <>
                {subject}
                {calendar !== null && <span className="block text-small font-normal text-ink-soft">{words.calendar[calendar]}</span>}
                {problem !== null && <span className="mt-1 block text-small font-normal text-bad">{words.problem(problem)}</span>}
                <div className="font-normal">
                  <Disclosure summary={words.read}>
                    <p className="measure text-small break-words whitespace-pre-line">{body}</p>
                  </Disclosure>
                </div>
              </>
            ),
          },
          { id: "to", head: words.columns.to, cell: ({ recipient }) => <span className="break-all">{recipient}</span> },
          { id: "state", head: words.columns.state, cell: ({ state }) => <StateTag tone={tones[state]}>{words.states[state]}</StateTag> },
          { id: "when", head: words.columns.when, cell: ({ createdAt, sentAt }) => formatInstant(sentAt ?? createdAt, language) },
        ]}
      />
    </div>
  );
}
