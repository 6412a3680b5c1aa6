import { type Database, read, sql, write } from "#database";
import { asPart, packBundle } from "./bundle.ts";
import { documentParts } from "./document.store.ts";
import { keyCheck } from "./key.ts";
import type { RoomCloseRefusal } from "./room-copy.ts";
import { carriedCopy, carrier, sessionRows, tableShape } from "./travel.store.ts";

/**
 * Closes the copy for writing, for good, and gives the sealed file with everything of the meeting. Asked again it gives the same
 * rows again: they can no longer change.
 */
export async function closeRoom(database: Database, key: string): Promise<{ readonly meeting: string; readonly file: Buffer } | RoomCloseRefusal> {
  const word = await write(database, carrier, async (tx) => {
    const copy = await carriedCopy(tx, "room");
    if (!copy) return "not-a-copy";
    const { rows } = await sql<{ word: "closed" | RoomCloseRefusal }>`select plenary.close_room(${keyCheck(key, copy.copy)}::bytea) as word`.execute(tx);
    return rows[0]?.word ?? "not-a-copy";
  });
  if (word !== "closed") return word;
  return read(database, carrier, async (tx) => {
    const copy = await carriedCopy(tx, "room");
    if (!copy?.returnedDigest) throw new Error("The copy was not closed");
    const { rows: links } = await sql<{ position: number; hash: string; previous: string; text: string }>`
      select s.position, encode(s.hash, 'hex') as hash, encode(s.previous, 'hex') as previous, audit.canonical(e) as text
      from audit.seal s join audit.entry e on e.id = s.entry
      where s.position <= (select max(x.position) from audit.seal x where x.entry <= ${copy.auditUntil}) order by s.position`.execute(tx);
    const parts = new Map([
      ["rows.json", asPart(await sessionRows(tx, copy.meeting))],
      ["audit.ndjson", asPart(links.map((link) => JSON.stringify(link)).join("\n"))],
      ...(await documentParts(tx, { room: true })),
    ]);
    const { state: _, auditUntil: _neither, returnedDigest, ...manifest } = copy;
    const head = links.at(-1)?.hash;
    if (head === undefined) throw new Error("The copy has no audit chain");
    return { meeting: copy.meeting, file: packBundle({ manifest: { kind: "return", shape: await tableShape(tx), ...manifest, returnedDigest, auditHead: head }, parts }, key) };
  });
}
