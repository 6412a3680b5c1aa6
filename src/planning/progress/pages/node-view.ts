import { type Actor, type Language, type Text, countryName, dayOf, formatDate } from "#basics";
import type { Reading } from "#database";
import { planningProgressWords } from "#words";
import { percentWords } from "../../indicator/figure-words.ts";
import { acceptedOf, treeOf } from "../../plan/node.store.ts";
import { startingLightRule } from "../../plan/light.ts";
import type { PlanNode } from "../../plan/plan.ts";
import { type NodeProgress, rollUp } from "../../plan/roll-up.ts";
import { evidenceFor } from "../evidence.store.ts";
import type { ShownEvidence } from "../evidence.ts";
import { partyLine } from "../party.ts";
import { register } from "../register.store.ts";
import { type Place, reportsOf } from "../report.store.ts";
import { type Report, leads } from "../report.ts";

/** A report as a page shows it: of whom it is in words, its evidence within the reader's rights, and what the reader may do. */
export interface ShownReport extends Omit<Report, "account" | "evidenceUrl" | "evidenceDocument"> {
  readonly of: string;
  readonly evidence: readonly ShownEvidence[];
  readonly isOwn: boolean;
  readonly mayAnswer: boolean;
}

/** Who sent a report, in words. */
export function senderName({ country, office }: Pick<Report, "country" | "office">, language: Language): string {
  const { parties } = planningProgressWords[language];
  return country === null ? parties[office === "presidency" ? "presidency" : "secretariat"] : countryName(country)[language];
}

/** The reports of a place as this reader may see them. */
export async function shownReports(tx: Reading, actor: Actor, key: string, language: Language): Promise<ShownReport[]> {
  const shown: ShownReport[] = [];
  for (const each of await reportsOf(tx, key)) {
    const { account, evidenceUrl, evidenceDocument, ...rest } = each;
    shown.push({
      ...rest,
      of: senderName(each, language),
      evidence: await evidenceFor(tx, actor, { evidenceUrl, evidenceDocument, country: each.country }),
      isOwn: actor.kind === "member" && actor.account === account,
      mayAnswer: leads(actor) && each.answer === null,
    });
  }
  return shown;
}

/** The facts of a place in the words of the page. */
export interface NodeFacts {
  readonly above: readonly { readonly key: string; readonly label: string }[];
  readonly responsible: string;
  readonly supports: string;
  readonly schedule: string;
  readonly weight: string | null;
}

/** A place's line in lists and breadcrumbs: its number and its title, cut where it is long. */
export function nodeLabel({ code, title }: { readonly code: string; readonly title: Text }, language: Language): string {
  const text = `${code} ${title[language]}`.trim();
  return text.length > 120 ? `${text.slice(0, 117).trimEnd()}…` : text;
}

/** What the plan says of a place. */
export async function factsOf(tx: Reading, { node, above, responsible }: Place, language: Language): Promise<NodeFacts> {
  const found = await register(tx);
  const words = planningProgressWords[language];
  const line = partyLine(responsible, "responsible", found, language);
  return {
    above: above.map((each) => ({ key: each.key, label: nodeLabel(each, language) })),
    responsible: line === "" && (node.kind === "activity" || node.kind === "indicator") ? words.nobody : line,
    supports: partyLine(responsible, "supports", found, language),
    schedule: scheduleLine(node, language),
    weight: node.weight === null ? null : percentWords(node.weight, language, 4),
  };
}

/** When a place is to be done, in words. */
function scheduleLine({ startsOn, endsOn, months, planFrom, planUntil }: PlanNode, language: Language): string {
  const words = planningProgressWords[language].node;
  if (startsOn === null && endsOn === null && months.length === 0) return words.scheduleNone;
  const [from, until] = [startsOn ?? planFrom, endsOn ?? planUntil];
  if (months.length === 0) return words.scheduleDays(formatDate(from, language), formatDate(until, language));
  const names = new Intl.DateTimeFormat(language === "es" ? "es-419" : "en-GB", { month: "long", timeZone: "UTC" });
  const said = months.toSorted((a, b) => a - b).map((month) => names.format(new Date(Date.UTC(2024, month - 1, 1))));
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  return words.scheduleMonths(said.join(", "), first === last ? first : `${first}–${last}`);
}

/** How far a place is today; undefined for indicators, which measure and do not add up. */
export async function progressOfPlace(tx: Reading, { node }: Place): Promise<NodeProgress | undefined> {
  if (node.kind === "indicator") return undefined;
  const tree = await treeOf(tx, node.plan, node.version);
  return rollUp(tree, await acceptedOf(tx, node.plan), dayOf(new Date()), startingLightRule).get(node.key);
}
