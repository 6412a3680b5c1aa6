import type { NavigationItem } from "#web";

/** The lines of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/planning",
    label: { es: "Tablero de planificación", en: "Planning dashboard" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"],
  },
  {
    href: "/workspace/reports",
    label: { es: "Informes de avance", en: "Progress reports" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point"],
  },
];
