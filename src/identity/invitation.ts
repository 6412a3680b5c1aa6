import { createHash, randomBytes } from "node:crypto";
import type { Office } from "#basics";
import { isStateOffice } from "./office.ts";

/** How long an invitation can be used. Milliseconds. */
export const invitationLife = 7 * 24 * 3_600_000;

/** What an invitation says, before its link exists. */
export interface InvitationDraft {
  readonly email: string;
  readonly name: string;
  readonly office: Office;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly language: "es" | "en";
}

/** Why an invitation cannot be written like this. */
export type InvitationProblem = "country-needed" | "no-country" | "organisation-needed";

/** An office of a state needs its country, one of the coalition has none, an observer belongs to an organisation. */
export function invitationProblem({
  office,
  country,
  organisation,
}: Pick<InvitationDraft, "office" | "country" | "organisation">): InvitationProblem | undefined {
  if (isStateOffice(office)) return country === null ? "country-needed" : undefined;
  if (country !== null) return "no-country";
  return office === "observer" && !organisation ? "organisation-needed" : undefined;
}

/** A new secret for a link, and the digest that is kept of it. */
export function newLinkToken(random: (size: number) => Buffer = randomBytes): { token: string; digest: Buffer } {
  const token = random(24).toString("base64url");
  return { token, digest: linkDigest(token) };
}

/** What the database keeps of the secret in a link. */
export function linkDigest(token: string): Buffer {
  return createHash("sha256").update(`invitation ${token}`).digest();
}

/** The life of an invitation, from what is known of it. */
export function invitationState(
  { usedAt, withdrawnAt, expiresAt }: { usedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
  now: Date,
): "open" | "used" | "withdrawn" | "expired" {
  return usedAt ? "used" : withdrawnAt ? "withdrawn" : expiresAt <= now ? "expired" : "open";
}
