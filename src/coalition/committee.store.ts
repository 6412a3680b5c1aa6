import { randomUUID } from "node:crypto";
import { type Text, isDay } from "#basics";
import type { Reading, Writing } from "#database";
import {
  type Committee,
  type CommitteeDraft,
  type CommitteeRefusal,
  type CommitteeState,
  committeeDraftProblem,
} from "./committee.ts";
import { currentMembers } from "./member.store.ts";
import { observerOrganisations } from "./observer.store.ts";

/** Every committee, those that work first, with its countries and those who help. Anyone may read them. */
export async function committees(tx: Reading): Promise<Committee[]> {
  const rows = await tx.selectFrom("coalition.committee").selectAll().execute();
  const members = await tx
    .selectFrom("coalition.committee_member")
    .select(["committee", "country", "coordinates"])
    .orderBy("coordinates", "desc")
    .orderBy("country")
    .execute();
  const collaborators = await tx
    .selectFrom("coalition.committee_collaborator as c")
    .innerJoin("coalition.observer_organisation as o", "o.code", "c.organisation")
    .select(["c.committee", "c.organisation", "c.note_es", "c.note_en", "o.name_es", "o.name_en"])
    .orderBy("o.name_es")
    .execute();
  return rows
    .map((row): Committee => ({
      id: row.id,
      name: { es: row.name_es, en: row.name_en },
      mandate: { es: row.mandate_es, en: row.mandate_en },
      ...maybe("createdAtMeeting", row.created_at_meeting),
      ...maybe("agreement", row.agreement),
      ...maybe("createdOn", row.created_on),
      ...maybe("dueWords", textOf(row.due_words_es, row.due_words_en)),
      ...maybe("dueOn", row.due_on),
      state: row.state as CommitteeState, // the check constraint of the table holds the states
      ...maybe("closedOn", row.closed_on),
      ...maybe("deliverable", textOf(row.deliverable_es, row.deliverable_en)),
      ...maybe("source", textOf(row.source_es, row.source_en)),
      members: members
        .filter(({ committee }) => committee === row.id)
        .map(({ country, coordinates }) => ({ country, coordinates })),
      collaborators: collaborators
        .filter(({ committee }) => committee === row.id)
        .map((each) => ({
          organisation: each.organisation,
          name: { es: each.name_es, en: each.name_en },
          ...maybe("note", textOf(each.note_es, each.note_en)),
        })),
    }))
    .toSorted(
      (a, b) =>
        Number(b.state === "working") - Number(a.state === "working") || (b.createdOn ?? "").localeCompare(a.createdOn ?? ""),
    );
}

/** Creates a committee, in the transaction of the act that decided it. Policy `organs_enter`: secretariat or presidency. */
export async function createCommittee(
  tx: Writing,
  draft: CommitteeDraft,
): Promise<{ readonly id: string } | { readonly refusal: CommitteeRefusal }> {
  const problem = committeeDraftProblem(draft);
  if (problem) return { refusal: problem };
  const known = new Set((await currentMembers(tx)).map(({ code }) => code));
  if (draft.members.some((country) => !known.has(country))) return { refusal: "not-a-member" };
  const organisations = new Set((await observerOrganisations(tx)).map(({ code }) => code));
  if (draft.collaborators.some((each) => !organisations.has(each))) return { refusal: "unknown-organisation" };
  const id = randomUUID();
  await tx
    .insertInto("coalition.committee")
    .values({
      id,
      name_es: draft.name.es,
      name_en: draft.name.en,
      mandate_es: draft.mandate.es,
      mandate_en: draft.mandate.en,
      created_at_meeting: draft.createdAtMeeting ?? null,
      agreement: draft.agreement ?? null,
      created_on: draft.createdOn ?? null,
      due_words_es: draft.dueWords?.es ?? null,
      due_words_en: draft.dueWords?.en ?? null,
      due_on: draft.dueOn ?? null,
      source_es: draft.source?.es ?? null,
      source_en: draft.source?.en ?? null,
    })
    .execute();
  await tx
    .insertInto("coalition.committee_member")
    .values(
      [...new Set(draft.members)].map((country) => ({ committee: id, country, coordinates: country === draft.coordinator })),
    )
    .execute();
  const helpers = [...new Set(draft.collaborators)].map((organisation) => ({ committee: id, organisation }));
  if (helpers.length > 0) await tx.insertInto("coalition.committee_collaborator").values(helpers).execute();
  return { id };
}

/** Closes a committee that works: it delivered, or was dissolved. Policy `organs_close`. */
export async function closeCommittee(
  tx: Writing,
  id: string,
  close: { readonly state: "delivered" | "dissolved"; readonly on: string; readonly deliverable?: Text },
): Promise<CommitteeRefusal | undefined> {
  if (!isDay(close.on)) return "not-a-day";
  const committee = (await committees(tx)).find((each) => each.id === id);
  if (!committee) return "unknown-committee";
  if (committee.state !== "working") return "already-closed";
  const done = await tx
    .updateTable("coalition.committee")
    .set({
      state: close.state,
      closed_on: close.on,
      deliverable_es: close.deliverable?.es ?? null,
      deliverable_en: close.deliverable?.en ?? null,
    })
    .where("id", "=", id)
    .where("state", "=", "working")
    .executeTakeFirst();
  return done.numUpdatedRows === 0n ? "already-closed" : undefined;
}

function textOf(es: string | null, en: string | null): Text | null {
  return es === null || en === null ? null : { es, en };
}

function maybe<Key extends string, Value>(key: Key, value: Value | null): { readonly [K in Key]?: Value } {
  return value === null ? {} : ({ [key]: value } as { readonly [K in Key]?: Value }); // a computed key loses its name
}
