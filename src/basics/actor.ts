/** Offices that a member account can hold. The database knows the same words. */
export const offices = [
  "secretariat",
  "presidency",
  "delegate-titular",
  "delegate-alternate",
  "focal-point",
  "communicator",
  "observer",
  "administrator",
] as const;
export type Office = (typeof offices)[number];

/**
 * Whoever acts. It is set in every transaction, and row-level security decides from it what is seen and written.
 *
 * `public` is a visitor without account; `system` is the platform itself (jobs, start-up), named by its task.
 */
export type Actor =
  | { readonly kind: "public" }
  | {
      readonly kind: "member";
      readonly account: string;
      readonly name: string;
      readonly office: Office;
      /** ISO 3166-1 alpha-3 of the state that the office belongs to; absent for coalition-wide offices. */
      readonly country?: string;
    }
  | { readonly kind: "system"; readonly task: string };
