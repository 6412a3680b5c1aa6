import { acceptUpload, deposit, depositRefusalText, documentOf, uploadRefusalText } from "#archive";
import type { Actor, Text } from "#basics";
import type { Reading, Writing } from "#database";
import type { PlanNode } from "../plan/plan.ts";
import { type ShownEvidence, evidencePlace } from "./evidence.ts";
import { type Member, leads } from "./report.ts";

/** Largest evidence, in bytes. */
const evidenceLimit = 20 * 1024 * 1024;

/**
 * Keeps an uploaded document as evidence in the archive: read by its country, the secretariat and the presidency, and by the
 * other members once the secretariat accepts what it proves. Gives its id, or the sentence for why it was not taken.
 */
export async function keepEvidence(
  tx: Writing,
  actor: Member,
  node: Pick<PlanNode, "plan" | "code" | "title">,
  report: string,
  file: File,
): Promise<{ readonly id: string } | { readonly refusal: Text }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = await acceptUpload({ name: file.name, bytes, declaredType: file.type, maxBytes: evidenceLimit });
  if ("refusal" in taken) return { refusal: uploadRefusalText[taken.refusal] };
  const kept = await deposit(tx, actor, {
    // The report's id keeps the number its own: the same form sent twice finds the document that is there.
    number: `EVIDENCIA-${node.plan.toUpperCase().slice(0, 50)}-${report.slice(0, 8).toUpperCase()}`,
    class: leads(actor) ? "report" : "agreement-document",
    title: {
      es: `Evidencia del plan, ${node.code} ${node.title.es}`.slice(0, 400),
      en: `Evidence on the plan, ${node.code} ${node.title.en}`.slice(0, 400),
    },
    access: "organs",
    ...(leads(actor) || actor.country === undefined ? {} : { country: actor.country }),
    renditions: [
      { format: taken.mediaType === "application/pdf" ? "pdf" : "other", language: "es", name: file.name, mediaType: taken.mediaType, bytes },
    ],
  });
  return "refusal" in kept ? { refusal: depositRefusalText[kept.refusal] } : { id: kept.id };
}

/** Evidence as it is kept with a report or a step. */
export interface KeptEvidence {
  readonly evidenceUrl: string | null;
  readonly evidenceDocument: string | null;
  /** Whose report it belongs to; null for an organ's. */
  readonly country: string | null;
}

/**
 * The evidence as this reader may be shown it: row security of the archive and of the plenary decides on documents, agreements
 * and meetings; another page of the workspace is opened to whoever leads and to the country that named it.
 */
export async function evidenceFor(tx: Reading, actor: Actor, { evidenceUrl, evidenceDocument, country }: KeptEvidence): Promise<ShownEvidence[]> {
  const shown: ShownEvidence[] = [];
  if (evidenceDocument !== null) shown.push(await shownDocument(tx, evidenceDocument, "document"));
  if (evidenceUrl === null) return shown;
  const place = evidencePlace(evidenceUrl);
  switch (place.kind) {
    case "web":
      return [...shown, { kind: "web", href: evidenceUrl }];
    case "public":
      return [...shown, { kind: "record", href: evidenceUrl }];
    case "document":
      return [...shown, await shownDocument(tx, place.id, "address")];
    case "agreement":
    case "meeting": {
      const seen =
        place.kind === "agreement"
          ? await tx.selectFrom("plenary.agreement").select("number").where("number", "=", place.id).executeTakeFirst()
          : await tx.selectFrom("plenary.meeting").select("id").where("id", "=", place.id).executeTakeFirst();
      return [...shown, seen && actor.kind === "member" ? { kind: "record", href: evidenceUrl } : { kind: "closed", part: "address" }];
    }
    case "workspace": {
      const isOpen = leads(actor) || (actor.kind === "member" && country !== null && actor.country === country);
      return [...shown, isOpen ? { kind: "record", href: evidenceUrl } : { kind: "closed", part: "address" }];
    }
  }
}

async function shownDocument(tx: Reading, idOrNumber: string, part: "document" | "address"): Promise<ShownEvidence> {
  const found = await documentOf(tx, idOrNumber);
  return found ? { kind: "document", number: found.number, href: `/workspace/archive/${found.number}` } : { kind: "closed", part };
}
