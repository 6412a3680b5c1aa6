import type { NavigationItem } from "#web";

/** The line of the meetings in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/meetings",
    label: { es: "Reuniones", en: "Meetings" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"],
  },
];
