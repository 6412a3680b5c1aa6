import { afterAll, beforeAll, expect, test } from "vitest";
import { read, sql, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../test/world.ts";
import { closeCommittee, committees, createCommittee } from "./committee.store.ts";
import { delegates, delegationOf, designate, endDelegation } from "./delegation.store.ts";
import type { MemberDraft } from "./member.ts";
import { addMember, currentMembers, endMembership, membersOn } from "./member.store.ts";
import { observerOrganisations } from "./observer.store.ts";
import { organs } from "./organ.store.ts";
import { endTerm, openTerm, termOn, terms } from "./term.store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await asOwner(world.ownerUrl, async (client) => {
    await client.query(
      "set session_replication_role = replica; alter table identity.account no force row level security; alter table identity.office no force row level security",
    );
    for (const country of ["GTM", "HND"]) {
      const { account, name } = titular(country);
      await client.query("insert into identity.account (id, name, email) values ($1, $2, $3)", [
        account,
        name,
        `${country.toLowerCase()}@corett.test`,
      ]);
      await client.query("insert into identity.office (account, office, country) values ($1, 'delegate-titular', $2)", [
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

const secretariat = member("secretariat");
const presidency = member("presidency");
const titular = (country: string) => member("delegate-titular", country);
const visitor = { kind: "public" } as const;
const source = { es: "Acta de prueba", en: "Test act" };
const colombia: MemberDraft = {
  code: "COL",
  name: { es: "Colombia", en: "Colombia" },
  mechanism: { es: "Comité de prueba", en: "Test committee" },
  mechanismLanguage: "es",
  joinedOn: "2026-03-01",
  source,
};

test("the starting content tells the organs with their numbered functions", async () => {
  const all = await read(world.database, visitor, organs);
  expect(all.map(({ code, functions }) => [code, functions.length])).toEqual([
    ["plenary", 4],
    ["presidency", 13],
    ["secretariat", 14],
    ["committees", 2],
  ]);
  expect(all.map(({ termMonths }) => termMonths)).toEqual([undefined, 12, 24, undefined]);
});

test("the terms are those that the sources tell of, and no more", async () => {
  const all = await read(world.database, visitor, terms);
  expect(
    all.map(({ office, country, from, until, electedAt }) => [office, country, from, until ?? "?", electedAt ?? "?"]),
  ).toEqual([
    ["presidency", "HND", "2024-01-01", "2024-12-31", "IV-2023"],
    ["presidency", "GTM", "2023-01-01", "2023-12-31", "?"],
    ["executive-coordination", "NIC", "2011-09-16", "?", "?"],
    ["executive-member", "GTM", "2011-09-16", "?", "?"],
    ["secretariat", "CRI", "2011-09-16", "?", "?"],
  ]);
  expect((await read(world.database, visitor, (tx) => termOn(tx, "presidency", "2023-06-01")))?.country).toBe("GTM");
  expect(await read(world.database, visitor, (tx) => termOn(tx, "secretariat", "2020-01-01"))).toBeUndefined();
});

test("the petit comité of IV-2023 is there with its six countries, its help and its due date in words", async () => {
  const committee = (await read(world.database, visitor, committees)).find(
    ({ createdAtMeeting }) => createdAtMeeting === "IV-2023",
  );
  expect(committee?.members.map(({ country }) => country)).toEqual(["CRI", "DOM", "GTM", "HND", "MEX", "SLV"]);
  expect(committee?.collaborators.map(({ organisation }) => organisation)).toEqual(["iom"]);
  expect([committee?.dueWords?.es, committee?.dueOn, committee?.state]).toEqual([
    "primera plenaria de 2024",
    undefined,
    "working",
  ]);
  expect(
    (await read(world.database, visitor, observerOrganisations))
      .filter(({ standing }) => standing === "observer")
      .map(({ code }) => code)
      .toSorted(),
  ).toEqual(["el-pozo-de-vida", "iom", "sica", "unodc"]);
});

test("a tenth member joins by data alone, counts from its day, and leaves the same way", async () => {
  const before = (await read(world.database, visitor, (tx) => membersOn(tx, "2026-06-01"))).length;
  expect(await write(world.database, secretariat, (tx) => addMember(tx, colombia, "2026-03-01"))).toBeUndefined();
  const on = (day: string) => read(world.database, visitor, async (tx) => (await membersOn(tx, day)).map(({ code }) => code));
  expect(await on("2026-02-28")).not.toContain("COL");
  expect(await on("2026-03-01")).toContain("COL");
  expect(await on("2026-06-01")).toHaveLength(before + 1);
  expect(await write(world.database, secretariat, (tx) => addMember(tx, colombia, "2026-03-01"))).toBe("already-member");
  expect(await write(world.database, secretariat, (tx) => addMember(tx, { ...colombia, code: "PER" }, "2026-02-28"))).toBe(
    "day-in-future",
  );
  expect(await write(world.database, secretariat, (tx) => endMembership(tx, "COL", "2026-02-01", "2026-09-01"))).toBe(
    "before-joining",
  );
  expect(
    await write(world.database, secretariat, (tx) => endMembership(tx, "COL", "2026-09-01", "2026-09-01")),
  ).toBeUndefined();
  expect(await write(world.database, secretariat, (tx) => endMembership(tx, "COL", "2026-09-01", "2026-09-01"))).toBe(
    "already-left",
  );
  expect([(await on("2026-08-31")).includes("COL"), (await on("2026-09-01")).includes("COL")]).toEqual([true, false]);
  expect((await read(world.database, visitor, currentMembers)).map(({ code }) => code)).not.toContain("COL");
});

test("nobody but the secretariat enters a member", async () => {
  for (const actor of [presidency, titular("GTM"), member("observer"), member("administrator"), visitor])
    await expect(
      write(world.database, actor, (tx) => addMember(tx, { ...colombia, code: "ECU" }, "2026-03-01")),
    ).rejects.toThrow("permission denied");
});

test("a term follows the one before it, and one that overlaps is refused", async () => {
  const open = (from: string, country = "MEX", until?: string) =>
    write(world.database, presidency, (tx) =>
      openTerm(tx, {
        office: "presidency",
        country,
        from,
        electedAt: "V-2024",
        source,
        ...(until === undefined ? {} : { until }),
      }),
    );
  expect(await open("2024-12-31")).toEqual({ refusal: "overlaps" });
  expect(await open("2025-01-01", "XFI")).toEqual({ refusal: "not-a-member" });
  const opened = await open("2025-01-01");
  expect(opened).toHaveProperty("id");
  expect(await read(world.database, visitor, (tx) => termOn(tx, "presidency", "2025-12-31"))).toMatchObject({
    country: "MEX",
    until: "2025-12-31",
    electedAt: "V-2024",
  });
  expect(await open("2025-06-01", "PAN")).toEqual({ refusal: "overlaps" });
  const id = "id" in opened ? opened.id : "";
  expect(await write(world.database, secretariat, (tx) => endTerm(tx, id, "2025-05-31"))).toBeUndefined();
  expect(await write(world.database, secretariat, (tx) => endTerm(tx, id, "2025-06-30"))).toBe("already-ended");
  expect(await open("2025-06-01", "PAN")).toHaveProperty("id");
});

test("two who enter a term of one office at once: one is in, the other hears that it overlaps", async () => {
  const draft = { office: "secretariat", body: "Organismo de prueba", from: "2030-01-01", source } as const;
  const both = await Promise.all([0, 1].map(() => write(world.database, secretariat, (tx) => openTerm(tx, draft))));
  expect(both.filter((each) => "id" in each)).toHaveLength(1);
});

test("the database itself refuses overlapping terms, and that a term be taken away", async () => {
  await expect(
    write(world.database, secretariat, (tx) =>
      tx
        .insertInto("coalition.term")
        .values({
          office: "presidency",
          country: "GTM",
          from: "2023-05-01",
          until: "2023-06-01",
          source_es: "x",
          source_en: "x",
        })
        .execute(),
    ),
  ).rejects.toThrow("one_presidency");
  await expect(write(world.database, secretariat, (tx) => tx.deleteFrom("coalition.term").execute())).rejects.toThrow(
    "permission denied",
  );
  await expect(
    write(world.database, titular("GTM"), (tx) =>
      openTerm(tx, { office: "presidency", country: "GTM", from: "2040-01-01", source }),
    ),
  ).rejects.toThrow("permission denied");
});

test("the presidency creates a committee within its own act, the secretariat closes it once, a country does neither", async () => {
  const text = { es: "Comité de prueba", en: "Test committee" };
  const draft = {
    name: text,
    mandate: text,
    members: ["GTM", "BLZ"],
    coordinator: "BLZ",
    collaborators: ["iom"],
    createdAtMeeting: "V-2024",
    agreement: "3",
  };
  const created = await write(world.database, presidency, (tx) => createCommittee(tx, draft));
  const id = "id" in created ? created.id : "";
  const seen = (await read(world.database, visitor, committees)).find((each) => each.id === id);
  expect(seen?.members).toEqual([
    { country: "BLZ", coordinates: true },
    { country: "GTM", coordinates: false },
  ]);
  expect(
    await write(world.database, presidency, (tx) => createCommittee(tx, { ...draft, members: ["ZZZ"], coordinator: "ZZZ" })),
  ).toEqual({ refusal: "not-a-member" });
  expect(await write(world.database, presidency, (tx) => createCommittee(tx, { ...draft, collaborators: ["nobody"] }))).toEqual(
    { refusal: "unknown-organisation" },
  );
  await expect(write(world.database, titular("GTM"), (tx) => createCommittee(tx, draft))).rejects.toThrow("permission denied");
  const close = { state: "delivered", on: "2026-05-01", deliverable: text } as const;
  expect(await write(world.database, secretariat, (tx) => closeCommittee(tx, id, close))).toBeUndefined();
  expect(await write(world.database, secretariat, (tx) => closeCommittee(tx, id, close))).toBe("already-closed");
  expect(await write(world.database, secretariat, (tx) => closeCommittee(tx, "nothing", close))).toBe("unknown-committee");
});

test("a titular keeps its country's delegation, with history", async () => {
  const gtm = titular("GTM");
  const first = {
    country: "GTM",
    crime: "both",
    rank: "titular",
    account: gtm.account,
    name: gtm.name,
    from: "2026-01-01",
  } as const;
  expect(await write(world.database, gtm, (tx) => designate(tx, first))).toBeUndefined();
  expect(
    await write(world.database, gtm, (tx) =>
      designate(tx, { country: "GTM", crime: "smuggling", rank: "titular", name: "Luis", from: "2026-05-01" }),
    ),
  ).toBeUndefined();
  const on = (day: string) =>
    read(world.database, gtm, async (tx) =>
      (await delegationOf(tx, "GTM", day)).map(({ name, crime }) => `${crime} ${name}`).toSorted(),
    );
  expect(await on("2026-04-30")).toEqual([`both ${gtm.name}`]);
  expect(await on("2026-05-01")).toEqual(["smuggling Luis", `trafficking ${gtm.name}`]);
  const luis = (await read(world.database, gtm, delegates)).find(({ name }) => name === "Luis");
  expect(await write(world.database, gtm, (tx) => endDelegation(tx, luis?.id ?? "", "2026-06-01"))).toBeUndefined();
  expect(await write(world.database, gtm, (tx) => endDelegation(tx, luis?.id ?? "", "2026-06-01"))).toBe("unknown-delegate");
  expect(await on("2026-06-01")).toEqual([`trafficking ${gtm.name}`]);
  expect(await read(world.database, gtm, async (tx) => (await delegates(tx)).length)).toBe(3);
});

test("another country's delegation, an alternate's entry and a foreign account are refused by the database", async () => {
  const entry = { country: "GTM", crime: "trafficking", rank: "alternate", name: "Eva", from: "2026-01-01" } as const;
  await expect(write(world.database, titular("HND"), (tx) => designate(tx, entry))).rejects.toThrow("row-level security");
  await expect(write(world.database, member("delegate-alternate", "GTM"), (tx) => designate(tx, entry))).rejects.toThrow(
    "row-level security",
  );
  expect(await write(world.database, secretariat, (tx) => designate(tx, { ...entry, account: titular("HND").account }))).toBe(
    "not-in-delegation",
  );
  await expect(
    write(world.database, secretariat, (tx) =>
      tx
        .insertInto("coalition.delegation")
        .values({ ...entry, account: titular("HND").account })
        .execute(),
    ),
  ).rejects.toThrow("row-level security");
  const ended = await write(world.database, titular("HND"), (tx) =>
    tx.updateTable("coalition.delegation").set({ until: "2026-12-31" }).where("country", "=", "GTM").executeTakeFirst(),
  );
  expect(ended.numUpdatedRows).toBe(0n);
});

test("observers, the administrator and the public get no delegate", async () => {
  for (const actor of [member("observer"), member("administrator"), visitor])
    await expect(read(world.database, actor, delegates)).rejects.toThrow("permission denied");
});

test("the audit tells of a designation without the person's name", async () => {
  const { rows } = await read(world.database, secretariat, (tx) =>
    sql<{
      after: Record<string, unknown>;
    }>`select after from audit.entry where relation = 'coalition.delegation' and action = 'insert'`.execute(tx),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ after }) => "name" in after)).toEqual([]);
});
