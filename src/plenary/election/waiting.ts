import { type Actor, type Language, type Text, languages } from "#basics";
import { type Database, type Reading, read, sql } from "#database";
import type { WaitingItem } from "#web";
import { plenaryElectionWords, plenaryHandoverWords } from "#words";
import { handovers } from "./handover.store.ts";

/**
 * What of elections and handovers waits for the acting member: a delegation answers when its state was proposed, and says its
 * word when lots are open; those who lead proclaim; the incoming office receives, and what was received is deposited.
 */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member") return [];
  const leads = actor.office === "secretariat" || actor.office === "presidency";
  const speaks = actor.office === "delegate-titular" || actor.office === "delegate-alternate";
  if (!leads && !speaks) return [];
  return read(database, actor, async (tx) => (leads ? [...(await toProclaim(tx)), ...(await toHandOver(tx, actor))] : ofDelegation(tx, actor.country ?? "")));
}

async function toProclaim(tx: Reading): Promise<WaitingItem[]> {
  const rows = await tx.selectFrom("plenary.election").select("meeting").where("state", "=", "decided").execute();
  return rows.map(({ meeting }) => ({ href: `/workspace/meetings/${meeting}/election`, label: both((language) => plenaryElectionWords[language].waiting.proclaim(meeting)) }));
}

async function toHandOver(tx: Reading, actor: Extract<Actor, { kind: "member" }>): Promise<WaitingItem[]> {
  const mine = await tx.selectFrom("plenary.handover").select("id").where("handed_by", "=", actor.account).execute();
  return (await handovers(tx)).flatMap(({ id, office, handedAt, receivedAt, document }) => {
    const href = `/workspace/handover/${id}`;
    if (handedAt !== undefined && receivedAt === undefined && office === actor.office && !mine.some((each) => each.id === id))
      return [{ href, label: both((language) => plenaryHandoverWords[language].waiting.receive(plenaryHandoverWords[language].offices[office])) }];
    if (receivedAt !== undefined && document === undefined)
      return [{ href, label: both((language) => plenaryHandoverWords[language].waiting.file(plenaryHandoverWords[language].offices[office])) }];
    return [];
  });
}

async function ofDelegation(tx: Reading, country: string): Promise<WaitingItem[]> {
  const proposed = await tx
    .selectFrom("plenary.candidacy as k")
    .innerJoin("plenary.election as e", "e.id", "k.election")
    .innerJoin("plenary.meeting as m", "m.id", "e.meeting")
    .select("e.meeting")
    .where("k.country", "=", country)
    .where("k.accepted_at", "is", null)
    .where("k.withdrawn_at", "is", null)
    .where("e.state", "=", "candidacies")
    .where("m.state", "in", ["convened", "open"])
    .execute();
  const lots = await tx
    .selectFrom("plenary.lots as l")
    .innerJoin("plenary.election as e", "e.id", "l.election")
    .innerJoin("plenary.meeting as m", "m.id", "e.meeting")
    .select("e.meeting")
    .where("l.winner", "is", null)
    .where("m.state", "=", "open")
    .where(sql<boolean>`not exists (select from plenary.lots_heard(l.vote) h where h.country = ${country})`)
    .execute();
  const line = (kind: "answer" | "lots") => ({ meeting }: { meeting: string }) => ({
    href: `/workspace/meetings/${meeting}/election`,
    label: both((language) => plenaryElectionWords[language].waiting[kind](meeting)),
  });
  return [...proposed.map(line("answer")), ...lots.map(line("lots"))];
}

function both(line: (language: Language) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, line(language)])) as Record<Language, string>; // made of all languages
}
