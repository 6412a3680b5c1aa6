import type { Actor, Text } from "#basics";
import { type Database, type Reading, read } from "#database";
import type { WaitingItem } from "#web";
import { collectionWords } from "#words";
import type { SubmissionState } from "./act.ts";
import { waitsForCountry } from "./board.ts";
import type { Collection } from "./collection.ts";
import { collections } from "./collection.store.ts";
import { openReasons } from "./remark.ts";
import { remarksOf } from "./remark.store.ts";
import { type StandingOf, submissionStates } from "./submission-states.store.ts";

type Member = Extract<Actor, { kind: "member" }>;
type Standing = StandingOf & { readonly of: Collection };
const words = collectionWords;
const years = (collection: Collection) => `${collection.year}${collection.exercise ? " *" : ""}`;

/** One line in both languages, made from the same values. */
function both(line: (language: "es" | "en") => string): Text {
  return { es: line("es"), en: line("en") };
}

/** What of the data year waits for the acting member, told by the state of the submissions and who acts next. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || actor.office === "observer" || actor.office === "administrator") return [];
  return read(database, actor, async (tx) => {
    const opened = new Map((await collections(tx)).map((collection) => [collection.id, collection]));
    const standings = (await submissionStates(tx)).flatMap((standing): Standing[] => {
      const of = opened.get(standing.collection);
      return of ? [{ ...standing, of }] : [];
    });
    if (actor.country !== undefined)
      return ownTasks(
        tx,
        actor,
        standings.filter((standing) => standing.country === actor.country),
      );
    return actor.office === "secretariat" ? reviews(standings) : follow(standings);
  });
}

async function ownTasks(tx: Reading, actor: Member, standings: readonly Standing[]): Promise<WaitingItem[]> {
  const items: WaitingItem[] = [];
  for (const { collection, country, name, state, of } of standings) {
    const href = `/workspace/collections/${collection}/${country}`;
    const due = of.deadline;
    const isSigner = actor.office === "delegate-titular" || actor.office === "delegate-alternate";
    if (actor.office === "focal-point" && state === "draft")
      items.push({ href, due, label: both((l) => words[l].waiting.enter(name[l], years(of))) });
    if (actor.office === "focal-point" && state === "returned") {
      const reasons = openReasons(await remarksOf(tx, { collection, country })).length;
      items.push({
        href: `${href}/remarks`,
        due,
        label: both((l) => words[l].waiting.answer(name[l], years(of), String(reasons))),
      });
    }
    if (isSigner && state === "submitted")
      items.push({ href: `${href}/sign`, due, label: both((l) => words[l].waiting.sign(name[l], years(of))) });
  }
  return items;
}

const isAccepted = (state: SubmissionState) => state === "accepted" || state === "released";

/** The secretariat: what is to be reviewed, and which countries are late. A complete year is told by the release. */
function reviews(standings: readonly Standing[], today = new Date().toISOString().slice(0, 10)): WaitingItem[] {
  const items: WaitingItem[] = standings.flatMap(({ collection, country, name, state, of }) => {
    const href = `/workspace/collections/${collection}/${country}`;
    if (state === "signed")
      return [{ href, due: of.publishOn, label: both((l) => words[l].waiting.review(name[l], years(of))) }];
    if (state === "under-review")
      return [{ href, due: of.publishOn, label: both((l) => words[l].waiting.decide(name[l], years(of))) }];
    return [];
  });
  for (const [collection, group] of Map.groupBy(standings, (standing) => standing.collection)) {
    const of = group[0]?.of;
    if (!of) continue;
    const href = `/workspace/collections/${collection}`;
    const late = group.filter(({ state }) => waitsForCountry(state) && of.deadline < today);
    if (late.length > 0)
      items.push({
        href,
        due: of.deadline,
        label: both((l) => words[l].waiting.late(late.map(({ name }) => name[l]).join(", "), years(of))),
      });
  }
  return items;
}

/** The presidency follows the years that are not published yet. */
function follow(standings: readonly Standing[]): WaitingItem[] {
  return [...Map.groupBy(standings, (standing) => standing.collection)].flatMap(([collection, group]) => {
    const of = group[0]?.of;
    if (!of || group.every(({ state }) => state === "released")) return [];
    const accepted = group.filter(({ state }) => isAccepted(state)).length;
    const label = both((l) => words[l].waiting.follow(years(of), String(accepted), String(group.length)));
    return [{ href: `/workspace/collections/${collection}`, due: of.publishOn, label }];
  });
}
