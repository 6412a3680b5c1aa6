import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Office } from "#basics";
import { read, sql, write } from "#database";
import { outbox } from "#mail";
import { type World, asOwner, openWorld } from "../../test/world.ts";
import { makeAccount } from "./account-make.ts";
import { demoAccounts, demoSignIn, seedDemoAccounts } from "./demo.ts";
import { openDoor } from "./door.ts";
import type { InvitationDraft } from "./invitation.ts";
import {
  firstRunLink,
  invitationOf,
  invite,
  inviteAgain,
  join,
  waitingInvitations,
  withdrawInvitation,
} from "./invitation.store.ts";
import { closeSessions, endOffice, people, resetSecondFactor } from "./people.store.ts";
import { ask } from "./query.ts";
import { changePassword } from "./password-reset.ts";
import { currentSession, resolveActor } from "./resolve-actor.ts";
import { secondFactorsOf } from "./second-factor.store.ts";
import { currentOffices, endSessions, sessionsOf, switchOffice } from "./session.store.ts";
import { removeFactor, renewRecoveryCodes, showCode } from "./second-step.ts";
import { beginSession, confirmPassword, signInWithPassword } from "./sign-in.ts";

type Member = Extract<Actor, { kind: "member" }>;

let world: World;
let secretariat: Member;
let administrator: Member;
let titular: Member;
let foreigner: Member;
let observer: Member;

const password = "tres garzas y una ceiba";
const origin = "http://localhost:3000";

async function person(email: string, office: Office, country?: string): Promise<Member> {
  const { account } = await makeAccount(world.database, {
    email,
    name: `Persona ${email.split("@")[0]}`,
    password,
    office,
    ...(country ? { country } : {}),
  });
  return { kind: "member", account, name: email, office, ...(country ? { country } : {}) };
}

beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin });
  secretariat = await person("secretaria@example.org", "secretariat");
  administrator = await person("administracion@example.org", "administrator");
  titular = await person("titular@example.org", "delegate-titular", "GTM");
  foreigner = await person("focal@example.org", "focal-point", "HND");
  observer = await person("observa@example.org", "observer");
});
afterAll(() => world.close());

const draft = (email: string, more: Partial<InvitationDraft> = {}): InvitationDraft => ({
  email,
  name: "Persona invitada",
  office: "focal-point",
  country: "GTM",
  organisation: null,
  language: "es",
  ...more,
});
const asWho =
  (actor: Member) =>
  <T>(work: Parameters<typeof write<T>>[2]) =>
    write(world.database, actor, work);
const browser = (headers: Headers) =>
  new Request(`${origin}/es/workspace`, {
    headers: {
      "user-agent": "Firefox/140.0",
      cookie: headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; "),
    },
  });

async function linkFor(email: string): Promise<string> {
  const letters = await read(world.database, secretariat, (tx) => outbox(tx));
  const body = letters.find(({ recipient }) => recipient === email)?.body ?? "";
  return body.match(/\/join\/([\w-]+)/)?.[1] ?? "no link";
}

test("an invited person gets one letter, creates the account once, and holds the office of the invitation", async () => {
  expect(await asWho(secretariat)((tx) => invite(tx, secretariat, draft("nueva@example.org"), origin))).toBe("invited");
  const token = await linkFor("nueva@example.org");
  expect(await invitationOf(world.database, token)).toMatchObject({
    email: "nueva@example.org",
    office: "focal-point",
    country: "GTM",
  });

  const joined = await join(world.database, token, { email: "otra@example.org", name: "Otra", password });
  if (typeof joined === "string") throw new Error(joined);
  const offices = await read(world.database, secretariat, (tx) => currentOffices(tx, joined.account));
  expect(offices).toMatchObject([{ office: "focal-point", country: "GTM" }]);
  const [account] = await read(world.database, secretariat, (tx) =>
    ask<{ email: string }>(tx, sql`select email from identity.account where id = ${joined.account}`),
  );
  expect(account?.email, "the invitation decides the address, not the form").toBe("nueva@example.org");
  expect(await join(world.database, token, { email: "", name: "", password })).toBe("gone");

  const lines = await asOwner(world.ownerUrl, (client) =>
    client.query("select relation, action, after from audit.entry where task = 'invitation' order by id"),
  );
  expect(lines.rows.map((line) => `${line.action} ${line.relation}`)).toEqual(
    expect.arrayContaining([
      "update identity.invitation",
      "insert identity.account",
      "insert identity.credential",
      "insert identity.office",
    ]),
  );
  expect(JSON.stringify(lines.rows)).not.toMatch(/token_digest|"password"/);
});

test("two people opening one link at once make one account", async () => {
  await asWho(secretariat)((tx) => invite(tx, secretariat, draft("doble@example.org"), origin));
  const token = await linkFor("doble@example.org");
  const both = await Promise.all([1, 2].map(() => join(world.database, token, { email: "", name: "", password })));
  expect(both.filter((each) => each === "gone")).toHaveLength(1);
});

test("a link that was sent anew ends the one before; a withdrawn or late one opens nothing", async () => {
  await asWho(administrator)((tx) => invite(tx, administrator, draft("tarde@example.org"), origin));
  const first = await linkFor("tarde@example.org");
  const waiting = (await read(world.database, administrator, waitingInvitations)).find(
    ({ email }) => email === "tarde@example.org",
  );
  expect(await asWho(administrator)((tx) => inviteAgain(tx, administrator, waiting?.id ?? "", origin))).toBe("invited");
  const second = await linkFor("tarde@example.org");
  expect(await join(world.database, first, { email: "", name: "", password })).toBe("gone");
  expect(await join(world.database, second, { email: "", name: "", password }, new Date(Date.now() + 8 * 24 * 3_600_000))).toBe(
    "gone",
  );
  const again = (await read(world.database, administrator, waitingInvitations)).find(
    ({ email }) => email === "tarde@example.org",
  );
  expect(await asWho(administrator)((tx) => withdrawInvitation(tx, again?.id ?? ""))).toBe("withdrawn");
  expect(await join(world.database, second, { email: "", name: "", password })).toBe("gone");
});

test("a person who already has an account receives the office at once; the same office twice is refused", async () => {
  const more = draft("focal@example.org", { office: "communicator", country: "HND" });
  expect(await asWho(secretariat)((tx) => invite(tx, secretariat, more, origin))).toBe("office-given");
  expect(await asWho(secretariat)((tx) => invite(tx, secretariat, more, origin))).toBe("already-holds");
  expect(
    await asWho(secretariat)((tx) =>
      invite(tx, secretariat, draft("secretaria@example.org", { office: "presidency", country: null }), origin),
    ),
  ).toBe("not-yourself");
});

test("a weak password is refused and the link stays good", async () => {
  await asWho(secretariat)((tx) => invite(tx, secretariat, draft("floja@example.org"), origin));
  const token = await linkFor("floja@example.org");
  expect(await join(world.database, token, { email: "", name: "", password: "corta" })).toBe("password-short");
  expect(await join(world.database, token, { email: "", name: "", password: "contraseña2024" })).toBe("password-common");
  expect(await join(world.database, token, { email: "", name: "", password })).toHaveProperty("account");
});

test("nobody but the secretariat and the administrator invites, in SQL too", async () => {
  for (const actor of [titular, foreigner, observer]) {
    await expect(asWho(actor)((tx) => invite(tx, actor, draft("colada@example.org"), origin))).rejects.toThrow(
      "permission denied",
    );
  }
  await expect(
    write(world.database, { kind: "public" }, (tx) =>
      sql`insert into identity.office (account, office) values (${titular.account}, 'secretariat')`.execute(tx),
    ),
  ).rejects.toThrow("permission denied");
  await expect(
    asWho(secretariat)((tx) =>
      sql`insert into identity.office (account, office, given_by) values (${secretariat.account}, 'presidency', ${secretariat.account})`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow("row-level security");
});

test("a state's office needs its country and the coalition's has none, also for whoever writes SQL", async () => {
  const give = (office: string, country: string | null) =>
    asWho(secretariat)((tx) =>
      sql`insert into identity.office (account, office, country, given_by) values (${observer.account}, ${office}, ${country}, ${secretariat.account})`.execute(
        tx,
      ),
    );
  await expect(give("focal-point", null)).rejects.toThrow("country_of_state_office");
  await expect(give("presidency", "GTM")).rejects.toThrow("country_of_state_office");
});

test("a delegate sees the people of the own country and the coalition's organs, and no mail address", async () => {
  const names = await read(world.database, titular, (tx) =>
    ask<{ name: string }>(tx, sql`select name from identity.account order by name`),
  );
  expect(names.map(({ name }) => name)).toContain("Persona titular");
  expect(names.map(({ name }) => name)).toContain("Persona secretaria");
  expect(names.map(({ name }) => name)).not.toContain("Persona focal");
  expect(names.map(({ name }) => name)).not.toContain("Persona administracion");
  await expect(read(world.database, titular, (tx) => ask(tx, sql`select email from identity.account`))).rejects.toThrow(
    "permission denied",
  );
});

test("no member's role reads a password digest, a token or a secret", async () => {
  for (const actor of [secretariat, administrator, titular, observer]) {
    for (const query of [
      sql`select password from identity.credential`,
      sql`select token from identity.session`,
      sql`select secret from identity.authenticator`,
      sql`select digest from identity.recovery_code`,
      sql`select token_digest from identity.invitation`,
      sql`select value from identity.verification`,
    ]) {
      await expect(read(world.database, actor, (tx) => ask(tx, query))).rejects.toThrow("permission denied");
    }
  }
});

test("ending an office ends the work in it at once; one's own stays; twice is told", async () => {
  const leaving = await person("sale@example.org", "communicator", "GTM");
  const cookie = await beginSession(world.database, new Request(origin), leaving.account, new Date());
  expect(await resolveActor(world.database, browser(cookie))).toMatchObject({ office: "communicator", country: "GTM" });
  const [held] = await read(world.database, secretariat, (tx) => currentOffices(tx, leaving.account));
  const end = (by: Member, office = held?.id ?? "") => asWho(by)((tx) => endOffice(tx, by, office));
  expect(await end(secretariat)).toBe("office-ended");
  expect(await resolveActor(world.database, browser(cookie))).toEqual({ kind: "public" });
  expect(await end(secretariat)).toBe("already-ended");
  const [own] = await read(world.database, secretariat, (tx) => currentOffices(tx, secretariat.account));
  expect(await end(secretariat, own?.id)).toBe("not-yourself");
  await expect(asWho(titular)((tx) => sql`update identity.office set until = now()`.execute(tx))).rejects.toThrow(
    "permission denied",
  );
  const line = await asOwner(world.ownerUrl, (client) =>
    client.query("select account, before, after from audit.entry where relation = 'identity.office' and action = 'update'"),
  );
  expect(line.rows.at(-1)).toMatchObject({
    account: secretariat.account,
    before: { until: null },
    after: { office: "communicator" },
  });
});

test("whoever lost the telephone gets the second step taken away, is told, and is signed out", async () => {
  const lost = await person("perdio@example.org", "focal-point", "GTM");
  const cookie = await beginSession(world.database, new Request(origin), lost.account, new Date());
  expect(await asWho(administrator)((tx) => resetSecondFactor(tx, administrator, lost.account))).toBe("second-reset");
  expect(await currentSession(world.database, browser(cookie))).toBeUndefined();
  expect(await read(world.database, administrator, (tx) => secondFactorsOf(tx, lost.account))).toMatchObject({
    authenticatorAt: undefined,
    recoveryCodesLeft: 0,
  });
  expect((await read(world.database, administrator, (tx) => outbox(tx)))[0]).toMatchObject({ recipient: "perdio@example.org" });
  expect(await asWho(administrator)((tx) => resetSecondFactor(tx, administrator, administrator.account))).toBe("not-yourself");
  await asWho(titular)((tx) => sql`delete from identity.authenticator where account = ${foreigner.account}`.execute(tx));
  expect(
    await read(world.database, administrator, (tx) => secondFactorsOf(tx, foreigner.account)),
    "a delegate deletes nothing of others",
  ).toMatchObject({ authenticatorAt: expect.any(Date) });
});

test("a member ends the own sessions one by one or all, and nobody else's", async () => {
  const here = await beginSession(world.database, new Request(origin), titular.account, new Date());
  await beginSession(world.database, new Request(origin), titular.account, new Date());
  const other = await beginSession(world.database, new Request(origin), foreigner.account, new Date());
  const own = await currentSession(world.database, browser(here));
  expect(await read(world.database, titular, (tx) => sessionsOf(tx, titular.account))).toHaveLength(2);
  expect(await asWho(titular)((tx) => endSessions(tx, titular.account, { allBut: own?.id }))).toBe(1);
  expect(await asWho(titular)((tx) => endSessions(tx, foreigner.account, { allBut: undefined }))).toBe(0);
  expect(await resolveActor(world.database, browser(other))).toMatchObject({ kind: "member" });
  expect(await asWho(secretariat)((tx) => closeSessions(tx, foreigner.account))).toBe("sessions-ended");
  expect(await resolveActor(world.database, browser(other))).toEqual({ kind: "public" });
});

test("the last second step stays; of two, one can be taken away", async () => {
  const one = await person("unico@example.org", "focal-point", "GTM");
  expect(await removeFactor(world.database, one.account, "authenticator")).toBe("last-one");
  await asOwner(world.ownerUrl, (client) =>
    client.query(
      "insert into identity.passkey (account, public_key, credential_id, counter, device_type, backed_up) values ($1, 'k', 'c', 0, 'singleDevice', false)",
      [one.account],
    ),
  );
  expect(await removeFactor(world.database, one.account, "authenticator")).toBe("removed");
  const [passkey] = (await read(world.database, secretariat, (tx) => secondFactorsOf(tx, one.account))).passkeys;
  expect(await removeFactor(world.database, one.account, { passkey: passkey?.id ?? "" })).toBe("last-one");
});

test("new recovery codes end the old ones, and each works once", async () => {
  const one = await person("codigos@example.org", "focal-point", "GTM");
  const [old = ""] = await renewRecoveryCodes(world.database, one.account);
  const [code = ""] = await renewRecoveryCodes(world.database, one.account);
  const step = async (typed: string) => {
    const opened = await signInWithPassword(world.database, new Request(origin), { email: "codigos@example.org", password });
    if (!("headers" in opened)) throw new Error("refused");
    const session = await currentSession(world.database, browser(opened.headers));
    if (!session) throw new Error("no session");
    return (await showCode(world.database, browser(opened.headers), session, typed)).kind;
  };
  expect(await step(old)).toBe("refused");
  expect(await step(code)).toBe("done");
  expect(await step(code)).toBe("refused");
});

test("a changed password opens, the former one does not, and the other sessions have ended", async () => {
  const one = await person("cambia@example.org", "focal-point", "GTM");
  const elsewhere = await beginSession(world.database, new Request(origin), one.account, new Date());
  const here = await beginSession(world.database, new Request(origin), one.account, new Date());
  const session = await currentSession(world.database, browser(here));
  if (!session) throw new Error("no session");
  expect(await confirmPassword(world.database, browser(here), session, "no es esta clave")).toEqual({ kind: "refused" });
  expect(await confirmPassword(world.database, browser(here), session, password)).toBe("right");
  expect(await changePassword(world.database, session, "cambia@example.org")).toBe("password-personal");
  expect(await changePassword(world.database, session, "la otra orilla del lago")).toBe("changed");
  expect(await resolveActor(world.database, browser(elsewhere))).toEqual({ kind: "public" });
  expect(await resolveActor(world.database, browser(here))).toMatchObject({ kind: "member" });
  const tryWith = (typed: string) =>
    signInWithPassword(world.database, new Request(origin), { email: "cambia@example.org", password: typed });
  expect(await tryWith(password)).toEqual({ kind: "refused" });
  expect(await tryWith("la otra orilla del lago")).toMatchObject({ next: "second-step" });
  const lines = await asOwner(world.ownerUrl, (client) =>
    client.query(
      "select account from audit.entry where relation = 'identity.credential' and action = 'update' and task = 'password change'",
    ),
  );
  expect(lines.rows).toEqual([{ account: one.account }]);
});

test("an account with two offices acts in one of them, and only in one that it holds", async () => {
  const cookie = await beginSession(world.database, new Request(origin), foreigner.account, new Date());
  const session = await currentSession(world.database, browser(cookie));
  expect(await resolveActor(world.database, browser(cookie))).toMatchObject({ office: "focal-point" });
  const held = await read(world.database, foreigner, (tx) => currentOffices(tx, foreigner.account));
  const second = held.find(({ office }) => office === "communicator");
  await asWho(foreigner)((tx) => switchOffice(tx, session?.id ?? "", second?.id ?? ""));
  expect(await resolveActor(world.database, browser(cookie))).toMatchObject({ office: "communicator", country: "HND" });
  const [foreign] = await read(world.database, secretariat, (tx) => currentOffices(tx, secretariat.account));
  await expect(asWho(foreigner)((tx) => switchOffice(tx, session?.id ?? "", foreign?.id ?? ""))).rejects.toThrow(
    "row-level security",
  );
});

test("the first link makes the first secretariat account, and there is none once one exists", async () => {
  const fresh = await openWorld();
  try {
    openDoor(fresh.database, { secret: fresh.secret, origin });
    const old = await firstRunLink(fresh.database);
    const link = await firstRunLink(fresh.database);
    const token = (address: string | undefined) => address?.split("/").at(-1) ?? "";
    expect(link).toMatch(/^http:\/\/localhost:3000\/es\/join\//);
    expect(await join(fresh.database, token(old), { email: "una@example.org", name: "Una", password })).toBe("gone");
    expect(await join(fresh.database, token(link), { email: "una@example.org", name: "Una", password })).toHaveProperty(
      "account",
    );
    expect(await firstRunLink(fresh.database)).toBeUndefined();
  } finally {
    await fresh.close();
  }
});

test("the accounts of the demonstration open with one click, only in the demonstration, and are put in once", async () => {
  await seedDemoAccounts(world.database);
  await seedDemoAccounts(world.database);
  const listed = await read(world.database, secretariat, people);
  expect(listed.filter(({ isDemo }) => isDemo)).toHaveLength(demoAccounts.length);
  expect(demoAccounts).toHaveLength(5 + 9 * 3);
  const guatemala = demoAccounts.find(({ office, country }) => office === "delegate-titular" && country === "GTM");
  expect(guatemala?.name).toBe("Titular de Guatemala (demostración)");
  const request = new Request(origin);
  expect(await demoSignIn(world.database, request, guatemala?.id ?? "", false)).toBe("refused");
  expect(await demoSignIn(world.database, request, titular.account, true), "a real account never opens like this").toBe(
    "refused",
  );
  const headers = await demoSignIn(world.database, request, guatemala?.id ?? "", true);
  if (headers === "refused") throw new Error("refused");
  expect(await resolveActor(world.database, browser(headers))).toMatchObject({
    office: "delegate-titular",
    country: "GTM",
    account: guatemala?.id,
  });
});
