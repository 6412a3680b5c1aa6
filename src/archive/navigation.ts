import type { NavigationItem } from "#web";

/** The lines of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/archive",
    label: { es: "Archivo", en: "Archive" },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"],
  },
];
