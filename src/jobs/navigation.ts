import type { NavigationItem } from "#web";

/** The lines of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/tasks",
    label: { es: "Trabajos en curso", en: "Work in progress" },
    offices: ["secretariat", "delegate-titular", "delegate-alternate", "focal-point", "administrator"],
  },
];
