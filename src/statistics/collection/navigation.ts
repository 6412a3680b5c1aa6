import type { NavigationItem } from "#web";

/** The lines of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/collections",
    label: { es: "Año de datos", en: "Data year" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point"],
  },
];
