import type { Text } from "#basics";

/** An organ of the coalition with its functions in their order. */
export interface Organ {
  readonly code: "plenary" | "presidency" | "secretariat" | "committees";
  readonly name: Text;
  readonly summary: Text;
  /** How long a term lasts; absent for organs without terms. */
  readonly termMonths?: number;
  readonly functions: readonly { readonly number: number; readonly text: Text }[];
  readonly source: Text;
}
