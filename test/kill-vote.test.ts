import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cluster, type Database, installationSecret, loginUrl, migrate, openDatabase, startCluster } from "#database";
import { countVote, recountVote } from "../src/plenary/vote/count.store.ts";
import { urnKey } from "../src/plenary/vote/receipt.ts";
import { closeVote, openVote } from "../src/plenary/vote/vote-act.store.ts";
import { builtPages } from "./pages-build.ts";
import { type ArrangedMeeting, arrangeMeeting, nine } from "./plenary-meeting.ts";
import { type ServerProcess, startServer } from "./plenary-process.ts";
import { type Answered, type Telephone, ballotAddress, ballotForm, isAcknowledged, signedIn, telephoneAsks } from "./plenary-telephone.ts";
import { aMotion, act } from "./plenary-vote.ts";
import { type World, asOwner } from "./world.ts";

// A database that waits for the disk, as in earnest, and a real server process of the plenary that is killed and started anew.
const folder = mkdtempSync(join(tmpdir(), "corett-kill-vote-"));
const secret = installationSecret(folder);
let cluster: Cluster;
let database: Database;
let world: World;
let meeting: ArrangedMeeting;
let pages: string;
let server: ServerProcess;
const telephones = new Map<string, Telephone>();

beforeAll(async () => {
  pages = dirname((await builtPages()).assets);
  cluster = await startCluster(folder);
  await migrate(cluster.ownerUrl, secret);
  database = openDatabase(loginUrl(cluster.ownerUrl, secret, "corett_server"), { max: 4 });
  world = { database, ownerUrl: cluster.ownerUrl, secret, close: () => database.destroy() };
  meeting = await arrangeMeeting(world);
  const cookies = await signedIn(world, nine.map((country) => meeting.titular(country).account));
  nine.forEach((country, place) => telephones.set(country, { country, cookie: cookies[place] ?? "" }));
  server = await start();
}, 240_000);
afterAll(async () => {
  await server?.kill();
  await database?.destroy();
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

// Whoever is killed complains loudly; what counts is what the telephones and the database say.
const start = () => startServer({ ownerUrl: cluster.ownerUrl, secret, pages }, { errors: "ignore" });

/** A vote that is open, with the form that lies on each of the nine telephones. */
async function aVote(method: "roll-call" | "secret") {
  const id = crypto.randomUUID();
  const motion = await aMotion(world, meeting);
  const word = await act(world, meeting.secretariat, (tx, actor) => openVote(tx, actor, { id, motion, method, rule: "simple", withRecount: true, key: method === "secret" ? urnKey(secret, id) : undefined }));
  if (word !== "opened") throw new Error(word);
  const forms = new Map<string, Readonly<Record<string, string>>>();
  for (const [place, country] of nine.entries()) forms.set(country, await ballotForm(`${server.url}${ballotAddress(meeting.id, id)}`, phone(country), 1 + (place % 3)));
  return {
    id,
    /** Sends the form on a telephone; whatever went wrong with the line is no answer. */
    send: (country: string, hold = 0): Promise<Answered | undefined> =>
      telephoneAsks(`${server.url}${ballotAddress(meeting.id, id)}`, phone(country), forms.get(country), hold).catch(() => undefined),
  };
}

function phone(country: string): Telephone {
  const found = telephones.get(country);
  if (!found) throw new Error(country);
  return found;
}

const marks = (vote: string) => asOwner(cluster.ownerUrl, async (client) => (await client.query<{ country: string }>("select country from plenary.mark where vote = $1 order by country", [vote])).rows.map(({ country }) => country));

/** Whether so many connections of the server wait for a lock: their ballots are under way, and not there yet. */
const waiting = (count: number) =>
  expect.poll(() => asOwner(cluster.ownerUrl, async (client) => (await client.query("select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'corett'")).rowCount), { timeout: 20_000, interval: 20 }).toBe(count);

/** Holds what `statement` locks until the given end. */
async function holding(statement: string, work: (release: () => Promise<void>) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: cluster.ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  await client.query(statement, statement.includes("$1") ? [meeting.id] : []);
  let isHeld = true;
  const release = async () => {
    if (isHeld) await client.end();
    isHeld = false;
  };
  await work(release).finally(release);
}

async function killAndRestart(): Promise<void> {
  await server.kill();
  server = await start();
}

/** The telephones that have no answer send the same form again, twice even; then everything is closed and counted by two persons. */
async function finish({ id, send }: Awaited<ReturnType<typeof aVote>>, acknowledged: ReadonlySet<string>): Promise<void> {
  expect(await marks(id)).toEqual(expect.arrayContaining([...acknowledged]));
  for (const country of nine) {
    const answers = [await send(country), await send(country)];
    for (const answer of answers) expect(answer && isAcknowledged(answer), `${country}: ${answer?.status} ${answer?.text.slice(0, 300)}`).toBe(true);
  }
  expect(await marks(id)).toEqual([...nine].toSorted());
  expect(await act(world, meeting.secretariat, (tx, actor) => closeVote(tx, actor, { id, key: urnKey(secret, id) }))).toBe("closed");
  expect(await act(world, meeting.secretariat, (tx, actor) => countVote(tx, actor, id))).toBe("counted");
  expect(await act(world, meeting.secondSecretary, (tx, actor) => recountVote(tx, actor, id))).toBe("equal");
  const { rows } = await asOwner(cluster.ownerUrl, (client) => client.query<{ ballots: number; figures: unknown }>("select ballots, figures from plenary.count where vote = $1 and kind = 'count'", [id]));
  expect(rows).toEqual([{ ballots: 9, figures: { 1: 3, 2: 3, 3: 3 } }]);
}

const isCast = (answer: Answered | undefined) => answer !== undefined && isAcknowledged(answer);

/** Two ballots that are acknowledged, and three that are kept while their answers have not left the server. */
async function halfway(vote: Awaited<ReturnType<typeof aVote>>) {
  const acknowledged = new Set<string>();
  for (const country of ["BLZ", "CRI"]) if (isCast(await vote.send(country))) acknowledged.add(country);
  expect(acknowledged.size).toBe(2);
  const unanswered = ["SLV", "GTM", "HND"].map((country) => vote.send(country, 60_000));
  await expect.poll(() => marks(vote.id), { timeout: 20_000, interval: 10 }).toHaveLength(5);
  return { acknowledged, unanswered };
}

test("roll call: the server killed while three answers were on their way and three ballots were being cast: kept ones stay, the others are not there, and each counts once when it is sent again", async () => {
  const vote = await aVote("roll-call");
  const { acknowledged, unanswered } = await halfway(vote);
  // Somebody changes the room at this moment: ballots wait for it inside their transaction.
  await holding("select from plenary.meeting where id = $1 for no key update", async (release) => {
    unanswered.push(...["MEX", "NIC", "PAN"].map((country) => vote.send(country)));
    await waiting(3);
    await killAndRestart();
    expect(await Promise.all(unanswered)).toEqual(unanswered.map(() => undefined));
    await release();
  });
  expect(await marks(vote.id)).toEqual(["BLZ", "CRI", "GTM", "HND", "SLV"]);
  await finish(vote, acknowledged);
}, 120_000);

test("secret: the server killed while three answers were on their way and two ballots were being sealed in the audit: each counts once when it is sent again", async () => {
  const vote = await aVote("secret");
  const { acknowledged, unanswered } = await halfway(vote);
  await holding("select pg_advisory_xact_lock(7226577)", async (release) => {
    unanswered.push(...["NIC", "PAN"].map((country) => vote.send(country)));
    await waiting(2);
    await killAndRestart();
    expect(await Promise.all(unanswered)).toEqual(unanswered.map(() => undefined));
    await release();
  });
  // PostgreSQL had its order to commit: these two are there although nobody was told.
  await expect.poll(() => marks(vote.id)).toEqual(["BLZ", "CRI", "GTM", "HND", "NIC", "PAN", "SLV"]);
  await finish(vote, acknowledged);
}, 120_000);

test("the connection of a ballot cut by the database: the delegate is not told that it is kept, and the same form counts once", async () => {
  const vote = await aVote("roll-call");
  await holding("select from plenary.meeting where id = $1 for no key update", async (release) => {
    const cut = vote.send("HND");
    await waiting(1);
    await asOwner(cluster.ownerUrl, (client) => client.query("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'corett'"));
    expect((await cut)?.status).toBe(500);
    await release();
  });
  expect(await marks(vote.id)).toEqual([]);
  await finish(vote, new Set());
}, 60_000);

test("PostgreSQL itself crashes in the middle of the vote: what was acknowledged is there, and the server goes on without a restart", async () => {
  const vote = await aVote("secret");
  const acknowledged = new Set<string>();
  for (const country of ["BLZ", "CRI", "SLV"]) if (isCast(await vote.send(country))) acknowledged.add(country);
  expect(acknowledged.size).toBe(3);
  await asOwner(cluster.ownerUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity where application_name = 'corett' and backend_type = 'client backend' limit 1");
    client.on("error", () => undefined);
    // One of its processes killed: PostgreSQL throws all connections away and recovers from its log.
    process.kill(rows[0]?.pid ?? Number.NaN, "SIGKILL");
  }).catch(() => undefined);
  await expect.poll(() => marks(vote.id).catch(() => []), { timeout: 20_000, interval: 100 }).toHaveLength(3);
  await finish(vote, acknowledged);
}, 60_000);
