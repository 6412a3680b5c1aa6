import type { Language } from "#basics";
import { type Reading, sql } from "#database";
import { indicatorFigure } from "../indicator/figure.store.ts";
import type { CountedStep } from "../indicator/step.ts";
import { startingLightRule } from "../plan/light.ts";
import type { FigureKind, NodeKind, Plan, PlanNode, PlanResponsible } from "../plan/plan.ts";
import { plansOf } from "../plan/node.store.ts";
import { type NodeProgress, rollUp, wholePlan } from "../plan/roll-up.ts";
import { stretchesOf } from "../plan/schedule.ts";
import { register } from "../progress/register.store.ts";
import { type MatrixBand, type MatrixFilter, type MatrixLine, type MatrixRow, type NewestReport, stays } from "./matrix.ts";
import { partiesText, partyCountries, partyKey } from "./party.ts";

/** A matrix as its page, its sheet and its file show it. */
export interface Matrix {
  readonly plan: Plan;
  /** The version that it shows. */
  readonly version: number;
  readonly lines: readonly MatrixLine[];
  /** Rows in all, before the filter. */
  readonly count: number;
  /** What the filter can choose among, in the reader's language. */
  readonly axes: readonly Choice[];
  readonly countries: readonly Choice[];
  readonly parties: readonly Choice[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a matrix needs of a node, in one language. */
interface NodeRow {
  readonly plan: string;
  readonly version: number;
  readonly key: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly target: string;
  readonly verification: string;
  readonly unit: string;
  readonly weight: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly months: number[];
  readonly figure: string | null;
  readonly counted_step: CountedStep | null;
  readonly baseline: string | null;
  readonly measure: string | null;
}

/**
 * The matrix of a plan in its version in force, with the plans that carry it out where the filter says so. A leader reads the draft
 * of a plan that has no version in force yet. Undefined where the reader knows of no such plan, or nothing of it.
 */
export async function matrixOf(tx: Reading, id: string, filter: MatrixFilter, language: Language, today: string): Promise<Matrix | undefined> {
  const all = await plansOf(tx);
  const plan = all.find((each) => each.id === id);
  const version = plan?.version ?? plan?.draft;
  if (!plan || version === null || version === undefined) return undefined;
  const below = filter.scope === "all" ? all.filter((each) => each.parent === id && each.version !== null).toSorted((one, other) => (one.from < other.from ? -1 : 1)) : [];
  const shown = [plan, ...below];
  const wanted = shown.map((each) => each.id);
  const versions = shown.map((each) => each.version ?? each.draft ?? 0);
  const nodes = await nodesOf(tx, wanted, versions, language);
  const parts = await partsOf(tx, wanted, versions);
  const newest = await newestOf(tx, wanted);
  const fed = await fedFigures(tx, shown, nodes, today);
  const known = await register(tx);

  const lineOfParties = remembered((parties: readonly PlanResponsible[]) => partiesText(parties, known, language), partsKey);
  const countriesOf = remembered((parties: readonly PlanResponsible[]) => partyCountries(parties, known), partsKey);
  const lines: MatrixLine[] = [];
  let count = 0;
  for (const each of shown) {
    const own = nodes.get(each.id) ?? [];
    const tree = own.map((row) => planNode(row, each));
    const reported = new Map(own.flatMap(({ key }) => (newest.has(key) ? [[key, { progress: newest.get(key)?.figure ?? "0", until: newest.get(key)?.until ?? "" }] as const] : [])));
    const progress = rollUp(tree.filter(({ kind }) => kind !== "indicator"), reported, today, startingLightRule);
    const byKey = new Map(tree.map((node) => [node.key, node]));
    const children = Map.groupBy(own, ({ parent }) => parent);
    const rowOf = (row: NodeRow): MatrixRow => {
      const node = byKey.get(row.key);
      const stretches = node ? stretchesOf(node) : [];
      const parties = parts.get(row.key) ?? [];
      const isActivity = row.kind === "activity";
      const found = isActivity ? progress.get(row.key) : undefined;
      return {
        plan: row.plan,
        key: row.key,
        kind: isActivity ? "activity" : "indicator",
        code: row.code,
        title: row.title,
        baseline: row.baseline,
        target: row.target,
        verification: row.verification,
        responsible: lineOfParties(parties),
        parties: parties.map(partyKey),
        countries: countriesOf(parties),
        months: row.months,
        from: stretches[0]?.from ?? null,
        until: stretches.at(-1)?.until ?? null,
        weight: row.weight,
        due: found ? short(found.due) : null,
        light: found?.light ?? null,
        unit: row.unit,
        isMeasured: row.measure !== null || row.figure === "countries",
        newest: row.measure !== null || row.figure === "countries" ? (fed.get(row.key) ?? null) : (newest.get(row.key) ?? null),
      };
    };
    const walk = (parent: string | null, depth: number, isChosen: boolean): MatrixLine[] =>
      (children.get(parent) ?? []).flatMap((row): MatrixLine[] => {
        const isIn = isChosen || row.code === filter.axis;
        if (row.kind === "activity" || row.kind === "indicator") {
          count += 1;
          const made = rowOf(row);
          return isIn && stays(made, filter) ? [{ row: made }] : [];
        }
        const inside = walk(row.key, depth + 1, isIn);
        return inside.length === 0 ? [] : [{ band: band(row, depth, progress.get(row.key)) }, ...inside];
      });
    const inside = walk(null, below.length > 0 ? 1 : 0, filter.axis === undefined);
    if (below.length > 0 && inside.length > 0) lines.push({ band: planBand(each, language, progress.get(wholePlan)) });
    for (const line of inside) lines.push(line);
  }
  const everyPart = new Map([...parts.values()].flat().map((each) => [partyKey(each), each]));
  return {
    plan,
    version,
    lines,
    count,
    axes: axesOf(nodes, shown),
    countries: known.members.map(({ code, name }) => ({ value: code, label: name[language] })),
    parties: distinct([...everyPart].map(([value, each]) => ({ value, label: partiesText([{ ...each, role: "responsible" }], known, language) }))),
  };
}

function axesOf(nodes: ReadonlyMap<string, readonly NodeRow[]>, shown: readonly Plan[]): Choice[] {
  const tops = shown.flatMap(({ id }) => (nodes.get(id) ?? []).filter(({ parent, code }) => parent === null && code !== ""));
  return distinct(tops.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }))).toSorted((one, other) => one.value.localeCompare(other.value, "es", { numeric: true }));
}

function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((each) => [each.value, each])).values()].toSorted((one, other) => one.label.localeCompare(other.label, "es"));
}

const partsKey = (parties: readonly PlanResponsible[]) => parties.map((each) => `${each.role}${partyKey(each)}`).join();

/** Works out a thing once for all rows that share it. */
function remembered<In, Out>(work: (of: In) => Out, keyOf: (of: In) => string): (of: In) => Out {
  const known = new Map<string, Out>();
  return (of) => {
    const key = keyOf(of);
    const found = known.get(key) ?? work(of);
    known.set(key, found);
    return found;
  };
}

/** Percent with as many decimals as it needs, two at most. */
function short(percent: string): string {
  const hundredths = (BigInt(percent.replace(".", "")) + 50n) / 100n; // four decimals come in, never below zero
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
  return text.replace(/\.?0+$/, "");
}

function band(row: NodeRow, depth: number, found: NodeProgress | undefined): MatrixBand {
  const weighs = found !== undefined && found.because !== "nothing-weighs";
  return {
    plan: row.plan, key: row.key, kind: row.kind as NodeKind, // the table's check holds the kinds
    depth, code: row.code, title: row.title, weight: row.weight,
    done: weighs ? short(found.done) : null, due: weighs ? short(found.due) : null, light: weighs ? found.light : null,
  };
}

function planBand(plan: Plan, language: Language, found: NodeProgress | undefined): MatrixBand {
  const weighs = found !== undefined && found.because !== "nothing-weighs";
  return {
    plan: plan.id, key: plan.id, kind: "plan", depth: 0, code: "", title: plan.title[language], weight: null,
    done: weighs ? short(found.done) : null, due: weighs ? short(found.due) : null, light: weighs ? found.light : null,
  };
}

async function nodesOf(tx: Reading, plans: readonly string[], versions: readonly number[], language: Language): Promise<Map<string, NodeRow[]>> {
  const said = (name: string) => sql.ref(`n.${name}_${language}`);
  const { rows } = await sql<NodeRow>`
    select n.plan, n.version, n.key, n.parent, n.kind, n.code, n.position, ${said("title")} as title, ${said("target")} as target,
      ${said("verification")} as verification, ${said("unit")} as unit, trim_scale(n.weight)::text as weight, n.starts_on, n.ends_on, n.months, n.figure, n.counted_step,
      trim_scale(n.baseline)::text as baseline, n.measure
    from unnest(${[...plans]}::text[], ${[...versions]}::smallint[]) as w (plan, version)
    join planning.node n on n.plan = w.plan and n.version = w.version
    order by n.position, n.code collate "C", n.key`.execute(tx);
  return Map.groupBy(rows, ({ plan }) => plan);
}

async function partsOf(tx: Reading, plans: readonly string[], versions: readonly number[]): Promise<Map<string, PlanResponsible[]>> {
  const { rows } = await sql<PlanResponsible>`
    select r.id, r.key, r.kind, r.country, r.committee, r.organisation, r.role
    from unnest(${[...plans]}::text[], ${[...versions]}::smallint[]) as w (plan, version)
    join planning.responsible r on r.plan = w.plan and r.version = w.version
    order by r.role collate "C", r.kind collate "C", r.country collate "C", r.id`.execute(tx);
  return Map.groupBy(rows, ({ key }) => key);
}

/** The newest accepted report of each place, by its key. */
export async function newestOf(tx: Reading, plans: readonly string[], until = "9999-12-31"): Promise<Map<string, NewestReport>> {
  const { rows } = await sql<NewestReport & { key: string }>`
    select n.key, newest.figure, newest.until, newest.country
    from (select distinct plan, key from planning.node where plan = any(${[...plans]}::text[])) n
    -- One look at the index for each place: sorting all reports takes four times as long where each place has eight.
    cross join lateral (
      select trim_scale(coalesce(r.progress, r.figure))::text as figure, r.until_day as until, r.country
      from planning.report r
      where r.plan = n.plan and r.key = n.key and r.answer = 'accepted' and r.until_day <= ${until}::date
      order by r.until_day desc, r.submitted_at desc
      limit 1
    ) newest`.execute(tx);
  return new Map(rows.map(({ key, ...report }) => [key, report]));
}

/** The figures of indicators that nobody types, over the plan's period until today, as the indicator's own page tells them. */
async function fedFigures(tx: Reading, plans: readonly Plan[], nodes: ReadonlyMap<string, readonly NodeRow[]>, today: string): Promise<Map<string, NewestReport>> {
  const found = new Map<string, NewestReport>();
  const read = new Map<string, Awaited<ReturnType<typeof indicatorFigure>>>();
  for (const plan of plans) {
    const until = today < plan.until ? today : plan.until;
    if (until < plan.from) continue;
    for (const row of nodes.get(plan.id) ?? []) {
      if (row.measure === null && row.figure !== "countries") continue;
      // A measure tells the same of one plan wherever it stands in it; steps of countries hang on the indicator itself.
      const same = row.measure === null ? row.key : `${row.measure} ${row.figure} ${plan.id}`;
      const figure = read.get(same) ?? (await indicatorFigure(tx, planNode(row, plan), { from: plan.from, until }));
      read.set(same, figure);
      if (figure !== undefined && figure.source !== "none") found.set(row.key, { figure: String(figure.value), until, country: null });
    }
  }
  return found;
}

function planNode(row: NodeRow, plan: Plan): PlanNode {
  const none = { es: "", en: "" };
  return {
    plan: row.plan, version: row.version, key: row.key, parent: row.parent, kind: row.kind as NodeKind, // the table's check holds the kinds
    code: row.code, position: row.position, title: none, detail: none, sourcePage: "", weight: row.weight, target: none, verification: none,
    startsOn: row.starts_on, endsOn: row.ends_on, months: row.months, planFrom: plan.from, planUntil: plan.until,
    indicator:
      row.figure === null
        ? null
        : {
            unit: none, figure: row.figure as FigureKind, // the table's check holds the kinds
            countedStep: row.counted_step,
            direction: null, baseline: null, baselineOn: null, targetFigure: null, targetOn: null, measure: row.measure, bridge: null,
          },
    goals: [],
  };
}
