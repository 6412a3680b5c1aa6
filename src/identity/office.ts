import type { Office } from "#basics";

/** Offices of a member state. */
export const stateOffices = [
  "delegate-titular",
  "delegate-alternate",
  "focal-point",
  "communicator",
] as const satisfies readonly Office[];

/** Tells whether an office belongs to one state. */
export function isStateOffice(office: Office): boolean {
  return (stateOffices as readonly Office[]).includes(office);
}

/** An office that an account holds now. */
export interface HeldOffice {
  readonly id: string;
  readonly office: Office;
  readonly country: string | null;
  readonly from: Date;
}

/**
 * The office in which a session acts: the one that was chosen, while it is still held; else the one held longest.
 * Nothing when the account holds none: then it can do nothing.
 */
export function actingOffice(held: readonly HeldOffice[], chosen: string | null): HeldOffice | undefined {
  return held.find(({ id }) => id === chosen) ?? held.toSorted((one, other) => one.from.getTime() - other.from.getTime())[0];
}
