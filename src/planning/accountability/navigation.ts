import type { NavigationItem } from "#web";

/** The line of accountability in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/accountability",
    label: { es: "Rendición de cuentas", en: "Accountability" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"],
  },
];
