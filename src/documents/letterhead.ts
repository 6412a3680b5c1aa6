import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { create } from "qrcode";
import { Mark, themes } from "#brand";
import { bilingual } from "#words";
import type { OfficialDocument } from "./official-document.ts";

/** The words that the letterhead, the foot and the end of every official document bring along. */
export const letterheadWords = bilingual(
  {
    short: "CORETT",
    full: "Coalición Regional contra la Trata de Personas y el Tráfico Ilícito de Migrantes",
    mark: "Emblema de la CORETT: nueve luces sobre una línea",
    draft: "BORRADOR — sin aprobar",
    page: "Página",
    of: "de",
    code: "Código de verificación",
    codeShort: "Código",
    signatures: "Firmas",
    signed: "Firma electrónica registrada:",
    fingerprint: "Huella:",
    verify: "Verificación",
    verifyAt: "Compruebe este documento en",
    qr: (url: string) => `Código QR con la dirección de verificación ${url}`,
    unprintable: (codes: string) =>
      `Este documento contiene caracteres que su tipografía no puede mostrar; en su lugar aparece �. Son: ${codes}. El texto completo se conserva en la plataforma y en la versión editable.`,
  },
  {
    short: "CORETT",
    full: "Regional Coalition against Trafficking in Persons and Smuggling of Migrants",
    mark: "CORETT emblem: nine lights on one line",
    draft: "DRAFT — not approved",
    page: "Page",
    of: "of",
    code: "Verification code",
    codeShort: "Code",
    signatures: "Signatures",
    signed: "Electronic signature recorded:",
    fingerprint: "Fingerprint:",
    verify: "Verification",
    verifyAt: "Check this document at",
    qr: (url: string) => `QR code with the verification address ${url}`,
    unprintable: (codes: string) =>
      `This document holds characters that its typeface cannot show; � stands in their place. They are: ${codes}. The whole text is kept on the platform and in the editable version.`,
  },
);

/** What a document not yet approved says of itself; nothing for an approved one. */
export function draftWords({ draft, language }: OfficialDocument): string | undefined {
  if (draft === undefined || draft === false) return undefined;
  return draft === true || draft.trim() === "" ? letterheadWords[language].draft : draft;
}

/** The title as the file itself carries it: kind, number, title, and first of all whether it is a draft. */
export function fileTitle(document: OfficialDocument): string {
  const named = [document.kind, document.number]
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .join(" ");
  const title = document.title.trim();
  const whole = named !== "" && !title.startsWith(named) ? `${named}. ${title}` : title;
  const draft = draftWords(document);
  return draft === undefined ? whole : `${draft}. ${whole}`;
}

/** The coalition's mark in ink and amber, as a file. */
export function markSvg(): string {
  return renderToStaticMarkup(createElement(Mark, { size: 96, colour: themes.light.ink, line: themes.light.light }));
}

/** Tells whether a text is an address of the web that can be followed, and short enough for a QR code that a telephone reads. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[!-~]+$/.test(text) && text.length <= 500 && URL.canParse(text);
}

/** The QR code of an address as a drawing, one unit square for each dark module and the quiet zone of four around it. */
export function qrSvg(address: string): string {
  const { modules } = create(address, { errorCorrectionLevel: "M" });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
  const side = modules.size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-4 -4 ${side} ${side}" shape-rendering="crispEdges"><path fill="${themes.light.ink}" d="${squares.join("")}"/></svg>`;
}
