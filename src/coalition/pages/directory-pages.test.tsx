import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, dayOf } from "#basics";
import { read, write } from "#database";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import { addContact, contacts } from "../contact.store.ts";
import { delegates } from "../delegation.store.ts";
import * as contactChange from "./contact-change.tsx";
import * as contactNew from "./contact-new.tsx";
import * as contactList from "./contacts.tsx";
import * as delegationNew from "./delegation-new.tsx";
import * as delegationList from "./delegations.tsx";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const secretariat = member("secretariat");
const focal = (country: string) => member("focal-point", country);
const titular = (country: string) => member("delegate-titular", country);
const today = () => dayOf(new Date());
type Params = Readonly<Record<string, string>>;
type Handler = (args: never) => unknown;

const load = (page: { loader: Handler }, actor: Actor, path: string, params: Params = {}) =>
  ask(page.loader, { database: world.database, actor, path, params });
/** What a form's action answers: its status, where it leads, and the words of its problems or refusal. */
async function post(page: { action: Handler }, actor: Actor, path: string, form: Record<string, string>, params: Params = {}) {
  const answer = (await ask(page.action, { database: world.database, actor, path, params, form })) as
    | Response
    | { init: { status: number }; data: { problems?: Record<string, string[]>; refusal?: string; typed?: unknown } | null };
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("location") };
  return { status: answer.init.status, problems: answer.data?.problems, refusal: answer.data?.refusal };
}
const refused = (doing: Promise<unknown>) =>
  doing.then(
    () => "not refused",
    (answer: { init?: { status: number } }) => answer.init?.status,
  );

/** The page as the server prints it, from what its loader gave and, where it came back, what its action answered. */
async function show(page: { loader: Handler; default: unknown }, actor: Actor, path: string, params: Params = {}) {
  const loaderData = await load(page, actor, path, params);
  const Page = page.default as React.ComponentType<{ loaderData: unknown; actionData?: unknown }>; // each page has its own type of arguments
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: () => <Page loaderData={loaderData} /> }]);
  return renderToString(<Stub initialEntries={[path]} hydrationData={{ loaderData: { page: null } }} />).replaceAll(
    "<!-- -->",
    "",
  );
}

test("a focal point adds, confirms, changes and removes a contact; another country's is not theirs", async () => {
  const [list, add] = ["/es/workspace/coalition/contacts", "/es/workspace/coalition/contacts/new"];
  const typed = {
    name: "Ana Prueba",
    email: "ana@gob.example",
    telephone: "",
    kind: "technical",
    crime: "both",
    language: "es",
  };
  expect(await show(contactList, focal("GTM"), list)).toContain("Su país aún no ha registrado contactos");
  expect(await show(contactNew, focal("GTM"), add)).not.toContain("A quién pertenece");
  expect(await show(contactNew, secretariat, add)).toContain("A quién pertenece");
  expect(await post(contactNew, focal("GTM"), add, { ...typed, name: "", email: "", kind: "" })).toMatchObject({
    status: 400,
    problems: { name: ["contact-name-needed"], email: ["contact-reach-needed"], kind: ["kind-needed"] },
  });
  expect(await post(contactNew, secretariat, add, { ...typed, owner: "country GTM" })).toMatchObject({
    status: 400,
    problems: { owner: ["owner-needed"] },
  });
  expect(await post(contactNew, focal("GTM"), add, typed)).toMatchObject({ status: 303 });
  const id = (await read(world.database, secretariat, contacts)).find(({ name }) => name === "Ana Prueba")?.id ?? "";
  expect(await post(contactList, focal("GTM"), list, { confirm: id })).toMatchObject({
    status: 303,
    to: `${list}?done=confirmed`,
  });
  expect(await post(contactList, focal("HND"), list, { confirm: id })).toMatchObject({ status: 409, refusal: "not-yours" });
  expect(await post(contactList, member("presidency"), list, { confirm: id })).toMatchObject({
    status: 409,
    refusal: "not-yours",
  });
  expect(await show(contactChange, focal("GTM"), `${list}/${id}`, { id })).toContain("ana@gob.example");
  expect(await refused(load(contactChange, focal("HND"), `${list}/${id}`, { id }))).toBe(403);
  expect(await refused(load(contactChange, focal("GTM"), `${list}/nothing`, { id: "nothing" }))).toBe(404);
  expect(await post(contactChange, focal("HND"), `${list}/${id}`, { ...typed, act: "change" }, { id })).toMatchObject({
    status: 409,
    refusal: "not-yours",
  });
  expect(
    await post(contactChange, focal("GTM"), `${list}/${id}`, { ...typed, telephone: "+502 2000 0000", act: "change" }, { id }),
  ).toMatchObject({ status: 303 });
  expect(await post(contactChange, focal("GTM"), `${list}/${id}`, { act: "remove" }, { id })).toMatchObject({
    status: 409,
    refusal: "not-found",
  });
  const shown = await show(contactList, focal("HND"), `${list}?of=country+GTM`);
  expect([shown.includes("+502 2000 0000"), shown.includes("Sigue vigente")]).toEqual([true, false]);
  const next = (await read(world.database, secretariat, contacts)).find(({ name }) => name === "Ana Prueba")?.id ?? "";
  expect(await post(contactChange, focal("GTM"), `${list}/${next}`, { act: "remove" }, { id: next })).toMatchObject({
    status: 303,
    to: `${list}?done=removed`,
  });
});

test("an observer sees the organs' contacts and no country's; the administrator no directory", async () => {
  await write(world.database, focal("PAN"), (tx) =>
    addContact(
      tx,
      { country: "PAN" },
      { name: "Persona de Panamá", telephone: "+507 200 0000", crime: "both", language: "es", kind: "urgent" },
      today(),
    ),
  );
  const reserved = {
    name: "Persona Reservada",
    email: "reservada@corett.example",
    crime: "both",
    language: "es",
    kind: "authority",
  } as const;
  await write(world.database, secretariat, (tx) => addContact(tx, { organ: "presidency" }, reserved, today()));
  const list = "/es/workspace/coalition/contacts";
  const seen = await show(contactList, member("observer"), list);
  expect([seen.includes("Persona Reservada"), seen.includes("Persona de Panamá")]).toEqual([true, false]);
  expect(await refused(load(contactList, member("administrator"), list))).toBe(403);
  expect(await refused(load(delegationList, member("observer"), "/es/workspace/coalition/delegations"))).toBe(403);
});

test("a titular designates for its own country and ends it; an alternate and another country may not", async () => {
  const list = "/es/workspace/coalition/delegations";
  const path = `${list}/GTM/new`;
  const typed = { rank: "alternate", crime: "smuggling", account: "", name: "Luis Prueba", from: today(), note: "Nota 1" };
  expect(await show(delegationNew, titular("GTM"), path, { code: "GTM" })).toContain("Nota de designación");
  expect(await post(delegationNew, titular("GTM"), path, { ...typed, rank: "", name: "" }, { code: "GTM" })).toMatchObject({
    status: 400,
    problems: { rank: ["rank-needed"] },
  });
  expect(await post(delegationNew, titular("GTM"), path, { ...typed, name: "" }, { code: "GTM" })).toMatchObject({
    status: 400,
    problems: { name: ["name-needed"] },
  });
  expect(
    await post(delegationNew, titular("GTM"), path, { ...typed, account: titular("HND").account }, { code: "GTM" }),
  ).toMatchObject({ problems: { account: ["not-in-delegation"] } });
  expect(await post(delegationNew, titular("GTM"), path, typed, { code: "GTM" })).toMatchObject({ status: 303 });
  for (const actor of [titular("HND"), member("delegate-alternate", "GTM"), focal("GTM")])
    expect(await refused(post(delegationNew, actor, path, typed, { code: "GTM" }))).toBe(403);
  expect(await show(delegationList, focal("HND"), list)).toContain("Luis Prueba");
  const id = (await read(world.database, secretariat, delegates)).find(({ name }) => name === "Luis Prueba")?.id ?? "";
  expect(await post(delegationList, titular("HND"), list, { end: id })).toMatchObject({
    status: 409,
    refusal: "unknown-delegate",
  });
  expect(await post(delegationList, titular("GTM"), list, { end: id })).toMatchObject({ status: 303 });
  expect(await show(delegationList, titular("GTM"), list)).toContain("Designaciones anteriores");
});
