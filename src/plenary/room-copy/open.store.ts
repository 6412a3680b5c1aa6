import { type Database, sql, write } from "#database";
import { openBundle, partText } from "./bundle.ts";
import { keepDocuments } from "./document.store.ts";
import type { RoomOpenRefusal } from "./room-copy.ts";
import { carrier } from "./travel.store.ts";

/**
 * Makes an empty platform the copy in the room, all of it or nothing; the same file opened again finds it made. The rows that
 * stand there afterwards have the fingerprint of those that were handed over, or nothing stands there.
 */
export async function openRoom(database: Database, file: Uint8Array, key: string): Promise<{ readonly meeting: string; readonly again: boolean } | RoomOpenRefusal> {
  const bundle = openBundle(file, key);
  if (typeof bundle === "string") return bundle;
  const { manifest } = bundle;
  if (manifest.kind !== "session") return "not-a-session";
  const head = JSON.stringify(manifest);
  return write(database, carrier, async (tx) => {
    const [founded] = (
      await sql<{ word: "founded" | "opened-before" | "not-empty" | "other-version" }>`select plenary.found_room(${head}::jsonb, ${partText(bundle, "reference.json")}::jsonb,
        ${partText(bundle, "people.json", "[]")}::jsonb, ${partText(bundle, "codes.json")}::jsonb) as word`.execute(tx)
    ).rows;
    if (founded?.word === "opened-before") return { meeting: manifest.meeting, again: true };
    if (founded?.word !== "founded") return founded?.word ?? "not-empty";
    await keepDocuments(tx, bundle);
    const [filled] = (
      await sql<{ word: string }>`select plenary.fill_room(${head}::jsonb, ${partText(bundle, "rows.json")}::jsonb, ${partText(bundle, "context.json")}::jsonb) as word`.execute(tx)
    ).rows;
    if (filled?.word !== "filled") throw new Error(`The copy was not filled: ${filled?.word}`);
    return { meeting: manifest.meeting, again: false };
  });
}
