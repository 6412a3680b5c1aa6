import type { Actor } from "#basics";
import type { Reading } from "#database";

/** A person's own credentials in a meeting. */
export interface OwnCredentials {
  readonly accreditation: string;
  readonly country: string | null;
  readonly capacity: "titular" | "alternate" | "adviser" | "observer";
  readonly isChecked: boolean;
}

/** The credentials with which the actor takes part in a meeting; undefined when it was not named, or the credentials were withdrawn. */
export async function ownCredentials(tx: Reading, actor: Actor, meeting: string): Promise<OwnCredentials | undefined> {
  if (actor.kind !== "member") return undefined;
  const row = await tx
    .selectFrom("plenary.accreditation")
    .select(["id as accreditation", "country", "capacity", "checked_at"])
    .where("meeting", "=", meeting)
    .where("account", "=", actor.account)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row && { accreditation: row.accreditation, country: row.country, capacity: row.capacity as OwnCredentials["capacity"], isChecked: row.checked_at !== null }; // the table's check holds it
}
