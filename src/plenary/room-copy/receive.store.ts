import { deposit } from "#archive";
import type { Actor } from "#basics";
import { type Database, type Writing, read, sql, write } from "#database";
import { type Bundle, asPart, openBundle, partText } from "./bundle.ts";
import { chainHolds } from "./chain.ts";
import { keepDocuments } from "./document.store.ts";
import { keyCheck } from "./key.ts";
import { type RoomReceiveRefusal, auditNumber } from "./room-copy.ts";
import { carrier, tableShape } from "./travel.store.ts";

/** What came of a return that was taken in. */
export interface Received {
  readonly word: "received" | "already-received";
  readonly meeting: string;
}

/** Stops the transaction with a word, so that nothing of it stays. */
class Refused extends Error {
  constructor(
    readonly word: RoomReceiveRefusal | "already-received",
    message = word as string,
  ) {
    super(message);
  }
}

/**
 * Takes the session back from the room, in one transaction: documents, rows, checks, the copy's audit chain, and the authority.
 * Whatever does not hold leaves everything as it was. The same file again changes nothing.
 */
export async function receiveRoom(database: Database, actor: Actor, file: Uint8Array, key: string): Promise<Received | { readonly refusal: RoomReceiveRefusal; readonly detail?: string }> {
  if (actor.kind !== "member" || (actor.office !== "secretariat" && actor.office !== "presidency")) return { refusal: "not-yours" };
  const bundle = openBundle(file, key);
  if (typeof bundle === "string") return noted(database, { refusal: bundle });
  const { copy, meeting, returnedDigest, auditHead } = bundle.manifest;
  if (bundle.manifest.kind !== "return" || !returnedDigest || !auditHead) return noted(database, { refusal: "not-a-return" });
  if (bundle.manifest.shape !== (await read(database, carrier, tableShape))) return noted(database, { refusal: "other-version" }, copy);
  if (!chainHolds(partText(bundle, "audit.ndjson", ""), auditHead)) return noted(database, { refusal: "audit-broken" }, copy);
  try {
    await write(database, carrier, async (tx) => {
      await takeIn(tx, bundle, actor.account, key);
      await keepAudit(tx, bundle);
    });
    return { word: "received", meeting };
  } catch (fault) {
    if (fault instanceof Refused) return fault.word === "already-received" ? { word: fault.word, meeting } : noted(database, { refusal: fault.word, detail: fault.message }, copy);
    // Rows that no constraint or rule of this platform takes: the transaction is undone, whatever brought them.
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (fault instanceof Error && (code === "CR010" || /^(22|23|42501)/.test(code))) return noted(database, { refusal: "does-not-add-up", detail: fault.message }, copy);
    throw fault;
  }
}

async function takeIn(tx: Writing, bundle: Bundle, receiver: string, key: string): Promise<void> {
  const { copy, handedDigest, returnedDigest = "", auditHead = "" } = bundle.manifest;
  const state = await sql<{ state: string; same: boolean }>`select state, returned_digest = decode(${returnedDigest}, 'hex') as same from plenary.room_copy where id = ${copy}::uuid and side = 'main'`.execute(tx);
  // Documents come before the rows that name them, and only once: what was received is not looked into again.
  if (state.rows[0]?.state === "handed") await keepDocuments(tx, bundle);
  const { rows } = await sql<{ word: "received" | "already-received" | RoomReceiveRefusal }>`select plenary.receive_room_copy(${copy}::uuid, ${keyCheck(key, copy)}::bytea,
    decode(${handedDigest}, 'hex'), decode(${returnedDigest}, 'hex'), ${auditHead}, ${partText(bundle, "rows.json")}::jsonb, ${receiver}::uuid) as word`.execute(tx);
  const word = rows[0]?.word ?? "unknown-copy";
  if (word !== "received") throw new Refused(word);
}

/** The copy's own audit chain becomes a document of the archive; its head stands in the audit of this platform. */
async function keepAudit(tx: Writing, bundle: Bundle): Promise<void> {
  const { copy, meeting, auditHead } = bundle.manifest;
  const kept = await deposit(tx, carrier, {
    number: auditNumber({ id: copy, meeting }),
    class: "other",
    title: { es: `Registro de la copia de la sala de la ${meeting}`, en: `Audit record of the room copy of ${meeting}` },
    access: "organs",
    ...(auditHead === undefined ? {} : { note: auditHead }),
    renditions: [{ format: "other", language: "es", name: `sala-${meeting}.txt`, mediaType: "text/plain", bytes: asPart(partText(bundle, "audit.ndjson", "")) }],
  });
  if ("refusal" in kept) throw new Error(`The audit of the copy was not archived: ${kept.refusal}`);
  await sql`select plenary.keep_room_audit(${copy}::uuid, ${kept.id}::uuid)`.execute(tx);
}

/** A return that was refused is remembered in the audit. */
async function noted<T extends { readonly refusal: RoomReceiveRefusal }>(database: Database, refused: T, copy?: string): Promise<T> {
  await write(database, carrier, (tx) => sql`select audit.attempt('plenary.room_copy', ${JSON.stringify({ act: "receive", of: copy ?? null, refused: refused.refusal })}::jsonb)`.execute(tx));
  return refused;
}
