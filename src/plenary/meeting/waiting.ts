import type { Actor, Text } from "#basics";
import { type Database, type Reading, read } from "#database";
import type { WaitingItem } from "#web";
import { plenaryMeetingDelegationWords } from "#words";
import { accreditationsOf } from "./accreditation.store.ts";
import { confirmationsOf } from "./confirmation.store.ts";
import { isDelegate, leads } from "./meeting-act.ts";
import type { Meeting } from "./meeting.ts";
import { meetings } from "./meeting.store.ts";
import { type MeetingNotice, noticesOf } from "./notice.store.ts";
import { localTime } from "./zone.ts";

type Member = Extract<Actor, { kind: "member" }>;
const words = plenaryMeetingDelegationWords;

function both(line: (language: "es" | "en") => string): Text {
  return { es: line("es"), en: line("en") };
}

/** What of the meetings waits for the acting member: receipts, the delegation's answer and people, credentials, a convocation. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || actor.office === "administrator") return [];
  return read(database, actor, async (tx) => {
    const items: WaitingItem[] = [];
    for (const meeting of await meetings(tx)) {
      if (meeting.isRecord || meeting.state === "closed") continue;
      items.push(...(await ofMeeting(tx, actor, meeting)));
    }
    return items;
  });
}

async function ofMeeting(tx: Reading, actor: Member, meeting: Meeting): Promise<WaitingItem[]> {
  const { id, state } = meeting;
  const href = `/workspace/meetings/${id}`;
  const due = meeting.startsAt ? { due: localTime(meeting.startsAt, meeting.timeZone).slice(0, 10) } : {};
  if (state === "draft") return leads(actor) ? [{ href: `${href}/convocation`, label: both((l) => words[l].waiting.convene(id)), ...due }] : [];
  const items: WaitingItem[] = [];
  const delegation = state === "convened" && isDelegate(actor) ? await delegationTask(tx, actor, meeting, href) : undefined;
  if (delegation) items.push({ ...delegation, ...due });
  // Who is in the room need not say any more that the convocation came.
  const receipt = state === "open" ? undefined : receiptTask(await noticesOf(tx, id), actor, id);
  // Who has to answer for a delegation acknowledges on the way: one line is enough for the first notice.
  if (receipt && !(delegation && receipt.kind === "convocation")) items.push({ href, label: receipt.label, ...(state === "cancelled" ? {} : due) });
  if (actor.office === "secretariat" && state !== "cancelled") {
    const open = (await accreditationsOf(tx, id)).filter(({ checkedAt, withdrawnAt, checkNote }) => checkedAt === null && withdrawnAt === null && checkNote === "");
    if (open.length > 0) items.push({ href: `${href}/delegations`, label: both((l) => words[l].waiting.check(id, String(open.length))), ...due });
  }
  return items;
}

async function delegationTask(tx: Reading, actor: Member, meeting: Meeting, href: string): Promise<WaitingItem | undefined> {
  const { country = "" } = actor;
  const answer = (await confirmationsOf(tx, meeting.id)).find((each) => each.country === country);
  if (!answer) return { href: `${href}/delegations/${country}`, label: both((l) => words[l].waiting.confirm(meeting.id)) };
  if (answer.answer === "declines") return undefined;
  const people = (await accreditationsOf(tx, meeting.id)).filter((each) => each.country === country && each.withdrawnAt === null);
  return people.length > 0 ? undefined : { href: `${href}/delegations/${country}`, label: both((l) => words[l].waiting.people(meeting.id)) };
}

function receiptTask(notices: readonly MeetingNotice[], actor: Member, id: string): { kind: MeetingNotice["kind"]; label: Text } | undefined {
  const open = notices.find(({ account, acknowledgedAt }) => account === actor.account && acknowledgedAt === null);
  if (!open) return undefined;
  const line = { convocation: "acknowledge", update: "update", cancellation: "cancelled" } as const;
  return { kind: open.kind, label: both((l) => words[l].waiting[line[open.kind]](id)) };
}
