import { committees, currentMembers, observerOrganisations } from "#coalition";
import type { Reading } from "#database";
import type { Directory } from "./directory.ts";

/** Members, committees and organisations of today. Anyone may read them. */
export async function directory(tx: Reading): Promise<Directory> {
  const all = await committees(tx);
  return {
    members: await currentMembers(tx),
    committees: all,
    organisations: await observerOrganisations(tx),
    committeeCountries: new Map(all.map(({ id, members }) => [id, members.map(({ country }) => country)])),
  };
}
