import type { NavigationItem } from "#web";

/** The line of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/plans",
    label: { es: "Planes", en: "Plans" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"],
  },
];
