import type { NavigationItem } from "#web";

/** The line of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  { href: "/workspace/rules", label: { es: "Reglas de la Plenaria", en: "Rules of the plenary" }, offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate"] },
];
