import type { Text } from "#basics";
import { acceptUpload, deposit, depositRefusalText, uploadRefusalText } from "#archive";
import type { Writing } from "#database";
import type { Agreement, Member } from "./agreement.ts";

/** Largest evidence, in bytes. */
const evidenceLimit = 20 * 1024 * 1024;

/**
 * Keeps an uploaded document as evidence of a report in the archive: read by its country, the secretariat and the presidency,
 * and by the other members once the report is accepted. Gives its id, or the sentence for why it was not taken.
 */
export async function keepEvidence(
  tx: Writing,
  actor: Member,
  agreement: Pick<Agreement, "number" | "title">,
  report: string,
  file: File,
): Promise<{ readonly id: string } | { readonly refusal: Text }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = await acceptUpload({ name: file.name, bytes, declaredType: file.type, maxBytes: evidenceLimit });
  if ("refusal" in taken) return { refusal: uploadRefusalText[taken.refusal] };
  const kept = await deposit(tx, actor, {
    // The report's id keeps the number its own: the same form sent twice finds the document that is there.
    number: `EVIDENCIA-${agreement.number}-${report.slice(0, 8).toUpperCase()}`,
    class: "agreement-document",
    title: {
      es: `Evidencia del acuerdo ${agreement.number}: ${agreement.title.es}`.slice(0, 400),
      en: `Evidence on agreement ${agreement.number}: ${agreement.title.en}`.slice(0, 400),
    },
    access: "organs",
    ...(actor.country === undefined ? {} : { country: actor.country }),
    renditions: [
      { format: taken.mediaType === "application/pdf" ? "pdf" : "other", language: "es", name: file.name, mediaType: taken.mediaType, bytes },
    ],
  });
  return "refusal" in kept ? { refusal: depositRefusalText[kept.refusal] } : { id: kept.id };
}
