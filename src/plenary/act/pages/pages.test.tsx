import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#basics";
import { read, write } from "#database";
import { makeAccount, openDoor, totpCode, totpStep } from "#identity";
import { consensusOn, eventfulMeeting, reservation } from "../../../../test/plenary-act.ts";
import { type ArrangedMeeting, arrangeMeeting } from "../../../../test/plenary-meeting.ts";
import { ask } from "../../../../test/route.ts";
import { type World, asOwner, openWorld } from "../../../../test/world.ts";
import { freezeAct } from "../freeze.store.ts";
import { sectionsOf } from "../section.store.ts";
import { waiting } from "../waiting.ts";
import ActPage, * as act from "./act.tsx";
import ActAdd, * as add from "./act-add.tsx";
import ActApprove, * as approve from "./act-approve.tsx";
import ActCertificates, * as certificates from "./act-certificates.tsx";
import ActCirculate, * as circulate from "./act-circulate.tsx";
import * as draft from "./act-draft-file.ts";
import ActObserve, * as observe from "./act-observe.tsx";
import ActSection, * as part from "./act-section.tsx";
import ActSign, * as sign from "./act-sign.tsx";
import ActVersions, * as versions from "./act-versions.tsx";

let world: World;
let meeting: ArrangedMeeting;
beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin: "http://corett.test" });
  meeting = await eventfulMeeting(world);
}, 60_000);
afterAll(() => world.close());

const asks = <T,>(handler: (args: never) => T, actor: Actor, { path = "act", params = {}, form, isDemo = false, language = "es" }: { isDemo?: boolean; path?: string; params?: Record<string, string>; form?: Record<string, string>; language?: "es" | "en" } = {}) =>
  ask(handler, { database: world.database, actor, path: `/${language}/workspace/meetings/${meeting.id}/${path}`, params: { meeting: meeting.id, ...params }, isDemo, ...(form ? { form } : {}) });

/** What a page shows in a language with this from its loader. */
function drawn(Page: unknown, loaderData: unknown, language: "es" | "en" = "es", actionData?: unknown): string {
  const Component = Page as React.ComponentType; // the stub hands each page the data of its own loader
  const Stub = createRoutesStub([{ id: "page", path: "*", Component, loader: () => loaderData }]);
  return renderToStaticMarkup(
    <Stub
      initialEntries={[`/${language}/workspace/meetings/${meeting.id}/act`]}
      hydrationData={{ loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) }}
    />,
  );
}
/** What an action that was refused answers: its status and its data. */
const answerOf = (answer: unknown) => answer as { init?: { status?: number }; data?: Record<string, unknown> }; // React Router's data()
const placeOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get("location") : undefined);

describe("the pages of an act, in the order of its life", () => {
  test("before it begins those who lead see what it would say, and others that it is prepared", async () => {
    const page = drawn(ActPage, await asks(act.loader, meeting.secretariat));
    expect(page).toContain("Comenzar el acta");
    expect(page).toContain(reservation);
    expect(drawn(ActPage, await asks(act.loader, meeting.titular("GTM")))).toContain("La Secretaría Técnica prepara el acta");
    expect((await waiting(world.database, meeting.secretariat)).map(({ href }) => href)).toContain(`/workspace/meetings/${meeting.id}/act`);
    await expect(asks(act.action, meeting.titular("GTM"), { form: { intent: "begin" } })).rejects.toMatchObject({ init: { status: 403 } });
    expect(placeOf(await asks(act.action, meeting.secretariat, { form: { intent: "begin" } }))).toBe(`/es/workspace/meetings/${meeting.id}/act?act=begun`);
    for (const actor of [meeting.titular("GTM"), meeting.observer]) expect(drawn(ActPage, await asks(act.loader, actor))).not.toContain(reservation);
    await expect(asks(draft.loader, meeting.titular("GTM"), { path: "act.pdf" })).rejects.toMatchObject({ init: { status: 404 } });
  });

  test("a free part is added, written in both languages side by side, and moved", async () => {
    const { id } = await asks(add.loader, meeting.secretariat, { path: "act/add" });
    expect(drawn(ActAdd, { id, root: "/x" })).toContain("Título en inglés");
    const missing = answerOf(await asks(add.action, meeting.secretariat, { form: { id, es: "Anexo", en: "" } }));
    expect([missing.init?.status, missing.data?.["problems"]]).toEqual([400, { en: ["titleMissing"] }]);
    expect(placeOf(await asks(add.action, meeting.secretariat, { form: { id, es: "Anexo", en: "Annex", position: "2" } }))).toContain(`/act/${id}`);
    const page = drawn(ActSection, await asks(part.loader, meeting.secretariat, { params: { section: id } }));
    expect(page).toContain("Texto en español");
    expect(page).toContain("Deje una línea en blanco");
    const done = await asks(part.action, meeting.secretariat, { params: { section: id }, form: { "title-es": "Anexo A", "title-en": "Annex A", "body-es": "Hola.", "base-es": "0", "body-en": "", "base-en": "0" } });
    expect(placeOf(done)).toBe(`/es/workspace/meetings/${meeting.id}/act?act=saved#part-${id}`);
    expect(drawn(ActPage, await asks(act.loader, meeting.secretariat))).toContain("Anexo A");
    expect(drawn(ActPage, await asks(act.loader, meeting.secretariat, { language: "en" }), "en")).toContain("The English translation is missing.");
    expect(placeOf(await asks(act.action, meeting.secretariat, { form: { intent: "remove", section: id } }))).toContain("removed");
  });

  test("the second of two editors is told, finds both texts joined, and settles them", async () => {
    const sections = await read(world.database, meeting.secretariat, (tx) => sectionsOf(tx, meeting.id));
    const section = sections.find(({ item }) => item === meeting.items.motion)?.id ?? "";
    const saves = (actor: Actor, body: string, more: Record<string, string> = {}) => asks(part.action, actor, { params: { section }, form: { "body-es": body, "base-es": "1", ...more } });
    expect(placeOf(await saves(meeting.secretariat, "Costa Rica presentó el texto final."))).toContain("act=saved");
    const answer = answerOf(await saves(meeting.presidency, "Costa Rica leyó el texto."));
    expect(answer.init?.status).toBe(409);
    const loaded = await asks(part.loader, meeting.presidency, { params: { section } });
    const page = drawn(ActSection, loaded, "es", answer.data);
    expect(page).toContain("Otra persona guardó un texto mientras usted escribía");
    expect(page).toContain("Costa Rica presentó el texto final.");
    expect(page).toContain("Costa Rica leyó el texto.");
    expect(drawn(ActPage, await asks(act.loader, meeting.secretariat))).toContain("Hay un texto apartado por unir.");
    const waitingNow = loaded.texts[0]?.waiting;
    const base = { "base-es": String(waitingNow?.upon), "joins-es": String(waitingNow?.aside) };
    const left = answerOf(await saves(meeting.presidency, waitingNow?.body ?? "", base));
    expect([left.init?.status, left.data?.["problems"]]).toEqual([400, { "body-es": ["marksLeft"] }]);
    expect(placeOf(await saves(meeting.presidency, "Costa Rica presentó y leyó el texto final.", base))).toContain("act=joined");
    const history = drawn(ActVersions, await asks(versions.loader, meeting.secretariat, { params: { section } }));
    expect(history).toContain("Apartado");
    expect(history).toContain("Unión");
    expect(history).toContain("<ins");
    await expect(asks(part.loader, meeting.titular("GTM"), { params: { section } })).rejects.toMatchObject({ init: { status: 404 } });
  });

  test("it circulates after the checklist, with a day; delegations find it on their desk", async () => {
    const loaded = await asks(circulate.loader, meeting.secretariat);
    const page = drawn(ActCirculate, loaded);
    expect(page).toContain("Advertencias: se corrigen o se aceptan");
    const form = { until: loaded.last };
    expect(answerOf(await asks(circulate.action, meeting.secretariat, { form: { until: "mañana" } })).init?.status).toBe(400);
    expect(answerOf(await asks(circulate.action, meeting.secretariat, { form })).init?.status).toBe(409);
    await write(world.database, meeting.secretariat, async (tx) => {
      const { saveText } = await import("../text.store.ts");
      for (const each of await sectionsOf(tx, meeting.id))
        for (const language of ["es", "en"] as const)
          if (each.body[language] === "") await saveText(tx, meeting.secretariat, meeting.id, { section: each.id, language, body: `${each.title[language]}.`, basedOn: 0 });
    });
    expect(drawn(ActCirculate, await asks(circulate.loader, meeting.secretariat))).toContain("no encontró errores ni advertencias");
    expect(placeOf(await asks(circulate.action, meeting.secretariat, { form }))).toContain("act=circulated");
    const items = await waiting(world.database, meeting.titular("GTM"));
    expect(items).toEqual([{ href: `/workspace/meetings/${meeting.id}/act`, label: { es: `Leer y observar el acta ${meeting.id}`, en: `Read and observe on act ${meeting.id}` }, due: loaded.last }]);
    expect(await waiting(world.database, meeting.focalPoint("GTM"))).toEqual([]);
    const file = await asks(draft.loader, meeting.titular("GTM"), { path: "act.pdf" });
    expect([file.headers.get("content-type"), file.headers.get("content-disposition")]).toEqual(["application/pdf", `attachment; filename="BORRADOR-ACTA-CORETT-${meeting.id}-es.pdf"`]);
    await expect(asks(draft.loader, meeting.observer, { path: "act.pdf" })).rejects.toMatchObject({ init: { status: 404 } });
  }, 30_000);

  test("a delegation observes, the secretariat answers with its reason", async () => {
    const loaded = await asks(observe.loader, meeting.titular("GTM"));
    expect(drawn(ActObserve, loaded)).toContain("Toda el acta");
    const form = { id: loaded.id, part: loaded.parts[0]?.value ?? "", text: "Falta el saludo.", proposed: "Se saludó." };
    expect(answerOf(await asks(observe.action, meeting.titular("GTM"), { form: { ...form, text: "" } })).init?.status).toBe(400);
    expect(placeOf(await asks(observe.action, meeting.titular("GTM"), { form }))).toContain("observed");
    const page = drawn(ActPage, await asks(act.loader, meeting.secretariat));
    expect(page).toContain("Falta el saludo.");
    expect(page).toContain("No acoger");
    expect((await waiting(world.database, meeting.secretariat)).map(({ label }) => label.es)).toContain(`Responder observaciones al acta ${meeting.id}: 1`);
    const answers = (reason: string) => asks(act.action, meeting.secretariat, { form: { intent: "answer", observation: loaded.id, state: "taken-up", [`reason-${loaded.id}`]: reason } });
    expect(answerOf(await answers("")).data?.["problems"]).toEqual({ [`reason-${loaded.id}`]: ["reasonMissing"] });
    expect(placeOf(await answers("Se añade."))).toContain("answered");
    expect(drawn(ActPage, await asks(act.loader, meeting.titular("MEX")))).toContain("Se añade.");
    await expect(asks(observe.loader, meeting.observer)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test("its approval is recorded from a later meeting's motion; then both sign with its number and the code of their second step", async () => {
    expect(drawn(ActApprove, await asks(approve.loader, meeting.secretariat))).toContain("Ninguna reunión posterior");
    const later = await arrangeMeeting(world, { year: 2024, ordinal: 6 });
    const { motion } = await consensusOn(world, later, "previous-act");
    expect(drawn(ActApprove, await asks(approve.loader, meeting.secretariat))).toContain("Reunión VI-2024, moción 1");
    expect(answerOf(await asks(approve.action, meeting.secretariat, { form: { motion } })).data?.["problems"]).toEqual({ confirm: ["confirmMissing"] });
    expect(placeOf(await asks(approve.action, meeting.secretariat, { form: { motion, confirm: "yes" } }))).toContain("act=approved");
    await expect(asks(draft.loader, meeting.secretariat, { path: "act.pdf" })).rejects.toMatchObject({ init: { status: 404 } });
    const loaded = await asks(sign.loader, meeting.secretariat);
    expect(drawn(ActSign, loaded)).toContain(loaded.digest);
    const signs = (actor: Actor, number: string, { code = "", isDemo = false } = {}) => asks(sign.action, actor, { form: { digest: loaded.digest, number, code }, isDemo });
    expect(answerOf(await signs(meeting.secretariat, "")).init?.status).toBe(400);
    expect(answerOf(await signs(meeting.secretariat, "V-2024")).init?.status).toBe(400);
    // A fictional account signs without a code, and only where the server is a demonstration.
    await asOwner(world.ownerUrl, (client) => client.query("update identity.account set is_demo = true where id = $1", [meeting.secretariat.account]));
    expect(answerOf(await signs(meeting.secretariat, "acta-corett-v-2024")).data?.["problems"]).toEqual({ code: ["Escriba el código."] });
    expect(drawn(ActSign, await asks(sign.loader, meeting.secretariat))).toContain("one-time-code");
    expect(drawn(ActSign, await asks(sign.loader, meeting.secretariat, { isDemo: true }))).not.toContain("one-time-code");
    expect(placeOf(await signs(meeting.secretariat, "acta-corett-v-2024", { isDemo: true }))).toContain("act=signed");
    expect(answerOf(await signs(meeting.secretariat, loaded.number, { isDemo: true })).init?.status).toBe(409);
    expect((await waiting(world.database, meeting.presidency)).map(({ href }) => href)).toContain(`/workspace/meetings/${meeting.id}/act/sign`);
    const { account, secret } = await makeAccount(world.database, { email: "presidencia@corett.test", name: "Persona que preside", password: "un colibri sobre el volcan", office: "presidency" });
    const presidency: Actor = { kind: "member", account, name: "Persona que preside", office: "presidency" };
    const right = totpCode(secret, totpStep(new Date()));
    const wrong = right.replace(/^./, (first) => (first === "0" ? "1" : "0"));
    const refused = answerOf(await signs(presidency, loaded.number, { code: wrong, isDemo: true }));
    expect([refused.init?.status, refused.data?.["problems"]]).toEqual([400, { code: [expect.stringContaining("El código no es correcto")] }]);
    expect(JSON.stringify(refused.data)).not.toContain(wrong);
    const tried = await asOwner(world.ownerUrl, async (client) => (await client.query("select after from audit.entry where account = $1 and action = 'attempt'", [account])).rows);
    expect(tried).toEqual([{ after: expect.objectContaining({ proof: "authenticator", outcome: "wrong" }) }]);
    expect(placeOf(await signs(presidency, loaded.number, { code: right, isDemo: true }))).toContain("act=signed");
    expect(await freezeAct(world.database, meeting.id, "http://corett.test")).toBe("archived");
    const page = drawn(ActPage, await asks(act.loader, meeting.titular("BLZ")));
    expect(page).toContain(loaded.digest);
    expect(page).toContain(reservation);
    expect(drawn(ActPage, await asks(act.loader, meeting.observer))).toContain("los órganos la abrieron");
    expect(placeOf(await asks(act.action, meeting.secretariat, { form: { intent: "publish", circle: "public" } }))).toContain("published");
    expect(drawn(ActPage, await asks(act.loader, meeting.observer))).toContain(reservation);
  }, 60_000);

  test("extracts and attendance certificates are numbered, verified, archived, and given once for a form sent twice", async () => {
    const loaded = await asks(certificates.loader, meeting.secretariat);
    const agreement = loaded.subjects.find(({ value }) => value.startsWith("agreement"))?.value ?? "";
    const person = loaded.people.find(({ label }) => label.startsWith("México"))?.value ?? "";
    expect(answerOf(await asks(certificates.action, meeting.secretariat, { form: { id: loaded.id, subject: "" } })).data?.["problems"]).toEqual({ subject: ["choose"] });
    const gives = (form: Record<string, string>, actor: Actor = meeting.secretariat) => asks(certificates.action, actor, { form });
    await expect(gives({ id: randomUUID(), subject: agreement }, meeting.titular("GTM"))).rejects.toMatchObject({ init: { status: 403 } });
    const first = [await gives({ id: loaded.id, subject: agreement }), await gives({ id: loaded.id, subject: agreement })].map(placeOf);
    expect(first).toEqual(Array.from({ length: 2 }, () => `/es/workspace/meetings/${meeting.id}/act/certificates?given=CERT-CORETT-V-2024-01`));
    // The agreement is moved afterwards; the extract goes on saying what was approved.
    await write(world.database, meeting.secretariat, (tx) => tx.updateTable("plenary.agreement").set({ title_es: "Otro nombre", title_en: "Another name" }).where("meeting", "=", meeting.id).execute());
    expect(placeOf(await gives({ id: randomUUID(), person }))).toContain("CERT-CORETT-V-2024-02");
    expect(placeOf(await gives({ id: randomUUID(), subject: agreement }))).toContain("CERT-CORETT-V-2024-03");
    const subjects = await read(world.database, meeting.secretariat, (tx) => tx.selectFrom("plenary.certificate").select("subject").where("kind", "=", "extract").execute());
    expect(subjects).toEqual(Array.from({ length: 2 }, () => ({ subject: "ACUERDO-CORETT-2024-05. Protocolo de remisión" })));
    const page = drawn(ActCertificates, await asks(certificates.loader, meeting.secretariat));
    expect(page).toContain("CERT-CORETT-V-2024-02");
    const archived = (actor: Actor) => read(world.database, actor, (tx) => tx.selectFrom("archive.document").select(["number", "class"]).where("number", "like", "CERT%").orderBy("number").execute());
    expect(await archived(meeting.titular("MEX"))).toEqual([
      { number: "CERT-CORETT-V-2024-01", class: "extract" },
      { number: "CERT-CORETT-V-2024-02", class: "certificate" },
      { number: "CERT-CORETT-V-2024-03", class: "extract" },
    ]);
    expect(await archived(meeting.titular("BLZ"))).toEqual([{ number: "CERT-CORETT-V-2024-01", class: "extract" }, { number: "CERT-CORETT-V-2024-03", class: "extract" }]);
    expect(await archived({ kind: "public" })).toEqual([]);
  }, 60_000);
});
