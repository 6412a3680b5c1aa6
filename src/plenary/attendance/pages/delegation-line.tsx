import { Form } from "react-router";
import { Button, StateTag, useWords } from "#web";
import { plenaryAttendanceWords } from "#words";
import type { PersonView } from "./attendance-view.ts";

interface DelegationView {
  readonly key: string;
  readonly name: string;
  readonly isPresent: boolean;
  readonly people: readonly PersonView[];
}

const box = "rounded-small border border-ink-soft bg-surface px-2 py-1.5 text-ink min-h-[2.6rem]";

/** One delegation of the board with its people; who conducts the session records here who comes and goes. */
export function DelegationLine({ delegation, isOver, mayRecord, move }: { delegation: DelegationView; isOver: boolean; mayRecord: boolean; move: string }) {
  const words = useWords(plenaryAttendanceWords);
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-semibold">{delegation.name}</h3>
        <StateTag tone={delegation.isPresent ? "good" : "neutral"}>{delegation.isPresent ? (isOver ? words.tillTheEnd : words.inRoom) : isOver ? words.notAtTheEnd : words.absent}</StateTag>
      </div>
      {delegation.people.length === 0 && <p className="text-ink-soft">{words.nobody}</p>}
      <ul>
        {delegation.people.map((person) => (
          <PersonLine key={person.accreditation} person={person} isOver={isOver} mayRecord={mayRecord} move={move} />
        ))}
      </ul>
    </li>
  );
}

function PersonLine({ person, isOver, mayRecord, move }: { person: PersonView; isOver: boolean; mayRecord: boolean; move: string }) {
  const words = useWords(plenaryAttendanceWords);
  const { name, capacity, isChecked, isWithdrawn, isIn, last, entries } = person;
  const standing = isWithdrawn ? words.withdrawn : !isChecked ? words.unchecked : isIn ? `${isOver ? words.tillTheEnd : words.inRoom}, ${words.since(last ?? "")}` : last === undefined ? (isOver ? words.never : words.absent) : words.left(last);
  return (
    <li className="mt-3 sm:grid sm:grid-cols-[1fr_auto] sm:gap-x-6">
      <p>
        {name}
        <span className="block text-small text-ink-soft">
          {words.capacities[capacity]}
          {person.post === "" ? "" : ` · ${person.post}`} · {standing}
        </span>
      </p>
      {mayRecord && isChecked && !isWithdrawn && (
        <Form method="post" className="mt-2 flex flex-wrap items-end gap-2 sm:mt-0" preventScrollReset>
          <input type="hidden" name="person" value={person.accreditation} />
          <input type="hidden" name="move" value={move} />
          <label className="text-small text-ink-soft">
            {words.timeShort}
            <span className="sr-only">: {name}</span>
            <input name="at" type="time" className={`ml-2 ${box}`} />
          </label>
          <Button name="act" value={isIn ? "departure" : "arrival"} kind="quiet">
            {isIn ? words.leave : words.arrive}
            <span className="sr-only">: {name}</span>
          </Button>
        </Form>
      )}
      {entries.length > 0 && (
        <details className="mt-1 text-small sm:col-span-2">
          <summary className="text-work">{words.log(String(entries.length))}</summary>
          <ul className="mt-1">
            {entries.map((entry) => (
              <li key={entry.id} className="figures">
                {entry.clock} · {entry.kind === "arrival" ? words.arrival : words.departure}
                {entry.annulReason !== null && ` · ${words.annulled(entry.annulReason)}`}
              </li>
            ))}
          </ul>
          {mayRecord && person.lastEntry !== undefined && (
            <Form method="post" className="mt-2 flex flex-wrap items-end gap-2" preventScrollReset>
              <input type="hidden" name="entry" value={person.lastEntry} />
              <label>
                {words.reasonShort}
                <span className="sr-only">: {name}</span>
                <input name="reason" className={`ml-2 ${box}`} />
              </label>
              <Button kind="danger" name="act" value="annul">
                {words.annul}
                <span className="sr-only">: {name}</span>
              </Button>
            </Form>
          )}
        </details>
      )}
    </li>
  );
}
