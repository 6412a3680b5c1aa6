import type { NavigationItem } from "#web";

/** The lines of the sessions in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/representations",
    label: { es: "Representaciones", en: "Representations" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "observer"],
  },
];
