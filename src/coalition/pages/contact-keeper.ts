import type { Actor, Text } from "#basics";
import type { Reading } from "#database";
import type { ContactKeeper } from "../contact.ts";
import { currentMembers } from "../member.store.ts";
import { observerOrganisations } from "../observer.store.ts";
import { organs } from "../organ.store.ts";

/** One keeper of contacts with its name, and the text by which forms and addresses speak of it. */
export interface NamedKeeper {
  readonly value: string;
  readonly keeper: ContactKeeper;
  readonly name: Text;
}

/** How forms and addresses write a keeper; `keeperOf` reads it back. */
export function keeperText(keeper: ContactKeeper): string {
  if ("country" in keeper) return `country ${keeper.country}`;
  return "organ" in keeper ? `organ ${keeper.organ}` : `organisation ${keeper.organisation}`;
}

/** The keepers whose entries the reader may see: the reader's own country first, then organs, states and organisations. */
export async function keeperNames(tx: Reading, actor: Actor): Promise<NamedKeeper[]> {
  const named = (keeper: ContactKeeper, name: Text): NamedKeeper => ({ value: keeperText(keeper), keeper, name });
  const ofOrgans = (await organs(tx)).map(({ code, name }) => named({ organ: code }, name));
  if (actor.kind !== "member" || actor.office === "observer") return ofOrgans;
  const ofStates = (await currentMembers(tx)).map(({ code, name }) => named({ country: code }, name));
  const ofOrganisations = (await observerOrganisations(tx)).map(({ code, name }) => named({ organisation: code }, name));
  const isOwn = ({ keeper }: NamedKeeper) => "country" in keeper && keeper.country === actor.country;
  return [...ofStates.filter(isOwn), ...ofOrgans, ...ofStates.filter((each) => !isOwn(each)), ...ofOrganisations];
}
