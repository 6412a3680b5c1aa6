import type { Actor, Text } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import { type Answered, subjectOf, wordOf } from "./act-word.ts";
import { readSlip } from "./receipt.ts";
import type { Entitlement } from "./vote.store.ts";

export type CastRefusal = Exclude<Entitlement, "entitled"> | "unknown-vote" | "vote-not-open" | "already-cast" | "unknown-option" | "paper-not-valid";

/** What casting answers. `receipt`: of a secret ballot that is in the urn, for its caster alone. */
export interface CastAnswer {
  readonly word: "cast" | "kept" | CastRefusal;
  readonly receipt?: string;
}

/**
 * Casts the acting delegation's one ballot: 'cast', or 'kept' when the same ballot was already there, so that a telephone that
 * lost its answer sends again without harm. Every refusal is in the audit, also that of a paper that was not given for this
 * vote and this delegation. `key` is the urn's key; a roll call needs neither it nor a slip.
 */
export async function castBallot(
  tx: Writing,
  actor: Actor,
  { vote, option, slip, key }: { readonly vote: string; readonly option: number; readonly slip?: string | undefined; readonly key: string },
): Promise<CastAnswer> {
  const country = actor.kind === "member" ? (actor.country ?? "") : "";
  const of = await tx.selectFrom("plenary.vote").select(["meeting", "item", "motion", "method", "title_es", "title_en"]).where("id", "=", vote).executeTakeFirst();
  const isSecret = of?.method === "secret";
  const paper = slip === undefined || !isSecret ? undefined : readSlip(slip, { vote, country }, key);
  const receipt = typeof paper === "object" ? paper.code : null;
  const word = await wordOf<CastAnswer["word"]>(
    tx,
    sql<Answered>`select plenary.cast_ballot(${vote}::uuid, ${option}::smallint, ${receipt}, ${receipt === null ? null : key}) as word`,
  );
  if (word === "cast" && of) {
    const who = subjectOf(actor);
    await tell(tx, actor, {
      meeting: of.meeting,
      ...(of.item === null ? {} : { item: of.item }),
      kind: "ballot.cast",
      sentence: { es: `${who.es} emitió su papeleta en la votación sobre «${of.title_es}».`, en: `${who.en} cast its ballot in the vote on “${of.title_en}”.` },
      detail: { vote, ...(of.motion === null ? {} : { motion: of.motion }) },
    });
  }
  return (word === "cast" || word === "kept") && receipt !== null ? { word, receipt } : { word };
}

/** What the ballot paper of one delegation needs to know, and no more: 200 telephones ask for it at once. */
export interface BallotPaper {
  readonly id: string;
  readonly meeting: string;
  readonly title: Text;
  readonly method: "roll-call" | "secret";
  readonly isOpen: boolean;
  readonly text: Text | null;
  readonly choices: readonly { readonly option: number; readonly label: Text }[];
  /** Who cast the delegation's ballot; null while nobody has. */
  readonly votedBy: string | null;
  /** Whether the actor may vote now; null when the delegation has voted or the vote is closed. */
  readonly entitlement: Entitlement | null;
}

/** The paper of a vote for a delegation, in one statement; undefined when there is no such vote that the actor may see. */
export async function paperOf(tx: Reading, vote: string, country: string | undefined): Promise<BallotPaper | undefined> {
  const { rows } = await sql<BallotPaper>`
    select v.id, v.meeting, v.method, v.state = 'open' as "isOpen", jsonb_build_object('es', v.title_es, 'en', v.title_en) as title,
      (select jsonb_build_object('es', o.text_es, 'en', o.text_en) from plenary.motion o where o.id = v.motion) as text,
      (select jsonb_agg(jsonb_build_object('option', o.option, 'label', jsonb_build_object('es', o.label_es, 'en', o.label_en)) order by o.option)
        from plenary.vote_option o where o.vote = v.id) as choices,
      k.name as "votedBy", case when v.state = 'open' and k.vote is null then plenary.entitlement(v.meeting) end as entitlement
    from plenary.vote v left join plenary.mark k on k.vote = v.id and k.country = ${country ?? null} where v.id = ${vote}::uuid`.execute(tx);
  return rows[0];
}

/** Whether a receipt is that of the acting delegation's ballot in the urn, or after the closing of a kept ballot. */
export async function holdsReceipt(tx: Reading, { vote, receipt, key }: { readonly vote: string; readonly receipt: string; readonly key: string }): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select plenary.holds_receipt(${vote}::uuid, ${receipt}, ${key}) as held`.execute(tx);
  return rows[0]?.held === true;
}

/** A kept ballot as it may be read after the closing: with its country in a roll call, with its receipt in a secret vote. */
export interface KeptBallot {
  readonly option: number;
  readonly country: string | null;
  readonly receipt: string | null;
}

/** The ballots of a vote, by country or by receipt. While the vote is open nobody reads any (policy `readers_after_closing`). */
export async function ballotsOf(tx: Reading, vote: string): Promise<KeptBallot[]> {
  return tx.selectFrom("plenary.ballot").select(["option", "country", "receipt"]).where("vote", "=", vote).orderBy("country").orderBy("receipt").execute();
}
