import type { Actor } from "#basics";
import { terms } from "#coalition";
import { type Reading, type Writing, sql } from "#database";
import { tell } from "../history/event.store.ts";
import type { Election } from "./election.ts";
import { withdrawalInWords } from "./election-sentence.ts";
import { electionOf } from "./election.store.ts";
import { type Eligibility, eligibility } from "./eligibility.ts";
import { namedBy, namesOf } from "./name.store.ts";
import { type ElectionAnswer, answerOf, wordOf } from "./refusal.ts";

/**
 * For each member state whether it can stand, with every reason against it; `plenary.ineligibility` decides the same when a
 * state is proposed and when the first round opens.
 */
export async function eligibleStates(tx: Reading, election: Pick<Election, "meeting" | "rule" | "termFrom" | "candidacies">): Promise<Eligibility[]> {
  const members = await tx.selectFrom("coalition.member").select(["country", "left_on"]).where("fictional", "=", false).orderBy("name_es").execute();
  const seats = await tx.selectFrom("plenary.seat").select("country").where("meeting", "=", election.meeting).execute();
  const seated = new Set(seats.map(({ country }) => country));
  const held = (await terms(tx)).filter(({ office }) => office === "presidency");
  const states = [
    ...members.filter(({ country, left_on }) => seated.has(country) || left_on === null),
    // Countries of an exercise are no members outside of it.
    ...[...seated].filter((code) => !members.some(({ country }) => country === code)).map((country) => ({ country, left_on: null })),
  ];
  return eligibility(election.rule, {
    states: states.map(({ country, left_on }) => ({ code: country, kind: "member", isSeated: seated.has(country), left: left_on ?? undefined })),
    terms: held.map(({ country = "", from }) => ({ country, from })),
    declined: election.candidacies.filter(({ state }) => state === "declined" || state === "withdrawn").map(({ country }) => country),
    termFrom: election.termFrom,
  });
}

/** A delegation proposes a state, its own or another. The one that is proposed accepts by itself. */
export async function proposeCandidacy(tx: Writing, actor: Actor, election: Election, country: string): Promise<ElectionAnswer<"proposed">> {
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.propose_candidacy(${election.id}::uuid, ${country}) as word`), ["proposed"]);
  if (word !== "proposed") return word;
  const named = namedBy(await namesOf(tx));
  const [whom, by] = [named(country), named(actor.kind === "member" ? (actor.country ?? "") : "")];
  const isOwn = actor.kind === "member" && actor.country === country;
  await tell(tx, actor, {
    meeting: election.meeting,
    item: election.item,
    kind: "election.proposed",
    sentence: isOwn
      ? { es: `${whom.es} presentó su candidatura a la Presidencia.`, en: `${whom.en} offered its candidacy for the presidency.` }
      : { es: `${by.es} propuso a ${whom.es} para la Presidencia.`, en: `${by.en} proposed ${whom.en} for the presidency.` },
    detail: { election: election.id, country },
  });
  return word;
}

/** The candidate's own delegation accepts, with a short statement, or declines; each can be taken back until the first round. */
export async function answerCandidacy(
  tx: Writing,
  actor: Actor,
  election: Election,
  { accepts, statement }: { readonly accepts: boolean; readonly statement: string },
): Promise<ElectionAnswer<"accepted" | "declined">> {
  const country = actor.kind === "member" ? (actor.country ?? "") : "";
  const before = election.candidacies.find((each) => each.country === country)?.state;
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.answer_candidacy(${election.id}::uuid, ${accepts}, ${statement}) as word`), ["accepted", "declined"]);
  if (word !== "accepted" && word !== "declined") return word;
  const now = accepts ? "standing" : before === "standing" || before === "withdrawn" ? "withdrawn" : "declined";
  if (now === before) return word; // said again, or with another statement: the history told it already
  const name = namedBy(await namesOf(tx))(country);
  const sentence = {
    standing: { es: `${name.es} aceptó la candidatura a la Presidencia.`, en: `${name.en} accepted to stand for the presidency.` },
    withdrawn: { es: `${name.es} retiró su candidatura a la Presidencia.`, en: `${name.en} withdrew its candidacy for the presidency.` },
    declined: { es: `${name.es} declinó la candidatura a la Presidencia.`, en: `${name.en} declined to stand for the presidency.` },
  }[now];
  await tell(tx, actor, { meeting: election.meeting, item: election.item, kind: `election.${word}`, sentence, detail: { election: election.id, country } });
  return word;
}

/** The candidate's own delegation withdraws between two rounds; `plenary.withdraw_candidacy` decides whether it may, `comingRound` explains it. */
export async function withdrawCandidacy(tx: Writing, actor: Actor, election: Election): Promise<ElectionAnswer<"withdrawn">> {
  const country = actor.kind === "member" ? (actor.country ?? "") : "";
  const word = answerOf(await wordOf(tx, sql<{ word: string }>`select plenary.withdraw_candidacy(${election.id}::uuid) as word`), ["withdrawn"]);
  if (word !== "withdrawn" || election.candidacies.find((each) => each.country === country)?.state === "withdrawn") return word;
  const after = await electionOf(tx, election.meeting);
  const named = namedBy(await namesOf(tx));
  const name = named(country);
  const next = after && withdrawalInWords(after, named);
  await tell(tx, actor, {
    meeting: election.meeting,
    item: election.item,
    kind: "election.withdrawn",
    sentence: {
      es: `${name.es} retiró su candidatura a la Presidencia entre dos vueltas. ${next?.es ?? ""}`.trim(),
      en: `${name.en} withdrew its candidacy for the presidency between two rounds. ${next?.en ?? ""}`.trim(),
    },
    detail: { election: election.id, country },
  });
  return word;
}
