import { useLive } from "#live";
import { Sign, useLanguage, useWords } from "#web";
import { plenarySessionRoomWords } from "#words";
import { clockIn } from "../../attendance/clock.ts";
import { quorumSentence } from "../../attendance/quorum-words.ts";
import type { RoomState } from "../room.ts";
import { roomAddress } from "../room-address.ts";
import { clockText } from "../speech.ts";
import { askedRoom } from "./room-asked.ts";
import { nameOf } from "./room-floor.tsx";
import { ScreenLights } from "./screen-lights.tsx";
import { secondsLeft, useIsScripted, useServerClock } from "./use-server-clock.ts";
import type { Route } from "./+types/screen.ts";

/** The room as it stands. */
export async function loader(args: Route.LoaderArgs) {
  const { state } = await askedRoom(args);
  return { state, now: Date.now(), clock: clockIn(new Date(), state.meeting.zone), isRefreshing: new URL(args.request.url).searchParams.has("refresh") };
}

const large = "font-serif font-semibold leading-[1.12] text-[clamp(2rem,4.2vw,4.5rem)]";
const middle = "leading-[1.3] text-[clamp(1.3rem,2.2vw,2.4rem)]";

/** The screen of the room, readable from its back: point, speaker, quorum, decision with its lights, result. */
export default function Screen({ loaderData }: Route.ComponentProps) {
  const { state, standing } = useLive<RoomState>(roomAddress(loaderData.state.meeting.id), loaderData.state);
  const now = useServerClock(loaderData.now);
  const isScripted = useIsScripted();
  const words = useWords(plenarySessionRoomWords);
  const language = useLanguage();
  const { meeting, item, next, quorum, suspended, decision, last, speaker, waiting } = state;
  const left = speaker ? secondsLeft(speaker, now) : 0;
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] gap-[3vh] px-[4vw] py-[3vh]">
      <title>{`${words.title(meeting.id)} · CORETT`}</title>
      {loaderData.isRefreshing && <meta httpEquiv="refresh" content="10" />}
      <header className={`flex flex-wrap items-baseline justify-between gap-x-10 gap-y-2 ${middle}`}>
        <p className="font-semibold">CORETT · {meeting.id}</p>
        <p className="figures flex items-center gap-[0.5em]">
          <Sign tone={quorum.holds ? "good" : "caution"} className={quorum.holds ? "text-good" : "text-caution"} />
          {quorumSentence(quorum)[language]}
        </p>
      </header>
      <div>
        <h1 className={large}>
          {meeting.state !== "open"
            ? words.states[meeting.state]
            : item === null
              ? words.itemNone
              : item === "closed"
                ? words.itemClosed
                : words.itemLine(String(item.position), item.title[language])}
        </h1>
        {suspended && (
          <p className={`mt-[2vh] flex items-baseline gap-[0.5em] font-semibold text-caution ${middle}`}>
            <Sign tone="caution" />
            {words.suspended(suspended.reason)}
          </p>
        )}
        {speaker && (
          <p className={`mt-[2vh] ${middle}`} aria-live="off">
            {words.speaking(speaker.name, nameOf(state, speaker.of, language))}
            <span className="figures font-semibold"> · {left >= 0 ? words.left(clockText(left)) : words.overtime(clockText(-left))}</span>
          </p>
        )}
        {waiting.length > 0 && (
          <p className="mt-[1vh] text-[clamp(1rem,1.5vw,1.7rem)] text-ink-soft">
            {words.waitingNames(waiting.slice(0, 5).map(({ of }) => nameOf(state, of, language)).join(", "))}
            {waiting.length > 5 ? "…" : ""}
          </p>
        )}
        {decision && (
          <section className="mt-[3vh] border-t-2 border-ink pt-[2vh]" aria-live="polite">
            <h2 className={middle}>
              <span className="font-semibold">{decision.kind === "consensus" ? words.decision.consensus : decision.phase === "open" ? words.decision.vote : words.decision.counting}</span>
              {decision.method !== null && ` · ${decision.method === "secret" ? words.secret : words.rollCall}`}
            </h2>
            <p className={large}>{decision.title[language]}</p>
            {decision.rule && <p className="text-[clamp(1rem,1.5vw,1.7rem)] text-ink-soft">{decision.rule[language]}</p>}
            <ScreenLights delegations={state.delegations} told={decision.spoken} />
          </section>
        )}
        {!decision && state.election && <ElectionPart state={state} election={state.election} />}
        {!decision && last && (
          <section className="mt-[3vh] border-t-2 border-ink pt-[2vh]" aria-live="polite">
            <h2 className={middle}>
              {words.last}: {last.title[language]}
            </h2>
            <p className={`flex items-center gap-[0.4em] ${large}`}>
              <Sign tone={last.adopted ? "good" : "neutral"} className={last.adopted ? "text-good" : ""} />
              {last.sentence[language]}
            </p>
            {last.figures.length > 0 && (
              <dl className={`figures mt-[1vh] flex flex-wrap gap-x-[3vw] ${middle}`}>
                {last.figures.map(({ label, count }) => (
                  <div key={label.es} className="flex gap-[0.5em]">
                    <dt>{label[language]}</dt>
                    <dd className="font-semibold">{count}</dd>
                  </div>
                ))}
              </dl>
            )}
            {Object.keys(last.roll).length > 0 && <ScreenLights delegations={state.delegations} told={last.roll} answers={last.figures} over={last.kind} />}
          </section>
        )}
        {meeting.state === "open" && !decision && !last && <ScreenLights delegations={state.delegations} />}
      </div>
      <footer className="flex flex-wrap justify-between gap-x-8 text-[clamp(0.9rem,1.2vw,1.3rem)] text-ink-soft">
        <p>{next && words.next(String(next.position), next.title[language])}</p>
        <p aria-live="polite">
          {isScripted ? words.standing[standing] : words.shownAt(loaderData.clock)}
          <noscript>
            {" "}
            <a href={loaderData.isRefreshing ? "?" : "?refresh=1"} className="link">
              {loaderData.isRefreshing ? words.refreshStop : words.refresh}
            </a>
          </noscript>
        </p>
      </footer>
    </div>
  );
}

function ElectionPart({ state, election }: { state: RoomState; election: NonNullable<RoomState["election"]> }) {
  const words = useWords(plenarySessionRoomWords).election;
  const language = useLanguage();
  const names = (codes: readonly string[]) => codes.map((code) => nameOf(state, code, language)).join(", ");
  const { winner, lots, candidates, round } = election;
  return (
    <section className="mt-[3vh] border-t-2 border-ink pt-[2vh]" aria-live="polite">
      <h2 className={middle}>
        {words.title}
        {round > 0 && ` · ${words.round(String(round))}`}
      </h2>
      <p className={large}>
        {winner !== null ? (election.state === "proclaimed" ? words.proclaimed : words.winner)(names([winner])) : lots ? words.lots(names(lots.candidates)) : words.candidates(names(candidates))}
      </p>
      {lots && lots.witnesses.length > 0 && <p className={middle}>{words.witnesses(names(lots.witnesses))}</p>}
    </section>
  );
}
