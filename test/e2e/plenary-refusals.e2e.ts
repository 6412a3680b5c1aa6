import { afterAll, beforeAll, expect, test } from "vitest";
import { plenaryActWords, plenaryElectionWords, plenaryVoteWords, shellWords } from "#words";
import { asOwner } from "../world.ts";
import { type Seeded, seedPlenary } from "./support/plenary-seed.ts";
import { type Member, type Platform, demoMember, openPlatform } from "./support/platform.ts";
import { askerFor } from "./support/request.ts";

let platform: Platform;
let seeded: Seeded;
beforeAll(async () => {
  platform = await openPlatform();
  seeded = await seedPlenary(platform);
});
afterAll(() => platform?.close());

const errors = shellWords.es.errors;
/** A text that stands only in the act that is being written, and one that delegations read before anyone else. */
const told = "Falta el saludo de Guatemala.";
const at = (meeting: string, part = "") => `/es/workspace/meetings/${meeting}${part}`;

/** Those who are not of the plenary, or lead nothing in it; demonstration people, accredited nowhere. */
const people = {
  public: undefined,
  administrator: demoMember("administrator"),
  observer: demoMember("observer"),
  "focal point": demoMember("focal-point", "GTM"),
  communicator: demoMember("communicator", "GTM"),
  "another country's delegate": demoMember("delegate-titular", "HND"),
} as const satisfies Record<string, Member | undefined>;
type Who = keyof typeof people;
const members = ["observer", "focal point", "communicator", "another country's delegate"] as const satisfies readonly Who[];

test("the administrator and the public open no page of the plenary, nor the data behind it, nor the live state", async () => {
  const { voting, convened, archived } = seeded;
  const paths = [
    "/es/workspace/meetings", at(convened), at(convened, "/convocation"), at(convened, "/documents"), at(voting.id, "/session"), at(voting.id, "/room"), at(voting.id, "/screen"),
    at(voting.id, "/decisions"), at(voting.id, `/votes/${voting.vote}`), at(voting.id, `/votes/${voting.vote}/ballot`), at(archived.id, "/act"), at(archived.id, "/election"),
    at(archived.id, "/agreements"), "/es/workspace/agreements", "/es/workspace/rules", "/es/workspace/handover", "/es/workspace/representations", at(convened, "/calendar.ics"), at(convened, "/documents.zip"),
  ];
  for (const who of ["administrator", "public"] as const) {
    const asker = await askerFor(platform, people[who]);
    for (const path of paths) {
      const answer = await asker.get(path);
      expect([who === "public" ? 303 : 403, 404], `${who}: ${path} answers ${answer.status}`).toContain(answer.status);
      if (answer.status === 303) expect(answer.to).toMatch(/^\/es\/sign-in\?to=/);
    }
    expect([401, 403, 404], who).toContain((await asker.get(`/live/meetings/${voting.id}`)).status);
  }
});

test("a meeting in preparation is there for those who lead, and for nobody else", async () => {
  for (const who of members) {
    const asker = await askerFor(platform, people[who]);
    for (const part of ["", "/agenda", "/documents", "/convocation", "/room"]) expect((await asker.get(at(seeded.draft, part))).status, `${who} ${part}`).toBe(404);
    expect((await asker.get("/es/workspace/meetings")).text, who).not.toContain(seeded.draft);
  }
  for (const path of [`/es/meetings/${seeded.draft}`, `/es/meetings/${seeded.convened}`, `/es/meetings/${seeded.voting.id}`]) expect((await (await askerFor(platform)).get(path)).status, path).toBe(404);
});

test("an act that is written or circulates is read by no observer and by no visitor, and its file is nobody's but theirs", async () => {
  const { written, circulated } = seeded;
  const [observer, visitor, delegate] = [await askerFor(platform, people.observer), await askerFor(platform), await askerFor(platform, people["another country's delegate"])];
  expect((await delegate.get(at(circulated.id, "/act"))).text).toContain(told);
  for (const id of [written.id, circulated.id]) {
    const page = await observer.get(at(id, "/act"));
    expect(page.text).toContain(plenaryActWords.es.none.observer);
    expect(page.text).not.toContain(told);
    expect((await observer.get(at(id, "/act.pdf"))).status).toBe(404);
    expect((await visitor.get(`/es/archive/ACTA-CORETT-${id}`)).status).toBe(404);
    expect((await visitor.get(`/archive/files/ACTA-CORETT-${id}/1/ACTA-CORETT-${id}-es.pdf`)).status).toBe(404);
  }
  const hidden = await delegate.get(at(written.id, "/act"));
  expect(hidden.text).toContain(plenaryActWords.es.none.wait);
  expect((await delegate.get(at(written.id, "/act.pdf"))).status).toBe(404);
  for (const part of ["/circulate", "/add", "/certificates", "/sign", "/approve"]) expect((await delegate.get(at(written.id, `/act${part}`))).status, part).toBe(404);
});

test("the pages of those who lead are closed to everybody else", async () => {
  const { voting, archived, convened } = seeded;
  const paths = ["/es/workspace/meetings/new", "/es/workspace/agreements/new", at(convened, "/edit"), at(convened, "/cancel"), at(voting.id, "/session/close"), at(voting.id, `/session/notes/${voting.items.motion}`), at(archived.id, "/room-copy")];
  for (const who of members) {
    const asker = await askerFor(platform, people[who]);
    for (const path of paths) expect([403, 404], `${who}: ${path}`).toContain((await asker.get(path)).status);
  }
});

/** An act that somebody tries whose it is not: which form, and how it is turned away. */
const acts: readonly (readonly [act: string, path: (to: Seeded) => string, fields: Record<string, string>, answer: (who: Who) => readonly [status: number, words: string]])[] = [
  ["casts a ballot", ({ voting }) => at(voting.id, `/votes/${voting.vote}/ballot`), { act: "cast", option: "1", confirm: "yes" }, (who) => [409, plenaryVoteWords.es.refusals[who === "another country's delegate" ? "not-accredited" : "not-a-delegate"]]],
  ["closes the vote", ({ voting }) => at(voting.id, `/votes/${voting.vote}`), { act: "close" }, () => [409, plenaryVoteWords.es.refusals["not-yours"]]],
  ["voids the vote", ({ voting }) => at(voting.id, `/votes/${voting.vote}`), { act: "void", text: "Porque sí" }, () => [409, plenaryVoteWords.es.refusals["not-yours"]]],
  ["closes the consultation", ({ consulting }) => at(consulting.id, `/decisions/${consulting.motion}`), { act: "close-consensus", consensus: "the open one" }, () => [409, plenaryVoteWords.es.refusals["not-yours"]]],
  ["verifies the quorum", ({ voting }) => at(voting.id, "/session"), { act: "verify" }, () => [403, errors[403].title]],
  ["suspends the session", ({ voting }) => at(voting.id, "/session"), { act: "suspend", reason: "Receso" }, () => [403, errors[403].title]],
  ["closes the session", ({ voting }) => at(voting.id, "/session/close"), { pending: "yes" }, () => [403, errors[403].title]],
  ["opens an election", ({ voting }) => at(voting.id, "/election"), { intent: "open", item: "00000000-0000-4000-8000-000000000000", from: "2025-01-01", until: "2025-12-31" }, () => [409, plenaryElectionWords.es.problems["not-yours"]]],
  ["begins, publishes or answers the act", ({ archived }) => at(archived.id, "/act"), { intent: "publish", circle: "public" }, () => [403, errors[403].title]],
  ["adds an item to the agenda", ({ convened }) => at(convened, "/agenda"), { act: "starter" }, () => [403, errors[403].title]],
  ["reopens the agenda", ({ voting }) => at(voting.id, "/agenda"), { act: "reopen", reason: "Porque sí" }, () => [403, errors[403].title]],
  ["convenes", ({ convened }) => at(convened, "/convocation"), { act: "convene" }, () => [403, errors[403].title]],
];
test.each(acts)("who %s without being called to it is refused with words, and nothing happens", async (_act, path, typed, answer) => {
  const fields = "consensus" in typed ? { ...typed, consensus: seeded.consulting.consensus } : typed;
  const before = await standing();
  for (const who of members) {
    const asker = await askerFor(platform, people[who]);
    const got = await asker.post(path(seeded), fields);
    const [status, words] = answer(who);
    expect(got.status, `${who}: ${got.text.slice(0, 300)}`).toBe(status);
    expect(got.text, who).toContain(words);
  }
  expect((await (await askerFor(platform, people.administrator)).post(path(seeded), fields)).status).toBe(403);
  expect((await (await askerFor(platform)).post(path(seeded), fields)).to).toMatch(/^\/es\/sign-in/);
  expect(await standing()).toEqual(before);
});

test("another country's delegate answers and names for its own delegation alone", async () => {
  const honduras = await askerFor(platform, people["another country's delegate"]);
  const there = at(seeded.convened, "/delegations/GTM");
  const own = at(seeded.convened, "/delegations/HND");
  expect((await honduras.post(there, { act: "answer", answer: "attends", mode: "virtual" })).status).toBe(403);
  expect((await honduras.post(there, { act: "name", person: crypto.randomUUID(), capacity: "titular", account: people["another country's delegate"].account })).status).toBe(403);
  expect((await honduras.post(own, { act: "answer", answer: "attends" })).status).toBe(303);
  const focal = await askerFor(platform, people["focal point"]);
  expect((await focal.post(there, { act: "answer", answer: "attends" })).status).toBe(403);
  const observer = await askerFor(platform, people.observer);
  for (const path of [there, at(seeded.convened, "/history"), at(seeded.archived.id, "/agreements/new")]) expect([403, 404], path).toContain((await observer.get(path)).status);
});

test("every refused ballot is in the audit with who tried it, and without what was on it", async () => {
  const tried = await asOwner(platform.world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ account: string; office: string; after: { refused: string } }>("select account, office, after from audit.entry where action = 'attempt' and after->>'act' = 'cast'");
    return rows;
  });
  for (const who of members) expect(tried.map(({ account }) => account), who).toContain(people[who].account);
  expect(JSON.stringify(tried)).not.toMatch(/option/);
});

/** What must not move: meetings, votes, marks, motions, consultations and acts as the platform sees them. */
function standing(): Promise<unknown> {
  return asOwner(platform.world.ownerUrl, async (client) => {
    const { rows } = await client.query(`select (select jsonb_agg(to_jsonb(m) order by m.id) from (select id, state, agenda_state, current_item from plenary.meeting) m) as meetings,
      (select jsonb_agg(v.state order by v.id) from plenary.vote v) as votes, (select count(*) from plenary.mark) as marks, (select count(*) from plenary.ballot) as ballots,
      (select jsonb_agg(o.state order by o.id) from plenary.motion o) as motions, (select count(*) from plenary.consensus where closed_at is null) as open,
      (select count(*) from plenary.election) as elections, (select count(*) from plenary.agenda_item) as items, (select jsonb_agg(a.state order by a.meeting) from plenary.act a) as acts,
      (select count(*) from plenary.suspension) as suspensions`);
    return rows[0];
  });
}
