import { createHash, randomUUID } from "node:crypto";
import { type World, asOwner, member } from "./world.ts";

/** A place of an arranged plan: its name in the test, and what the table wants. */
export interface ArrangedNode {
  readonly name: string;
  readonly under?: string;
  readonly kind: string;
  readonly code: string;
  readonly weight?: string;
  readonly months?: readonly number[];
  /** ISO days, first and last, where it is not of months. */
  readonly days?: readonly [string, string];
  readonly figure?: "count" | "percent" | "milestone" | "countries";
  readonly measure?: string;
  readonly target?: number;
  /** Country codes, 'every-member', 'secretariat', 'presidency'. */
  readonly responsible?: readonly string[];
}

/** A small plan of one year whose figures can be worked out by hand: two axes of 60 and 40. */
export const smallPlan: readonly ArrangedNode[] = [
  { name: "axis 1", kind: "axis", code: "1", weight: "60" },
  { name: "objective 1.1", under: "axis 1", kind: "operational-objective", code: "1.1", weight: "100" },
  { name: "of Guatemala", under: "objective 1.1", kind: "activity", code: "1.1.1", weight: "30", months: [1, 2, 3], responsible: ["GTM"] },
  { name: "of every member", under: "objective 1.1", kind: "activity", code: "1.1.2", weight: "70", months: [4, 5, 6], responsible: ["every-member"] },
  { name: "axis 2", kind: "axis", code: "2", weight: "40" },
  { name: "objective 2.1", under: "axis 2", kind: "operational-objective", code: "2.1", weight: "100" },
  { name: "of the secretariat", under: "objective 2.1", kind: "activity", code: "2.1.1", weight: "100", months: [10, 11], responsible: ["secretariat"] },
  { name: "counted", under: "objective 2.1", kind: "indicator", code: "2.1.a", figure: "count", target: 9, responsible: ["HND"] },
  { name: "measured", under: "objective 2.1", kind: "indicator", code: "2.1.b", figure: "count", measure: "plenary.meetings-held", target: 2 },
];

/** The key of a place, the same at each call. */
export function planKey(plan: string, name: string): string {
  const hex = createHash("sha256").update(`${plan}/${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Enters a plan of a year (or of other days) in its first version, in force unless told, as a record of the coalition. */
export async function arrangePlan(world: World, id: string, year: number, nodes: readonly ArrangedNode[] = smallPlan, wish: { readonly isDraft?: boolean; readonly parent?: string; readonly days?: readonly [string, string] } = {}): Promise<void> {
  await asOwner(world.ownerUrl, async (client) => {
    await client.query("begin");
    await client.query(
      `insert into planning.plan (id, kind, title_es, title_en, from_day, until_day, parent, is_record, source_es, source_en)
       values ($1, 'operational', 'Plan operativo ' || $2::int, 'Operational plan ' || $2::int, coalesce($4::date, make_date($2, 1, 1)), coalesce($5::date, make_date($2, 12, 31)), $3, true, 'prueba', 'test')`,
      [id, year, wish.parent ?? null, wish.days?.[0] ?? null, wish.days?.[1] ?? null],
    );
    await client.query("insert into planning.version (plan, version) values ($1, 1)", [id]);
    for (const [place, node] of nodes.entries()) {
      await client.query(
        `insert into planning.node (plan, version, key, parent, kind, code, position, title_es, title_en, weight, months, figure, direction, target, measure, starts_on, ends_on)
         values ($1, 1, $2, $3, $4, $5, $6, 'Lo ' || $7, 'What is ' || $7, $8, $9, $10, 'up', $11, $12, $13, $14)`,
        [id, planKey(id, node.name), node.under === undefined ? null : planKey(id, node.under), node.kind, node.code, place + 1, node.name, node.weight ?? null, node.months ?? [], node.figure ?? null, node.target ?? null, node.measure ?? null, node.days?.[0] ?? null, node.days?.[1] ?? null],
      );
      for (const who of node.responsible ?? [])
        await client.query("insert into planning.responsible (plan, version, key, kind, country) values ($1, 1, $2, $3, $4)", [
          id, planKey(id, node.name), /^[A-Z]{3}$/.test(who) ? "member" : who, /^[A-Z]{3}$/.test(who) ? who : null,
        ]);
    }
    if (wish.isDraft !== true) await client.query("update planning.version set state = 'approved' where plan = $1", [id]);
    await client.query("commit");
  });
}

/** A report that was accepted, or waits where `answer` is null. */
export interface ArrangedReport {
  readonly name: string;
  readonly value: number;
  readonly until: string;
  readonly country?: string | null;
  readonly answer?: "accepted" | null;
  readonly state?: string;
  readonly whyNot?: string;
  readonly link?: string;
  readonly narrative?: string;
}

/** Enters a report past the policies; gives its id. */
export async function arrangeReport(world: World, plan: string, { name, value, until, country = null, answer = "accepted", state, whyNot = "", link, narrative = "Se hizo." }: ArrangedReport): Promise<string> {
  const id = randomUUID();
  const author = member("focal-point", "GTM");
  await asOwner(world.ownerUrl, (client) =>
    client.query(
      `insert into planning.report (id, plan, version, key, country, office, from_day, until_day, progress, figure, state_of, narrative, why_not, evidence_url, account, name, answer)
       select $1, $2, 1, $3, $4, 'focal-point', date_trunc('month', $5::date)::date, $5::date, case when n.kind = 'activity' then $6::numeric end, case when n.kind <> 'activity' then $6::numeric end,
         $7, $8, $9, $10, $11, 'Persona de prueba', $12 from planning.node n where n.plan = $2 and n.version = 1 and n.key = $3`,
      [id, plan, planKey(plan, name), country, until, value, state ?? null, narrative, whyNot, link ?? null, author.account, answer],
    ),
  );
  return id;
}
