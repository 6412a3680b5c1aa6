import { committees, currentMembers, observerOrganisations } from "#coalition";
import type { Reading } from "#database";
import type { PlanDirectory } from "./directory.ts";

/** Members, committees and organisations of today. Anyone may read them. */
export async function directory(tx: Reading): Promise<PlanDirectory> {
  return { members: await currentMembers(tx), committees: await committees(tx), organisations: await observerOrganisations(tx) };
}
