import { type Reading, type Writing, sql } from "#database";
import type { Handover, HandoverFact, HandoverOffice, HandoverRefusal } from "./handover.ts";

/** The handovers that the actor may see, the newest first: those who lead all, delegations once they were handed over. */
export async function handovers(tx: Reading): Promise<Handover[]> {
  const rows = await tx.selectFrom("plenary.handover").selectAll().orderBy("prepared_at", "desc").execute();
  return rows.map((row) => ({
    id: row.id,
    office: row.office as HandoverOffice, // the table's check holds the offices
    from: row.from_holder,
    to: row.to_holder,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    report: row.report,
    version: row.version,
    checklist: row.checklist as unknown as HandoverFact[], // written by `handOver` alone
    ...(row.handed_at === null ? {} : { handedAt: row.handed_at, handedBy: row.handed_by_name ?? "" }),
    ...(row.received_at === null ? {} : { receivedAt: row.received_at, receivedBy: row.received_by_name ?? "" }),
    ...(row.report_document === null ? {} : { document: row.report_document }),
  }));
}

/** One handover; undefined when there is none that the actor may see. */
export async function handoverOf(tx: Reading, id: string): Promise<Handover | undefined> {
  return (await handovers(tx)).find((each) => each.id === id);
}

/** A handover as it begins; `id` comes with the form, so that it begins once. */
export interface HandoverDraft {
  readonly id: string;
  readonly office: string;
  readonly election?: string;
  readonly from: string;
  readonly to: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
}

/** Begins a handover; one is under way for each office at most. */
export function prepareHandover(tx: Writing, { id, office, election, from, to, periodFrom, periodUntil }: HandoverDraft): Promise<"prepared" | HandoverRefusal> {
  return asked(tx, sql`select plenary.prepare_handover(${id}::uuid, ${office}, ${election ?? null}::uuid, ${from}, ${to}, ${periodFrom}::date, ${periodUntil}::date) as word`);
}

/** Saves the report's text upon the version that the writer saw; a newer one is not overwritten. */
export function writeHandover(tx: Writing, id: string, report: string, version: number): Promise<"written" | HandoverRefusal> {
  return asked(tx, sql`select plenary.write_handover(${id}::uuid, ${report}, ${version}::integer) as word`);
}

/** The outgoing office hands over: report and checklist stay as they are from here on. */
export function handOver(tx: Writing, id: string, checklist: readonly HandoverFact[]): Promise<"handed" | HandoverRefusal> {
  return asked(tx, sql`select plenary.hand_over(${id}::uuid, ${JSON.stringify(checklist)}::jsonb) as word`);
}

/** The incoming office receives, by another person. */
export function receiveHandover(tx: Writing, id: string): Promise<"received" | HandoverRefusal> {
  return asked(tx, sql`select plenary.receive_handover(${id}::uuid) as word`);
}

/** Names the document in the archive, once. */
export function fileHandover(tx: Writing, id: string, document: string): Promise<"filed" | HandoverRefusal> {
  return asked(tx, sql`select plenary.file_handover(${id}::uuid, ${document}::uuid) as word`);
}

async function asked<W extends string>(tx: Writing, call: ReturnType<typeof sql>): Promise<W> {
  const { rows } = await call.execute(tx);
  return (rows[0] as { word: W } | undefined)?.word as W; // the migration holds the list of words; a test asks for each
}
