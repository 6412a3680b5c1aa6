import type { Actor } from "#basics";

/** An actor with an account: the only kind that acts on a submission. */
export type Member = Extract<Actor, { kind: "member" }>;

/** Which submission is meant: one country in one collection. */
export interface Of {
  readonly collection: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
}
