import type { NavigationItem } from "#web";

/** The line of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/agreements",
    label: { es: "Acuerdos", en: "Agreements" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"],
  },
];
