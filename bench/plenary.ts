import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ServerProcess, startServer } from "../test/plenary-process.ts";
import { type Telephone, ballotAddress, ballotForm, isAcknowledged, telephoneAsks } from "../test/plenary-telephone.ts";
import { asOwner } from "../test/world.ts";
import { type Screens, openScreens } from "./plenary-screens.ts";
import { type Room, openRoom } from "./plenary-world.ts";

const telephones = 200;
/** Everybody votes within this time: all at the same moment, and as people do. Milliseconds. */
const atOnce = 2000;
const unhurried = 30_000;
/** A person whose telephone got no answer presses the button again after this time. Milliseconds. */
const pressAgainAfter = 1000;

type Server = ServerProcess & { isGone: boolean };

/**
 * 200 telephones in one vote, on two server processes over one database: how long a ballot takes to its answer and to all 200
 * screens, in a roll call without haste, then all at once in a roll call, a secret vote, and a roll call in whose middle one
 * server is killed. Beside it the floor: as
 * many plain questions that insert one row. Throws if one ballot that was acknowledged is not in the urn once.
 */
export async function bench(): Promise<void> {
  const pages = resolve(process.env["CORETT_PAGES"] ?? "build");
  if (!existsSync(`${pages}/server/index.js`)) throw new Error("The pages are not built: run npm run build first");
  const room = await openRoom(telephones);
  const wish = { ownerUrl: room.ownerUrl, secret: room.secret, pages };
  const started: ServerProcess[] = [];
  const start = async (program?: string): Promise<Server> => {
    const server = { ...(await startServer(wish, program === undefined ? {} : { program })), isGone: false };
    started.push(server);
    return server;
  };
  try {
    const floor = await benchFloor(room, [await start("bench/plenary-floor.ts"), await start("bench/plenary-floor.ts")]);
    const servers = [await start(), await start()];
    const screens = openScreens(servers, room.meeting.id, room.telephones.map(({ cookie }) => cookie));
    await until("every screen to follow", () => screens.open() === telephones);
    await benchVote(room, servers, screens, { method: "roll-call", within: unhurried, floor });
    for (const method of ["roll-call", "secret"] as const) await benchVote(room, servers, screens, { method, within: atOnce, floor });
    await benchVote(room, servers, screens, { method: "roll-call", within: atOnce, floor, victim: servers[1] });
    screens.close();
  } finally {
    for (const each of started) await each.kill();
    await room.close();
  }
}

/** Milliseconds that the middle and the slowest of a hundred took. */
interface Spread {
  readonly median: number;
  readonly slowest: number;
}

async function benchFloor({ ownerUrl, telephones: all }: Room, servers: readonly Server[]): Promise<Spread> {
  await asOwner(ownerUrl, (client) => client.query("create table public.floor (id bigint generated always as identity primary key, body text not null)"));
  const times = await Promise.all(
    all.map(async (telephone, place) => {
      await pause(Math.random() * atOnce);
      const began = performance.now();
      await telephoneAsks(servers[place % servers.length]?.url ?? "", telephone, { option: "1" });
      return performance.now() - began;
    }),
  );
  const floor = spreadOf(times);
  console.log(`  floor: a question that inserts one row        to its answer   ${said(floor)}`);
  for (const each of servers) await each.kill();
  return floor;
}

interface VoteRun {
  readonly method: "roll-call" | "secret";
  readonly within: number;
  readonly floor: Spread;
  /** The server that is killed once half of the ballots are acknowledged. */
  readonly victim?: Server | undefined;
}

async function benchVote(room: Room, servers: readonly Server[], screens: Screens, { method, within, floor, victim }: VoteRun): Promise<void> {
  const vote = await room.openVote(method);
  const path = ballotAddress(room.meeting.id, vote);
  const serverOf = (place: number) => servers.filter(({ isGone }) => !isGone)[place % servers.filter(({ isGone }) => !isGone).length]?.url ?? "";
  const loading = performance.now();
  const forms: Readonly<Record<string, string>>[] = [];
  for (let from = 0; from < room.telephones.length; from += 10)
    forms.push(...(await Promise.all(room.telephones.slice(from, from + 10).map((each, i) => ballotForm(`${serverOf(i)}${path}`, each, 1 + ((from + i) % 3))))));
  const loaded = (performance.now() - loading) / telephones;
  const acknowledged: Telephone[] = [];
  let resent = 0;
  const before = screens.eventsTaken();
  const casts = await Promise.all(
    room.telephones.map(async (telephone, place) => {
      await pause(Math.random() * within);
      const began = performance.now();
      for (;;) {
        const answer = await telephoneAsks(`${serverOf(place)}${path}`, telephone, forms[place]).catch(() => undefined);
        if (answer && isAcknowledged(answer)) break;
        if (answer && answer.status < 500) throw new Error(`${telephone.country}: ${answer.status} ${answer.text.slice(0, 400)}`);
        resent += 1;
        await pause(pressAgainAfter);
      }
      acknowledged.push(telephone);
      if (victim && !victim.isGone && acknowledged.length >= telephones / 2) {
        victim.isGone = true;
        await victim.kill();
      }
      return { country: telephone.country, began, answered: performance.now() };
    }),
  );
  await until("every screen to show every mark", () => casts.every(({ country }) => screens.markShown(vote, country) !== undefined));
  const shown = casts.map(({ country, began }) => (screens.markShown(vote, country) ?? 0) - began);
  const events = screens.eventsTaken() - before;
  const closing = performance.now();
  const outcome = await room.finish(vote);
  const finished = performance.now();
  await until("every screen to show the result", () => screens.resultShown(vote) !== undefined);
  const result = screens.resultShown(vote) ?? 0;

  const kept = await room.kept(vote);
  const lost = acknowledged.filter(({ country }) => !kept.marks.includes(country)).length;
  const twice = kept.marks.length - new Set(kept.marks).size;
  const name = `${method === "secret" ? "secret vote" : "roll call"} within ${within / 1000} s${victim ? ", one server killed" : ""}`;
  const [answer, screen] = [spreadOf(casts.map(({ began, answered }) => answered - began)), spreadOf(shown)];
  console.log(`  ${name.padEnd(45)} to its answer   ${said(answer)}   ${(answer.median / floor.median).toFixed(0)} times the floor`);
  console.log(`  ${"".padEnd(45)} to every screen ${said(screen)}   ${Math.round(shown.filter((each) => each <= 1000).length / 2)} of 100 within 1 s; ${Math.round(events / telephones)} states a screen`);
  console.log(`  ${"".padEnd(45)} close, count, recount, settle ${Math.round(finished - closing)} ms; on every screen ${Math.round(result - finished)} ms later; a ballot page ${Math.round(loaded)} ms`);
  console.log(`  ${"".padEnd(45)} ${kept.marks.length} marks, ${kept.ballots} ballots, ${acknowledged.length} acknowledged, ${lost} lost, ${twice} twice${victim ? `, ${resent} sent again` : ""}; ${outcome}`);
  if (lost > 0 || twice > 0 || kept.marks.length !== telephones || kept.ballots !== telephones) throw new Error("A ballot was lost or counted twice");
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), slowest: at(0.99) };
}

function said({ median, slowest }: Spread): string {
  return `median ${Math.round(median).toString().padStart(5)} ms, 99th of 100 ${Math.round(slowest).toString().padStart(5)} ms`;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const began = performance.now(); !holds(); await pause(20)) if (performance.now() - began > 60_000) throw new Error(`Waited a minute for ${what}`);
}
