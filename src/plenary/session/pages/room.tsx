import { Form, Link, redirect, useSearchParams } from "react-router";
import { read, write } from "#database";
import { type Standing, useLive } from "#live";
import { Button, ErrorSummary, Notice, PageHeading, StateTag, type Tone, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenarySessionRoomWords } from "#words";
import { recordPresence } from "../../attendance/attendance.store.ts";
import { clockIn } from "../../attendance/clock.ts";
import { presenceRefusalText } from "../../attendance/refusal.ts";
import { quorumSentence } from "../../attendance/quorum-words.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { statePosition } from "../../vote/consensus.store.ts";
import { ownCredentials } from "../credentials.store.ts";
import { type RoomState, ownPlace } from "../room.ts";
import { roomAddress, roomPage } from "../room-address.ts";
import { speechRefusalText } from "../speech.ts";
import { askFloor, speechesOf, withdrawFloor } from "../speech.store.ts";
import { askedRoom } from "./room-asked.ts";
import { RoomDecisionPart } from "./room-decision.tsx";
import { RoomFloorPart } from "./room-floor.tsx";
import { useIsScripted, useServerClock } from "./use-server-clock.ts";
import type { Route } from "./+types/room.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The room as it stands for the asking person's circle, and who that person is in it. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, state } = await askedRoom(args);
  const own = await read(database, actor, (tx) => ownCredentials(tx, actor, meeting.id));
  return {
    state,
    own,
    country: actor.country,
    now: Date.now(),
    clock: clockIn(new Date(), meeting.timeZone),
    move: crypto.randomUUID(),
    isRefreshing: new URL(args.request.url).searchParams.has("refresh"),
  };
}

const positions = ["agreement", "reservation", "objection"] as const;

/** Enters or leaves the room, asks for the floor or withdraws it, or states the delegation's position in a consensus. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedRoom(args);
  const form = await args.request.formData();
  const text = said(form);
  const act = text("act");
  const id = idOf(text("move")) ?? crypto.randomUUID();
  const refresh = new URL(args.request.url).searchParams.has("refresh") ? "&refresh=1" : "";
  const done = (did: string) => redirect(`${roomPage(language, meeting.id)}?did=${did}${refresh}`, 303);
  const kind = positions.find((each) => each === act);
  if (kind) {
    const words = plenarySessionRoomWords[language];
    const consensus = idOf(text("consensus"));
    if (consensus === undefined) throw notFound();
    if (kind !== "agreement" && text("text") === "") return formProblems({ text: [words.positionMissing] }, form);
    const word = await write(database, actor, (tx) => statePosition(tx, actor, { id, consensus, kind, text: kind === "agreement" ? "" : text("text") }));
    if (word === "stated") return done("stated");
    const refusals: Readonly<Record<string, string>> = words.refusals;
    return formRefusal(refusals[word] ?? words.refusals.other, form);
  }
  const own = await read(database, actor, (tx) => ownCredentials(tx, actor, meeting.id));
  if (act === "arrival" || act === "departure") {
    const refusal = own === undefined ? "unknown-person" : await write(database, actor, (tx) => recordPresence(tx, actor, { accreditation: own.accreditation, kind: act, id }));
    return refusal ? formRefusal(presenceRefusalText[refusal][language], form) : done("recorded");
  }
  if (act === "floor" || act === "point-of-order") {
    const refusal = own === undefined ? "not-accredited" : await write(database, actor, (tx) => askFloor(tx, actor, meeting.id, { id, accreditation: own.accreditation, kind: act }));
    return refusal ? formRefusal(speechRefusalText[refusal][language], form) : done("asked");
  }
  if (act !== "withdraw") throw notFound();
  const refusal = await write(database, actor, async (tx) => {
    const mine = (await speechesOf(tx, meeting.id)).filter(({ accreditation, begunAt, withdrawnAt }) => accreditation === own?.accreditation && begunAt === null && withdrawnAt === null);
    for (const { id: speech } of mine) {
      const word = await withdrawFloor(tx, actor, meeting.id, speech);
      if (word) return word;
    }
    return undefined;
  });
  return refusal ? formRefusal(speechRefusalText[refusal][language], form) : done("withdrawn");
}

const standingTones = { live: "good", reconnecting: "caution", old: "bad" } as const satisfies Record<Standing, Tone>;
const block = "mt-6 border-t border-line pt-4";

/** The room on a delegate's telephone. */
export default function Room({ loaderData, actionData }: Route.ComponentProps) {
  const { own, country, isRefreshing, move } = loaderData;
  const { state, standing } = useLive<RoomState>(roomAddress(loaderData.state.meeting.id), loaderData.state);
  const now = useServerClock(loaderData.now);
  const isScripted = useIsScripted();
  const words = useWords(plenarySessionRoomWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const { meeting, item, next, quorum, suspended, decision } = state;
  const place = own && ownPlace(state, own);
  const form = formState(actionData);
  const did = query.get("did");
  const isRunning = meeting.state === "convened" || meeting.state === "open";
  return (
    <div className="max-w-[34rem]">
      {isRefreshing && <meta httpEquiv="refresh" content="10" />}
      <PageHeading title={words.title(meeting.id)} />
      <p className="mt-3" aria-live="polite">
        {isScripted ? <StateTag tone={standingTones[standing]}>{words.standing[standing]}</StateTag> : words.shownAt(loaderData.clock)}
      </p>
      <noscript>
        <p className="text-small">
          {isRefreshing ? `${words.refreshing} ` : ""}
          <a href={isRefreshing ? "?" : "?refresh=1"} className="link">
            {isRefreshing ? words.refreshStop : words.refresh}
          </a>
        </p>
      </noscript>
      {isDid(did) && actionData === undefined && <Notice tone="good" title={words[did]} />}
      <ErrorSummary form={form} />
      {meeting.state !== "open" && <Notice title={words.states[meeting.state]} />}
      {suspended && <Notice tone="caution" title={words.suspended(suspended.reason)} />}
      {decision && <RoomDecisionPart decision={decision} meeting={meeting.id} country={country} place={place} problem={form.field("text")} move={move} />}
      <section className={block}>
        <h2 className="text-small font-semibold text-ink-soft">{words.item}</h2>
        {item === null ? (
          <p>{words.itemNone}</p>
        ) : item === "closed" ? (
          <p>{words.itemClosed}</p>
        ) : (
          <>
            <p className="font-serif text-h3 font-semibold">{words.itemLine(String(item.position), item.title[language])}</p>
            {item.documents.length > 0 && (
              <>
                <h3 className="mt-3 text-small font-semibold text-ink-soft">{words.documents}</h3>
                <ul>
                  {item.documents.map((each) => (
                    <li key={each.id}>
                      <a href={`${meetingAddress(language, meeting.id, "documents")}/${each.id}/file`} className="link inline-block py-1.5">
                        {each.title}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        {next && <p className="mt-2 text-small text-ink-soft">{words.next(String(next.position), next.title[language])}</p>}
      </section>
      <section className={block}>
        <h2 className="text-small font-semibold text-ink-soft">{words.mine}</h2>
        {place ? (
          <>
            <p className="font-semibold">{place.isIn ? words.inAs[place.capacity] : words.outAs[place.capacity]}</p>
            {place.capacity === "alternate" && place.isIn && <p>{place.isTitularIn ? words.titularIn : words.titularOut}</p>}
            {isRunning && (
              <Form method="post" className="mt-3" preventScrollReset>
                <input type="hidden" name="move" value={move} />
                <Button name="act" value={place.isIn ? "departure" : "arrival"} kind={place.isIn ? "quiet" : "primary"} className="w-full">
                  {place.isIn ? words.leave : words.arrive}
                </Button>
              </Form>
            )}
          </>
        ) : (
          <p>{words.noCredentials}</p>
        )}
      </section>
      <section className={block}>
        <h2 className="text-small font-semibold text-ink-soft">{words.quorum}</h2>
        <p className="flex items-baseline gap-3">
          <StateTag tone={quorum.holds ? "good" : "caution"}>{`${quorum.present}/${quorum.members}`}</StateTag>
          <span>{quorumSentence(quorum)[language]}</span>
        </p>
      </section>
      {meeting.state === "open" && <RoomFloorPart state={state} place={place} now={now} move={move} />}
      {state.last && (
        <section className={block}>
          <h2 className="text-small font-semibold text-ink-soft">{words.last}</h2>
          <p className="font-semibold">{state.last.title[language]}</p>
          <p>{state.last.sentence[language]}</p>
        </section>
      )}
      <p className="mt-8">
        <Link to={meetingAddress(language, meeting.id)} className="link">
          {words.toMeeting}
        </Link>
      </p>
    </div>
  );
}

function isDid(word: string | null): word is "recorded" | "asked" | "withdrawn" | "stated" {
  return word === "recorded" || word === "asked" || word === "withdrawn" || word === "stated";
}
