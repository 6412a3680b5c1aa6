import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { type World, member, openWorld } from "../../test/world.ts";
import { outbox, postMail } from "./message.store.ts";
import { sendMessage } from "./send.ts";

const secretariat = member("secretariat");
const guatemala = member("focal-point", "GTM");

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A mail server of one conversation that keeps what it hears. */
function listen(): Promise<{ url: string; heard: () => string; close: () => void }> {
  let heard = "";
  let inData = false;
  const server = createServer((socket) => {
    socket.write("220 here\r\n");
    socket.on("data", (part) => {
      const text = part.toString();
      heard += text;
      for (const line of text.split("\r\n").filter(Boolean)) {
        if (inData) {
          if (line === ".") {
            inData = false;
            socket.write("250 kept\r\n");
          }
        } else if (line.startsWith("DATA")) {
          inData = true;
          socket.write("354 go on\r\n");
        } else socket.write(line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      done({ url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, heard: () => heard, close: () => server.close() });
    }),
  );
}

test("without a mail server a message is kept where the secretariat reads it, and no country sees it", async () => {
  await write(world.database, guatemala, (tx) => postMail(tx, { to: "titular@example.org", subject: "Aviso", body: "Hay una entrega por firmar." }));
  const kept = await read(world.database, secretariat, (tx) => outbox(tx));
  expect(kept).toMatchObject([{ recipient: "titular@example.org", state: "kept" }]);
  await expect(read(world.database, guatemala, (tx) => outbox(tx))).rejects.toThrow("permission denied");
});

test("a waiting message goes out once, and a silent server leaves it in the outbox with the reason", async () => {
  await write(world.database, { kind: "system", task: "test" }, (tx) =>
    tx.insertInto("mail.message").values({ recipient: "a@example.org", subject: "Uno", body: "Texto", state: "waiting" }).execute(),
  );
  const [message] = await read(world.database, secretariat, (tx) => outbox(tx));
  const id = message?.id ?? "";
  await expect(sendMessage(world.database, id, "smtp://127.0.0.1:1", "corett@example.org")).rejects.toThrow();
  expect(await read(world.database, secretariat, (tx) => outbox(tx))).toMatchObject([{ state: "failed" }, { state: "kept" }]);

  const server = await listen();
  await sendMessage(world.database, id, server.url, "corett@example.org");
  await sendMessage(world.database, id, server.url, "corett@example.org");
  expect(server.heard().match(/^DATA/gm)).toHaveLength(1);
  expect(server.heard()).toContain("Subject: Uno");
  server.close();
});

test("a calendar goes with its message as an alternative that calendars act on and as a file, letters whole", async () => {
  const calendar = { method: "REQUEST", text: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Reunión de ñ\r\nEND:VCALENDAR\r\n" } as const;
  await write(world.database, secretariat, (tx) => postMail(tx, { to: "b@example.org", subject: "Convocatoria", body: "Se le convoca.", calendar }));
  const kept = (await read(world.database, secretariat, (tx) => outbox(tx))).find(({ recipient }) => recipient === "b@example.org");
  expect(kept).toMatchObject({ calendar: "REQUEST", state: "kept" });
  const id = kept?.id ?? "";
  await write(world.database, { kind: "system", task: "test" }, (tx) => tx.updateTable("mail.message").set({ state: "waiting" }).where("id", "=", id).execute());
  const server = await listen();
  await sendMessage(world.database, id, server.url, "corett@example.org");
  server.close();
  const heard = server.heard();
  expect(heard).toMatch(/multipart\/alternative/);
  expect(heard.match(/Content-Type: text\/calendar; charset=utf-8;[\s]+method=REQUEST/gi)?.length).toBeGreaterThanOrEqual(2);
  expect(heard).toMatch(/filename=reunion\.ics/);
  const parts = [...heard.matchAll(/Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, body = ""]) => Buffer.from(body, "base64").toString("utf8"));
  expect(parts.filter((part) => part === calendar.text).length).toBeGreaterThanOrEqual(1);
});

test("a message cannot carry a calendar without saying what to do with it", async () => {
  await expect(
    write(world.database, { kind: "system", task: "test" }, (tx) => tx.insertInto("mail.message").values({ recipient: "c@example.org", subject: "x", body: "y", calendar: "BEGIN:VCALENDAR" }).execute()),
  ).rejects.toThrow("calendar_has_method");
});
