import type { Actor, Text } from "#basics";
import { type Database, type Reading, read } from "#database";
import type { WaitingItem } from "#web";
import { plenaryActWords } from "#words";
import { seatsOf } from "../meeting/meeting.store.ts";
import { type Act, leadsAct } from "./act.ts";
import { acts } from "./act.store.ts";
import { dayInGuatemala } from "./approve.store.ts";
import { observationsOf } from "./observation.store.ts";
import { signaturesOf } from "./sign.store.ts";

/** One line in both languages, made from the same values. */
function both(line: (words: (typeof plenaryActWords)["es"]["waiting"]) => string): Text {
  return { es: line(plenaryActWords.es.waiting), en: line(plenaryActWords.en.waiting) };
}

/** What of the acts waits for the acting member: to observe, to answer, to sign, to begin. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || actor.office === "administrator" || actor.office === "observer") return [];
  const isDelegate = actor.office === "delegate-titular" || actor.office === "delegate-alternate";
  if (!isDelegate && !leadsAct(actor)) return [];
  return read(database, actor, async (tx) => {
    const found = (await acts(tx)).filter(({ isRecord }) => !isRecord);
    const items: WaitingItem[] = [];
    for (const act of found) items.push(...(isDelegate ? await ofDelegate(tx, actor.country, act) : await ofLeader(tx, actor, act)));
    return leadsAct(actor) ? [...items, ...(await toBegin(tx))] : items;
  });
}

async function ofDelegate(tx: Reading, country: string | undefined, act: Act): Promise<WaitingItem[]> {
  const { meeting, state, observationsUntil } = act;
  if (state !== "circulated" || country === undefined || (observationsUntil ?? "") < dayInGuatemala(new Date())) return [];
  if (!(await seatsOf(tx, meeting)).includes(country) || (await observationsOf(tx, meeting)).some((each) => each.country === country)) return [];
  return [{ href: address(meeting), label: both((words) => words.observe(meeting)), ...(observationsUntil === null ? {} : { due: observationsUntil }) }];
}

async function ofLeader(tx: Reading, actor: Extract<Actor, { kind: "member" }>, act: Act): Promise<WaitingItem[]> {
  const { meeting, state } = act;
  if (state === "circulated") {
    const open = (await observationsOf(tx, meeting)).filter((each) => each.state === "open").length;
    return open === 0 ? [] : [{ href: `${address(meeting)}#observations`, label: both((words) => words.answer(meeting, String(open))) }];
  }
  if (state !== "approved") return [];
  const signed = await signaturesOf(tx, meeting);
  if (signed.some(({ office, account }) => office === actor.office || account === actor.account)) return [];
  return [{ href: `${address(meeting)}/sign`, label: both((words) => words.sign(meeting)) }];
}

/** Meetings that are over and have no act yet. */
async function toBegin(tx: Reading): Promise<WaitingItem[]> {
  const rows = await tx
    .selectFrom("plenary.meeting as m")
    .leftJoin("plenary.act as a", "a.meeting", "m.id")
    .select("m.id")
    .where("m.state", "=", "closed")
    .where("m.is_record", "=", false)
    .where("a.meeting", "is", null)
    .execute();
  return rows.map(({ id }) => ({ href: address(id), label: both((words) => words.begin(id)) }));
}

function address(meeting: string): string {
  return `/workspace/meetings/${meeting}/act`;
}
