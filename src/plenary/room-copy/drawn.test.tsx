import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import RoomCopyPage from "./pages/room-copy.tsx";
import RoomSignIn from "./pages/room-sign-in.tsx";
import type { RoomCopy } from "./room-copy.ts";

const copy: RoomCopy = {
  id: "0eff2926-af97-4228-8942-37370f59b359", meeting: "V-2024", state: "handed", preparedBy: "a", preparedByName: "Ana", preparedAt: new Date("2024-10-01T14:30:00Z"),
  handedByName: "Luis", handedAt: new Date("2024-10-01T14:40:00Z"), returnedAt: null, document: null, auditHead: null, revocationReason: null, revocationAskedBy: null,
  revocationAskedByName: null, revokedByName: null, revokedAt: null,
};
const base = { meeting: "V-2024", mayBeHanded: true, self: "a", office: "secretariat", newId: copy.id, said: null, refused: null };

/** What a page shows in a language with this from its loader and action. */
function drawn(Page: unknown, path: string, loaderData: unknown, actionData?: unknown): string {
  const Component = Page as React.ComponentType; // the stub hands each page the data of its own loader
  const Stub = createRoutesStub([{ id: "page", path: "*", Component, loader: () => loaderData }]);
  return renderToStaticMarkup(<Stub initialEntries={[path]} hydrationData={{ loaderData: { page: loaderData }, ...(actionData === undefined ? {} : { actionData: { page: actionData } }) }} />);
}
const page = (data: object, actionData?: unknown, language = "es") => drawn(RoomCopyPage, `/${language}/workspace/meetings/V-2024/room-copy`, { ...base, ...data }, actionData);

test("each state of the authority shows where the session is and the one act that leads on", () => {
  expect(page({ copies: [] })).toMatch(/La sesión está aquí.*Preparar la copia de la sala/s);
  expect(page({ copies: [], office: "presidency" })).toMatch(/disabled="".*La copia la prepara la Secretaría Técnica\./s);
  expect(page({ copies: [] }, { typed: {}, key: "1D08-692N-S7JY-4TJT-HAYA-2TZ2" })).toContain("1D08-692N-S7JY-4TJT-HAYA-2TZ2");
  const prepared = { ...copy, state: "prepared", handedAt: null, handedByName: null };
  expect(page({ copies: [prepared] })).not.toContain('value="hand"');
  expect(page({ copies: [prepared], office: "presidency" })).toContain('value="hand"');
  const handed = page({ copies: [copy] });
  expect(handed).toContain("La sesión de la V-2024 se lleva en la copia de la sala desde el 1 de octubre de 2024, 08:40; aquí se puede leer.");
  expect(page({ copies: [copy] }, undefined, "en")).toContain("is carried by the copy in the room since 1 October 2024, 08:40");
  const ids = [...handed.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of handed.matchAll(/<label for="([^"]+)"/g)) expect(ids).toContain(target);
});

test("a revocation that one person asked for is confirmed by another; refusals are sentences; the past stays listed", () => {
  const asked = { ...copy, revocationReason: "Se perdió.", revocationAskedBy: "a", revocationAskedByName: "Ana" };
  expect(page({ copies: [asked] })).toMatch(/value="revoke"[^>]*disabled=""|disabled=""[^>]*value="revoke"/);
  expect(page({ copies: [asked], self: "b" })).not.toMatch(/value="revoke"[^>]*disabled=""|disabled=""[^>]*value="revoke"/);
  expect(page({ copies: [copy] }, { refusal: "main-changed", typed: {} })).toContain("No se recibió nada; avise a la administración.");
  expect(page({ copies: [copy], refused: "wrong-key" })).toContain("Esa no es la clave de esta copia.");
  expect(page({ copies: [{ ...copy, state: "returned", returnedAt: new Date("2024-10-01T22:00:00Z"), document: copy.id }] })).toContain("/es/workspace/archive/SALA-V-2024-0EFF2926");
});

test("the door of the room lists names by delegation and asks for a code", () => {
  const html = drawn(RoomSignIn, "/en/room", { to: "", people: [{ account: "a", name: "Ana", country: null }, { account: "b", name: "Eva", country: { es: "Belice", en: "Belize" } }] });
  expect(html).toMatch(/Ana.*Belize: Eva/s);
  expect(html).not.toContain("<script");
});
