import { isAddress, markSvg, qrSvg } from "./letterhead.ts";
import { officialContent } from "./official-content.server.ts";
import type { OfficialDocument } from "./official-document.ts";
import { officialTemplate } from "./official-template.ts";
import { markAccessible } from "./pdf-marks.server.ts";
import { type PdfStandard, typeset } from "./typeset.server.ts";

/**
 * Prints an official document for the archive: tagged PDF/A-2a that also declares PDF/UA-1, the same bytes for the same
 * document.
 *
 * Characters that the bundled faces lack come out as � with a remark at the end of the document, so that no text can stop an
 * act from being archived; ask `unprintableCharacters` beforehand. Throws when a table row has more cells than columns.
 */
export async function officialPdf(document: OfficialDocument): Promise<Uint8Array> {
  return markAccessible(await typesetOfficial(document, "a-2a"));
}

/** The document as the typesetter leaves it, kept to one standard: with 'ua-1' its own check for readers is the proof. */
export function typesetOfficial(document: OfficialDocument, standard: PdfStandard): Promise<Uint8Array> {
  const assets: Record<string, string> = { "/mark.svg": markSvg() };
  if (document.verification && isAddress(document.verification.url)) assets["/qr.svg"] = qrSvg(document.verification.url);
  return typeset(officialTemplate, { inputs: { document: JSON.stringify(officialContent(document)) }, assets, standard });
}
