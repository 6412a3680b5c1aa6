import { Form, Link } from "react-router";
import { formatCount } from "#basics";
import { Button, EmptyState, Section, StateTag, type Tone, useLanguage, useWords } from "#web";
import { plenarySessionWords } from "#words";
import type { AgendaItem } from "../../meeting/meeting.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import type { PreviousAct } from "../previous.store.ts";

interface ItemView extends Pick<AgendaItem, "id" | "position" | "kind" | "state" | "minutes" | "openToObservers"> {
  readonly title: string;
  /** Version of its notes; 0 when there are none. */
  readonly note: number;
}

const tones = { pending: "neutral", current: "info", done: "good", postponed: "caution" } as const satisfies Record<AgendaItem["state"], Tone>;

interface ListProps {
  readonly id: string;
  readonly items: readonly ItemView[];
  readonly previous: PreviousAct | null | undefined;
  readonly conducts: boolean;
  readonly isLeading: boolean;
  /** A decision is open or the session suspended: the agenda does not go on. */
  readonly isBlocked: boolean;
}

/** The agenda as the session works through it. */
export function ItemList({ id, items, previous, conducts, isLeading, isBlocked }: ListProps) {
  const words = useWords(plenarySessionWords).items;
  const language = useLanguage();
  const hasNext = items.some(({ state }) => state === "pending");
  const hasCurrent = items.some(({ state }) => state === "current");
  return (
    <Section title={words.title}>
      {items.length === 0 && <EmptyState title={words.title}>{words.none}</EmptyState>}
      {conducts && hasNext && (
        <Form method="post" className="mb-4">
          <Button name="act" value="next" disabled={isBlocked}>
            {words.next}
          </Button>
          {isBlocked && <span className="mt-1 block text-small text-ink-soft">{words.blocked}</span>}
        </Form>
      )}
      <ol className="border-t-2 border-ink">
        {items.map((item) => (
          <li key={item.id} className={`border-b border-line py-4 ${item.state === "current" ? "border-l-4 border-l-light pl-4" : ""}`} aria-current={item.state === "current" ? "step" : undefined}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <p className={item.state === "current" ? "font-semibold" : ""}>
                {item.position}. {item.title}
                <span className="block text-small font-normal text-ink-soft">
                  {[item.minutes === null ? "" : words.minutes(formatCount(item.minutes, language)), item.openToObservers ? "" : words.closedToObservers].filter(Boolean).join(" · ")}
                </span>
              </p>
              <StateTag tone={tones[item.state]}>{words.states[item.state]}</StateTag>
            </div>
            {item.kind === "previous-act" && previous !== undefined && <PreviousActLine id={id} previous={previous} conducts={conducts} />}
            {(conducts || isLeading) && <ItemActs id={id} item={item} conducts={conducts} hasCurrent={hasCurrent} isBlocked={isBlocked} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ItemActs({ id, item, conducts, hasCurrent, isBlocked }: { id: string; item: ItemView; conducts: boolean; hasCurrent: boolean; isBlocked: boolean }) {
  const words = useWords(plenarySessionWords).items;
  const language = useLanguage();
  const { state, title } = item;
  const begins = state === "done" || state === "postponed" ? "again" : "begin";
  return (
    <Form method="post" className="mt-2 flex flex-wrap items-center gap-3" preventScrollReset>
      <input type="hidden" name="item" value={item.id} />
      {conducts && state === "current" && (
        <Button kind="quiet" name="act" value="finish" disabled={isBlocked}>
          {words.finish}
          <span className="sr-only">: {title}</span>
        </Button>
      )}
      {conducts && state !== "current" && !hasCurrent && (
        <Button kind="quiet" name="act" value={begins} disabled={isBlocked}>
          {words[begins]}
          <span className="sr-only">: {title}</span>
        </Button>
      )}
      {conducts && (state === "current" || state === "pending") && (
        <Button kind="quiet" name="act" value="postpone" disabled={isBlocked}>
          {words.postpone}
          <span className="sr-only">: {title}</span>
        </Button>
      )}
      <Link to={`${meetingAddress(language, id, "session/notes")}/${item.id}`} className="link">
        {item.note === 0 ? words.notes : words.notesSome(String(item.note))}
        <span className="sr-only">: {title}</span>
      </Link>
    </Form>
  );
}

function PreviousActLine({ id, previous, conducts }: { id: string; previous: PreviousAct | null; conducts: boolean }) {
  const words = useWords(plenarySessionWords).previousAct;
  const language = useLanguage();
  if (previous === null) return <p className="mt-2 text-small text-ink-soft">{words.none}</p>;
  return (
    <div className="mt-2 border-l border-line pl-4 text-small">
      <p className="font-semibold">{words.title(previous.meeting)}</p>
      <p>
        {words.state[previous.state]} {previous.observations > 0 && words.observations(formatCount(previous.observations, language))}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-6">
        {previous.state !== "missing" && (
          <Link to={meetingAddress(language, previous.meeting, "act")} className="link">
            {words.read}
          </Link>
        )}
        {conducts && previous.state === "circulated" && (
          <Link to={`${meetingAddress(language, id, "decisions")}?purpose=previous-act`} className="link">
            {words.approve}
          </Link>
        )}
      </p>
      {conducts && previous.state === "circulated" && <p className="text-ink-soft">{words.approveHelp}</p>}
    </div>
  );
}
