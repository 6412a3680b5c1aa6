import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { outbox } from "#mail";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";
import { postContactReminders } from "./contact-reminder.store.ts";
import type { ContactFacts } from "./contact.ts";
import { addContact, changeContact, confirmContact, contactOfId, contacts, removeContact } from "./contact.store.ts";
import { waiting } from "./waiting.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query(
      "set session_replication_role = replica; alter table identity.account no force row level security; alter table identity.office no force row level security",
    );
    const people = [
      [focal("GTM"), "GTM", "es"],
      [focal("BLZ"), "BLZ", "en"],
    ] as const;
    for (const [{ account, name }, country, language] of people) {
      await client.query("insert into identity.account (id, name, email, language) values ($1, $2, $3, $4)", [
        account,
        name,
        `${country.toLowerCase()}@corett.test`,
        language,
      ]);
      await client.query("insert into identity.office (account, office, country) values ($1, 'focal-point', $2)", [
        account,
        country,
      ]);
    }
    await client.query(
      "alter table identity.account force row level security; alter table identity.office force row level security",
    );
  });
});
afterAll(() => world.close());

const focal = (country: string) => member("focal-point", country);
const secretariat = member("secretariat");
const facts: ContactFacts = {
  name: "Ana Prueba",
  email: "ana@institucion.example",
  crime: "both",
  language: "es",
  kind: "technical",
};
const keep = (actor: ReturnType<typeof member>, keeper: Parameters<typeof addContact>[1], day = "2026-06-01") =>
  write(world.database, actor, (tx) => addContact(tx, keeper, facts, day));

test("a country keeps its own entries: adds, changes, confirms, removes, and the earlier versions stay", async () => {
  const gtm = focal("GTM");
  const id = await keep(gtm, { country: "GTM" }, "2026-01-01");
  const now = new Date("2026-06-02T12:00:00Z");
  const changed = await write(world.database, gtm, (tx) =>
    changeContact(tx, id, { ...facts, name: "Eva Prueba" }, now, "2026-06-02"),
  );
  const next = "id" in changed ? changed.id : "";
  expect(await read(world.database, focal("HND"), (tx) => contactOfId(tx, next))).toMatchObject({
    name: "Eva Prueba",
    confirmedOn: "2026-06-02",
  });
  expect(await write(world.database, gtm, (tx) => changeContact(tx, id, facts, now, "2026-06-02"))).toEqual({
    refusal: "not-found",
  });
  expect(await write(world.database, gtm, (tx) => confirmContact(tx, next, "2026-07-01"))).toBeUndefined();
  expect(await write(world.database, gtm, (tx) => removeContact(tx, next, now))).toBeUndefined();
  expect(await write(world.database, gtm, (tx) => removeContact(tx, next, now))).toBe("not-found");
  expect(await read(world.database, gtm, contacts)).toEqual([]);
  const { rows } = await read(world.database, gtm, (tx) =>
    sql<{
      name: string;
      next: string | null;
    }>`select name, replaced_by as next from coalition.contact order by entered_at, name`.execute(tx),
  );
  expect(rows.map(({ name, next: by }) => [name, by])).toEqual([
    ["Ana Prueba", next],
    ["Eva Prueba", null],
  ]);
});

test("another country's entry, and the secretariat's hand in a country's entry, are refused", async () => {
  const id = await keep(focal("GTM"), { country: "GTM" });
  const hnd = focal("HND");
  const now = new Date("2026-06-02T12:00:00Z");
  expect(await write(world.database, hnd, (tx) => confirmContact(tx, id, "2026-06-02"))).toBe("not-yours");
  expect(await write(world.database, hnd, (tx) => removeContact(tx, id, now))).toBe("not-yours");
  expect(await write(world.database, hnd, (tx) => changeContact(tx, id, facts, now, "2026-06-02"))).toEqual({
    refusal: "not-yours",
  });
  expect(await write(world.database, secretariat, (tx) => removeContact(tx, id, now))).toBe("not-yours");
  await expect(keep(hnd, { country: "GTM" })).rejects.toThrow("row-level security");
  await expect(keep(hnd, { organ: "secretariat" })).rejects.toThrow("row-level security");
  await expect(keep(secretariat, { country: "GTM" })).rejects.toThrow("row-level security");
  await expect(keep(member("presidency"), { organ: "presidency" })).rejects.toThrow("permission denied");
  expect(await read(world.database, secretariat, (tx) => contactOfId(tx, id))).toMatchObject({ confirmedOn: "2026-06-01" });
});

test("observers get the organs' entries alone; the public and the administrator nothing; the platform no name", async () => {
  await keep(secretariat, { organ: "secretariat" });
  await keep(secretariat, { organisation: "iom" });
  const seen = await read(world.database, member("observer"), contacts);
  expect(seen.map(({ keeper }) => keeper)).toEqual([{ organ: "secretariat" }]);
  expect((await read(world.database, focal("HND"), contacts)).length).toBe(3);
  for (const actor of [{ kind: "public" } as const, member("administrator")])
    await expect(read(world.database, actor, contacts)).rejects.toThrow("permission denied");
  await expect(read(world.database, { kind: "system", task: "remind" }, contacts)).rejects.toThrow("permission denied");
});

test("the audit tells that an entry changed, and holds no name, address or number", async () => {
  const { rows } = await read(world.database, member("administrator"), (tx) =>
    sql<{
      text: string;
    }>`select coalesce(before::text, '') || coalesce(after::text, '') as text from audit.entry where relation = 'coalition.contact'`.execute(
      tx,
    ),
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ text }) => /Prueba|example/.test(text))).toEqual([]);
});

test("a country whose entries are stale is reminded once a month, in the language of each account, and nobody is named", async () => {
  await keep(focal("BLZ"), { country: "BLZ" }, "2026-06-01");
  const remind = (day: string) =>
    write(world.database, { kind: "system", task: "remind" }, (tx) => postContactReminders(tx, new Date(`${day}T13:00:00Z`)));
  expect(await remind("2026-12-01")).toEqual([]);
  expect((await remind("2026-12-02")).toSorted()).toEqual(["BLZ", "GTM"]);
  expect(await remind("2026-12-02")).toEqual([]);
  expect(await remind("2027-01-01")).toEqual([]);
  const mail = await read(world.database, secretariat, outbox);
  expect(mail.map(({ recipient, subject }) => `${recipient} ${subject}`).toSorted()).toEqual([
    "blz@corett.test CORETT: please confirm your contacts",
    "gtm@corett.test CORETT: confirme sus contactos",
  ]);
  expect(mail.filter(({ body }) => /Prueba|example/.test(body))).toEqual([]);
  expect((await remind("2027-01-02")).toSorted()).toEqual(["BLZ", "GTM"]);
});

test("stale entries wait on the desk of their country and are told to the secretariat, and to nobody else", async () => {
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("alter table coalition.contact no force row level security");
    await client.query("update coalition.contact set confirmed_on = current_date - 10");
    await client.query("update coalition.contact set confirmed_on = '2020-01-01' where country = 'GTM' and ended_at is null");
    await client.query("alter table coalition.contact force row level security");
  });
  const lines = async (actor: ReturnType<typeof member>) => (await waiting(world.database, actor)).map(({ label }) => label.es);
  expect(await lines(focal("GTM"))).toEqual(["Confirme sus contactos: 1 sin confirmar desde hace más de seis meses"]);
  expect(await lines(secretariat)).toEqual(["Contactos de países sin confirmar: Guatemala"]);
  for (const actor of [focal("BLZ"), member("presidency"), member("observer"), member("administrator")])
    expect(await lines(actor)).toEqual([]);
});
