import type { Actor } from "#basics";
import { type DepositRefusal, type FileContent, type UploadRefusal, acceptUpload, deposit, documentOf, renditionFile } from "#archive";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { type DocumentDraft, type MeetingDocument, largestDocument } from "./document.ts";
import { type ActRefusal, actRefusal } from "./meeting-act.ts";
import { agendaOf, heldMeeting } from "./meeting.store.ts";

const columns = [
  "id", "item", "document", "title", "open_to_observers as openToObservers", "attached_at as attachedAt", "withdrawn_at as withdrawnAt",
] as const;

/** The papers of a meeting in the order in which they were attached. Withdrawn ones are seen by those who lead alone (policies). */
export function documentsOfMeeting(tx: Reading, meeting: string): Promise<MeetingDocument[]> {
  return tx.selectFrom("plenary.meeting_document").select(columns).where("meeting", "=", meeting).orderBy("attached_at").orderBy("id").execute();
}

/** Why a paper is not attached: the file itself, the archive, or the meeting. */
export type AttachRefusal = ActRefusal | "unknown-item";

/** Attaches a paper. It is read by those who lead until the meeting is convened, then by those who are convened. */
export async function attachDocument(
  tx: Writing,
  actor: Actor,
  id: string,
  draft: DocumentDraft,
): Promise<{ readonly document: string } | { readonly refusal: AttachRefusal } | { readonly file: UploadRefusal } | { readonly archive: DepositRefusal }> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "attach", meeting);
  if (refusal !== undefined || !meeting || actor.kind !== "member") return { refusal: refusal ?? "unknown-meeting" };
  const known = await documentsOfMeeting(tx, id);
  if (known.some((each) => each.id === draft.id)) return { document: draft.id };
  const item = draft.item === null ? undefined : (await agendaOf(tx, id)).find((each) => each.id === draft.item);
  if (draft.item !== null && !item) return { refusal: "unknown-item" };
  const accepted = await acceptUpload({ name: draft.file.name, bytes: draft.file.bytes, declaredType: draft.file.type, maxBytes: largestDocument });
  if ("refusal" in accepted) return { file: accepted.refusal };
  const { mediaType } = accepted;
  const kept = await deposit(tx, actor, {
    number: `DOC-CORETT-${id}-${String(known.length + 1).padStart(2, "0")}`,
    class: "meeting-document",
    title: { es: `Reunión ${id}: ${draft.title}`, en: `Meeting ${id}: ${draft.title}` },
    language: draft.language,
    access: "organs",
    renditions: [{ format: formatOf(mediaType), language: draft.language, name: draft.file.name, mediaType, bytes: draft.file.bytes }],
  });
  if ("refusal" in kept) return { archive: kept.refusal };
  const openToObservers = draft.openToObservers && (item?.openToObservers ?? true);
  await tx
    .insertInto("plenary.meeting_document")
    .values({ id: draft.id, meeting: id, item: draft.item, document: kept.id, title: draft.title, open_to_observers: openToObservers, attached_by: actor.account })
    .execute();
  await sql`select plenary.open_documents(${id})`.execute(tx);
  await tell(tx, actor, {
    meeting: id,
    ...(draft.item === null ? {} : { item: draft.item }),
    kind: "document.attached",
    sentence: { es: `Se adjuntó el documento «${draft.title}».`, en: `The document “${draft.title}” was attached.` },
    detail: { document: kept.id },
  });
  return { document: draft.id };
}

function formatOf(mediaType: string): "pdf" | "docx" | "other" {
  if (mediaType === "application/pdf") return "pdf";
  return mediaType.endsWith("wordprocessingml.document") ? "docx" : "other";
}

/** Takes a paper back from the meeting. The archive keeps it, and whoever had it may read it there still. */
export async function withdrawDocument(tx: Writing, actor: Actor, id: string, document: string): Promise<ActRefusal | "unknown-document" | undefined> {
  const meeting = await heldMeeting(tx, actor, id);
  const refusal = actRefusal(actor, "attach", meeting);
  if (refusal !== undefined || !meeting) return refusal ?? "unknown-meeting";
  const found = (await documentsOfMeeting(tx, id)).find((each) => each.id === document);
  if (!found) return "unknown-document";
  if (found.withdrawnAt) return undefined;
  await tx.updateTable("plenary.meeting_document").set({ withdrawn_at: new Date() }).where("id", "=", document).execute();
  await tell(tx, actor, {
    meeting: id,
    kind: "document.withdrawn",
    sentence: { es: `Se retiró el documento «${found.title}».`, en: `The document “${found.title}” was withdrawn.` },
    detail: { document: found.document },
  });
  return undefined;
}

/** The file of a paper; nothing where the actor may not read the paper, or not its file in the archive. */
export async function documentFile(tx: Reading, meeting: string, document: string): Promise<FileContent | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(document)) return undefined;
  const found = (await documentsOfMeeting(tx, meeting)).find((each) => each.id === document);
  const archived = found && (await documentOf(tx, found.document));
  const version = archived?.versions[0];
  const file = version?.files[0];
  return version && file ? renditionFile(tx, { document: archived.id, version: version.version, name: file.name }) : undefined;
}
