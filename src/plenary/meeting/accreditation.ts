/** A person named for a meeting, and how far their credentials are. */
export interface Accreditation {
  readonly id: string;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly account: string | null;
  readonly name: string;
  readonly post: string;
  readonly capacity: Capacity;
  readonly checkedAt: Date | null;
  readonly checkNote: string;
  readonly withdrawnAt: Date | null;
}

/** What a person is in the meeting: titular and alternates vote for their delegation, advisers and observers do not. */
export type Capacity = "titular" | "alternate" | "adviser" | "observer";

/** How a person's credentials stand: checked, sent back with a note, still to be checked, or withdrawn. */
export function credentialState({ checkedAt, checkNote, withdrawnAt }: Pick<Accreditation, "checkedAt" | "checkNote" | "withdrawnAt">): "checked" | "returned" | "unchecked" | "withdrawn" {
  if (withdrawnAt) return "withdrawn";
  if (checkedAt) return "checked";
  return checkNote.trim() === "" ? "unchecked" : "returned";
}

/** What a delegation still lacks before it can vote. */
export type Missing = "answer" | "people" | "titular" | "credentials";

/** What is missing of a delegation that comes; one that declined lacks nothing. */
export function missingOf(answer: "attends" | "declines" | undefined, people: readonly Pick<Accreditation, "capacity" | "checkedAt" | "withdrawnAt">[]): Missing[] {
  if (answer === "declines") return [];
  const current = people.filter(({ withdrawnAt }) => withdrawnAt === null);
  const voters = current.filter(({ capacity }) => capacity === "titular" || capacity === "alternate");
  const missing: Missing[] = [];
  if (answer === undefined) missing.push("answer");
  if (voters.length === 0) missing.push("people");
  else if (!voters.some(({ capacity }) => capacity === "titular")) missing.push("titular");
  if (current.some(({ checkedAt }) => checkedAt === null)) missing.push("credentials");
  return missing;
}
