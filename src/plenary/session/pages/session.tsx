import { Form, Link, data, redirect, useSearchParams } from "react-router";
import { read, write } from "#database";
import { Actions, Button, ErrorSummary, Field, LinkButton, Notice, Section, Sign, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenarySessionWords } from "#words";
import { leads } from "../../meeting/meeting-act.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { circleOf } from "../circle.ts";
import { beginItem, endItem, nextItem } from "../item.store.ts";
import { sessionRefusalText } from "../refusal.ts";
import { roomActor } from "../room.store.ts";
import { roomAddress, roomPage, screenPage } from "../room-address.ts";
import { openSession, resume, suspend, verifyQuorum } from "../session.store.ts";
import { isSpeechKind, speechRefusalText } from "../speech.ts";
import { askFloor, endFloor, giveFloor, setFloorTime, withdrawFloor } from "../speech.store.ts";
import { FloorSection } from "./floor-section.tsx";
import { ItemList } from "./item-list.tsx";
import { openDecisionView, sessionView } from "./session-view.ts";
import { useFollow } from "./use-follow.ts";
import { useIsScripted } from "./use-server-clock.ts";
import type { Route } from "./+types/session.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Where the session stands, and what the acting person conducts. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const isLeading = leads(actor);
  const view = await read(database, actor, (tx) => sessionView(tx, meeting, language, new Date(), isLeading));
  const circle = circleOf(actor);
  const decision = circle && meeting.state === "open" ? await read(database, roomActor, (tx) => openDecisionView(tx, meeting.id, language, circle)) : undefined;
  return { id: meeting.id, state: meeting.state, isLeading, ...view, decision, suspensionId: crypto.randomUUID(), speechId: crypto.randomUUID() };
}

/** Does one act of the session, and comes back with what was done. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const form = await args.request.formData();
  const text = said(form);
  const id = meeting.id;
  const item = idOf(text("item")) ?? "";
  const speech = idOf(text("speech")) ?? "";
  const minutes = text("minutes") === "" ? undefined : Math.round(Number(text("minutes").replace(",", ".")) * 60);
  const done = (did: string) => redirect(`${meetingAddress(language, id, "session")}?did=${did}`, 303);
  const act = text("act");
  if (!leads(actor)) throw data(null, { status: 403 });
  if (act === "ask") {
    const person = idOf(text("person"));
    const kind = text("kind");
    if (person === undefined || !isSpeechKind(kind)) return formProblems({ person: ["personMissing"] }, form);
    const refusal = await write(database, actor, (tx) => askFloor(tx, actor, id, { id: speech, accreditation: person, kind, ...(minutes === undefined ? {} : { seconds: minutes }) }));
    return refusal ? formRefusal(speechRefusalText[refusal][language], form) : done("floor");
  }
  const floor = {
    give: (tx) => giveFloor(tx, actor, id, speech, minutes),
    end: (tx) => endFloor(tx, actor, id, speech),
    remove: (tx) => withdrawFloor(tx, actor, id, speech),
    time: (tx) => setFloorTime(tx, actor, id, speech, minutes ?? Number.NaN),
  } as const satisfies Record<string, (tx: Parameters<typeof endFloor>[0]) => ReturnType<typeof endFloor>>;
  if (isKey(floor, act)) {
    const refusal = await write(database, actor, floor[act]);
    return refusal ? formRefusal(speechRefusalText[refusal][language], form) : done("floor");
  }
  const acts = {
    open: (tx) => openSession(tx, actor, id, new Date()),
    verify: async (tx) => {
      const answer = await verifyQuorum(tx, actor, id);
      return "refusal" in answer ? answer.refusal : undefined;
    },
    suspend: (tx) => suspend(tx, actor, id, idOf(text("suspension")) ?? crypto.randomUUID(), text("reason")),
    resume: (tx) => resume(tx, actor, id),
    begin: (tx) => beginItem(tx, actor, id, item),
    again: (tx) => beginItem(tx, actor, id, item, true),
    finish: (tx) => endItem(tx, actor, id, item, "finish"),
    postpone: (tx) => endItem(tx, actor, id, item, "postpone"),
    next: (tx) => nextItem(tx, actor, id),
  } as const satisfies Record<string, (tx: Parameters<typeof openSession>[0]) => ReturnType<typeof openSession>>;
  if (!isKey(acts, act)) throw notFound();
  const refusal = await write(database, actor, acts[act]);
  if (refusal === "reason-missing") return formProblems({ reason: [sessionRefusalText[refusal][language]] }, form);
  if (refusal === "too-early") return formRefusal("tooEarly", form);
  if (refusal) return formRefusal(sessionRefusalText[refusal][language], form);
  return done({ open: "opened", verify: "verified", suspend: "suspended", resume: "resumed", begin: "item", again: "item", finish: "item", postpone: "item", next: "item" }[act]);
}

function isKey<T extends object>(table: T, word: string): word is Extract<keyof T, string> {
  return Object.hasOwn(table, word);
}

/** The control desk of a session; whoever does not conduct reads how it stands. */
export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { id, state, isLeading, quorum, suspension, decision } = loaderData;
  const words = useWords(plenarySessionWords);
  const language = useLanguage();
  const standing = useFollow(roomAddress(id));
  const isScripted = useIsScripted();
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData, { personMissing: words.floor.personMissing, tooEarly: words.open.tooEarly });
  const at = (part: string) => meetingAddress(language, id, part);
  const conducts = isLeading && state === "open";
  return (
    <>
      {did !== null && Object.hasOwn(words.did, did) && actionData === undefined && <Notice tone="good" title={words.did[did as keyof typeof words.did]} />}
      <ErrorSummary form={form} />
      {state === "open" && isScripted && <p className="mt-4 text-small text-ink-soft" aria-live="polite">{words.following[standing]}</p>}
      {state === "closed" && <Notice title={words.over}>{loaderData.closedAt}</Notice>}
      {state === "convened" &&
        (isLeading ? (
          <Section title={words.open.title} lead={words.open.lead}>
            {quorum && <p>{quorum.sentence}</p>}
            <Form method="post">
              <Actions>
                <Button name="act" value="open">
                  {words.open.submit}
                </Button>
              </Actions>
            </Form>
          </Section>
        ) : (
          <Notice title={words.notOpenYet} />
        ))}
      {suspension && (
        <Notice tone="caution" title={words.suspension.running(suspension.time, suspension.reason)}>
          {conducts && (
            <Form method="post" className="mt-2">
              <Button name="act" value="resume">
                {words.suspension.resume}
              </Button>
            </Form>
          )}
        </Notice>
      )}
      {state === "open" && quorum && (
        <Section title={words.quorum.title}>
          <p className={`flex items-baseline gap-2 font-semibold ${quorum.holds ? "text-good" : "text-caution"}`}>
            <Sign tone={quorum.holds ? "good" : "caution"} />
            {quorum.sentence}
          </p>
          {loaderData.verified && <p className="mt-1 text-small text-ink-soft">{words.quorum.last(loaderData.verified.time, loaderData.verified.sentence)}</p>}
          {conducts && (
            <Form method="post" className="mt-3">
              <Button kind="quiet" name="act" value="verify" disabled={suspension !== undefined}>
                {words.quorum.verify}
              </Button>
              <span className="mt-1 block text-small text-ink-soft">{words.quorum.help}</span>
            </Form>
          )}
        </Section>
      )}
      {state === "open" && (
        <Section title={words.decision.title}>
          {decision ? (
            <>
              <p className="font-semibold">
                {decision.kind === "consensus" ? words.decision.consensus : decision.phase === "open" ? words.decision.vote : words.decision.counting}: {decision.title}
              </p>
              <p>{words.decision.said(String(decision.said), String(decision.present))}</p>
              <p className="mt-3">
                <LinkButton to={decision.kind === "vote" ? at(`votes/${decision.id}`) : at(`decisions/${decision.motion ?? ""}`)}>
                  {decision.kind === "vote" ? words.decision.toVote : words.decision.toMotion}
                </LinkButton>
              </p>
            </>
          ) : (
            <p>
              {words.decision.none}{" "}
              <Link to={at("decisions")} className="link">
                {words.decision.toDecisions}
              </Link>
            </p>
          )}
        </Section>
      )}
      <ItemList id={id} items={loaderData.items} previous={loaderData.previous} conducts={conducts} isLeading={isLeading} isBlocked={decision?.phase === "open" || suspension !== undefined} />
      {state !== "convened" && <FloorSection {...loaderData} conducts={conducts} form={form} />}
      <Section title={words.links}>
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          <li><Link to={roomPage(language, id)} className="link">{words.toRoom}</Link></li>
          <li><a href={screenPage(language, id)} className="link">{words.toScreen}</a></li>
          <li><Link to={at("attendance")} className="link">{words.toAttendance}</Link></li>
          <li><Link to={at("session/reports")} className="link">{words.toReports}</Link></li>
          <li><Link to={`/${language}/workspace/representations`} className="link">{words.toRepresentations}</Link></li>
        </ul>
      </Section>
      {conducts && (
        <>
          {!suspension && (
            <Section title={words.suspension.title}>
              <Form method="post">
                <input type="hidden" name="suspension" value={loaderData.suspensionId} />
                <Field {...form.field("reason")} label={words.suspension.reason} help={words.suspension.reasonHelp} />
                <Actions>
                  <Button kind="quiet" name="act" value="suspend" disabled={decision?.phase === "open"}>
                    {words.suspension.submit}
                  </Button>
                </Actions>
              </Form>
            </Section>
          )}
          <Section title={words.close.title} lead={words.close.lead}>
            <LinkButton kind="quiet" to={at("session/close")}>
              {words.close.go}
            </LinkButton>
          </Section>
        </>
      )}
    </>
  );
}
