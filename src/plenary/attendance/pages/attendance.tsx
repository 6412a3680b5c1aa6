import { Form, redirect, useSearchParams } from "react-router";
import { read, write } from "#database";
import { Button, EmptyState, ErrorSummary, LinkButton, Notice, Section, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryAttendanceWords } from "#words";
import { leads } from "../../meeting/meeting-act.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, idOf, said } from "../../meeting/pages/meeting-asked.ts";
import { annulPresence, recordPresence } from "../attendance.store.ts";
import { earlierTime } from "../clock.ts";
import { presenceRefusalText } from "../refusal.ts";
import { attendanceView } from "./attendance-view.ts";
import { DelegationLine } from "./delegation-line.tsx";
import { QuorumSection } from "./quorum-section.tsx";
import type { Route } from "./+types/attendance.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Who is in the room, the quorum, and what the acting person may record. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const view = await read(database, actor, (tx) => attendanceView(tx, meeting, language, new Date()));
  const isRunning = meeting.state === "convened" || meeting.state === "open";
  const own = view.board.flatMap(({ people }) => people).find(({ account, isWithdrawn, isChecked }) => account === actor.account && !isWithdrawn && isChecked);
  return {
    id: meeting.id,
    ...view,
    isOver: meeting.state === "closed",
    mayRecord: leads(actor) && isRunning,
    own: own && isRunning ? { accreditation: own.accreditation, isIn: own.isIn } : undefined,
    move: crypto.randomUUID(),
  };
}

/** Records an arrival or a departure, or annuls the last entry of somebody. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const form = await args.request.formData();
  const text = said(form);
  const act = text("act");
  const accreditation = idOf(text("person"));
  const here = meetingAddress(language, meeting.id, "attendance");
  if (act === "annul") {
    const entry = idOf(text("entry"));
    if (entry === undefined) throw notFound();
    const refusal = await write(database, actor, (tx) => annulPresence(tx, actor, meeting.id, entry, text("reason")));
    return refusal === undefined ? redirect(`${here}?did=recorded`, 303) : formRefusal(presenceRefusalText[refusal][language], form);
  }
  if ((act !== "arrival" && act !== "departure") || accreditation === undefined) throw notFound();
  const at = earlierTime(text("at"), new Date(), meeting.timeZone);
  if (at === "not-a-time") return formProblems({ at: ["timeBad"] }, form);
  // Several lines of the board share one form key: with the person and the act it names one entry.
  const id = idOf(text("move")) ?? crypto.randomUUID();
  const refusal = await write(database, actor, (tx) => recordPresence(tx, actor, { accreditation, kind: act, id: entryId(id, accreditation, act), ...(at === undefined ? {} : { at }) }));
  return refusal === undefined ? redirect(`${here}?did=recorded`, 303) : formRefusal(presenceRefusalText[refusal][language], form);
}

/** Joins the page's own key with a person's: another key of the same form. */
function entryId(move: string, accreditation: string, kind: string): string {
  const [one, other] = [move, accreditation].map((each) => BigInt(`0x${each.replaceAll("-", "")}`));
  const joined = ((one ?? 0n) ^ (other ?? 0n) ^ (kind === "arrival" ? 0n : 1n)).toString(16).padStart(32, "0");
  return `${joined.slice(0, 8)}-${joined.slice(8, 12)}-${joined.slice(12, 16)}-${joined.slice(16, 20)}-${joined.slice(20)}`;
}

/** The attendance of a meeting. */
export default function Attendance({ loaderData, actionData }: Route.ComponentProps) {
  const { id, board, quorum, isOver, mayRecord, own, move } = loaderData;
  const words = useWords(plenaryAttendanceWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const form = formState(actionData, { timeBad: words.timeBad });
  const states = board.filter(({ isState }) => isState);
  const observers = board.filter(({ isState }) => !isState);
  return (
    <>
      {query.get("did") === "recorded" && actionData === undefined && <Notice tone="good" title={words.recorded} />}
      <ErrorSummary form={form} />
      {own && (
        <Section title={words.mine}>
          <p>{own.isIn ? words.mineIn : words.mineOut}</p>
          <Form method="post" className="mt-3">
            <input type="hidden" name="person" value={own.accreditation} />
            <input type="hidden" name="move" value={move} />
            <Button name="act" value={own.isIn ? "departure" : "arrival"} kind={own.isIn ? "quiet" : "primary"}>
              {own.isIn ? words.leaveSelf : words.arriveSelf}
            </Button>
          </Form>
        </Section>
      )}
      <QuorumSection quorum={quorum} />
      <Section title={words.delegations} lead={words.delegationsLead}>
        <p className="print:hidden">
          <LinkButton kind="quiet" to={meetingAddress(language, id, "attendance/list")}>
            {words.list}
          </LinkButton>
        </p>
        <ul className="mt-6 border-t-2 border-ink">
          {states.map((each) => (
            <DelegationLine key={each.key} delegation={each} isOver={isOver} mayRecord={mayRecord} move={move} />
          ))}
        </ul>
      </Section>
      <Section title={words.observers}>
        {observers.length === 0 ? (
          <EmptyState title={words.observers}>{words.observersNone}</EmptyState>
        ) : (
          <ul className="border-t-2 border-ink">
            {observers.map((each) => (
              <DelegationLine key={each.key} delegation={each} isOver={isOver} mayRecord={mayRecord} move={move} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
