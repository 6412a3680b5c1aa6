import type { Actor, Text } from "#basics";
import type { Due } from "./due.ts";

export type ResponsibleKind = "member" | "presidency" | "secretariat" | "plenary" | "committee" | "observer";
/** Who is responsible answers for it and may say that it is fulfilled; who supports reports progress. */
export type ResponsibleRole = "responsible" | "supports";

/** Who has a part in an agreement. */
export interface Responsible {
  readonly kind: ResponsibleKind;
  /** ISO 3166-1 alpha-3 of a member. */
  readonly country: string | null;
  /** Id of a committee of the coalition. */
  readonly committee: string | null;
  /** Code of an organisation that accompanies the coalition. */
  readonly organisation: string | null;
  readonly role: ResponsibleRole;
}

export type AgreementState = "open" | "fulfilled" | "withdrawn";

/** What the plenary resolved to do. Days are ISO days. */
export interface Agreement {
  readonly id: string;
  /** 'ACUERDO-CORETT-2024-07'. */
  readonly number: string;
  readonly year: number;
  readonly ordinal: number;
  readonly meeting: string;
  readonly item: string | null;
  readonly motion: string | null;
  /** The mark that the source itself gives it: 'A', '5'; empty where it gives none. */
  readonly mark: string;
  readonly title: Text;
  readonly text: Text;
  readonly due: Due;
  /** The due date as it was said. */
  readonly dueSaid: string;
  readonly isPublic: boolean;
  readonly state: AgreementState;
  /** Null while it is not fulfilled, and where a source of the record tells no day. */
  readonly fulfilledOn: string | null;
  readonly closingNote: string;
  /** Entered from the coalition's record of past meetings. */
  readonly isRecord: boolean;
  readonly enteredAt: Date;
  readonly responsible: readonly Responsible[];
}

/** What somebody reported on an agreement, and what the leaders answered. */
export interface Progress {
  readonly id: string;
  /** `fulfilled` claims that the agreement is fulfilled. */
  readonly kind: "progress" | "fulfilled";
  readonly text: string;
  readonly evidenceUrl: string | null;
  readonly evidenceDocument: string | null;
  readonly at: Date;
  readonly account: string;
  readonly name: string;
  readonly country: string | null;
  readonly office: string;
  readonly answer: "accepted" | "returned" | null;
  readonly answerNote: string;
  readonly answeredAt: Date | null;
}

export const offspringKinds = ["committee", "memorandum", "document", "project", "other"] as const;
export type OffspringKind = (typeof offspringKinds)[number];

/** What an agreement gave rise to. */
export interface Offspring {
  readonly id: string;
  readonly kind: OffspringKind;
  readonly title: Text;
  readonly committee: string | null;
  readonly document: string | null;
  readonly url: string | null;
}

/** An actor with an account. */
export type Member = Extract<Actor, { kind: "member" }>;

/** Whether the actor keeps the agreements: the secretariat and the presidency. Policies hold the same. */
export function leads(actor: Actor): boolean {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/** Whether the actor's office reports for its country; which agreements it answers for is told by {@link partOf}. */
export function reportsForCountry(actor: Actor): actor is Member & { readonly country: string } {
  return (
    actor.kind === "member" &&
    actor.country !== undefined &&
    (actor.office === "delegate-titular" || actor.office === "delegate-alternate" || actor.office === "focal-point")
  );
}

/**
 * The part of a country in an agreement, the same that `plenary.part_in` decides for the database: by name, as a country of
 * a committee that has it, or with every other where the plenary took it upon itself. `committees` gives the countries of each.
 */
export function partOf(
  country: string,
  responsible: readonly Responsible[],
  committees: ReadonlyMap<string, readonly string[]>,
): ResponsibleRole | undefined {
  const roles = responsible
    .filter(
      (each) =>
        each.country === country ||
        each.kind === "plenary" ||
        (each.committee !== null && committees.get(each.committee)?.includes(country) === true),
    )
    .map(({ role }) => role);
  return roles.includes("responsible") ? "responsible" : roles[0];
}

/** Whether the actor may report on an agreement, or claim that it is fulfilled; else the word why not. */
export function reportRefusal(
  actor: Actor,
  agreement: Pick<Agreement, "state" | "responsible">,
  kind: Progress["kind"],
  committees: ReadonlyMap<string, readonly string[]>,
): "not-yours" | "not-answering" | "supports-only" | "closed" | undefined {
  if (!leads(actor)) {
    if (!reportsForCountry(actor)) return "not-yours";
    const part = partOf(actor.country, agreement.responsible, committees);
    if (part === undefined) return "not-answering";
    if (part === "supports" && kind === "fulfilled") return "supports-only";
  }
  return agreement.state === "open" ? undefined : "closed";
}
