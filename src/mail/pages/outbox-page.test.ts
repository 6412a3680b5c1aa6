import { afterAll, beforeAll, expect, test } from "vitest";
import { write } from "#database";
import { type World, member, openWorld } from "../../../test/world.ts";
import { ask } from "../../../test/route.ts";
import { postMail } from "../message.store.ts";
import * as page from "./outbox.tsx";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = (actor: ReturnType<typeof member>) => ask(page.loader, { database: world.database, actor, path: "/es/workspace/outbox" });

test("without a mail server a message is kept and read by those who run the platform", async () => {
  await write(world.database, member("focal-point", "GTM"), (tx) => postMail(tx, { to: "titular@example.org", subject: "Un envío espera su firma", body: "Ingrese a la plataforma." }));
  for (const actor of [member("secretariat"), member("administrator")]) {
    expect(await open(actor)).toMatchObject({ sends: false, messages: [{ recipient: "titular@example.org", state: "kept", body: "Ingrese a la plataforma." }] });
  }
});

test("nobody else opens the outbox", async () => {
  for (const actor of [member("focal-point", "GTM"), member("delegate-titular", "GTM"), member("presidency"), member("observer")]) {
    await expect(open(actor)).rejects.toMatchObject({ init: { status: 403 } });
  }
});
