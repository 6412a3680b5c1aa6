import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { type World, asOwner, member, openWorld } from "../../../test/world.ts";
import { agreements, offspringOf } from "../agreement/agreement.store.ts";
import { publishAgreement } from "../agreement/agreement-close.store.ts";
import { removeResponsible } from "../agreement/agreement-entry.store.ts";
import { directory } from "../agreement/directory.store.ts";
import { responsibleText } from "../agreement/directory.ts";
import { meetingOf, meetings } from "../meeting/meeting.store.ts";
import { checklist } from "./checklist.ts";
import { enterRecord } from "./enter.store.ts";

const visitor: Actor = { kind: "public" };
const secretariat = member("secretariat");
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await enterRecord(world.database);
});
afterAll(() => world.close());

const statements = Object.entries(checklist).flatMap(([meeting, all]) => all.map((each) => ({ ...each, meeting })));

test("every agreement that the coalition's texts tell of is in the record once, with its mark, and nothing else is", async () => {
  const found = await read(world.database, visitor, (tx) => agreements(tx));
  expect(found.map(({ number, meeting, state }) => ({ number, meeting, state }))).toEqual(
    statements.map(({ agreement, meeting, state }) => ({ number: agreement, meeting, state })),
  );
  for (const { agreement, mark, facts } of statements) {
    const row = found.find(({ number }) => number === agreement);
    expect(row?.mark, agreement).toBe(/^[A-G1-6]$/.test(mark) ? mark : "");
    for (const fact of facts) expect(row?.text.es, agreement).toContain(fact);
    expect(row?.text.en.trim(), agreement).not.toBe("");
  }
});

test("the record tells what came of the agreements, and links the petit comité that is there instead of making another", async () => {
  const found = await read(world.database, visitor, async (tx) => {
    const register = await directory(tx);
    const all = await agreements(tx);
    const guidelines = all.find(({ number }) => number === "ACUERDO-CORETT-2023-05");
    const offspring = await Promise.all(all.map(async ({ id, number }) => (await offspringOf(tx, id)).map(({ title }) => `${number.slice(-7)}: ${title.es}`)));
    return {
      offspring: offspring.flat().toSorted(),
      committees: register.committees.length,
      committee: (await offspringOf(tx, guidelines?.id ?? "")).find(({ kind }) => kind === "committee")?.committee,
      countries: register.committeeCountries.get("c0000000-0000-4000-8000-000000002023")?.toSorted(),
      due: guidelines?.due,
      dueSaid: guidelines?.dueSaid,
      answers: responsibleText(guidelines?.responsible ?? [], register),
    };
  });
  expect(found.committees).toBe(2);
  expect(found.committee).toBe("c0000000-0000-4000-8000-000000002023");
  expect(found.countries).toEqual(["CRI", "DOM", "GTM", "HND", "MEX", "SLV"]);
  expect(found.due).toEqual({ kind: "plenary", ordinal: 1, year: 2024 });
  expect(found.dueSaid).toBe("primera plenaria del 2024");
  expect(found.answers).toEqual({
    es: "Petit comité para los Lineamientos internos; con el apoyo de OIM",
    en: "Petit comité for the internal guidelines; with the support of IOM",
  });
  expect(found.offspring).toEqual([
    "2011-01: Comité Ejecutivo de 2011: Nicaragua, Costa Rica y Guatemala",
    "2012-04: Plan Operativo 2012-2013",
    "2022-01: Memorándum de entendimiento CORETT – Operation Underground Railroad",
    "2022-02: Memorándum de entendimiento CORETT – El Pozo de Vida",
    "2022-03: Plan Operativo de Acción 2023-2025",
    "2022-07: Folleto sobre comunicación de la trata de personas para medios",
    "2023-02: Informe de gestión de la Presidencia de la CORETT, 2023",
    "2023-03: Declaración conjunta en materia de trata de personas y tráfico ilícito de migrantes",
    "2023-04: Infografías sobre trata de personas, 2022",
    "2023-04: Propuesta de matriz para infografías sobre tráfico ilícito de migrantes",
    "2023-05: Petit comité para los Lineamientos internos",
    "2023-05: Proyecto de actualización de los Lineamientos internos",
    "2023-06: Presidencia de Honduras, 2024",
  ]);
});

test("the meetings stand with what the sources say and with nothing that they do not", async () => {
  const found = await read(world.database, visitor, (tx) => meetings(tx));
  expect(found.map(({ id, mode, numberGiven, startsAt, wholeDays }) => [id, mode, numberGiven, startsAt?.toISOString() ?? null, wholeDays])).toEqual([
    ["IV-2023", "hybrid", true, "2023-11-30T06:00:00.000Z", true],
    ["III-2023", null, true, null, true],
    ["III-2022", "in-person", true, "2022-09-05T06:00:00.000Z", true],
    ["I-2012", "in-person", false, null, true],
    ["I-2011", "in-person", false, "2011-09-16T06:00:00.000Z", true],
  ]);
  expect(found.every(({ source, isRecord }) => isRecord && source !== null)).toBe(true);
  const took = await read(world.database, visitor, (tx) =>
    tx.selectFrom("plenary.participation").select(["meeting", "country", "organisation", "mode"]).orderBy("meeting").orderBy("country").orderBy("organisation").execute(),
  );
  const of = (meeting: string) => took.filter((each) => each.meeting === meeting).map(({ country, organisation }) => country ?? organisation);
  expect(of("I-2011")).toEqual(["BLZ", "CRI", "GTM", "HND", "NIC", "PAN", "SLV"]);
  expect(of("I-2012")).toEqual([]);
  expect(of("III-2023")).toEqual([]);
  expect(of("III-2022").slice(0, 9)).toEqual(["BLZ", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"]);
  expect(new Set(of("III-2022").slice(9))).toEqual(
    new Set(["Abogados Sin Fronteras Canadá", "ECPAT Guatemala", "El Pozo de Vida", "OIM", "Operation Underground Railroad", "SICA", "UNODC"]),
  );
  expect(took.filter(({ meeting, mode }) => meeting === "IV-2023" && mode !== null)).toEqual([
    { meeting: "IV-2023", country: "MEX", organisation: null, mode: "virtual" },
  ]);
});

test("of III-2023 the platform knows that its act was approved, and where", async () => {
  const acts = await read(world.database, secretariat, (tx) => tx.selectFrom("plenary.act").select(["meeting", "state", "approved_in", "is_record"]).execute());
  expect(acts).toEqual([{ meeting: "III-2023", state: "approved", approved_in: "IV-2023", is_record: true }]);
});

test("a later start changes nothing, and leaves what members have since done with the record", async () => {
  const count = () =>
    asOwner(world.ownerUrl, async (client) => (await client.query("select count(*)::int as n from audit.entry where relation like 'plenary.%'")).rows[0].n as number);
  await write(world.database, secretariat, (tx) => publishAgreement(tx, secretariat, "ACUERDO-CORETT-2022-06", false));
  await write(world.database, secretariat, (tx) =>
    removeResponsible(tx, secretariat, "ACUERDO-CORETT-2022-05", { kind: "observer", organisation: "sica", country: null, committee: null }),
  );
  const before = await count();
  await enterRecord(world.database);
  expect(await count()).toBe(before);
  const shown = await read(world.database, visitor, (tx) => agreements(tx, { number: "ACUERDO-CORETT-2022-06" }));
  expect(shown).toEqual([]);
});

test("two servers that start at once enter the record once", async () => {
  const fresh = await openWorld();
  try {
    await Promise.all([enterRecord(fresh.database), enterRecord(fresh.database)]);
    expect(await read(fresh.database, visitor, (tx) => agreements(tx))).toHaveLength(statements.length);
    expect(await read(fresh.database, visitor, (tx) => meetings(tx))).toHaveLength(5);
  } finally {
    await fresh.close();
  }
});

test("only the platform enters rows of the record", async () => {
  const attempt = (actor: Actor) =>
    write(world.database, actor, (tx) =>
      tx
        .insertInto("plenary.agreement")
        .values({ number: "ACUERDO-CORETT-2022-99", year: 2022, ordinal: 99, meeting: "III-2022", title_es: "a", title_en: "a", text_es: "a", text_en: "a", is_record: true })
        .execute(),
    );
  for (const actor of [secretariat, member("delegate-titular", "GTM"), visitor]) await expect(attempt(actor)).rejects.toThrow(/permission denied|row-level security/);
  await expect(
    write(world.database, { kind: "system", task: "x" }, (tx) =>
      tx
        .insertInto("plenary.agreement")
        .values({ number: "ACUERDO-CORETT-2022-99", year: 2022, ordinal: 99, meeting: "III-2022", title_es: "a", title_en: "a", text_es: "a", text_en: "a" })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  expect((await read(world.database, visitor, (tx) => meetingOf(tx, "III-2022")))?.isRecord).toBe(true);
});
