import { committees, currentMembers, observerOrganisations } from "#coalition";
import type { Text } from "#basics";
import type { Reading } from "#database";
import type { CommitteeCountries } from "./answering.ts";

/** Who can answer for something, as the coalition's register knows them today. Anyone may read them. */
export interface Register {
  readonly members: readonly { readonly code: string; readonly name: Text }[];
  readonly committees: readonly { readonly id: string; readonly name: Text }[];
  readonly organisations: readonly { readonly code: string; readonly name: Text; readonly short?: Text }[];
  readonly committeeCountries: CommitteeCountries;
}

/** The register of today. */
export async function register(tx: Reading): Promise<Register> {
  const all = await committees(tx);
  return {
    members: await currentMembers(tx),
    committees: all,
    organisations: await observerOrganisations(tx),
    committeeCountries: new Map(all.map(({ id, members }) => [id, members.map(({ country }) => country)])),
  };
}

/** The countries of each committee by its id. */
export async function committeeCountries(tx: Reading): Promise<CommitteeCountries> {
  return new Map((await committees(tx)).map(({ id, members }) => [id, members.map(({ country }) => country)]));
}
