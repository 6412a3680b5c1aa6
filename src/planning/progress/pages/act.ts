import { redirect } from "react-router";
import type { Language, Text } from "#basics";
import { type Database, type Writing, write } from "#database";
import { forbidden, formProblems, formRefusal, notFound } from "#web";
import type { PlanNode } from "../../plan/plan.ts";
import { evidenceAddress } from "../evidence.ts";
import { keepEvidence } from "../evidence.store.ts";
import type { Member } from "../report.ts";
import { isKey, said, sentFile } from "./asked.ts";

/** What an act on a place of a plan works with. */
export interface Acting {
  readonly actor: Member;
  readonly database: Database;
  readonly language: Language;
  readonly plan: string;
  readonly key: string;
  /** The platform's own: 'https://corett.example'. */
  readonly origin: string;
  readonly form: FormData;
}

/** What became of an act: kept, refused with a word, or problems by field. */
export type Outcome<R extends string> = { readonly kept: string } | { readonly refusal: R } | { readonly problems: Record<string, string[]> };

/** Ends a transaction without keeping anything of it. */
class Undone extends Error {}

/** Writes as one act: what is not kept is undone whole, with the evidence that came with it. */
export async function whole<R extends string>({ actor, database }: Acting, work: (tx: Writing) => Promise<Outcome<R>>): Promise<Outcome<R>> {
  let outcome: Outcome<R> | undefined;
  try {
    return await write(database, actor, async (tx) => {
      outcome = await work(tx);
      if (!("kept" in outcome)) throw new Undone();
      return outcome;
    });
  } catch (fault) {
    if (fault instanceof Undone && outcome !== undefined) return outcome;
    throw fault;
  }
}

/** The answer to a form: back to the place with what was done, problems at the fields, or the refusal in words. */
export function answered<R extends string>({ language, plan, key, form }: Acting, outcome: Outcome<R>, done: string, say: (refusal: R) => Text, reasonField?: string) {
  if ("kept" in outcome) return redirect(`/${language}/workspace/plans/${plan}/nodes/${key}?done=${done}`, 303);
  if ("problems" in outcome) return formProblems(outcome.problems, form);
  if (outcome.refusal === "not-yours") throw forbidden();
  if (outcome.refusal === "unknown-node") throw notFound();
  const text = say(outcome.refusal)[language];
  return outcome.refusal === "reason-needed" && reasonField !== undefined ? formProblems({ [reasonField]: [text] }, form) : formRefusal(text, form);
}

/** The key that a form brought, so that the same form sent twice is one act; a new one where it brought none. */
export function formKey(form: FormData): string {
  const id = said(form, "id");
  return isKey(id) ? id : crypto.randomUUID();
}

/** Evidence as it came with a form: kept in the archive and as an address, or problems at its fields. */
export async function sentEvidence(
  tx: Writing,
  { actor, form, origin, language }: Acting,
  node: PlanNode,
  id: string,
): Promise<{ readonly evidence: { evidenceUrl?: string; evidenceDocument?: string }; readonly problems: Record<string, string[]> }> {
  const typed = said(form, "url");
  const evidenceUrl = typed === "" ? undefined : evidenceAddress(typed, origin);
  const problems: Record<string, string[]> = typed !== "" && evidenceUrl === undefined ? { url: ["bad-link"] } : {};
  const file = sentFile(form, "file");
  const kept = file === undefined ? undefined : await keepEvidence(tx, actor, node, id, file);
  if (kept && "refusal" in kept) problems["file"] = [kept.refusal[language]];
  return {
    evidence: { ...(evidenceUrl === undefined ? {} : { evidenceUrl }), ...(kept && "id" in kept ? { evidenceDocument: kept.id } : {}) },
    problems,
  };
}
