import type { Text } from "#basics";
import { type Finding, type GroupRisk, type Reason, audit, groupRisks, protect, revisionProblems } from "../disclosure/index.ts";
import { assemble } from "./assemble.ts";
import type { ReleaseInputs } from "./inputs.ts";
import { readerViews } from "./reader-view.ts";
import type { ReleaseData } from "./release-data.ts";
import { releaseProblem } from "./release-problem.ts";

/** What only the inside may know of a release: why each cell is hidden, and what is to be signed off by name. */
export interface ProtectionReport {
  readonly cells: number;
  readonly hidden: Readonly<Record<string, Reason>>;
  /** Numbers that the sources' own tables already narrow, whatever this release does. */
  readonly unavoidable: readonly string[];
  /** Everybody, or all but one, of a large group shares an attribute: printed, once somebody has answered for it. */
  readonly groupRisks: readonly GroupRisk[];
  /** Questions asked of the solver. */
  readonly solves: number;
}

/** The protected and attacked figures, before any file is made of them. */
export interface ProtectedRelease {
  readonly data: ReleaseData;
  readonly report: ProtectionReport;
}

/** A release that must not exist: the attacker found a way in, or a cell cannot be protected. It names cells, never counts. */
export class ReleaseRefused extends Error {
  override name = "ReleaseRefused";
  constructor(
    readonly reason: "unprotectable" | "attacked" | "revision",
    readonly cells: readonly string[],
    readonly findings: readonly Pick<Finding, "kind" | "cell">[] = [],
  ) {
    super(`The release is refused (${reason}): ${cells.slice(0, 12).join(", ")}${cells.length > 12 ? `, and ${cells.length - 12} more` : ""}`);
  }
}

/** Hears how far a build is. */
export type BuildProgress = (step: Text, done?: number, total?: number) => void | Promise<void>;

const steps = {
  problem: { es: "Reuniendo las cifras en un solo problema", en: "Bringing the figures into one problem" },
  protect: { es: "Protegiendo los conteos pequeños", en: "Protecting small counts" },
  attack: { es: "Atacando el resultado para comprobar que resiste", en: "Attacking the result to prove that it holds" },
} satisfies Record<string, Text>;

/**
 * Protects the figures of a year, attacks the result, and gives the figures that may be public.
 *
 * Fails closed: `ReleaseRefused` when a breach is found or cannot be ruled out, when a cell cannot be protected, or when a new
 * version of a year would let the old one be solved.
 */
export async function protectRelease(inputs: ReleaseInputs, tell: BuildProgress = () => undefined): Promise<ProtectedRelease> {
  await tell(steps.problem);
  const draft = releaseProblem(inputs);
  await tell(steps.protect, 0, draft.problem.cells.length);
  const protection = await protect(draft.problem);
  if (protection.unprotectable.length) throw new ReleaseRefused("unprotectable", protection.unprotectable);

  await tell(steps.attack, 0, draft.problem.cells.length);
  const findings = await audit(draft.problem, protection);
  if (findings.length) throw new ReleaseRefused("attacked", findings.map((finding) => finding.cell), findings.map(({ kind, cell }) => ({ kind, cell })));
  const data = assemble(inputs, draft, protection);
  checkRevision(inputs, data);
  const printed = new Set(draft.places.filter((place) => !protection.hidden.has(place.id)).map((place) => place.id));
  return {
    data,
    report: {
      cells: draft.problem.cells.length,
      hidden: Object.fromEntries(protection.hidden),
      unavoidable: protection.unavoidable,
      groupRisks: groupRisks(draft.problem).filter((risk) => !risk.small && printed.has(risk.part) && printed.has(risk.total)),
      solves: protection.solves,
    },
  };
}

/** A new version of a year: every printed change is itself a published count, and what was hidden stays hidden. */
function checkRevision(inputs: ReleaseInputs, data: ReleaseData): void {
  const previous = inputs.earlier.filter((each) => each.data.year === inputs.year).sort((a, b) => b.data.version - a.data.version)[0];
  if (!previous) return;
  const viewOf = (release: ReleaseData) => readerViews(release, inputs.methodology).view;
  const problems = revisionProblems(viewOf(previous.data), viewOf(data), inputs.methodology.k);
  if (problems.length) throw new ReleaseRefused("revision", problems.map((each) => each.cell));
}
