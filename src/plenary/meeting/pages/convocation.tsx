import { redirect, useSearchParams } from "react-router";
import { countryName, formatCount, formatInstant } from "#basics";
import { read, write } from "#database";
import { ErrorSummary, Notice, Section, forbidden, formProblems, formRefusal, formState, notFound, useWords } from "#web";
import { plenaryMeetingConvocationWords, plenaryMeetingWords } from "#words";
import { historyOf } from "../../history/event.store.ts";
import { type ConveneRefusal, convene, preparationOf } from "../convene.store.ts";
import { delegationNotices, recordedNotice } from "../convocation-proof.ts";
import { actRefusal } from "../meeting-act.ts";
import { seatsOf } from "../meeting.store.ts";
import { noticesOf, sendMissing } from "../notice.store.ts";
import { ConvocationProof } from "./convocation-proof.tsx";
import { ConvocationReadiness } from "./convocation-readiness.tsx";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, said } from "./meeting-asked.ts";
import type { Route } from "./+types/convocation.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Before it is sent: what must be ready. Afterwards: the proof of what was sent and received, as far as the reader may see. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language, readerZone } = await askedMeeting(args);
  const when = (instant: Date | null) => (instant ? formatInstant(instant, language, readerZone) : null);
  const isLeader = actor.office === "secretariat" || actor.office === "presidency";
  return read(database, actor, async (tx) => {
    const notices = await noticesOf(tx, meeting.id);
    const seats = isLeader ? await seatsOf(tx, meeting.id) : actor.country === undefined ? [] : [actor.country];
    const recorded = actor.office === "observer" ? undefined : recordedNotice(await historyOf(tx, meeting.id));
    const preparation = isLeader && meeting.state === "draft" ? await preparationOf(tx, meeting, new Date()) : undefined;
    return {
      isLeader,
      isOwnOnly: !isLeader,
      readiness: preparation && {
        checks: preparation.checks,
        days: formatCount(preparation.notice.days, language),
        required: formatCount(preparation.notice.required, language),
        source: preparation.source[language],
        unreachable: preparation.unreachable.map((country) => countryName(country)[language]).join(", "),
        people: formatCount(preparation.people, language),
        delegations: formatCount(preparation.seats.length, language),
      },
      record: recorded && {
        kept: recorded.notice.kept,
        days: formatCount(recorded.notice.days, language),
        hours: formatCount(recorded.notice.hours, language),
        required: formatCount(recorded.notice.required, language),
        at: when(recorded.at) ?? "",
        reason: recorded.reason,
        isMoved: recorded.isMoved,
        source: recorded.source?.[language],
      },
      delegations: delegationNotices(notices, notices.length === 0 ? [] : seats).map((line) => ({ ...line, name: countryName(line.country)[language], at: when(line.at) })),
      people: notices.map((notice) => ({
        id: notice.id,
        kind: notice.kind,
        name: notice.name,
        of: notice.country === null ? (notice.organisation ?? "") : countryName(notice.country)[language],
        sent: when(notice.sentAt) ?? "",
        mailed: when(notice.mailedAt),
        seen: when(notice.seenAt),
        acknowledged: when(notice.acknowledgedAt),
      })),
      maySendMissing: actRefusal(actor, "send-missing", meeting) === undefined,
    };
  });
}

/** Convenes the meeting, or sends the convocation to those who came into office since. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const form = await args.request.formData();
  const text = said(form);
  const here = meetingAddress(language, meeting.id, "convocation");
  if (text("act") === "missing") {
    const sent = await write(database, actor, (tx) => sendMissing(tx, actor, meeting.id));
    if ("refusal" in sent) return formRefusal(plenaryMeetingWords[language].refusals[sent.refusal], form);
    return redirect(`${here}?did=${sent.sent > 0 ? "sentMissing" : "noMissing"}`, 303);
  }
  if (text("act") !== "convene") throw notFound();
  const refusal = await write(database, actor, (tx) => convene(tx, actor, meeting.id, { now: new Date(), reason: text("reason") }));
  if (refusal === undefined) return redirect(`${here}?done=convened`, 303);
  if (refusal === "not-yours") throw forbidden();
  if (refusal === "short-notice") return formProblems({ reason: [refusal] }, form);
  return formRefusal(sentenceOf(refusal, language), form);
}

function sentenceOf(refusal: Exclude<ConveneRefusal, "short-notice">, language: "es" | "en"): string {
  return refusal === "not-ready" ? plenaryMeetingConvocationWords[language].refusals[refusal] : plenaryMeetingWords[language].refusals[refusal];
}

/** The page of the convocation. */
export default function Convocation({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingConvocationWords);
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData, words.refusals);
  const { readiness, people } = loaderData;
  return (
    <>
      {(did === "sentMissing" || did === "noMissing") && actionData === undefined && <Notice tone="good">{words[did]}</Notice>}
      <ErrorSummary form={form} />
      {readiness !== undefined && <ConvocationReadiness readiness={readiness} form={form} />}
      {readiness === undefined && people.length === 0 && (
        <Section title={words.title}>
          <p>{words.notYet}</p>
        </Section>
      )}
      {people.length > 0 && <ConvocationProof {...loaderData} />}
    </>
  );
}
