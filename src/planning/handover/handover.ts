import { type Actor, type Text, addMonths, countryName, isDay } from "#basics";
import type { Term } from "#coalition";

/** The offices that hand over; each has a term. */
export const packageOffices = ["presidency", "secretariat"] as const;
/** One of `packageOffices`. */
export type PackageOffice = (typeof packageOffices)[number];

/** How many months the list of what falls due looks ahead: the time in which an incoming office gets to know its plans. */
const monthsAhead = 6;

/** For which office, and on which ISO day its plans are looked at. */
export interface PackageWish {
  readonly office: PackageOffice;
  readonly day: string;
}

/** Why there is no package. */
export type PackageRefusal = "not-yours" | "no-term";

/** Whether the actor may have the package: the offices that hand over and receive. Policy `leaders_make` holds the same. */
export function mayMakePackage(actor: Actor): actor is Extract<Actor, { kind: "member" }> {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/** Reads office and day from an address or a form; the words are keys of the page's problems. An empty day is `today`. */
export function readWish(said: (name: string) => string, today: string): { readonly wish: PackageWish } | { readonly problems: Record<string, string[]> } {
  const office = packageOffices.find((each) => each === (said("office") || "presidency"));
  const day = said("day") || today;
  const problems = { ...(office ? {} : { office: ["office"] }), ...(isDay(day) ? {} : { day: ["day"] }) };
  return office && isDay(day) ? { wish: { office, day } } : { problems };
}

/** The last ISO day of what counts as falling due soon. */
export function lastDueDay(day: string): string {
  return addMonths(day, monthsAhead);
}

/** Who held the term: a country, or a body by its name. */
export function holderOf({ country, body }: Pick<Term, "country" | "body">): Text {
  return country === undefined ? { es: body ?? "", en: body ?? "" } : countryName(country);
}

/** Name of the file, without its ending: 'ENTREGA-PLANES-PRESIDENCIA-2026-11-22'. */
export function packageNumber({ office, day }: PackageWish): string {
  return `ENTREGA-PLANES-${office === "presidency" ? "PRESIDENCIA" : "SECRETARIA"}-${day}`;
}
