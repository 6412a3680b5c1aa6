import type { Actor, Text } from "#basics";
import { currentMembers, observerOrganisations } from "#coalition";
import { type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { type Responsible, leads } from "./agreement.ts";
import { agreementOf } from "./agreement.store.ts";
import type { Due } from "./due.ts";
import { dueRow } from "./due-row.ts";
import { agreementNumber } from "./number.ts";
import type { AgreementRefusal } from "./refusal.ts";

/** An agreement as it is entered. */
export interface AgreementDraft {
  /** Made by the form, so that the same form sent twice makes one agreement. */
  readonly id: string;
  readonly meeting: string;
  readonly item?: string;
  /** The adopted motion whose text is carried over; without one the text is written by hand. */
  readonly motion?: string;
  readonly title: Text;
  /** Left out where a motion gives it. */
  readonly text?: Text;
  readonly due: Due;
  /** The due date as it was said: 'primera plenaria de 2024'. */
  readonly dueSaid: string;
  readonly responsible: readonly Responsible[];
}

/** A motion that a meeting adopted and that is no agreement yet. */
export interface AdoptedMotion {
  readonly id: string;
  readonly number: number;
  readonly item: string;
  readonly title: Text;
  readonly text: Text;
}

/** What a meeting adopted, by vote or consensus, and is still to be entered as an agreement. */
export async function motionsWithoutAgreement(tx: Pick<Writing, "selectFrom">, meeting: string): Promise<AdoptedMotion[]> {
  const rows = await tx
    .selectFrom("plenary.motion as m")
    .leftJoin("plenary.agreement as a", "a.motion", "m.id")
    .select(["m.id", "m.number", "m.item", "m.title_es", "m.title_en", "m.text_es", "m.text_en"])
    .where("m.meeting", "=", meeting)
    .where("m.state", "=", "adopted")
    .where("m.purpose", "=", "substance")
    .where("a.id", "is", null)
    .orderBy("m.number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    item: row.item,
    title: { es: row.title_es, en: row.title_en },
    text: { es: row.text_es, en: row.text_en },
  }));
}

/**
 * Enters an agreement under the next number of its meeting's year. The text of an adopted motion is carried over word by word.
 * Sent twice with the same id it is entered once. Policy `leaders_keep`: secretariat or presidency.
 */
export async function enterAgreement(
  tx: Writing,
  actor: Actor,
  draft: AgreementDraft,
): Promise<{ readonly number: string } | { readonly refusal: AgreementRefusal }> {
  if (actor.kind !== "member" || !leads(actor)) return { refusal: "not-yours" };
  const meeting = await tx.selectFrom("plenary.meeting").select(["id", "year", "state", "is_record"]).where("id", "=", draft.meeting).executeTakeFirst();
  if (!meeting) return { refusal: "unknown-meeting" };
  // One writer at a time for the numbers of a year: no number is given twice, none is left out.
  await sql`select pg_advisory_xact_lock(7226591, ${meeting.year})`.execute(tx);
  const same = await tx.selectFrom("plenary.agreement").select("number").where("id", "=", draft.id).executeTakeFirst();
  if (same) return { number: same.number };
  if (meeting.state !== "open" && meeting.state !== "closed") return { refusal: "meeting-not-held" };
  const motion = draft.motion === undefined ? undefined : (await motionsWithoutAgreement(tx, meeting.id)).find(({ id }) => id === draft.motion);
  if (draft.motion !== undefined && !motion) return { refusal: await motionRefusal(tx, draft.motion) };
  if (draft.item !== undefined && !(await isItemOf(tx, draft.item, meeting.id))) return { refusal: "unknown-item" };
  const refusal = await responsibleRefusal(tx, draft.responsible);
  if (refusal) return { refusal };
  const text = motion?.text ?? draft.text ?? draft.title;

  const { last } = await tx
    .selectFrom("plenary.agreement")
    .select((each) => each.fn.max("ordinal").as("last"))
    .where("year", "=", meeting.year)
    .executeTakeFirstOrThrow();
  const ordinal = (last ?? 0) + 1;
  const number = agreementNumber(meeting.year, ordinal);
  await tx
    .insertInto("plenary.agreement")
    .values({
      id: draft.id,
      number,
      year: meeting.year,
      ordinal,
      meeting: meeting.id,
      item: motion?.item ?? draft.item ?? null,
      motion: motion?.id ?? null,
      title_es: draft.title.es,
      title_en: draft.title.en,
      text_es: text.es,
      text_en: text.en,
      ...dueRow(draft.due),
      due_words: draft.dueSaid,
      entered_by: actor.account,
    })
    .execute();
  await tx
    .insertInto("plenary.agreement_responsible")
    .values(draft.responsible.map((each) => ({ ...each, agreement: draft.id })))
    .onConflict((twice) => twice.doNothing())
    .execute();
  const item = motion?.item ?? draft.item;
  await tell(tx, actor, {
    meeting: meeting.id,
    ...(item === undefined ? {} : { item }),
    kind: "agreement.entered",
    sentence: { es: `Se registró el acuerdo ${number}: ${draft.title.es}.`, en: `Agreement ${number} was entered: ${draft.title.en}.` },
    detail: { agreement: number },
  });
  return { number };
}

async function motionRefusal(tx: Writing, motion: string): Promise<AgreementRefusal> {
  const taken = await tx.selectFrom("plenary.agreement").select("id").where("motion", "=", motion).executeTakeFirst();
  return taken ? "motion-has-agreement" : "motion-not-adopted";
}

async function isItemOf(tx: Writing, item: string, meeting: string): Promise<boolean> {
  return (await tx.selectFrom("plenary.agenda_item").select("id").where("id", "=", item).where("meeting", "=", meeting).executeTakeFirst()) !== undefined;
}

/** What is wrong with those named: nobody answers, or one of them the register does not know. */
async function responsibleRefusal(tx: Writing, all: readonly Responsible[]): Promise<AgreementRefusal | undefined> {
  if (!all.some(({ role }) => role === "responsible")) return "responsible-needed";
  const members = new Set((await currentMembers(tx)).map(({ code }) => code));
  const organisations = new Set((await observerOrganisations(tx)).map(({ code }) => code));
  const committees = new Set((await tx.selectFrom("coalition.committee").select("id").execute()).map(({ id }) => id));
  const isKnown = ({ kind, country, committee, organisation }: Responsible) =>
    kind === "member"
      ? members.has(country ?? "")
      : kind === "committee"
        ? committees.has(committee ?? "")
        : kind === "observer"
          ? organisations.has(organisation ?? "")
          : true;
  return all.every(isKnown) ? undefined : "unknown-responsible";
}

/** Changes the title and the due date of an open agreement; its text stays as the plenary took it. */
export async function changeAgreement(
  tx: Writing,
  actor: Actor,
  number: string,
  change: { readonly title: Text; readonly due: Due; readonly dueSaid: string },
): Promise<AgreementRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (agreement.state !== "open") return "closed";
  await tx
    .updateTable("plenary.agreement")
    .set({ title_es: change.title.es, title_en: change.title.en, ...dueRow(change.due), due_words: change.dueSaid })
    .where("id", "=", agreement.id)
    .execute();
  const [before, after] = [JSON.stringify(dueRow(agreement.due)), JSON.stringify(dueRow(change.due))];
  await tell(tx, actor, {
    meeting: agreement.meeting,
    kind: "agreement.changed",
    sentence:
      before === after
        ? { es: `Se corrigió el título del acuerdo ${number}.`, en: `The title of agreement ${number} was corrected.` }
        : { es: `Se cambió el plazo del acuerdo ${number}: ${change.dueSaid || "sin plazo"}.`, en: `The due date of agreement ${number} was changed: ${change.dueSaid || "no due date"}.` },
    detail: { agreement: number },
  });
  return undefined;
}

/** Adds one who has a part in an open agreement. */
export async function addResponsible(tx: Writing, actor: Actor, number: string, each: Responsible): Promise<AgreementRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (agreement.state !== "open") return "closed";
  const refusal = await responsibleRefusal(tx, [{ ...each, role: "responsible" }]);
  if (refusal) return refusal;
  const added = await tx
    .insertInto("plenary.agreement_responsible")
    .values({ ...each, agreement: agreement.id })
    .onConflict((twice) => twice.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return "already-responsible";
  await tellParts(tx, actor, agreement);
  return undefined;
}

/** Takes one out of an open agreement; the last one responsible stays. */
export async function removeResponsible(tx: Writing, actor: Actor, number: string, each: Omit<Responsible, "role">): Promise<AgreementRefusal | undefined> {
  if (!leads(actor)) return "not-yours";
  // Two who remove one each at a time must not leave nobody.
  await tx.selectFrom("plenary.agreement").select("id").where("number", "=", number).forUpdate().execute();
  const agreement = await agreementOf(tx, number);
  if (!agreement) return "unknown-agreement";
  if (agreement.state !== "open") return "closed";
  const isThis = (other: Responsible) =>
    other.kind === each.kind && other.country === each.country && other.committee === each.committee && other.organisation === each.organisation;
  if (!agreement.responsible.some((other) => other.role === "responsible" && !isThis(other))) return "last-responsible";
  await tx
    .deleteFrom("plenary.agreement_responsible")
    .where("agreement", "=", agreement.id)
    .where("kind", "=", each.kind)
    .where("country", "is not distinct from", each.country)
    .where("committee", "is not distinct from", each.committee)
    .where("organisation", "is not distinct from", each.organisation)
    .execute();
  await tellParts(tx, actor, agreement);
  return undefined;
}

function tellParts(tx: Writing, actor: Actor, { meeting, number }: { readonly meeting: string; readonly number: string }): Promise<void> {
  return tell(tx, actor, {
    meeting,
    kind: "agreement.responsible",
    sentence: { es: `Cambió quién responde por el acuerdo ${number}.`, en: `Who answers for agreement ${number} was changed.` },
    detail: { agreement: number },
  });
}
