import type { Text } from "#basics";
import type { ShownEvidence } from "../progress/evidence.ts";

/** What a trace can lead to. */
export type TraceKind = "indicator" | "activity" | "agreement" | "document" | "release" | "committee" | "other";

/** A place of a plan at one end of a trace. */
export interface TracedNode {
  readonly plan: string;
  readonly key: string;
  readonly code: string;
  readonly kind: string;
  readonly title: Text;
}

/** What is at the other end of a trace, as this reader may be shown it; what is closed bears no address. */
export type TraceEnd =
  | { readonly kind: "node"; readonly node: TracedNode }
  | { readonly kind: "agreement"; readonly number: string; readonly title: Text }
  | { readonly kind: "committee"; readonly name: Text }
  | { readonly kind: "proof"; readonly proof: ShownEvidence }
  | { readonly kind: "closed" };

/** One trace of a plan, seen from one of its ends. */
export interface Trace {
  readonly id: string;
  readonly kind: TraceKind;
  readonly label: string;
  /** The place that it leads from. */
  readonly from: string;
  readonly end: TraceEnd;
  readonly enteredAt: Date;
}
