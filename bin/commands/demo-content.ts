import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Actor, dayOf } from "#basics";
import { seedDemoDirectory } from "#coalition";
import { type Database, read, write } from "#database";
import { demoAccounts, seedDemoAccounts } from "#identity";
import { seedDemoPlan } from "../../src/planning/content/demo.store.ts";
import { openCollection } from "../../src/statistics/collection/collection.store.ts";
import { collectionId } from "../../src/statistics/collection/collection.ts";
import { approvePage } from "../../src/statistics/release/publish.store.ts";
import { pageDigest } from "../../src/statistics/release/page-digest.ts";
import { publishedReleases, releaseData, releaseFile, releaseFileList } from "../../src/statistics/release/release.store.ts";
import { releaseName } from "../../src/statistics/release/data-package.ts";
import { CommandFault, type Terminal } from "../terminal.ts";
import { acceptSubmission, signSubmission, submitFile } from "./data-year.ts";
import { fillPlenary } from "./demo-plenary.ts";
import { demoId } from "./demo-plenary-people.ts";
import { prepareCandidate, publishCandidate, writeFiles } from "./release.ts";

type Member = Extract<Actor, { kind: "member" }>;

const years = [2017, 2018, 2019, 2020, 2021, 2022];
const examples = resolve(import.meta.dirname, "../../examples/trafficking");
const dates = { deadline: "2026-06-30", publishOn: "2026-11-16" };
const fictional = { country: "XFI", name: { es: "Isla Ejemplo (país ficticio)", en: "Example Island (fictional country)" } };
const words = {
  warning: "Cifra pública de la fuente citada; se traslada tal como la fuente la da. / Public figure of the cited source, carried over as the source gives it.",
  group: "La fuente pública ya dice que todas, o casi todas, comparten la característica; el grupo es grande. / The public source already says that all, or nearly all, share the attribute; the group is large.",
};

/** People of the fictional country: they have no account, only a name in its history. */
function fictionalMember(office: "focal-point" | "delegate-titular"): Member {
  const name = office === "focal-point" ? "Punto focal de Isla Ejemplo (ficticio)" : "Titular de Isla Ejemplo (ficticia)";
  return { kind: "member", account: `d0000000-0000-4000-8000-0000000009${office === "focal-point" ? "01" : "02"}`, name, office, country: fictional.country };
}

function demoMember(office: Member["office"], country?: string): Member {
  if (country === fictional.country && (office === "focal-point" || office === "delegate-titular")) return fictionalMember(office);
  const account = demoAccounts.find((each) => each.office === office && each.country === country);
  if (!account) throw new CommandFault(`The demonstration has no ${office} of ${country ?? "the coalition"}`);
  return { kind: "member", account: account.id, name: account.name, office, ...(country ? { country } : {}) };
}

/** Where the demonstration's files say that they come from, and where they are written. */
export interface DemoOptions {
  /** Address that the releases carry. */
  readonly baseUrl: string;
  /** Address at which this platform answers; acts and certificates are verified there. */
  readonly origin: string;
  /** Secret of the installation. */
  readonly secret: string;
  readonly releases: string;
}

/**
 * Fills a platform with the real main job on public figures: six years through the whole chain, an exercise with invented
 * records, and an open year to try things on; and with a plenary that is fictional as a whole. What is there already is left
 * alone, so that it can be run again.
 */
export async function fillDemo(database: Database, terminal: Terminal, { origin, secret, ...options }: DemoOptions): Promise<void> {
  await seedDemoAccounts(database);
  await seedDemoDirectory(database, new Date());
  const secretariat = demoMember("secretariat");
  await write(database, { kind: "system", task: "demonstration" }, (tx) =>
    tx
      .insertInto("coalition.member")
      .values({ country: fictional.country, name_es: fictional.name.es, name_en: fictional.name.en, mechanism_es: "Mesa de Ejemplo (ficticia)", mechanism_en: "Example Board (fictional)", fictional: true })
      .onConflict((already) => already.doNothing())
      .execute(),
  );
  await fillPlenary(terminal, { database, secret, origin, now: new Date() });
  await fillPlan(database, terminal);
  const published = new Set((await read(database, { kind: "public" }, publishedReleases)).map((each) => each.collection));
  for (const year of years) {
    if (!published.has(collectionId(year))) await runYear(database, terminal, { year, exercise: false, folder: join(examples, String(year)), secretariat, ...options });
  }
  if (!published.has(collectionId(2022, true))) {
    await runYear(database, terminal, { year: 2022, exercise: true, folder: join(examples, "exercise-2022"), secretariat, ...options });
  }
  await open(database, secretariat, { year: 2023, exercise: false, deadline: "2027-02-26", publishOn: "2027-04-30" });
  await exportReleases(database, terminal, options.releases);
}

/** The operational plan 2026, decided in V-2024, with what its people reported until today. */
async function fillPlan(database: Database, terminal: Terminal): Promise<void> {
  const progress = terminal.step(terminal.language === "es" ? "Planes" : "Plans");
  const [secretariat, presidency] = [demoMember("secretariat"), demoMember("presidency")];
  await seedDemoPlan(database, {
    meeting: "V-2024",
    motion: demoId("V-2024 motion plan"),
    secretariat,
    presidency,
    delegate: (country) => demoMember("delegate-titular", country),
    today: dayOf(new Date()),
  });
  progress.done(terminal.language === "es" ? "tres del registro, y el operativo 2026 con sus informes" : "three of the record, and the operational one of 2026 with its reports");
}

interface Year {
  readonly year: number;
  readonly exercise: boolean;
  readonly folder: string;
  readonly secretariat: Member;
  readonly baseUrl: string;
}

/** One year through the chain: nine files, nine signatures, review, protection, approvals, publication. */
async function runYear(database: Database, terminal: Terminal, run: Year): Promise<void> {
  const { year, exercise, secretariat } = run;
  await open(database, secretariat, { year, exercise, ...dates });
  const quiet: Terminal = { ...terminal, step: () => ({ tell: () => undefined, done: () => undefined }) };
  const files = readdirSync(run.folder).filter((name) => name.endsWith(".xlsx")).sort();
  const progress = terminal.step(`${year}${exercise ? " · XFI" : ""}: ${terminal.language === "es" ? "cifras de los países" : "countries' figures"}`);
  for (const [i, name] of files.entries()) {
    const country = /-([A-Z]{3})-\d{4}\.xlsx$/.exec(name)?.[1] ?? "";
    progress.tell({ es: `Cargando, firmando y aceptando ${country}`, en: `Loading, signing and accepting ${country}` }, i, files.length);
    const of = { year, exercise, country };
    const state = await read(database, secretariat, (tx) =>
      tx.selectFrom("statistics.submission").select("state").where("collection", "=", collectionId(year, exercise)).where("country", "=", country).executeTakeFirst(),
    );
    if (state?.state === "draft") await submitFile(database, quiet, demoMember("focal-point", country), { ...of, file: join(run.folder, name), explanation: words.warning });
    if (state?.state === "draft" || state?.state === "submitted") await signSubmission(database, quiet, demoMember("delegate-titular", country), of);
    if (state?.state !== "accepted") await acceptSubmission(database, quiet, secretariat, of);
  }
  progress.done(`${files.length} ${terminal.language === "es" ? "países, de la plantilla a la aceptación" : "countries, from template to acceptance"}`);
  const version = await prepareCandidate(database, terminal, run);
  await approvePages(database, collectionId(year, exercise), version);
  await publishCandidate(database, terminal, secretariat, { year, exercise, word: words.group });
}

async function open(database: Database, secretariat: Member, request: { year: number; exercise: boolean; deadline: string; publishOn: string }): Promise<void> {
  const opened = await write(database, secretariat, (tx) =>
    openCollection(tx, secretariat, { ...request, methodology: "trafficking-1", ...(request.exercise ? { members: [fictional.country] } : {}) }),
  );
  if ("refusal" in opened && opened.refusal !== "already-open") throw new CommandFault(`${request.year}: ${opened.refusal}`);
}

/** Each titular approves the own country's page, having read it as the policies show it. */
async function approvePages(database: Database, collection: string, version: number): Promise<void> {
  const seen = await read(database, demoMember("secretariat"), (tx) => releaseData(tx, collection, version));
  for (const area of seen?.data.areas ?? []) {
    if (area.code === "_R") continue;
    const titular = demoMember("delegate-titular", area.code);
    const own = await read(database, titular, (tx) => releaseData(tx, collection, version));
    if (own) await write(database, titular, (tx) => approvePage(tx, titular, collection, pageDigest(own.data, area.code)));
  }
}

/** Writes every published release into a folder of its own, as the public would download it. */
async function exportReleases(database: Database, terminal: Terminal, folder: string): Promise<void> {
  const progress = terminal.step(terminal.language === "es" ? "Archivos de las publicaciones" : "Files of the releases");
  const heads = await read(database, { kind: "public" }, publishedReleases);
  for (const head of heads) {
    const files = await read(database, { kind: "public" }, async (tx) => {
      const list = await releaseFileList(tx, head.collection, head.version);
      return Promise.all(list.map(async ({ path }) => ({ path, bytes: (await releaseFile(tx, head.collection, head.version, path))?.bytes ?? Buffer.alloc(0) })));
    });
    await writeFiles(join(folder, releaseName({ topic: "trafficking", ...head })), files);
  }
  progress.done(folder);
}
