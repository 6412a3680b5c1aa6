import type { Actor, Text } from "#basics";
import { documentOf } from "#archive";
import { committees, createCommittee } from "#coalition";
import type { Writing } from "#database";
import { tell } from "../history/event.store.ts";
import { type OffspringKind, leads } from "./agreement.ts";
import { agreementOf, dayOfMeeting } from "./agreement.store.ts";
import { dueWords } from "./due-words.ts";
import type { AgreementRefusal } from "./refusal.ts";

/** What an agreement gave rise to, as it is entered. */
export interface OffspringDraft {
  /** Made by the form, so that the same form sent twice makes one. */
  readonly id: string;
  readonly kind: OffspringKind;
  readonly title: Text;
  /** An address that begins with https:// or http://. */
  readonly url?: string;
  /** Number of a document of the archive. */
  readonly document?: string;
  /** A committee that is there already, or a new one that the agreement creates, which then answers for it. */
  readonly committee?:
    | { readonly id: string }
    | { readonly mandate: Text; readonly members: readonly string[]; readonly coordinator?: string; readonly collaborators: readonly string[] };
}

/** Enters what an agreement gave rise to; a new committee is created in the same act, with the agreement's due date. */
export async function addOffspring(tx: Writing, actor: Actor, number: string, draft: OffspringDraft): Promise<AgreementRefusal | undefined> {
  if (actor.kind !== "member" || !leads(actor)) return "not-yours";
  // The same form sent twice at once: the second waits here, and then finds the first.
  await tx.selectFrom("plenary.agreement").select("id").where("number", "=", number).forUpdate().execute();
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (await tx.selectFrom("plenary.agreement_offspring").select("id").where("id", "=", draft.id).executeTakeFirst()) return undefined;
  const document = draft.document === undefined ? undefined : await documentOf(tx, draft.document);
  if (draft.document !== undefined && !document) return "unknown-document";

  const asked = draft.committee;
  let committee: string | null = null;
  if (asked && "id" in asked) {
    if (!(await committees(tx)).some(({ id }) => id === asked.id)) return "unknown-committee";
    committee = asked.id;
  } else if (asked) {
    const createdOn = await dayOfMeeting(tx, agreement.meeting);
    const made = await createCommittee(tx, {
      name: draft.title,
      mandate: asked.mandate,
      createdAtMeeting: agreement.meeting,
      agreement: number,
      ...(createdOn === undefined ? {} : { createdOn }),
      ...(agreement.due.kind === "none" ? {} : { dueWords: { es: dueWords(agreement.due, "es"), en: dueWords(agreement.due, "en") } }),
      ...(agreement.due.kind === "date" ? { dueOn: agreement.due.date } : {}),
      members: asked.members,
      ...(asked.coordinator === undefined ? {} : { coordinator: asked.coordinator }),
      collaborators: asked.collaborators,
    });
    if ("refusal" in made) return made.refusal === "not-a-member" ? "not-a-member" : made.refusal === "members-needed" ? "members-needed" : "unknown-committee";
    committee = made.id;
    await tx
      .insertInto("plenary.agreement_responsible")
      .values({ agreement: agreement.id, kind: "committee", committee, country: null, organisation: null, role: "responsible" })
      .execute();
  }
  await tx
    .insertInto("plenary.agreement_offspring")
    .values({
      id: draft.id,
      agreement: agreement.id,
      kind: draft.kind,
      title_es: draft.title.es,
      title_en: draft.title.en,
      committee,
      document: document?.id ?? null,
      url: draft.url ?? null,
      entered_by: actor.account,
    })
    .execute();
  await tell(tx, actor, {
    meeting: agreement.meeting,
    kind: "agreement.offspring",
    sentence: { es: `Del acuerdo ${number} surgió: ${draft.title.es}.`, en: `Agreement ${number} gave rise to: ${draft.title.en}.` },
    detail: { agreement: number },
  });
  return undefined;
}
