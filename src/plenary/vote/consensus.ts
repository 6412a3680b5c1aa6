/** What a delegation says when a text is put for consensus. */
export const positionKinds = ["agreement", "reservation", "objection"] as const;
export type PositionKind = (typeof positionKinds)[number];

/** What one delegation said; the newest of its positions counts, the earlier ones stay. */
export interface Position {
  readonly id: string;
  readonly country: string;
  readonly kind: PositionKind;
  /** Of a reservation or an objection, as it goes into the act. */
  readonly text: string;
  readonly at: Date;
  readonly name: string;
  /** Whether the delegation has not said otherwise since. */
  readonly isNewest: boolean;
}

/** A text put for consensus, from opening to outcome. */
export interface Consensus {
  readonly id: string;
  readonly meeting: string;
  readonly motion: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: "adopted" | "objected" | "no-quorum" | null;
  readonly present: number | null;
  readonly members: number | null;
  /** In the order in which they were said. */
  readonly positions: readonly Position[];
}
