import "./mode.ts";
import { rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Language, isLanguage } from "#basics";
import { FolderInUse, read, write } from "#database";
import { verifyArchive } from "#archive";
import { verifyAudit } from "#identity";
import { boardOf } from "../src/statistics/collection/board.store.ts";
import { openCollection } from "../src/statistics/collection/collection.store.ts";
import { collectionId, openingRefusalText } from "../src/statistics/collection/collection.ts";
import { type Ground, openGround } from "../server/ground.ts";
import { accountFor } from "./accounts.ts";
import { heldSentence } from "../src/plenary/room-copy/sentence.ts";
import { CommandFault, type Terminal, openTerminal } from "./terminal.ts";

// What a command does is loaded when it is asked for: no command waits for, or carries, what another one needs.
const dataYear = () => import("./commands/data-year.ts");
const releases = () => import("./commands/release.ts");
const serving = () => import("./commands/serve.ts");
const rooms = () => import("./commands/room.ts");

interface Common {
  readonly data: string;
  readonly baseUrl: string;
  readonly json?: boolean;
  readonly language: Language;
}

const year = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 2000 || value > 2100) throw new InvalidArgumentError("a year from 2000 to 2100");
  return value;
};
const country = (text: string): string => {
  if (!/^[A-Za-z]{3}$/.test(text)) throw new InvalidArgumentError("three letters, as GTM");
  return text.toUpperCase();
};
const port = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new InvalidArgumentError("a number from 0 to 65535");
  return value;
};

const program = new Command("corett")
  .description("The working system of CORETT: collect, protect and publish the statistics of its member states.")
  .showHelpAfterError("Use --help to see what this command takes.")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText("after", "\nExit codes: 0 done, 1 not done, 2 asked wrongly, 3 verification failed.");

/** A subcommand with the options that all of them take. */
function command(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .description(description)
    .option("--data <folder>", "folder of the embedded database", process.env["CORETT_DATA"] ?? "./data")
    .option("--base-url <url>", "public address of the platform", process.env["CORETT_URL"] ?? "http://localhost:4180")
    .option("--json", "print the outcome as JSON")
    .addOption(new Option("--language <language>", "language of the messages").choices(["es", "en"]).default(isLanguage(process.env["CORETT_LANGUAGE"]) ? process.env["CORETT_LANGUAGE"] : "es"));
}

/** Runs a command on the platform's database, and lets the database go whatever happens. */
async function onGround(options: Common & { readonly role?: "platform" }, work: (ground: Ground, terminal: Terminal) => Promise<void>): Promise<void> {
  const ground = await openGround({ data: resolve(options.data), baseUrl: options.baseUrl, ...(options.role ? { role: options.role } : {}) });
  try {
    await work(ground, openTerminal(options));
  } finally {
    await ground.close();
  }
}

command(program, "start", "start the platform: web, tasks and, without DATABASE_URL, its own PostgreSQL")
  .option("--port <port>", "port of the web server", port, Number(process.env["PORT"] ?? 4180))
  .option("--host <address>", "address to listen at", process.env["HOST"] ?? "127.0.0.1")
  .action(async (options: Common & { port: number; host: string }) => {
    const { buildPages, serve } = await serving();
    buildPages(openTerminal(options));
    await onGround({ ...options, role: "platform" }, (ground, terminal) => serve(ground, terminal, { ...options, isDemo: false, greeting: (url) => [`CORETT: ${url}/${options.language}`] }));
  });

command(program, "demo", "a filled platform to look at: six years released, an open year, one-click accounts")
  .option("--port <port>", "port of the web server (otherwise 4180 or the next free one)", port)
  .option("--reset", "begin with an empty demonstration")
  .option("--no-serve", "fill it, write the files, and stop")
  .action(async (options: Common & { port?: number; reset?: boolean; serve: boolean }) => {
    const terminal = openTerminal(options);
    const folder = resolve(options.data, "demo");
    if (options.reset) rmSync(folder, { recursive: true, force: true });
    const { buildPages, portFor, serve } = await serving();
    const open = await portFor(options.port, 4180);
    const baseUrl = `http://localhost:${open}`;
    terminal.say(options.language === "es" ? "CORETT · demostración (en inglés: --language en)" : "CORETT · demonstration");
    if (options.serve) buildPages(terminal, { always: true });
    await onGround({ ...options, data: folder, baseUrl, role: "platform" }, async (ground) => {
      const releases = resolve(folder, "releases");
      const { fillDemo } = await import("./commands/demo-content.ts");
      await fillDemo(ground.database, terminal, { baseUrl: "https://coalicioncorett.com", origin: baseUrl, secret: ground.secret, releases });
      if (!options.serve) return terminal.outcome({ releases });
      await serve(ground, terminal, {
        port: open,
        isDemo: true,
        greeting: (url) =>
          options.language === "es"
            ? ["", `  Plataforma: ${url}/es`, `  Entrar con un clic: ${url}/es/sign-in`, `  Archivos: ${releases}`, "  Para terminar: Ctrl+C", ""]
            : ["", `  Platform: ${url}/en`, `  Sign in with one click: ${url}/en/sign-in`, `  Files: ${releases}`, "  To stop: Ctrl+C", ""],
      });
    });
  });

command(program, "dev", "the platform for those who build it: pages follow each saved file")
  .option("--port <port>", "port of the web server", port, 4180)
  .action(async (options: Common & { port: number }) => {
    await onGround({ ...options, data: resolve(options.data, "dev"), baseUrl: `http://localhost:${options.port}`, role: "platform" }, async (ground, terminal) => {
      const { serveDevelopment } = await import("./commands/development.ts");
      await serveDevelopment(ground, terminal, { port: options.port, releases: resolve(options.data, "dev", "releases") });
    });
  });

const collection = program.command("collection").description("the data year");
command(collection, "open", "open a year for all members")
  .requiredOption("--year <year>", "the year of the figures", year)
  .requiredOption("--deadline <day>", "last day for submissions, as 2027-06-30")
  .requiredOption("--publish-on <day>", "day printed on the release")
  .option("--exercise", "a training year with the fictional country")
  .option("--as <email>", "account of the secretariat to act for")
  .action((options: Common & { year: number; deadline: string; publishOn: string; exercise?: boolean; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const actor = await accountFor(database, ["secretariat"], undefined, options.as);
      const opened = await write(database, actor, (tx) => openCollection(tx, actor, { ...options, exercise: options.exercise ?? false, methodology: "trafficking-1" }));
      if ("refusal" in opened) throw new CommandFault(openingRefusalText(opened.refusal)[options.language]);
      terminal.say(opened.id);
      terminal.outcome(opened);
    }),
  );
command(collection, "board", "who is where")
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .action((options: Common & { year: number; exercise?: boolean }) =>
    onGround(options, async ({ database }, terminal) => {
      const today = new Date().toISOString().slice(0, 10);
      const actor = { kind: "system", task: "command line" } as const;
      const rows = await read(database, actor, (tx) => boardOf(tx, actor, collectionId(options.year, options.exercise), today));
      for (const row of rows) terminal.say(`${row.country}  ${row.state.padEnd(13)} ${row.next.text[options.language]}`);
      terminal.outcome({ rows });
    }),
  );

command(program, "template", "write a country's template for a year, with what is already in it")
  .requiredOption("--country <code>", "ISO 3166-1 alpha-3", country)
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .addOption(new Option("--kind <kind>", "matrix of figures, or one line a person").choices(["matrix", "records"]).default("matrix"))
  .option("--out <file>", "where to write it")
  .option("--as <email>", "account of the country to act for")
  .action((options: Common & { country: string; year: number; exercise?: boolean; kind: "matrix" | "records"; out?: string; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const actor = await accountFor(database, ["focal-point", "delegate-titular", "delegate-alternate"], options.country, options.as);
      const { templateFor } = await import("./commands/template.ts");
      const { name, bytes } = await templateFor(database, actor, options);
      const path = resolve(options.out ?? name);
      await writeFile(path, bytes);
      terminal.say(path);
      terminal.outcome({ path });
    }),
  );

command(program, "submit <file>", "load a country's file, check it, and submit it for signature")
  .requiredOption("--country <code>", "ISO 3166-1 alpha-3", country)
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .option("--explain <words>", "the country's word on every warning")
  .option("--load-only", "load and check, do not submit")
  .option("--as <email>", "account of the focal point to act for")
  .action((file: string, options: Common & { country: string; year: number; exercise?: boolean; explain?: string; loadOnly?: boolean; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const actor = await accountFor(database, ["focal-point"], options.country, options.as);
      const { submitFile } = await dataYear();
      const done = await submitFile(database, terminal, actor, {
        ...options,
        file: resolve(file),
        exercise: options.exercise ?? false,
        ...(options.explain ? { explanation: options.explain } : {}),
        loadOnly: options.loadOnly ?? false,
      });
      terminal.outcome(done);
    }),
  );

command(program, "sign", "sign a country's submission")
  .requiredOption("--country <code>", "ISO 3166-1 alpha-3", country)
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .option("--as <email>", "account of the titular or alternate to act for")
  .action((options: Common & { country: string; year: number; exercise?: boolean; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const actor = await accountFor(database, ["delegate-titular", "delegate-alternate"], options.country, options.as);
      const { signSubmission } = await dataYear();
      await signSubmission(database, terminal, actor, { ...options, exercise: options.exercise ?? false });
      terminal.say(`${options.country} ${options.year}: signed`);
      terminal.outcome({ state: "signed" });
    }),
  );

command(program, "accept", "review and accept a signed submission, as the secretariat")
  .requiredOption("--country <code>", "ISO 3166-1 alpha-3", country)
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .option("--as <email>", "account of the secretariat to act for")
  .action((options: Common & { country: string; year: number; exercise?: boolean; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const actor = await accountFor(database, ["secretariat"], undefined, options.as);
      const { acceptSubmission } = await dataYear();
      await acceptSubmission(database, terminal, actor, { ...options, exercise: options.exercise ?? false });
      terminal.say(`${options.country} ${options.year}: accepted`);
      terminal.outcome({ state: "accepted" });
    }),
  );

const release = program.command("release").description("protect, build, verify and publish a year");
command(release, "build", "build a year's release from its accepted figures into a folder")
  .requiredOption("--year <year>", "the year of the figures", year)
  .requiredOption("--out <folder>", "where to write the files; the folder is made anew")
  .option("--exercise", "the training year")
  .action((options: Common & { year: number; out: string; exercise?: boolean }) =>
    onGround(options, async ({ database }, terminal) => {
      const { buildToFolder } = await releases();
      const built = await buildToFolder(database, terminal, { ...options, exercise: options.exercise ?? false, out: resolve(options.out) });
      terminal.say(`${resolve(options.out)}  ${built.manifest}`);
      terminal.outcome({ out: resolve(options.out), ...built });
    }),
  );
command(release, "prepare", "build a year's candidate on the platform, for the countries to approve")
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .action((options: Common & { year: number; exercise?: boolean }) =>
    onGround(options, async ({ database, baseUrl }, terminal) => {
      const { prepareCandidate } = await releases();
      terminal.outcome({ version: await prepareCandidate(database, terminal, { year: options.year, exercise: options.exercise ?? false, baseUrl }) });
    }),
  );
command(release, "publish", "publish a year's candidate once every point of its checklist is done")
  .requiredOption("--year <year>", "the year of the figures", year)
  .option("--exercise", "the training year")
  .option("--answer <words>", "the word by which the secretariat answers for every open group")
  .option("--as <email>", "account of the secretariat to act for")
  .action((options: Common & { year: number; exercise?: boolean; answer?: string; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const actor = await accountFor(database, ["secretariat"], undefined, options.as);
      const { publishCandidate } = await releases();
      await publishCandidate(database, terminal, actor, { year: options.year, exercise: options.exercise ?? false, ...(options.answer ? { word: options.answer } : {}) });
      terminal.outcome({ published: true });
    }),
  );
release
  .command("verify <folder>")
  .description("verify a release folder: manifest, tables, and the attacker against all that it tells")
  .option("--json", "print the outcome as JSON")
  .addOption(new Option("--language <language>").choices(["es", "en"]).default("es"))
  .action(async (folder: string, options: { json?: boolean; language: Language }) => {
    const { verifyFolder } = await releases();
    await verifyFolder(openTerminal(options), resolve(folder));
  });

const room = program.command("room").description("a copy of the platform that carries a meeting's session in the room");
command(room, "pack <meeting>", "hand the session over to the room and write its sealed file")
  .requiredOption("--out <file>", "where to write the file")
  .requiredOption("--confirmed-by <email>", "account of the presidency, who hands over")
  .option("--slips <file>", "where to write the personal codes (PDF)")
  .option("--as <email>", "account of the secretariat, who prepares")
  .action((meeting: string, options: Common & { out: string; confirmedBy: string; slips?: string; as?: string }) =>
    onGround(options, async ({ database }, terminal) => {
      const { packRoom } = await rooms();
      await packRoom(database, terminal, { ...options, meeting, out: resolve(options.out), ...(options.slips ? { slips: resolve(options.slips) } : {}) });
    }),
  );
command(room, "open [file]", "carry the session on this computer; the file is needed the first time")
  .option("--key <key>", "the key that was shown when it was packed (or CORETT_ROOM_KEY)")
  .option("--port <port>", "port of the web server", port, 4180)
  .action(async (file: string | undefined, options: Common & { key?: string; port: number }) => {
    // A copy keeps its session in its own folder, never in a database that somebody else keeps.
    delete process.env["DATABASE_URL"];
    const { buildPages } = await serving();
    buildPages(openTerminal(options));
    await onGround({ ...options, role: "platform" }, async (ground, terminal) => (await rooms()).carryRoom(ground, terminal, { ...options, ...(file ? { file: resolve(file) } : {}) }));
  });
command(room, "return", "close the copy for good and write the file that goes back")
  .requiredOption("--out <file>", "where to write the file")
  .option("--key <key>", "the key of the copy (or CORETT_ROOM_KEY)")
  .action((options: Common & { out: string; key?: string }) => {
    delete process.env["DATABASE_URL"];
    return onGround(options, async ({ database }, terminal) => (await rooms()).returnRoom(database, terminal, { ...options, out: resolve(options.out) }));
  });
command(room, "receive <file>", "take the session back, whole or not at all")
  .option("--key <key>", "the key of the copy (or CORETT_ROOM_KEY)")
  .option("--as <email>", "account of the secretariat or the presidency")
  .action((file: string, options: Common & { key?: string; as?: string }) =>
    onGround(options, async ({ database }, terminal) => (await rooms()).takeRoomBack(database, terminal, { ...options, file: resolve(file) })),
  );
command(room, "revoke <copy>", "give up a copy that is lost for good; its file can never be received")
  .requiredOption("--reason <words>", "why, for the history of the meeting")
  .requiredOption("--confirmed-by <email>", "account of another person of the secretariat or the presidency")
  .option("--as <email>", "account that asks for it")
  .action((copy: string, options: Common & { reason: string; confirmedBy: string; as?: string }) =>
    onGround(options, async ({ database }, terminal) => (await rooms()).revokeRoom(database, terminal, { ...options, copy })),
  );

command(program, "verify", "verify the audit chain and the archive: that nothing was altered, removed or put between").action((options: Common) =>
  onGround(options, async ({ database }, terminal) => {
    const [audit, archive] = [await verifyAudit(database), await verifyArchive(database)];
    terminal.outcome({ ...audit, archive });
    const breaks = [...audit.breaks, ...archive.breaks];
    if (breaks.length) throw new CommandFault(breaks.slice(0, 20).map((each) => JSON.stringify(each)).join("\n"), 3);
    terminal.say(
      options.language === "es"
        ? `Cadena íntegra: ${audit.entries} asientos, cabeza ${audit.head}\nArchivo íntegro: ${archive.documents} documentos, ${archive.versions} versiones, ${archive.files} archivos`
        : `The chain is whole: ${audit.entries} entries, head ${audit.head}\nThe archive is whole: ${archive.documents} documents, ${archive.versions} versions, ${archive.files} files`,
    );
  }),
);

try {
  await program.parseAsync();
} catch (fault) {
  const held = heldSentence(fault, process.env["CORETT_LANGUAGE"] === "en" ? "en" : "es");
  const said = held === undefined ? fault : new CommandFault(held);
  if (!(said instanceof CommandFault || said instanceof FolderInUse)) throw said;
  process.stderr.write(`${said.message}\n`);
  process.exitCode = said instanceof CommandFault ? said.code : 1;
}
