import type { Text } from "#basics";

/** The organs that pass from one holder to the next. */
export const handoverOffices = ["presidency", "secretariat"] as const;
export type HandoverOffice = (typeof handoverOffices)[number];

/** What the checklist speaks of; a fact of one group each. */
export const factGroups = ["agreement", "act", "committee", "representation", "meeting", "document"] as const;
export type FactGroup = (typeof factGroups)[number];

/** One line of the checklist, made from what the platform knows and not typed. */
export interface HandoverFact {
  readonly group: FactGroup;
  readonly title: Text;
  readonly detail: Text;
  /** The next holder has to see to it. */
  readonly isPending: boolean;
}

/** The passing of an office from one holder to the next. Days are ISO days. */
export interface Handover {
  readonly id: string;
  readonly office: HandoverOffice;
  readonly from: string;
  readonly to: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly report: string;
  readonly version: number;
  /** As it was when it was handed over; empty before. */
  readonly checklist: readonly HandoverFact[];
  readonly handedAt?: Date;
  readonly handedBy?: string;
  readonly receivedAt?: Date;
  readonly receivedBy?: string;
  /** Its document in the archive. */
  readonly document?: string;
}

/** Where a handover is on its way: written, handed over, received, deposited. */
export function stepOf({ handedAt, receivedAt, document }: Handover): "writing" | "handed" | "received" | "filed" {
  if (document !== undefined) return "filed";
  return receivedAt !== undefined ? "received" : handedAt !== undefined ? "handed" : "writing";
}

/** The number of the report in the archive: 'ENTREGA-PRESIDENCIA-2024-3F2A'; the same for the same handover. */
export function handoverNumber({ id, office, periodUntil }: Pick<Handover, "id" | "office" | "periodUntil">): string {
  return `ENTREGA-${office === "presidency" ? "PRESIDENCIA" : "SECRETARIA"}-${periodUntil.slice(0, 4)}-${id.slice(0, 4).toUpperCase()}`;
}

/** Why an act of the handover is not possible: the words of the database's functions. */
export type HandoverRefusal =
  | "not-yours" | "unknown-office" | "name-missing" | "period-not-valid" | "another-open" | "unknown-handover" | "already-handed" | "changed-meanwhile"
  | "report-missing" | "not-handed-yet" | "already-received" | "same-person" | "not-received-yet" | "already-filed";
