import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, asOwner, openWorld } from "../../test/world.ts";
import { makeAccount } from "./account-make.ts";
import { openDoor } from "./door.ts";
import { currentSession, resolveActor } from "./resolve-actor.ts";
import { showCode } from "./second-step.ts";
import type { KeptSession } from "./session.store.ts";
import { signInWithPassword, signOut } from "./sign-in.ts";
import { totpCode, totpStep } from "./totp.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin: "http://localhost:3000" });
});
afterAll(() => world.close());

const password = "un colibri sobre el volcan";

/** A request as a browser sends it after the answers with these headers. */
function request(headers?: Headers, address = "192.0.2.1"): Request {
  const cookie = headers
    ?.getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return new Request("http://localhost:3000/es/sign-in", {
    headers: {
      "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
      "x-corett-address": address,
      ...(cookie ? { cookie } : {}),
    },
  });
}

async function passwordStep(email: string): Promise<{ headers: Headers; session: KeptSession }> {
  const opened = await signInWithPassword(world.database, request(), { email, password });
  if (!("headers" in opened)) throw new Error("the password was refused");
  const session = await currentSession(world.database, request(opened.headers));
  if (!session) throw new Error("no session");
  return { headers: opened.headers, session };
}

function auditOf(account: string) {
  return asOwner(
    world.ownerUrl,
    async (client) => (await client.query("select * from audit.entry where account = $1 order by id", [account])).rows,
  );
}

test("password and then the code of the authenticator let a member in, in their office and country", async () => {
  const { account, secret } = await makeAccount(world.database, {
    email: "ana@example.org",
    name: "Ana",
    password,
    office: "focal-point",
    country: "GTM",
  });
  const { headers, session } = await passwordStep("ANA@example.org");
  expect(headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/);
  expect(await resolveActor(world.database, request(headers))).toEqual({ kind: "public" });

  const done = await showCode(world.database, request(headers), session, totpCode(secret, totpStep(new Date())));
  expect(done).toMatchObject({ kind: "done" });
  const actor = await resolveActor(world.database, request("headers" in done ? done.headers : undefined));
  expect(actor).toEqual({ kind: "member", account, name: "Ana", office: "focal-point", country: "GTM" });
  expect(
    await currentSession(world.database, request(headers)),
    "the cookie of the first step is worth nothing now",
  ).toBeUndefined();

  const lines = await auditOf(account);
  expect(lines.map((line) => `${line.action} ${line.relation}`)).toContain("insert identity.session");
  expect(JSON.stringify(lines)).not.toMatch(/token"|password"|secret"/);
});

test("a code works once, even within its half minute", async () => {
  const { secret } = await makeAccount(world.database, {
    email: "beto@example.org",
    name: "Beto",
    password,
    office: "secretariat",
  });
  const now = new Date();
  const code = totpCode(secret, totpStep(now));
  const first = await passwordStep("beto@example.org");
  expect(await showCode(world.database, request(first.headers), first.session, code, now)).toMatchObject({ kind: "done" });
  const second = await passwordStep("beto@example.org");
  expect(await showCode(world.database, request(second.headers), second.session, code, now)).toEqual({ kind: "refused" });
});

test("five wrong passwords make everyone wait, also the right one, and the audit remembers them", async () => {
  const { account } = await makeAccount(world.database, {
    email: "cora@example.org",
    name: "Cora",
    password,
    office: "secretariat",
  });
  const tryWith = (word: string, at: Date) =>
    signInWithPassword(world.database, request(undefined, "192.0.2.7"), { email: "cora@example.org", password: word }, at);
  const now = new Date();
  for (const word of ["uno", "dos", "tres", "cuatro", "cinco"]) expect(await tryWith(word, now)).toEqual({ kind: "refused" });
  expect(await tryWith(password, now)).toEqual({ kind: "wait", until: new Date(now.getTime() + 60_000) });
  expect(await tryWith(password, new Date(now.getTime() + 61_000))).toMatchObject({ next: "second-step" });
  const attempts = (await auditOf(account)).filter((line) => line.action === "attempt");
  expect(attempts.map((line) => line.after.outcome)).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "throttled"]);
  expect(JSON.stringify(attempts)).not.toContain("cuatro");
});

test("fifty attempts at once are counted one after another", async () => {
  await makeAccount(world.database, { email: "dora@example.org", name: "Dora", password, office: "secretariat" });
  const now = new Date();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      signInWithPassword(world.database, request(undefined, "192.0.2.8"), { email: "dora@example.org", password: "mal" }, now),
    ),
  );
  expect(answers.filter((answer) => "kind" in answer && answer.kind === "refused")).toHaveLength(5);
});

test("an address that tries many accounts has to wait", async () => {
  const now = new Date();
  const tryAs = (name: string) =>
    signInWithPassword(world.database, request(undefined, "192.0.2.9"), { email: `${name}@example.org`, password: "mal" }, now);
  const answers = [];
  for (let each = 0; each < 31; each += 1) answers.push(await tryAs(`nadie${each}`));
  expect(answers.slice(0, 30).every((answer) => "kind" in answer && answer.kind === "refused")).toBe(true);
  expect(answers[30]).toMatchObject({ kind: "wait" });
});

test("six digits cannot be guessed by whoever has the password", async () => {
  const { secret } = await makeAccount(world.database, {
    email: "eva@example.org",
    name: "Eva",
    password,
    office: "secretariat",
  });
  const now = new Date();
  const { headers, session } = await passwordStep("eva@example.org");
  const right = totpCode(secret, totpStep(now));
  const wrong = right === "000000" ? "000001" : "000000";
  for (let each = 0; each < 5; each += 1)
    expect(await showCode(world.database, request(headers), session, wrong, now)).toEqual({ kind: "refused" });
  const again = await passwordStep("eva@example.org");
  expect(await showCode(world.database, request(again.headers), again.session, right, now)).toMatchObject({ kind: "wait" });
});

test("an unknown address is answered like a wrong password", async () => {
  expect(await signInWithPassword(world.database, request(), { email: "nobody@example.org", password })).toEqual({
    kind: "refused",
  });
});

test("an account without a current office can do nothing", async () => {
  const { secret } = await makeAccount(world.database, { email: "fe@example.org", name: "Fe", password });
  const { headers, session } = await passwordStep("fe@example.org");
  const done = await showCode(world.database, request(headers), session, totpCode(secret, totpStep(new Date())));
  expect(done).toMatchObject({ kind: "done" });
  expect(await resolveActor(world.database, request("headers" in done ? done.headers : undefined))).toEqual({ kind: "public" });
});

test("a session ends by itself after four idle hours, and after a working day however busy it was", async () => {
  const { secret } = await makeAccount(world.database, {
    email: "gil@example.org",
    name: "Gil",
    password,
    office: "secretariat",
  });
  const { headers, session } = await passwordStep("gil@example.org");
  const done = await showCode(world.database, request(headers), session, totpCode(secret, totpStep(new Date())));
  const cookie = "headers" in done ? done.headers : undefined;
  const start = Date.now();
  const hours = (count: number) => new Date(start + count * 3_600_000);
  expect(await resolveActor(world.database, request(cookie), hours(3))).toMatchObject({ kind: "member" });
  for (const hour of [6, 9, 12, 15])
    expect(await resolveActor(world.database, request(cookie), hours(hour))).toMatchObject({ kind: "member" });
  expect(await resolveActor(world.database, request(cookie), hours(16.5))).toEqual({ kind: "public" });
});

test("signing out ends the session on the server, not only in the browser", async () => {
  const { secret } = await makeAccount(world.database, {
    email: "hugo@example.org",
    name: "Hugo",
    password,
    office: "secretariat",
  });
  const { headers, session } = await passwordStep("hugo@example.org");
  const done = await showCode(world.database, request(headers), session, totpCode(secret, totpStep(new Date())));
  const cookie = "headers" in done ? done.headers : undefined;
  expect(await resolveActor(world.database, request(cookie))).toMatchObject({ kind: "member" });
  const answer = await signOut(world.database, request(cookie));
  expect(answer.getSetCookie().join()).toMatch(/Max-Age=0/);
  expect(await resolveActor(world.database, request(cookie))).toEqual({ kind: "public" });
});

test("a cookie with a changed signature opens nothing", async () => {
  const { secret } = await makeAccount(world.database, {
    email: "ines@example.org",
    name: "Inés",
    password,
    office: "secretariat",
  });
  const { headers, session } = await passwordStep("ines@example.org");
  const done = await showCode(world.database, request(headers), session, totpCode(secret, totpStep(new Date())));
  if (!("headers" in done)) throw new Error("not done");
  const [name, value = ""] = (done.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=") ?? [];
  const forged = new Request("http://localhost:3000/", { headers: { cookie: `${name}=${value.replace(/\..*/, ".AAAA")}` } });
  expect(await resolveActor(world.database, forged)).toEqual({ kind: "public" });
});
