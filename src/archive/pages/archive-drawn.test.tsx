import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { type World, member, openWorld } from "../../../test/world.ts";
import { deposit } from "../deposit.store.ts";
import { type ArchivedDocument, widerThan } from "../document.ts";
import { documentOf } from "../document.store.ts";
import { exampleAct, examplePdf } from "../example.ts";
import { verify } from "../verification.store.ts";
import { askedList } from "./archive-asked.ts";
import ArchiveInside from "./archive-inside.tsx";
import Archive from "./archive.tsx";
import DocumentInside from "./document-inside.tsx";
import PublicDocument from "./document.tsx";
import Verify from "./verify.tsx";

const secretariat = member("secretariat");
const number = "ACTA-CORETT-IV-2023";
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const keep = (content: string, code?: string) =>
    write(world.database, secretariat, (tx) =>
      deposit(tx, secretariat, exampleAct(number, { access: "members", renditions: [examplePdf(content)], note: `Texto ${content}`, ...(code === undefined ? {} : { verificationCode: code }) })),
    );
  await keep("uno", "7K3M-9QXD-02HV");
  await keep("dos");
});
afterAll(() => world.close());

/** What a page shows in a language with this from its loader. */
function drawn(Page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Component = Page as React.ComponentType; // the stub hands each page the data of its own loader
  const Stub = createRoutesStub([{ id: "page", path: "*", Component, loader: () => loaderData }]);
  return renderToStaticMarkup(
    <Stub initialEntries={[path]} hydrationData={{ loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) }} />,
  );
}
const listed = (search = "") => read(world.database, secretariat, (tx) => askedList(tx, new URL(`http://corett.test/${search}`)));
const found = async (): Promise<ArchivedDocument> => {
  const document = await read(world.database, secretariat, (tx) => documentOf(tx, number));
  if (!document) throw new Error("There is no document");
  return document;
};

test("the list tells title, number, class and date in both languages, and inside also the readers", async () => {
  const list = await listed();
  const es = drawn(Archive, "/es/archive", { list });
  expect(es).toContain(`href="/es/archive/${number}"`);
  expect(es).toContain("Acta de la reunión");
  expect(es).toContain("5 de octubre de 2023");
  expect(es).not.toContain("Estados miembros");
  expect(drawn(Archive, "/en/archive", { list })).toContain("Act of meeting");
  expect(drawn(ArchiveInside, "/es/workspace/archive", { list })).toContain("Estados miembros");
  expect(drawn(Archive, "/es/archive", { list: await listed("?q=nada") })).toContain("Ningún documento coincide");
});

test("a document shows its files with fingerprints, and both versions with their reasons", async () => {
  const document = await found();
  const html = drawn(PublicDocument, `/es/archive/${number}`, { document });
  expect(html).toContain("Versión 2, la vigente");
  expect(html).toContain("Versión 1, sustituida");
  expect(html).toContain("Motivo de esta versión: Texto uno");
  expect(html).toContain(`href="/archive/files/${number}/2/acta.pdf"`);
  expect(html).toContain(document.versions[0]?.files[0]?.sha256);
  expect(html).toContain("por Secretaría Técnica");
  expect(drawn(PublicDocument, `/en/archive/${number}`, { document })).toContain("Version 2, the current one");
});

test("the circle of readers is widened by a form that works without script, offered to the secretariat alone", async () => {
  const document = await found();
  const path = `/es/workspace/archive/${number}`;
  const html = drawn(DocumentInside, path, { document, wider: widerThan(document.access) });
  expect(html).toMatch(/<form[^>]* method="post"/);
  expect(html.match(/name="access"/g)).toHaveLength(2);
  expect(drawn(DocumentInside, path, { document, wider: [] })).not.toContain("<form");
  expect(drawn(DocumentInside, path, { document, wider: ["public"] }, { problems: { access: ["widenMissing"] }, typed: {} })).toContain("Elija quién leerá el documento.");
});

test("the answer to a code says superseded and what it is, and nothing of what a reserved document says", async () => {
  const typed = "7K3M-9QXD-02HV";
  const answer = { typed, kind: "code", found: await read(world.database, { kind: "public" }, (tx) => verify(tx, { code: typed })), problem: false };
  const es = drawn(Verify, `/es/verify?code=${typed}`, answer);
  expect(es).toContain("Es auténtico, pero hay una versión más nueva");
  expect(es).toContain(`value="${typed}"`);
  expect(es).toContain("Reservado: el documento no es público.");
  expect(es).not.toContain("Acta de la reunión");
  expect(es).not.toContain("acta.pdf");
  expect(drawn(Verify, "/en/verify", answer)).toContain("It is authentic, but there is a newer version");
  expect(drawn(Verify, "/es/verify", { ...answer, found: [] })).toContain("No corresponde a ningún documento");
  const malformed = drawn(Verify, "/es/verify", { typed: "hola", kind: undefined, found: undefined, problem: true });
  expect(malformed).toContain("Eso no es un código ni una huella.");
  expect(malformed).toContain('value="hola"');
  expect(drawn(Verify, "/es/verify", { typed: "", kind: undefined, found: undefined, problem: false })).toContain("certutil -hashfile documento.pdf SHA256");
});
