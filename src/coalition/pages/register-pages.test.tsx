import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, dayOf } from "#basics";
import { read, write } from "#database";
import { ask } from "../../../test/route.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import { committees } from "../committee.store.ts";
import { addContact } from "../contact.store.ts";
import { currentMembers } from "../member.store.ts";
import { termOn } from "../term.store.ts";
import * as about from "./about.tsx";
import * as coalition from "./coalition.tsx";
import * as committeeClose from "./committee-close.tsx";
import * as committeeNew from "./committee-new.tsx";
import * as contactNew from "./contact-new.tsx";
import * as contactList from "./contacts.tsx";
import * as delegationNew from "./delegation-new.tsx";
import * as delegationList from "./delegations.tsx";
import * as home from "./home.tsx";
import * as memberEnd from "./member-end.tsx";
import * as memberNew from "./member-new.tsx";
import * as memberPage from "./member.tsx";
import * as observerNew from "./observer-new.tsx";
import * as termEnd from "./term-end.tsx";
import * as termNew from "./term-new.tsx";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const secretariat = member("secretariat");
const titular = (country: string) => member("delegate-titular", country);
const visitor: Actor = { kind: "public" };
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

const both = (name: string, es: string, en = es) => ({ [`${name}Es`]: es, [`${name}En`]: en });
const newMember = (code: string, joinedOn = today()) => ({
  code,
  ...both("name", "Colombia"),
  ...both("mechanism", "Comité de prueba", "Test committee"),
  joinedOn,
  ...both("source", "Acta", "Act"),
});

test("the public reads organs, terms, committees and observers in both languages, and no person", async () => {
  await write(world.database, secretariat, (tx) =>
    addContact(
      tx,
      { organ: "presidency" },
      { name: "Persona Reservada", email: "reservada@corett.example", crime: "both", language: "es", kind: "authority" },
      today(),
    ),
  );
  const es = await show(about, visitor, "/es/about");
  for (const text of [
    "Contar y recontar los votos",
    "Elección en la reunión IV-2023",
    "primera plenaria de 2024",
    "El Pozo de Vida",
    "un espacio de nueve Estados",
  ])
    expect(es.toLowerCase()).toContain(text.toLowerCase());
  expect(es).not.toContain("Reservada");
  const en = await show(about, visitor, "/en/about");
  expect(await show(home, visitor, "/es")).toContain("Nueve Estados cuentan juntos");
  for (const text of [
    "Count and recount the votes",
    "Elected at meeting IV-2023",
    "first plenary of 2024",
    "A space of nine states",
  ])
    expect(en).toContain(text);
});

test("a member's page tells its mechanism, its terms and what the sources leave open", async () => {
  const guatemala = await show(memberPage, visitor, "/es/members/GTM", { code: "GTM" });
  for (const text of ["Decreto n.º 9-2009", "26", "16 de septiembre de 2011", "Año 2023", "Vocalía"])
    expect(guatemala).toContain(text);
  const belize = await show(memberPage, visitor, "/en/members/BLZ", { code: "BLZ" });
  expect(belize).toContain("Not in the source");
  expect(await refused(load(memberPage, visitor, "/es/members/ZZZ", { code: "ZZZ" }))).toBe(404);
});

test("the secretariat adds a tenth member by the form, and every page counts ten", async () => {
  const path = "/es/workspace/coalition/members/new";
  expect(await show(memberNew, secretariat, path)).toContain("Código ISO de tres letras");
  expect(await post(memberNew, secretariat, path, { ...newMember("QQQ"), nameEn: "", basisEs: "Ley 1" })).toMatchObject({
    status: 400,
    problems: { code: ["code-wrong"], nameEn: ["needed"], basisEn: ["both-languages"] },
  });
  expect(await post(memberNew, secretariat, path, newMember("COL", "2999-01-01"))).toMatchObject({
    status: 400,
    problems: { joinedOn: ["day-in-future"] },
  });
  expect(await post(memberNew, secretariat, path, newMember("COL"))).toEqual({
    status: 303,
    to: "/es/workspace/coalition?done=member-added",
  });
  expect(await post(memberNew, secretariat, path, newMember("COL"))).toMatchObject({
    status: 400,
    problems: { code: ["already-member"] },
  });
  expect(await read(world.database, visitor, currentMembers)).toHaveLength(10);
  expect(await show(about, visitor, "/es/about")).toContain("Un espacio de diez Estados");
  expect(await show(coalition, secretariat, "/es/workspace/coalition?done=member-added")).toContain("Estados miembros: 10");
  expect(await refused(post(memberNew, titular("GTM"), path, newMember("PER")))).toBe(403);
});

test("the secretariat ends a membership once, on a day that has come", async () => {
  const [path, params] = ["/es/workspace/coalition/members/NIC/end", { code: "NIC" }];
  expect(await show(memberEnd, secretariat, path, params)).toContain("Terminar la membresía de Nicaragua");
  expect(await post(memberEnd, secretariat, path, { leftOn: "" }, params)).toMatchObject({
    status: 400,
    problems: { leftOn: ["not-a-day"] },
  });
  expect(await post(memberEnd, secretariat, path, { leftOn: "2011-01-01" }, params)).toMatchObject({
    problems: { leftOn: ["before-joining"] },
  });
  expect(await post(memberEnd, secretariat, path, { leftOn: today() }, params)).toMatchObject({ status: 303 });
  expect(await post(memberEnd, secretariat, path, { leftOn: today() }, params)).toMatchObject({
    status: 409,
    refusal: "already-left",
  });
  expect(await show(memberPage, visitor, "/es/members/NIC", params)).toContain("Dejó de ser miembro el");
});

test("the secretariat enters a term; a second one over it is refused with the way out", async () => {
  const path = "/es/workspace/coalition/terms/new";
  expect(await show(termNew, secretariat, path)).toContain("Los períodos de un mismo cargo nunca se superponen");
  const term = {
    office: "secretariat",
    country: "SLV",
    from: "2026-01-01",
    electedAt: "I-2026",
    ...both("source", "Acta", "Act"),
  };
  expect(await post(termNew, secretariat, path, { ...term, office: "king" })).toMatchObject({
    status: 400,
    problems: { office: ["needed"] },
  });
  expect(await post(termNew, secretariat, path, { ...term, country: "" })).toMatchObject({
    status: 400,
    problems: { country: ["one-holder"] },
  });
  expect(await post(termNew, secretariat, path, term)).toMatchObject({ status: 303 });
  expect(await post(termNew, secretariat, path, { ...term, country: "PAN" })).toMatchObject({
    status: 409,
    refusal: "overlaps",
  });
  const opened = await read(world.database, visitor, (tx) => termOn(tx, "secretariat", "2027-12-31"));
  expect(opened).toMatchObject({ country: "SLV", until: "2027-12-31" });
  const end = ["/es/workspace/coalition/terms/x/end", { id: opened?.id ?? "" }] as const;
  expect(await show(termEnd, secretariat, ...end)).toContain("El Salvador");
  expect(await post(termEnd, secretariat, end[0], { until: "2025-01-01" }, end[1])).toMatchObject({
    status: 400,
    problems: { until: ["ends-before-it-begins"] },
  });
  expect(await post(termEnd, secretariat, end[0], { until: "2027-06-30" }, end[1])).toMatchObject({ status: 303 });
  expect(await refused(load(termEnd, secretariat, end[0], { id: "nothing" }))).toBe(404);
});

test("the secretariat creates a committee and closes it with its result", async () => {
  const path = "/es/workspace/coalition/committees/new";
  expect(await show(committeeNew, secretariat, path)).toContain("Países que se ofrecieron");
  const draft = {
    ...both("name", "Comité de datos", "Data committee"),
    ...both("mandate", "Revisar", "Review"),
    members: "GTM",
    collaborators: "unodc",
  };
  expect(await post(committeeNew, secretariat, path, { ...draft, members: "" })).toMatchObject({
    status: 400,
    problems: { members: ["members-needed"] },
  });
  expect(await post(committeeNew, secretariat, path, { ...draft, coordinator: "HND" })).toMatchObject({
    problems: { coordinator: ["coordinator-not-a-member"] },
  });
  expect(await post(committeeNew, secretariat, path, draft)).toMatchObject({ status: 303 });
  const id = (await read(world.database, visitor, committees)).find(({ name }) => name.en === "Data committee")?.id ?? "";
  const close = ["/es/workspace/coalition/committees/x/close", { id }] as const;
  expect(await show(committeeClose, secretariat, ...close)).toContain("Cerrar: Comité de datos");
  expect(await post(committeeClose, secretariat, close[0], { state: "delivered", on: today() }, close[1])).toMatchObject({
    status: 400,
    problems: { deliverableEs: ["needed"] },
  });
  const delivered = { state: "delivered", on: today(), ...both("deliverable", "Informe", "Report") };
  expect(await post(committeeClose, secretariat, close[0], delivered, close[1])).toMatchObject({ status: 303 });
  expect(await post(committeeClose, secretariat, close[0], delivered, close[1])).toMatchObject({
    status: 409,
    refusal: "already-closed",
  });
});

test("the secretariat adds an observer once", async () => {
  const path = "/es/workspace/coalition/observers/new";
  expect(await show(observerNew, secretariat, path)).toContain("Observadora desde");
  const draft = { ...both("name", "Organización de prueba", "Test organisation"), ...both("source", "Acta", "Act") };
  expect(await post(observerNew, secretariat, path, draft)).toMatchObject({ status: 303 });
  expect(await post(observerNew, secretariat, path, draft)).toMatchObject({
    status: 400,
    problems: { nameEs: ["already-observer"] },
  });
});

test("every page speaks English too", async () => {
  const pages = [
    [coalition, "/en/workspace/coalition", {}],
    [contactList, "/en/workspace/coalition/contacts", {}],
    [contactNew, "/en/workspace/coalition/contacts/new", {}],
    [delegationList, "/en/workspace/coalition/delegations", {}],
    [delegationNew, "/en/workspace/coalition/delegations/GTM/new", { code: "GTM" }],
    [memberNew, "/en/workspace/coalition/members/new", {}],
    [termNew, "/en/workspace/coalition/terms/new", {}],
    [committeeNew, "/en/workspace/coalition/committees/new", {}],
    [memberPage, "/en/members/GTM", { code: "GTM" }],
  ] as const;
  for (const [page, path, params] of pages) expect(await show(page, secretariat, path, params)).toMatch(/<h1[^>]*>[A-Z]/);
});
