import { openDoor } from "#identity";
import { readPdfStructure } from "#documents";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangeMeeting, type ArrangedMeeting } from "../../../test/plenary-meeting.ts";
import { roomWorld } from "../../../test/plenary-room.ts";
import { ask } from "../../../test/route.ts";
import { type World, asOwner, openWorld } from "../../../test/world.ts";
import { action, loader } from "./pages/room-copy.tsx";
import { action as fileAction } from "./pages/room-file.ts";
import { action as slipsAction } from "./pages/room-slips.ts";
import { action as enter, loader as door } from "./pages/room-sign-in.tsx";
import { readRoomKey, roomCode } from "./key.ts";
import { heldSentence } from "./sentence.ts";

let main: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  main = await openWorld();
  openDoor(main.database, { secret: main.secret, origin: "http://corett.test" });
  meeting = await arrangeMeeting(main);
});
afterAll(() => main.close());

test("on the page the secretariat prepares and sees the key once, the presidency hands over, and the key gives file and slips; the room is entered by name and code", async () => {
  const path = `/es/workspace/meetings/${meeting.id}/room-copy`;
  const params = { meeting: meeting.id };
  const { database } = main;
  const as = (actor: typeof meeting.secretariat, form: Record<string, string>) => ask(action, { database, actor, path, params, form }) as Promise<unknown>;
  const shown = (await ask(loader, { database, actor: meeting.secretariat, path, params })) as { newId: string; copies: unknown[] };
  expect(shown.copies).toEqual([]);
  await expect(ask(loader, { database, actor: meeting.titular("CRI"), path, params })).rejects.toMatchObject({ init: { status: 403 } });

  const copy = shown.newId;
  const prepared = (await as(meeting.secretariat, { act: "prepare", copy })) as { data: { key: string } };
  const { key } = prepared.data;
  expect(readRoomKey(key)).toBe(key);
  expect(await as(meeting.secretariat, { act: "hand", copy })).toMatchObject({ init: { status: 409 }, data: { refusal: "not-yours" } });
  expect(await as(meeting.presidency, { act: "hand", copy })).toMatchObject({ status: 303 });
  expect(await as(meeting.presidency, { act: "hand", copy: "x" })).toMatchObject({ init: { status: 409 } });
  expect(await as(meeting.secretariat, { act: "receive", copy, secretKey: "corta" })).toMatchObject({ init: { status: 400 }, data: { problems: { secretKey: ["key-needed"] } } });
  expect(await as(meeting.secretariat, { act: "ask-revoke", copy, reason: "" })).toMatchObject({ init: { status: 400 } });

  const wrong = await ask(fileAction, { database, actor: meeting.secretariat, path: `${path}/file`, params, form: { copy, secretKey: "0000-0000-0000-0000-0000-0000" } });
  expect([wrong.status, wrong.headers.get("location")]).toEqual([303, `${path}?refused=wrong-key`]);
  const given = await ask(fileAction, { database, actor: meeting.secretariat, path: `${path}/file`, params, form: { copy, secretKey: key.toLowerCase() } });
  expect(given.headers.get("content-disposition")).toContain("sala-V-2024.corett");
  const file = Buffer.from(await given.arrayBuffer());
  const slips = await ask(slipsAction, { database, actor: meeting.presidency, path: `${path}/slips`, params, form: { copy, secretKey: key } });
  const structure = await readPdfStructure(new Uint8Array(await slips.arrayBuffer()));
  expect(JSON.stringify(structure)).toContain("es");

  const room = await roomWorld({ id: copy, key, file });
  try {
    openDoor(room.database, { secret: room.secret, origin: "http://corett.test" });
    const delegate = meeting.titular("CRI");
    const people = (await ask(door, { database: room.database, actor: { kind: "public" }, path: "/es/room" })) as { people: { account: string }[] };
    expect(people.people.some(({ account }) => account === delegate.account)).toBe(true);
    const code = roomCode(key, copy, delegate.account);
    const tryWith = (form: Record<string, string>) => ask(enter, { database: room.database, actor: { kind: "public" }, path: "/es/room", form }) as Promise<unknown>;
    const entered = (await tryWith({ account: delegate.account, code: code.toLowerCase().replaceAll("-", "") })) as Response;
    expect([entered.status, entered.headers.get("set-cookie") !== null]).toEqual([303, true]);
    expect(await tryWith({ account: "", code: "" })).toMatchObject({ init: { status: 409 } });
    for (let i = 0; i < 5; i += 1) expect(await tryWith({ account: delegate.account, code: roomCode(key, copy, meeting.titular("MEX").account) })).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("no corresponden") } });
    expect(await tryWith({ account: delegate.account, code })).toMatchObject({ init: { status: 409 }, data: { refusal: expect.stringContaining("Demasiados intentos") } });
    await expect(ask(door, { database, actor: { kind: "public" }, path: "/es/room" })).rejects.toMatchObject({ init: { status: 404 } });
  } finally {
    await room.close();
  }
});

test("a write that is refused because the session is away says so in both languages, and another fault does not", async () => {
  const refused = await asOwner(main.ownerUrl, (client) => client.query("insert into plenary.suspension (meeting) values ($1)", [meeting.id])).catch((fault: unknown) => fault);
  expect(heldSentence(refused, "es")).toMatch(/^La sesión de la V-2024 se lleva en la copia de la sala desde el .*; aquí se puede leer\./);
  expect(heldSentence(refused, "en")).toMatch(/^The session of V-2024 is carried by the copy in the room since/);
  expect(heldSentence(new Error("otra cosa"), "es")).toBeUndefined();
});
