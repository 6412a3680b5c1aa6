import { type Office, offices } from "#basics";
import type { NavigationItem } from "#web";

/** Those who read the directory; observers read the organs' entries in it. The administrator does not. */
export const directoryOffices: readonly Office[] = offices.filter((office) => office !== "administrator");
/** Those who read who speaks for each country: the members. */
export const delegationOffices: readonly Office[] = directoryOffices.filter((office) => office !== "observer");

/** The line of this room in the navigation of the workspace; delegations and directory are tabs of its page. */
export const navigation: NavigationItem[] = [
  { href: "/workspace/coalition", label: { es: "La Coalición", en: "The coalition" }, offices },
];
