import { randomBytes, randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { Hono } from "hono";
import type { Language } from "#basics";
import { type Database, loginUrl, write } from "#database";
import { resolveActor } from "#identity";
import type { Hub } from "#live-hub";
import { plenaryRoomCopyWords } from "#words";
import { keyCheck, readRoomKey, roomKey } from "../../src/plenary/room-copy/key.ts";
import { openRoom } from "../../src/plenary/room-copy/open.store.ts";
import { roomSlips, sessionFile } from "../../src/plenary/room-copy/pack.store.ts";
import { receiveRoom } from "../../src/plenary/room-copy/receive.store.ts";
import { closeRoom } from "../../src/plenary/room-copy/return.store.ts";
import { askRevocation, handRoomCopy, prepareRoomCopy, revokeRoomCopy } from "../../src/plenary/room-copy/room-copy.store.ts";
import type { AnyRoomRefusal } from "../../src/plenary/room-copy/room-copy.ts";
import { slipsPdf } from "../../src/plenary/room-copy/slips.ts";
import { openLive } from "../../src/plenary/session/live.server.ts";
import type { Ground } from "../../server/ground.ts";
import { listen } from "../../server/listen.ts";
import { createServer } from "../../server/main.ts";
import { mounts } from "../../server/mounts.ts";
import { accountFor } from "../accounts.ts";
import { CommandFault, type Terminal } from "../terminal.ts";

const say = (language: Language, es: string, en: string) => (language === "es" ? es : en);
const refused = (word: AnyRoomRefusal, language: Language) => new CommandFault(plenaryRoomCopyWords[language].refusals[word]);

function keyOf(typed: string | undefined, language: Language): string {
  const key = readRoomKey(typed ?? process.env["CORETT_ROOM_KEY"] ?? "");
  if (key === undefined) throw new CommandFault(say(language, "Escriba la clave con --key (24 caracteres).", "Write the key with --key (24 characters)."), 2);
  return key;
}
async function bytesOf(file: string, language: Language): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new CommandFault(`${file}: ${say(language, "no se puede leer el archivo", "the file cannot be read")}`, 2);
  });
}

/** Hands the session of a meeting over and packs it: two persons, one file, one key that is printed once. */
export async function packRoom(database: Database, terminal: Terminal, wish: { readonly meeting: string; readonly out: string; readonly slips?: string; readonly as?: string; readonly confirmedBy: string }): Promise<void> {
  const { language } = terminal;
  const secretariat = await accountFor(database, ["secretariat"], undefined, wish.as);
  const presidency = await accountFor(database, ["presidency"], undefined, wish.confirmedBy);
  const id = randomUUID();
  const key = roomKey(randomBytes(15));
  const prepared = await write(database, secretariat, (tx) => prepareRoomCopy(tx, { id, meeting: wish.meeting, keyCheck: keyCheck(key, id) }));
  if (prepared !== "prepared") throw refused(prepared, language);
  // The key is out before the session is: whatever fails from here on, the file can be made again with it.
  terminal.say(`${say(language, "Clave de la copia (se muestra una sola vez)", "Key of the copy (shown once)")}: ${key}`);
  const handed = await write(database, presidency, (tx) => handRoomCopy(tx, id));
  if (handed !== "handed") throw refused(handed, language);
  const made = await filesOf(database, terminal, { ...wish, id, key });
  terminal.outcome({ copy: id, key, ...made });
}

async function filesOf(database: Database, terminal: Terminal, { id, key, out, slips }: { readonly id: string; readonly key: string; readonly out: string; readonly slips?: string }): Promise<{ out: string; slips?: string }> {
  const packed = await sessionFile(database, id, key);
  if (typeof packed === "string") throw refused(packed, terminal.language);
  await writeFile(out, packed.file, { mode: 0o600 });
  terminal.say(out);
  if (slips === undefined) return { out };
  const given = await roomSlips(database, id, key);
  if (typeof given === "string") throw refused(given, terminal.language);
  await writeFile(slips, await slipsPdf(given.meeting, given.slips, terminal.language), { mode: 0o600 });
  terminal.say(slips);
  return { out, slips };
}

/** Makes the folder's platform the copy (once), and serves the session to the room until it is asked to stop. */
export async function carryRoom(ground: Ground, terminal: Terminal, wish: { readonly file?: string; readonly key?: string; readonly port: number }): Promise<void> {
  const { language } = terminal;
  if (wish.file !== undefined) {
    const opened = await openRoom(ground.database, await bytesOf(wish.file, language), keyOf(wish.key, language));
    if (typeof opened === "string") throw refused(opened, language);
  }
  const hub = openLive(loginUrl(ground.ownerUrl, ground.secret, "corett_server"));
  const app = roomApp(ground, hub);
  const server = await listen(app, { port: wish.port, host: "0.0.0.0" });
  const port = new URL(server.url).port;
  const addresses = lanAddresses().map((address) => `http://${address}:${port}/${language}/room`);
  terminal.say(say(language, "La sesión está en esta computadora. Las delegaciones se conectan a su red inalámbrica y abren:", "The session is on this computer. Delegations join its Wi-Fi and open:"));
  for (const address of addresses.length > 0 ? addresses : [`${server.url}/${language}/room`]) terminal.say(`  ${address}`);
  terminal.say(say(language, "Para terminar: Ctrl+C; después, corett room return.", "To stop: Ctrl+C; then corett room return."));
  terminal.outcome({ url: server.url, addresses });
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  // Open screens are let go first: the web server waits for every answer under way.
  const closed = server.close();
  await hub.close();
  await closed;
}

/** What a copy answers: the meeting, its papers, the live screens, the door; everything else of the platform leads there. */
export function roomApp({ database, secret }: Pick<Ground, "database" | "secret">, hub: Hub): Hono {
  const app = createServer({ database, secret, resolveActor: (request) => resolveActor(database, request), mounts: mounts(database, hub) });
  return new Hono()
    .use(async (c, next) => {
      const { path } = c.req;
      if (isOfRoom(path)) return next();
      if (c.req.method !== "GET") return c.text("404", 404);
      const [, language = "es", part] = path.split("/");
      const home = `/${language === "en" ? "en" : "es"}`;
      const to = c.req.query("to");
      return c.redirect(part === "workspace" ? `${home}/workspace/meetings` : `${home}/room${to ? `?${new URLSearchParams({ to })}` : ""}`, 303);
    })
    .all("*", (c) => app.fetch(c.req.raw, c.env));
}

const ofRoom = [
  /^\/(assets|health|favicon|live|theme)/,
  /^\/archive\/files\//,
  /^\/(es|en)\/(room|sign-out)(\.data)?$/,
  /^\/(es|en)\/workspace\/(meetings|agreements|archive)(\/|\.data|$)/,
];
const isOfRoom = (path: string) => ofRoom.some((pattern) => pattern.test(path));

/** Addresses of this computer in the networks that it is part of. */
function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) => (each ?? []).filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address));
}

/** Closes the copy for good and writes the file that goes back. */
export async function returnRoom(database: Database, terminal: Terminal, wish: { readonly out: string; readonly key?: string }): Promise<void> {
  const closed = await closeRoom(database, keyOf(wish.key, terminal.language));
  if (typeof closed === "string") throw refused(closed, terminal.language);
  await writeFile(wish.out, closed.file, { mode: 0o600 });
  terminal.say(wish.out);
  terminal.outcome({ meeting: closed.meeting, out: wish.out });
}

/** Receives a return on the main platform; the same one again changes nothing and says so. */
export async function takeRoomBack(database: Database, terminal: Terminal, wish: { readonly file: string; readonly key?: string; readonly as?: string }): Promise<void> {
  const { language } = terminal;
  const actor = await accountFor(database, ["secretariat", "presidency"], undefined, wish.as);
  const outcome = await receiveRoom(database, actor, await bytesOf(wish.file, language), keyOf(wish.key, language));
  if ("refusal" in outcome) throw new CommandFault(`${plenaryRoomCopyWords[language].refusals[outcome.refusal]}${outcome.detail ? `\n${outcome.detail}` : ""}`, 3);
  terminal.say(plenaryRoomCopyWords[language].done[outcome.word]);
  terminal.outcome(outcome);
}

/** Revokes a copy that is lost for good, in the name of two persons. */
export async function revokeRoom(database: Database, terminal: Terminal, wish: { readonly copy: string; readonly reason: string; readonly as?: string; readonly confirmedBy: string }): Promise<void> {
  const { language } = terminal;
  const [first, second] = [await accountFor(database, ["secretariat", "presidency"], undefined, wish.as), await accountFor(database, ["secretariat", "presidency"], undefined, wish.confirmedBy)];
  const asked = await write(database, first, (tx) => askRevocation(tx, wish.copy, wish.reason));
  if (asked !== "asked") throw refused(asked, language);
  const revoked = await write(database, second, (tx) => revokeRoomCopy(tx, wish.copy));
  if (revoked !== "revoked") throw refused(revoked, language);
  terminal.say(plenaryRoomCopyWords[language].done.revoked);
  terminal.outcome({ copy: wish.copy, revoked: true });
}

